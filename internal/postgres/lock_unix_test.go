//go:build unix

package postgres

import (
	"syscall"
	"testing"
)

// TestALockIsGivenUpWhoeverHasACopy: between fork and exec a child has the file, too.
func TestALockIsGivenUpWhoeverHasACopy(t *testing.T) {
	t.Parallel()
	path := lockPath(t.TempDir())
	l, err := takeLock(path)
	if err != nil {
		t.Fatal(err)
	}
	of, err := syscall.Dup(int(l.file.Fd()))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = syscall.Close(of) }()
	if err := l.release(); err != nil {
		t.Fatal(err)
	}
	again, err := takeLock(path)
	if err != nil {
		t.Fatalf("given up, and not to be had: %v", err)
	}
	if err := again.release(); err != nil {
		t.Fatal(err)
	}
}
