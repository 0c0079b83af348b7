package postgres

import (
	"context"
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/jackc/pgx/v5"
)

func migrateTown(ctx context.Context, url string) error {
	conn, err := pgx.Connect(ctx, url)
	if err != nil {
		return err
	}
	_, err = conn.Exec(ctx, "CREATE TABLE town (name text); INSERT INTO town VALUES ('Hisingen')")
	return errors.Join(err, conn.Close(ctx))
}

// countOurs tells how many databases templates and their clones have left.
const countOurs = "SELECT count(*)::text FROM pg_database WHERE datname LIKE 'samplan_%'"

// cloneAll makes many clones at once.
func cloneAll(t *testing.T, template *Template, many int) (names []string, drops []func()) {
	t.Helper()
	names, drops = make([]string, many), make([]func(), many)
	begun := time.Now()
	var clones sync.WaitGroup
	for i := range many {
		clones.Go(func() {
			var err error
			if names[i], drops[i], err = template.Clone(t.Context()); err != nil {
				t.Errorf("clone %d: %v", i, err)
			}
		})
	}
	clones.Wait()
	if t.Failed() {
		t.FailNow()
	}
	t.Logf("a clone took %v", (time.Since(begun) / time.Duration(many)).Round(time.Millisecond))
	return names, drops
}

func TestTemplate(t *testing.T) {
	t.Parallel()
	s := start(t, setup(t), Options{Throwaway: true})
	template, err := NewTemplate(t.Context(), s, migrateTown)
	if err != nil {
		t.Fatal(err)
	}
	if conn, err := pgx.Connect(t.Context(), s.URL("", template.name)); err == nil {
		t.Errorf("one can connect to the template, which keeps it from being copied: %v", conn.Close(t.Context()))
	}
	names, drops := cloneAll(t, template, 6)
	do(t, s.URL("", names[0]), "UPDATE town SET name = 'Centrum'")
	for i, want := range []string{"Centrum", "Hisingen"} {
		if got := ask1(t, s.URL("", names[i]), "SELECT name FROM town"); got != want {
			t.Errorf("clone %d: got %q, want %q: clones must not share data", i, got, want)
		}
	}
	left, err := pgx.Connect(t.Context(), s.URL("", names[0])) // somebody forgot to disconnect
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = left.Close(context.Background()) }()
	for _, drop := range drops {
		drop()
	}
	if got := ask1(t, s.URL("", ""), countOurs); got != "1" {
		t.Errorf("%s databases after dropping all clones, want the template alone", got)
	}
	if err := template.Close(t.Context()); err != nil {
		t.Error(err)
	}
	if got := ask1(t, s.URL("", ""), countOurs); got != "0" {
		t.Errorf("%s databases after closing the template, want none", got)
	}
}

func TestTemplateThatFailsLeavesNothing(t *testing.T) {
	t.Parallel()
	s := start(t, setup(t), Options{Throwaway: true})
	wrong := errors.New("wrong schema")
	if _, err := NewTemplate(t.Context(), s, func(context.Context, string) error { return wrong }); !errors.Is(err, wrong) {
		t.Errorf("got %v, want the migration's own error", err)
	}
	if got := ask1(t, s.URL("", ""), countOurs); got != "0" {
		t.Errorf("%s databases left", got)
	}
	template, err := NewTemplate(t.Context(), s, migrateTown) // it would hang if the lock were still held
	if err != nil {
		t.Fatal(err)
	}
	ended, cancel := context.WithCancel(t.Context())
	cancel()
	if _, _, err := template.Clone(ended); err == nil {
		t.Error("a clone was made after its context had ended")
	}
	name, drop, err := template.Clone(t.Context()) // on a new connection
	if err != nil || !strings.HasPrefix(name, "samplan_") {
		t.Fatalf("after a clone that was called off: %q %v", name, err)
	}
	drop()
	if err := template.Close(t.Context()); err != nil {
		t.Error(err)
	}
}
