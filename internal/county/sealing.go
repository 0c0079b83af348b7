//go:build !release

package county

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"samplan/internal/audit"
	"samplan/internal/postgres"
	"samplan/internal/store"
)

// The county's own keys lie beside its data: that of the log, and that of documents.
const (
	keyFile         = "log-key.pem"
	documentKeyFile = "document-key.pem"
)

// startSealing prepares the sealing of the county's log; Run does it.
func (c *County) startSealing(ctx context.Context, o Options) error {
	signer, err := ownKey(o.Dir, keyFile)
	if err != nil {
		return err
	}
	if c.sealer, err = store.OpenSealer(ctx, c.server.URL("", database)); err != nil {
		return err
	}
	c.sealing = audit.NewJob(audit.JobOptions{Book: c.sealer, Signer: signer, Origin: "samplan-dev", Now: c.now, Logger: o.Logger})
	return nil
}

// ownKey reads one of the county's keys, or makes it the first time.
func ownKey(dir, name string) (*audit.Signer, error) {
	if dir == "" {
		var err error
		if dir, err = postgres.DefaultDir(); err != nil {
			return nil, err
		}
	}
	path := filepath.Join(dir, name)
	text, err := os.ReadFile(path) //nolint:gosec // G304: the user's own folder
	if errors.Is(err, fs.ErrNotExist) {
		if text, _, err = audit.GenerateKey(); err == nil {
			err = os.WriteFile(path, text, 0o600)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("own key: %w", err)
	}
	return audit.ReadSigner(text)
}
