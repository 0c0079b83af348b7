package postgres

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// stopOrphan makes a data folder free that we hold the lock of: a server that still works on it has lost whoever started
// it. A pid file without such a server is removed: its number may be another process's by now, and PostgreSQL itself
// would refuse to start as long as that one lives.
func stopOrphan(ctx context.Context, tools, data string) error {
	file := filepath.Join(data, "postmaster.pid")
	text, err := os.ReadFile(file) //nolint:gosec // our own folder
	if os.IsNotExist(err) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read who serves %s: %w", data, err)
	}
	first, _, _ := strings.Cut(string(text), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(first))
	if err == nil && pid > 1 && isServerOf(tools, pid, data) {
		gone := func(ctx context.Context) bool { return awaitEnd(ctx, tools, pid, data) }
		if err := escalate(ctx, fast, tools, pid, gone); err != nil {
			return err
		}
	}
	if err := os.Remove(file); err != nil && !os.IsNotExist(err) {
		return fmt.Errorf("remove a stale pid file: %w", err)
	}
	return nil
}

// awaitEnd waits until pid no longer serves data. It asks again and again: only parents are told when a process ends.
func awaitEnd(ctx context.Context, tools string, pid int, data string) bool {
	for isServerOf(tools, pid, data) {
		select {
		case <-ctx.Done():
			return false
		case <-time.After(10 * time.Millisecond):
		}
	}
	return true
}
