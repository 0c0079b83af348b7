//go:build unix

package postgres

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"
)

// TestWalkStaysInside: all in the folder is met, the folder itself too, and no link leads out of it.
func TestWalkStaysInside(t *testing.T) {
	t.Parallel()
	root := folder(t)
	inside, outside := filepath.Join(root, "in"), filepath.Join(root, "out")
	write(t, filepath.Join(inside, "deep", "x"), "")
	write(t, filepath.Join(outside, "x"), "")
	if err := os.Symlink(outside, filepath.Join(inside, "link")); err != nil {
		t.Fatal(err)
	}
	err := walk(inside, func(root *os.Root, name string, d fs.DirEntry) error {
		if d.Type()&fs.ModeSymlink != 0 {
			if root.Chmod(filepath.Join(name, "x"), 0o700) == nil {
				t.Error("a link led outside")
			}
			return nil
		}
		return root.Chmod(name, 0o700)
	})
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]bool{
		inside: true, filepath.Join(inside, "deep"): true, filepath.Join(inside, "deep", "x"): true, filepath.Join(outside, "x"): false,
	} {
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := info.Mode().Perm() == 0o700; got != want {
			t.Errorf("%s has %v", path, info.Mode())
		}
	}
}

func TestWalkWithoutFolder(t *testing.T) {
	t.Parallel()
	never := func(*os.Root, string, fs.DirEntry) error { t.Error("something was met"); return nil }
	if err := walk(filepath.Join(folder(t), "none"), never); err == nil {
		t.Error("a folder that is not there was walked through")
	}
}
