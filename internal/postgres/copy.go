package postgres

import (
	"fmt"
	"os"
	"path/filepath"
)

// Copy copies a folder with a kept cluster, which nobody serves, and whatever else lies in it. Where many begin with the
// same data, making it once and copying it is the shorter way.
func Copy(from, to string) error {
	a, err := serverAccount()
	if err != nil {
		return err
	}
	if err := os.CopyFS(to, os.DirFS(from)); err != nil {
		return fmt.Errorf("copy a cluster: %w", err)
	}
	return host{account: a}.settle(filepath.Join(to, "pg"))
}
