package postgres

import "syscall"

// attributes puts the server in a process group of its own, so that the terminal's Ctrl-C does not reach it before us,
// and has the kernel stop it when the thread that started it is gone.
func attributes(a account, orphaned stopWay) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Setpgid: true, Credential: a.credential(), Pdeathsig: orphaned.signal()}
}
