package postgres

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"syscall"
	"time"
)

// initdb makes an empty cluster in a new folder. The locale is C: order and case of Swedish text are the application's
// choice, and indexes do not break when the machine's libraries change. Whoever comes by the network is refused even if a
// setting opens it.
func (h host) initdb(ctx context.Context, b binaries, data string, args ...string) error {
	if err := os.Mkdir(data, 0o700); err != nil {
		return fmt.Errorf("make the data folder: %w", err)
	}
	if err := h.account.own(data); err != nil {
		return err
	}
	cmd := exec.CommandContext(ctx, filepath.Join(b.dir, program("initdb")), append([]string{ //nolint:gosec // found by us
		"-D", data, "--username=postgres", "--encoding=UTF8", "--locale=C",
		"--auth-local=trust", "--auth-host=reject", "--no-instructions",
	}, args...)...)
	out, err := h.run(cmd, data)
	if err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, bytes.TrimSpace(out))
	}
	return nil
}

// run runs one of the server's programs to its end, as the server's user.
func (h host) run(cmd *exec.Cmd, dir string) ([]byte, error) {
	runtime.LockOSThread() // the program ends with the thread that started it: see spawn
	defer runtime.UnlockOSThread()
	cmd.Dir, cmd.Env = dir, serverEnv()
	cmd.SysProcAttr = attributes(h.account, kill)
	cmd.WaitDelay = 5 * time.Second
	if runtime.GOOS != "windows" {
		cmd.Cancel = func() error { return cmd.Process.Signal(syscall.SIGTERM) } // lets initdb clean up
	}
	return cmd.CombinedOutput()
}

// initWhole makes a cluster beside its place and moves it there when it is whole: a start that was cut short leaves
// nothing that looks like data.
func (h host) initWhole(ctx context.Context, b binaries, data string) error {
	if err := removeAll(data + "-new-*"); err != nil {
		return err
	}
	fresh := fmt.Sprintf("%s-new-%d", data, time.Now().UnixNano())
	if err := h.initdb(ctx, b, fresh); err != nil {
		return err
	}
	if err := os.Rename(fresh, data); err != nil {
		return fmt.Errorf("put the new cluster in place: %w", err)
	}
	return nil
}

func removeAll(pattern string) error {
	found, err := filepath.Glob(pattern)
	if err != nil {
		return fmt.Errorf("look for leftovers: %w", err)
	}
	for _, path := range found {
		if err := os.RemoveAll(path); err != nil {
			return fmt.Errorf("remove leftovers: %w", err)
		}
	}
	return nil
}
