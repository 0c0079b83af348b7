//go:build unix

package postgres

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
)

func (w stopWay) signal() syscall.Signal {
	switch w {
	case fast:
		return syscall.SIGINT
	case immediate:
		return syscall.SIGQUIT
	default:
		return syscall.SIGKILL
	}
}

// ask sends a server the signal that means way.
func ask(_ string, pid int, way stopWay) error { return syscall.Kill(pid, way.signal()) }

// isServerOf tells whether process pid is a PostgreSQL server of the data folder: a pid alone may be another's by now.
func isServerOf(_ string, pid int, data string) bool {
	return strings.Contains(commandLine(pid), "postgres -D "+data+" ")
}

func commandLine(pid int) string {
	if raw, err := os.ReadFile(filepath.Join("/proc", strconv.Itoa(pid), "cmdline")); err == nil {
		return strings.ReplaceAll(string(raw), "\x00", " ")
	}
	if _, err := os.Stat("/proc/self"); err == nil {
		return "" // there is a /proc, and no such process in it
	}
	line, err := exec.Command("ps", "-ww", "-o", "command=", "-p", strconv.Itoa(pid)).Output() //nolint:gosec,noctx // a number
	if err != nil {
		return ""
	}
	return strings.TrimSpace(string(line)) + " "
}
