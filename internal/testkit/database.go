package testkit

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"runtime/debug"
	"sync"
	"testing"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"samplan/internal/postgres"
	"samplan/internal/store"
)

// cluster is the one private server of a test program, with a migrated template that each test clones.
type cluster struct {
	server   *postgres.Server
	template *postgres.Template
}

var (
	once   sync.Once
	shared cluster
	broken error
)

// Main runs the tests of a package and stops the private server afterwards. Each package with a database calls it from
// its TestMain.
func Main(m *testing.M, prepare func(ctx context.Context, url string) error) {
	template = prepare
	debug.SetGCPercent(400) // memory is there; under -race each collection costs much
	code := m.Run()
	if shared.server != nil {
		if err := shared.server.Stop(context.Background()); err != nil {
			fmt.Fprintln(os.Stderr, err)
			code = 1
		}
	}
	os.Exit(code)
}

// template prepares the template after migration, for a package whose tests all begin with the same data.
var template func(ctx context.Context, url string) error

func start() {
	ctx := context.Background()
	server, err := postgres.Start(ctx, postgres.Options{Throwaway: true, Progress: os.Stderr})
	if err != nil {
		broken = err
		return
	}
	shared.server = server
	shared.template, broken = postgres.NewTemplate(ctx, server, func(ctx context.Context, url string) error {
		if err := store.Migrate(ctx, url); err != nil {
			return err
		}
		if template != nil {
			return template(ctx, url)
		}
		return nil
	})
}

// Database is a test's own database.
type Database struct {
	URL    string  // as superuser
	Owner  *sql.DB // as superuser, past every fence, to build and look at worlds
	Eraser *sql.DB // as superuser, past every trigger too, to take a world away
	Store  *store.Store
}

// openOwner plans each statement once, as the store does: most of what a world's foreign keys cost is plans. role is
// "replica" for a connection without triggers; one that comes and goes between the two forgets its plans each time.
func openOwner(t testing.TB, url, role string) *sql.DB {
	t.Helper()
	cfg, err := pgx.ParseConfig(url)
	if err != nil {
		t.Fatal(err)
	}
	cfg.RuntimeParams["plan_cache_mode"] = "force_generic_plan"
	cfg.RuntimeParams["session_replication_role"] = role
	db := stdlib.OpenDB(*cfg)
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// NewDatabase clones the template for one test. Its absence is an error, never a skip.
func NewDatabase(t testing.TB, o store.Options) Database {
	t.Helper()
	return cloned(t, theTemplate(t), o)
}

// theTemplate is the one of this test program, made when the first test wants it.
func theTemplate(t testing.TB) *postgres.Template {
	t.Helper()
	once.Do(start)
	if broken != nil {
		t.Fatalf("private Postgres: %v", broken)
	}
	return shared.template
}

func cloned(t testing.TB, from *postgres.Template, o store.Options) Database {
	t.Helper()
	name, drop, err := from.Clone(t.Context())
	if err != nil {
		t.Fatalf("clone database: %v", err)
	}
	t.Cleanup(drop)
	return opened(t, name, o)
}

func opened(t testing.TB, name string, o store.Options) Database {
	t.Helper()
	d := Database{URL: shared.server.URL("postgres", name)}
	d.Owner, d.Eraser = openOwner(t, d.URL, "origin"), openOwner(t, d.URL, "replica")
	var err error
	if d.Store, err = store.Open(t.Context(), shared.server.URL("samplan_app", name), o); err != nil {
		t.Fatalf("open store: %v", err)
	}
	t.Cleanup(func() { _ = d.Store.Close() })
	return d
}

// close lets go of every connection, so that the database can be copied.
func (d Database) close() error {
	return errors.Join(d.Owner.Close(), d.Eraser.Close(), d.Store.Close())
}
