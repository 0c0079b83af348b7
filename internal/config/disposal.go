package config

import (
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/caarlos0/env/v11"

	"samplan/internal/audit"
)

// Disposal says where the certificates of disposal lie outside of the database, and how they are signed. A server without a file does not
// ask for them.
type Disposal struct {
	// Certificates names the file, on a disk that a restore of the database does not reach.
	Certificates string `env:"CERTIFICATES"`
	// PublicKeysFile names the file with the keys that prove them.
	PublicKeysFile string            `env:"PUBLIC_KEYS_FILE"`
	Keys           []audit.PublicKey `env:"-"`
	// KeyFile names the file with the key that signs them, for who carries disposals out.
	KeyFile string `env:"KEY_FILE"`
}

func (d *Disposal) readFiles() []error {
	if d.PublicKeysFile == "" {
		return nil
	}
	text, err := readFile(d.PublicKeysFile)
	if err == nil {
		d.Keys, err = audit.ReadPublicKeys(text)
	}
	if err != nil {
		return []error{fmt.Errorf("SAMPLAN_DISPOSAL_PUBLIC_KEYS_FILE: %w", err)}
	}
	return nil
}

func (d Disposal) problems() []error {
	var faults []error
	if (d.Certificates == "") != (d.PublicKeysFile == "") {
		faults = append(faults, errors.New("SAMPLAN_DISPOSAL_CERTIFICATES and SAMPLAN_DISPOSAL_PUBLIC_KEYS_FILE: give both or none"))
	}
	if d.Certificates != "" && !filepath.IsAbs(d.Certificates) {
		faults = append(faults, errors.New("SAMPLAN_DISPOSAL_CERTIFICATES: must be a whole path"))
	}
	return faults
}

// LoadDisposal reads what is set of disposal alone, for a command; signs says that it is to sign.
func LoadDisposal(environ []string, signs bool) (Disposal, *audit.Signer, error) {
	given := env.ToMap(environ)
	at := func(name string) string { return strings.TrimSpace(given[prefix+"DISPOSAL_"+name]) }
	d := Disposal{Certificates: at("CERTIFICATES"), PublicKeysFile: at("PUBLIC_KEYS_FILE"), KeyFile: at("KEY_FILE")}
	faults := append(d.readFiles(), d.problems()...)
	if d.Certificates == "" {
		faults = append(faults, errors.New("SAMPLAN_DISPOSAL_CERTIFICATES: missing; certificates are kept outside of the database"))
	}
	var key Secret
	if signs {
		faults = append(faults, readKey(&key, d.KeyFile, "SAMPLAN_DISPOSAL_KEY_FILE")...)
		faults = append(faults, keyProblems(key, d.KeyFile, "SAMPLAN_DISPOSAL_KEY_FILE", "samplan audit key")...)
	}
	if len(faults) > 0 {
		return d, nil, fmt.Errorf("settings are not usable:\n%w", errors.Join(faults...))
	}
	if !signs {
		return d, nil, nil
	}
	s, err := audit.ReadSigner([]byte(key.Reveal()))
	if err != nil {
		return d, nil, fmt.Errorf("SAMPLAN_DISPOSAL_KEY_FILE: %w", err)
	}
	return d, s, nil
}
