package postgres

import (
	"context"
	"errors"
	"fmt"
	"os"
	"testing"

	"github.com/jackc/pgx/v5"
)

// childDir names, in the environment, the folder that a child of a test serves until it is killed.
const childDir = "POSTGRES_TEST_CHILD_DIR"

func TestMain(m *testing.M) {
	if dir := os.Getenv(childDir); dir != "" {
		serveUntilKilled(dir)
	}
	os.Exit(runTests(m))
}

// runTests gives the tests a folder for temporary files that goes with them: the library that fetches leaves a log behind.
func runTests(m *testing.M) int {
	dir, err := os.MkdirTemp("", "sp-tests-")
	if err == nil {
		err = errors.Join(os.Chmod(dir, 0o711), os.Setenv("TMPDIR", dir)) //nolint:gosec // the server's user passes through
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	code := m.Run()
	if err := os.RemoveAll(dir); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return code
}

// serveUntilKilled is what a test's child does: it starts a kept cluster, tells the server's pid and waits to be killed.
func serveUntilKilled(dir string) {
	h, err := newHost(os.Stderr)
	if err == nil {
		var s *Server
		if s, err = h.start(context.Background(), Options{Dir: dir}); err == nil {
			fmt.Println(s.own.process.pid)
			select {}
		}
	}
	fmt.Fprintln(os.Stderr, err)
	os.Exit(1)
}

// folder gives an empty folder with a short name that the server's user can pass through, gone after the test.
func folder(t *testing.T) string {
	t.Helper()
	base := "/tmp"
	if isRoomy(memory) {
		base = memory // many small files are made there in a tenth of the time
	}
	dir, err := os.MkdirTemp(base, "sp-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := os.RemoveAll(dir); err != nil {
			t.Error(err)
		}
	})
	if err := os.Chmod(dir, 0o711); err != nil { //nolint:gosec // as for any folder that the server is to reach
		t.Fatal(err)
	}
	return dir
}

// setup gives this machine with a folder of its own for temporary files. It never looks at SAMPLAN_DATABASE_URL.
func setup(t *testing.T) host {
	t.Helper()
	h, err := newHost(nil)
	if err != nil {
		t.Fatal(err)
	}
	h.temps, h.memory = []string{folder(t)}, ""
	return h
}

// start starts a server and stops it after the test.
func start(t *testing.T, h host, o Options) *Server {
	t.Helper()
	s, err := h.start(t.Context(), o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { stop(t, s) })
	return s
}

func stop(t *testing.T, s *Server) {
	t.Helper()
	if err := s.Stop(context.Background()); err != nil {
		t.Errorf("stop: %v", err)
	}
}

// ask1 asks a server one question that has one answer.
func ask1(t *testing.T, address, question string) string {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	var answer string
	if err := conn.QueryRow(t.Context(), question).Scan(&answer); err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	return answer
}

// do runs statements.
func do(t *testing.T, address string, statements ...string) {
	t.Helper()
	conn, err := pgx.Connect(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = conn.Close(context.Background()) }()
	for _, sql := range statements {
		if _, err := conn.Exec(t.Context(), sql); err != nil {
			t.Fatalf("%s: %v", sql, err)
		}
	}
}
