package store_test

import (
	"context"
	"io/fs"
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/migrations"
)

// TestKeptRoutinesLearnNewKindsOfDeadlines: a database that keeps profiles from before a kind of deadline came has them as a new one
// does after its next migration, those that come with the program and those of a principal.
func TestKeptRoutinesLearnNewKindsOfDeadlines(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	keep(t, d, "karlskrona", "karlskrona", 1, "2021-03-01", childFrom(12))
	now := routines(t, d)
	exec(t, d, "ALTER TABLE routine_version DISABLE TRIGGER routine_version_kept")
	exec(t, d, `UPDATE routine_version SET whole = whole #- '{deadlines,contact-card-review}' #- '{deadlines,information-answer}' #- '{deadlines,extract-extension}',
	  document = regexp_replace(document, ',\n    "contact-card-review": .*?\n    }\n  },', E'\n  },')`)
	exec(t, d, "ALTER TABLE routine_version ENABLE TRIGGER routine_version_kept")
	if err := store.Migrate(context.WithoutCancel(t.Context()), d.URL); err == nil {
		t.Error("a version with another text than the program's is taken")
	}
	steps, err := fs.Glob(migrations.FS, "*_teach_*.sql")
	if err != nil || len(steps) != 2 {
		t.Fatal(steps, err)
	}
	for _, name := range append(steps, steps...) { // what has learned learns nothing more
		step, err := migrations.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		exec(t, d, string(step))
	}
	if got := routines(t, d); got != now {
		t.Errorf("got %s\nwant %s", got, now)
	}
	if err := store.Migrate(context.WithoutCancel(t.Context()), d.URL); err != nil {
		t.Error(err)
	}
	if _, err := d.Owner.ExecContext(t.Context(), "UPDATE routine_version SET document = ''"); err == nil {
		t.Error("a version can be changed again")
	}
}

func routines(t *testing.T, d testkit.Database) (all string) {
	t.Helper()
	err := d.Owner.QueryRowContext(t.Context(), "SELECT jsonb_agg(jsonb_build_array(code, number, document, whole) ORDER BY code, number)::text FROM routine_version").Scan(&all)
	if err != nil {
		t.Fatal(err)
	}
	return all
}
