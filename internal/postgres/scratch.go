package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"
)

const (
	scratchPrefix = "samplan-pg-"
	// A socket's path has room for 103 bytes on macOS and 107 on Linux.
	longestSocket = 103
	// A folder so young may belong to one who has made it and not locked it yet.
	sweepAge = time.Minute
)

// scratch is a temporary folder: the socket of every cluster, and all of a throw-away one. It is locked while in use, so
// that what killed processes left behind can be told from what lives.
type scratch struct {
	dir  string
	lock *lock
}

func (s *scratch) socketDir() string { return filepath.Join(s.dir, "s") }

func (s *scratch) data() string { return filepath.Join(s.dir, "pg") }

func (s *scratch) remove() error {
	if s == nil {
		return nil
	}
	return errors.Join(os.RemoveAll(s.dir), s.lock.release())
}

// newScratch makes one in the first folder for temporary files that the server's user reaches and whose name is short
// enough, after removing what others left there.
func (h host) newScratch(ctx context.Context, tools string, temps []string) (*scratch, error) {
	var refused []error
	for _, temp := range temps {
		temp, err := filepath.EvalSymlinks(temp)
		if err != nil {
			continue // no such folder here
		}
		if err := h.account.reaches(temp); err != nil {
			refused = append(refused, err)
			continue
		}
		if len(temp)+len(scratchPrefix)+len("/4294967295/s/.s.PGSQL.5432.lock") > longestSocket {
			refused = append(refused, fmt.Errorf("%s is too long a name for a socket", temp))
			continue
		}
		sweep(ctx, tools, temp)
		return h.makeScratch(temp)
	}
	return nil, fmt.Errorf("no folder for temporary files will do: %w", errors.Join(refused...))
}

func (h host) makeScratch(temp string) (*scratch, error) {
	dir, err := os.MkdirTemp(temp, scratchPrefix)
	if err != nil {
		return nil, fmt.Errorf("make a temporary folder: %w", err)
	}
	l, err := takeLock(lockPath(dir))
	if err != nil {
		return nil, fmt.Errorf("lock a temporary folder: %w", errors.Join(err, os.RemoveAll(dir)))
	}
	s := &scratch{dir, l}
	if err := h.fillScratch(s); err != nil {
		return nil, errors.Join(err, s.remove())
	}
	return s, nil
}

func (h host) fillScratch(s *scratch) error {
	if !h.account.isSelf() {
		if err := os.Chmod(s.dir, 0o711); err != nil { //nolint:gosec // the server's user passes through, to its own folders
			return fmt.Errorf("open a temporary folder for the server: %w", err)
		}
	}
	if err := os.Mkdir(s.socketDir(), 0o700); err != nil {
		return fmt.Errorf("make the socket's folder: %w", err)
	}
	return h.account.own(s.socketDir())
}

// sweep removes temporary folders whose owners were killed, and stops servers in them. It is housekeeping: what it cannot
// remove stays for the next time, and no start fails for it.
func sweep(ctx context.Context, tools, temp string) {
	entries, err := os.ReadDir(temp)
	if err != nil {
		return
	}
	for _, e := range entries {
		info, err := e.Info()
		if err == nil && e.IsDir() && strings.HasPrefix(e.Name(), scratchPrefix) && isOurs(info) {
			sweepOne(ctx, tools, filepath.Join(temp, e.Name()))
		}
	}
}

func sweepOne(ctx context.Context, tools, dir string) {
	info, err := os.Lstat(lockPath(dir))
	if err != nil || time.Since(info.ModTime()) < sweepAge {
		return
	}
	l, err := takeLock(lockPath(dir))
	if err != nil {
		return // somebody lives there
	}
	s := &scratch{dir, l}
	if err := stopOrphan(ctx, tools, s.data()); err != nil {
		_ = l.release() // nothing was written
		return
	}
	_ = s.remove() // housekeeping: see sweep
}
