package disposal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"samplan/internal/audit"
)

// Book is the file of certificates: lines are added, and never anything else. It lies where a restore of the database does not reach.
type Book struct {
	Path   string
	Keys   []audit.PublicKey
	Signer *audit.Signer // of whoever adds
}

// Read reads and proves the whole file. One that is not there yet is empty.
func (b Book) Read() (Chain, error) {
	text, err := os.ReadFile(b.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read certificates: %w", err)
	}
	return ReadChain(text, b.Keys)
}

// Add proves the file and adds the certificate of a list to it. It lies on the disk when this returns; so it is done before the database
// commits: what is in the file alone is carried out again, and what is in the database alone would be lost with it.
func (b Book) Add(list []byte, now time.Time) (k Kept, err error) {
	all, err := b.Read()
	if err != nil {
		return k, err
	}
	line, k, err := all.next(b.Signer, list, now)
	if err != nil {
		return k, err
	}
	f, err := os.OpenFile(b.Path, os.O_WRONLY|os.O_APPEND|os.O_CREATE, 0o600)
	if err != nil {
		return k, fmt.Errorf("open certificates: %w", err)
	}
	_, err = f.Write(line)
	if err = errors.Join(err, f.Sync(), f.Close()); err != nil {
		return k, fmt.Errorf("write certificate: %w", err)
	}
	return k, syncFolder(filepath.Dir(b.Path))
}

// syncFolder makes a new file's name last.
func syncFolder(path string) error {
	d, err := os.Open(path) //nolint:gosec // the operator names the file
	if err != nil {
		return fmt.Errorf("open folder of certificates: %w", err)
	}
	if err := errors.Join(d.Sync(), d.Close()); err != nil {
		return fmt.Errorf("keep folder of certificates: %w", err)
	}
	return nil
}
