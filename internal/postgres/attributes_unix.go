//go:build unix && !linux

package postgres

import "syscall"

// attributes puts the server in a process group of its own, so that the terminal's Ctrl-C does not reach it before us.
// Nothing stops it when we are killed; the next start does (orphan.go).
func attributes(a account, _ stopWay) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Credential: a.credential()}
}
