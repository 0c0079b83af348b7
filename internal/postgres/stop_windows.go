package postgres

import (
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// ask lets pg_ctl stand in for signals, which Windows has none of.
func ask(tools string, pid int, way stopWay) error {
	control := filepath.Join(tools, program("pg_ctl"))
	switch way {
	case fast:
		return exec.Command(control, "kill", "INT", strconv.Itoa(pid)).Run()
	case immediate:
		return exec.Command(control, "kill", "QUIT", strconv.Itoa(pid)).Run()
	default:
		p, err := os.FindProcess(pid)
		if err != nil {
			return err
		}
		return p.Kill()
	}
}

// isServerOf asks pg_ctl whether the server of the data folder runs; its exit code tells.
func isServerOf(tools string, _ int, data string) bool {
	return exec.Command(filepath.Join(tools, program("pg_ctl")), "status", "-D", data).Run() == nil
}
