package county

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"samplan/internal/attachment"
)

const mostBytes = 20 << 20

// vaultIn keeps the county's attachments under a key that lies in its own folder.
func vaultIn(dir string) (*attachment.Vault, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make folder: %w", err)
	}
	at := filepath.Join(dir, "attachment-keys.json")
	text, err := os.ReadFile(at) //nolint:gosec // G304: the county's own folder
	if errors.Is(err, fs.ErrNotExist) {
		if text, err = attachment.WriteKeys(attachment.NewKey("county")); err == nil {
			err = os.WriteFile(at, text, 0o600)
		}
	}
	if err != nil {
		return nil, fmt.Errorf("keys of attachments: %w", err)
	}
	keys, err := attachment.ReadKeys(text)
	return &attachment.Vault{Keys: keys, Most: mostBytes, Folder: os.TempDir()}, err
}
