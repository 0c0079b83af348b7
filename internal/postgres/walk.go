package postgres

import (
	"errors"
	"io/fs"
	"os"
)

// walk does something with a folder and all in it. Names are looked up below the opened folder, so that no link put there
// meanwhile leads outside it.
func walk(dir string, do func(root *os.Root, name string, d fs.DirEntry) error) error {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	err = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return do(root, name, d)
	})
	return errors.Join(err, root.Close())
}
