package postgres

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// errHeld says that somebody else holds the lock.
var errHeld = errors.New("lock is held")

// lock is a file that one living process holds. The system gives it up when the holder dies, so it is never stale. The
// file itself stays: who removes a lock file lets two others in.
type lock struct{ file *os.File }

func lockPath(dir string) string { return filepath.Join(dir, "lock") }

// takeLock takes the lock file at path and writes our pid into it, or fails with errHeld.
func takeLock(path string) (*lock, error) {
	file, err := openLock(path)
	if err != nil {
		return nil, err
	}
	if err := file.Truncate(0); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	if _, err := file.WriteString(strconv.Itoa(os.Getpid()) + "\n"); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return &lock{file}, nil
}

func (l *lock) release() error { return closeLock(l.file) }

// holder reads who holds the lock at path; 0 when nobody says.
func holder(path string) int {
	file, err := os.Open(path) //nolint:gosec // our own folder
	if err != nil {
		return 0
	}
	defer func() { _ = file.Close() }() // only read from
	text, err := io.ReadAll(io.LimitReader(file, 32))
	if err != nil {
		return 0
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(text)))
	if err != nil {
		return 0
	}
	return pid
}

// RunningError says that the cluster in Dir is in use by another process.
type RunningError struct {
	Dir string
	PID int // 0 when it is not known
}

// Error tells where and who.
func (e *RunningError) Error() string {
	return fmt.Sprintf("%s används redan av process %d (already running, pid %d)", e.Dir, e.PID, e.PID)
}

// lockCluster takes the lock of a kept cluster's folder.
func lockCluster(dir string) (*lock, error) {
	l, err := takeLock(lockPath(dir))
	if errors.Is(err, errHeld) {
		return nil, &RunningError{Dir: dir, PID: holder(lockPath(dir))}
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", dir, err)
	}
	return l, nil
}
