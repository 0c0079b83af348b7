package postgres

import (
	"io/fs"
	"syscall"
)

// account is the user that the server runs as: on Windows always the one who runs this program.
type account struct{}

func serverAccount() (account, error) { return account{}, nil }

func (account) isSelf() bool { return true }

func (account) own(string) error { return nil }

func (account) reaches(string) error { return nil }

// isOurs is always true: a user's temporary folder is his own on Windows.
func isOurs(fs.FileInfo) bool { return true }

const newProcessGroup = 0x200 // CREATE_NEW_PROCESS_GROUP

// attributes keeps the terminal's Ctrl-C from the server: we stop it ourselves, in order.
func attributes(account, stopWay) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{CreationFlags: newProcessGroup}
}
