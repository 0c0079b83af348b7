//go:build !release

package county_test

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"runtime/debug"
	"sync"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/county"
	"samplan/internal/postgres"
)

// mould is the folder of a county whose stories have been told and in which nobody has lived yet. A life that is not about
// the telling begins as a copy of it.
var mould string

func TestMain(m *testing.M) {
	debug.SetGCPercent(400) // memory is there; under -race each collection costs much
	var err error
	if mould, err = newFolder(); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	code := m.Run()
	_ = os.RemoveAll(mould) // in the folder for temporary files
	os.Exit(code)
}

var fill = sync.OnceValue(func() error {
	c, err := county.Start(context.Background(), county.Options{
		Dir: mould, Address: "127.0.0.1:0", Today: civil.MustParse("2020-12-15"), Progress: io.Discard, Logger: slog.New(slog.DiscardHandler),
	})
	if err != nil {
		return err
	}
	return c.Stop(context.Background())
})

// newLife begins in a county that others have lived in until the middle of December 2020.
func newLife(t *testing.T) *life {
	t.Helper()
	l := newEmptyLife(t)
	if err := fill(); err != nil {
		t.Fatal(err)
	}
	if err := postgres.Copy(mould, l.dir); err != nil {
		t.Fatal(err)
	}
	return l
}

// newEmptyLife begins in an empty folder.
func newEmptyLife(t *testing.T) *life {
	t.Helper()
	dir, err := newFolder()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	return &life{t: t, dir: dir}
}

func newFolder() (string, error) {
	dir, err := os.MkdirTemp("", "samplan-county-")
	if err != nil {
		return "", err
	}
	return dir, os.Chmod(dir, 0o711) //nolint:gosec // G302: the server's own user must pass through
}
