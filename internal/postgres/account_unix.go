//go:build unix

package postgres

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// account is the user that the server runs as. The zero value is the one who runs this program.
type account struct {
	name     string
	uid, gid int
}

// serverAccount picks an unprivileged user when root runs this program: PostgreSQL refuses to run as root.
func serverAccount() (account, error) {
	if os.Geteuid() != 0 {
		return account{}, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		u, err := user.Lookup(name)
		if err != nil {
			continue
		}
		uid, uidErr := strconv.Atoi(u.Uid)
		gid, gidErr := strconv.Atoi(u.Gid)
		if uidErr == nil && gidErr == nil && uid > 0 {
			return account{name, uid, gid}, nil
		}
	}
	return account{}, errors.New("PostgreSQL does not run as root, and there is no user postgres or nobody to run it as")
}

func (a account) isSelf() bool { return a.uid == 0 }

func (a account) credential() *syscall.Credential {
	if a.isSelf() {
		return nil
	}
	return &syscall.Credential{Uid: uint32(a.uid), Gid: uint32(a.gid)} //nolint:gosec // ids of users that exist fit
}

// own gives a folder and all in it to the account.
func (a account) own(dir string) error {
	if a.isSelf() {
		return nil
	}
	err := walk(dir, func(root *os.Root, name string, _ fs.DirEntry) error { return root.Lchown(name, a.uid, a.gid) })
	if err != nil {
		return fmt.Errorf("give %s to the user %s: %w", dir, a.name, err)
	}
	return nil
}

// reaches tells whether the account can enter a folder; the error names the folder on the way that stops it.
func (a account) reaches(dir string) error {
	if a.isSelf() {
		return nil
	}
	for {
		info, err := os.Stat(dir)
		if err != nil {
			return fmt.Errorf("look at %s: %w", dir, err)
		}
		if !a.mayEnter(info) {
			return fmt.Errorf("the database server runs as the user %s, who cannot enter %s: choose another folder, or chmod o+x it", a.name, dir)
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return nil
		}
		dir = parent
	}
}

func (a account) mayEnter(info fs.FileInfo) bool {
	bit := fs.FileMode(0o001)
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		switch {
		case int(st.Uid) == a.uid:
			bit = 0o100
		case int(st.Gid) == a.gid:
			bit = 0o010
		}
	}
	return info.Mode()&bit != 0
}

// isOurs tells whether a file belongs to us. Temporary folders are shared: others may put things there in our name.
func isOurs(info fs.FileInfo) bool {
	st, ok := info.Sys().(*syscall.Stat_t)
	return ok && int(st.Uid) == os.Geteuid()
}
