//go:build !release

package county

import (
	"context"
	"database/sql"
	"testing"

	"samplan/internal/postgres"
)

// TestHalfACountyIsMadeAnew: a first start that was stopped in the middle does not leave half a county for ever.
func TestHalfACountyIsMadeAnew(t *testing.T) {
	t.Parallel()
	ctx := t.Context()
	server, err := postgres.Start(ctx, postgres.Options{Throwaway: true})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = server.Stop(context.WithoutCancel(ctx)) })
	admin, err := sql.Open("pgx", server.URL("", ""))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = admin.Close() })
	ensure := func() (made int) {
		t.Helper()
		if err := ensureDatabase(ctx, server, false); err != nil {
			t.Fatal(err)
		}
		if err := admin.QueryRowContext(ctx, "SELECT oid FROM pg_database WHERE datname = $1", database).Scan(&made); err != nil {
			t.Fatal(err)
		}
		return made
	}
	first, second := ensure(), ensure()
	if first == second {
		t.Error("half a county is kept")
	}
	if err := markWhole(ctx, admin); err != nil {
		t.Fatal(err)
	}
	if third := ensure(); third != second {
		t.Error("a whole county is thrown away")
	}
}

func TestTokenCommandNamesTheFolder(t *testing.T) {
	t.Parallel()
	usual, err := postgres.DefaultDir()
	if err != nil {
		t.Fatal(err)
	}
	const command = "go run ./cmd/samplan dev token karin"
	for dir, want := range map[string]string{
		"":              command,
		usual:           command,
		"/srv/a-county": command + " --data /srv/a-county",
		"/srv/Lo's own": command + ` --data '/srv/Lo'\''s own'`,
	} {
		if got := (&County{dir: dir}).tokenCommand("karin"); got != want {
			t.Errorf("%q: want %s, got %s", dir, want, got)
		}
	}
}
