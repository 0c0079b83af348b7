package config

import (
	"errors"
	"fmt"
	"net/url"

	"samplan/internal/audit"
)

// Document says how documents are signed. None is made without.
type Document struct {
	// KeyFile names the file with the key that signs documents.
	KeyFile string `env:"KEY_FILE"`
	Key     Secret `env:"-"`
}

func (d *Document) readFiles() []error {
	return readKey(&d.Key, d.KeyFile, "SAMPLAN_DOCUMENT_KEY_FILE")
}

func (d Document) problems() []error {
	return keyProblems(d.Key, d.KeyFile, "SAMPLAN_DOCUMENT_KEY_FILE", "samplan document key")
}

// readKey takes a key from its file, where one is named.
func readKey(into *Secret, file, variable string) []error {
	if file == "" {
		return nil
	}
	text, err := readFile(file)
	if err != nil {
		return []error{fmt.Errorf("%s: %w", variable, err)}
	}
	*into = NewSecret(string(text))
	return nil
}

func keyProblems(key Secret, file, variable, maker string) []error {
	var faults []error
	if file == "" {
		faults = append(faults, fmt.Errorf("%s: missing; %s makes one", variable, maker))
	}
	if key.IsZero() {
		return faults
	}
	if _, err := audit.ReadSigner([]byte(key.Reveal())); err != nil {
		faults = append(faults, fmt.Errorf("%s: must hold an Ed25519 private key as PEM (PKCS #8); %s makes one", variable, maker))
	}
	return faults
}

// chromiumProblems: whole documents travel to an address, so it leads to this machine, or is https.
func chromiumProblems(setting string) []error {
	u, err := url.Parse(setting)
	if err != nil || u.Host == "" || u.Scheme == "wss" || u.Scheme == "https" || isThisMachine(u.Hostname()) {
		return nil
	}
	return []error{errors.New("SAMPLAN_CHROMIUM: an address must be wss or https, or on this machine")}
}
