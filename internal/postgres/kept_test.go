package postgres

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestKeptClusterKeepsItsData(t *testing.T) {
	t.Parallel()
	h, dir := setup(t), folder(t)
	s := start(t, h, Options{Dir: dir})
	if got := ask1(t, s.URL("", ""), "SHOW fsync"); got != "on" {
		t.Errorf("fsync is %s: kept data must be durable", got)
	}
	do(t, s.URL("", ""), "CREATE TABLE child (name text)", "INSERT INTO child VALUES ('Lo')")
	stop(t, s)

	s = start(t, h, Options{Dir: dir})
	if got := ask1(t, s.URL("", ""), "SELECT name FROM child"); got != "Lo" {
		t.Errorf("after a second start: got %q, want Lo", got)
	}
	stop(t, s)

	s = start(t, h, Options{Dir: dir, Fresh: true})
	if got := ask1(t, s.URL("", ""), "SELECT coalesce(to_regclass('child')::text, 'gone')"); got != "gone" {
		t.Errorf("after a fresh start: got %q, want gone", got)
	}
}

func TestClusterInUseIsRefused(t *testing.T) {
	t.Parallel()
	h, dir := setup(t), folder(t)
	s := start(t, h, Options{Dir: dir})
	for _, o := range []Options{{Dir: dir}, {Dir: dir, Fresh: true}} {
		_, err := h.start(t.Context(), o)
		var running *RunningError
		if !errors.As(err, &running) || running.PID != os.Getpid() {
			t.Errorf("fresh=%v: got %v, want a RunningError with our pid", o.Fresh, err)
			continue
		}
		if want := fmt.Sprintf("already running, pid %d", os.Getpid()); !strings.Contains(err.Error(), want) {
			t.Errorf("got %q, want it to say %q", err, want)
		}
	}
	if got := ask1(t, s.URL("", ""), "SELECT 'yes'"); got != "yes" {
		t.Errorf("the first server no longer answers: %q", got)
	}
}

func TestUnfitDataFolderIsRefused(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ name, file, content, want string }{
		{"of a version that nobody has", "PG_VERSION", "99\n", "made by PostgreSQL 99"},
		{"of an ancient version", "PG_VERSION", "9.6\n", "is no cluster of PostgreSQL 15"},
		{"with somebody's letters", "letter.txt", "Dear Bo", "holds something that is no cluster"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			h, dir := setup(t), folder(t)
			write(t, filepath.Join(dir, "pg", c.file), c.content)
			_, err := h.start(t.Context(), Options{Dir: dir})
			if err == nil || !strings.Contains(err.Error(), c.want) {
				t.Errorf("got %v, want %q", err, c.want)
			}
			if got, err := os.ReadFile(filepath.Join(dir, "pg", c.file)); err != nil || string(got) != c.content {
				t.Errorf("the refused folder was changed: %q %v", got, err)
			}
		})
	}
}

func TestInterruptedFirstStartIsForgotten(t *testing.T) {
	t.Parallel()
	h, dir := setup(t), folder(t)
	write(t, filepath.Join(dir, "pg-new-1", "PG_VERSION"), "15\n")
	s := start(t, h, Options{Dir: dir})
	if got := ask1(t, s.URL("", ""), "SELECT 'yes'"); got != "yes" {
		t.Errorf("got %q", got)
	}
	if _, err := os.Stat(filepath.Join(dir, "pg-new-1")); !os.IsNotExist(err) {
		t.Errorf("leftover of an interrupted start is still there: %v", err)
	}
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil { //nolint:gosec // read by the server's user
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o755); err != nil { //nolint:gosec // may be a script
		t.Fatal(err)
	}
}
