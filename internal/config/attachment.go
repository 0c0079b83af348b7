package config

import (
	"fmt"
	"os"
	"time"

	"samplan/internal/attachment"
)

// Attachments says how files of plans are kept. Without keys there are none.
type Attachments struct {
	// KeysFile names the file with the keys that files are encrypted with, the one in use first.
	KeysFile string          `env:"KEYS_FILE"`
	Keys     attachment.Keys `env:"-"`
	// Clamd is where the scanner is: the path of its socket, or host:port. Without it nothing is scanned.
	Clamd string `env:"CLAMD"`
	// Bytes of a file at most, how many may arrive at once, and the time each has.
	Bytes  int64         `env:"BYTES"`
	AtOnce int           `env:"AT_ONCE"`
	Time   time.Duration `env:"TIME"`
	// Folder is where files on their way lie, encrypted; the machine's own unless told otherwise.
	Folder string `env:"FOLDER"`
	// S3 is where encrypted files lie beside the database; without it they lie in the database.
	S3 Bucket `envPrefix:"S3_"`
}

var usualAttachments = Attachments{Bytes: 20 << 20, AtOnce: 8, Time: 2 * time.Minute}

func (a Attachments) withUsual() Attachments {
	orElse(&a.Bytes, usualAttachments.Bytes)
	orElse(&a.AtOnce, usualAttachments.AtOnce)
	orElse(&a.Time, usualAttachments.Time)
	orElse(&a.Folder, os.TempDir())
	return a
}

func (a *Attachments) readFiles() []error {
	if a.KeysFile == "" {
		return nil
	}
	text, err := readFile(a.KeysFile)
	if err == nil {
		a.Keys, err = attachment.ReadKeys(text)
	}
	if err != nil {
		return []error{fmt.Errorf("SAMPLAN_ATTACHMENT_KEYS_FILE: %w", err)}
	}
	return nil
}

// Vault gives what takes files in and gives them out, or nil without keys.
func (a Attachments) Vault() *attachment.Vault {
	if a.Keys.IsZero() {
		return nil
	}
	v := &attachment.Vault{Keys: a.Keys, Most: a.Bytes, Folder: a.Folder}
	if a.Clamd != "" {
		v.Scanner = &attachment.Scanner{Address: a.Clamd, Time: a.Time}
	}
	return v
}
