package store_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/riverqueue/river/riverdriver/riverpgxv5"
	"github.com/riverqueue/river/rivermigrate"

	"samplan/internal/store"
	"samplan/internal/testkit"
)

// ofQueue asks the catalogue for the tables of a queue, without the name of the schema they are in.
const ofQueue = `SELECT regexp_replace(x, '\m' || $1 || '\.', '', 'g') FROM (
  SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod) || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
      || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '') || ' ' || c.relpersistence::text AS x
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
   WHERE c.relkind = 'r' AND c.relnamespace = $1::regnamespace AND c.relname <> 'river_migration'
  UNION ALL SELECT 'constraint ' || r.relname || ' ' || pg_get_constraintdef(c.oid) FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
   WHERE r.relnamespace = $1::regnamespace AND r.relname <> 'river_migration' AND c.conname <> 'args_are_ids'
  UNION ALL SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = $1 AND tablename <> 'river_migration'
  UNION ALL SELECT 'state ' || enumlabel || ' ' || (SELECT count(*) FROM pg_enum o WHERE o.enumtypid = e.enumtypid AND o.enumsortorder < e.enumsortorder)
    FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typnamespace = $1::regnamespace) q ORDER BY 1`

// TestQueueIsAsRiverWantsIt lets River make its own tables beside ours and compares them, so that a newer River that wants
// others is seen here; and it asks both functions of states the same.
func TestQueueIsAsRiverWantsIt(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	if _, err := d.Owner.ExecContext(t.Context(), "CREATE SCHEMA rivers"); err != nil {
		t.Fatal(err)
	}
	pool, err := pgxpool.New(t.Context(), d.URL)
	if err != nil {
		t.Fatal(err)
	}
	defer pool.Close()
	m, err := rivermigrate.New(riverpgxv5.New(pool), &rivermigrate.Config{Schema: "rivers"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := m.Migrate(t.Context(), rivermigrate.DirectionUp, nil); err != nil {
		t.Fatal(err)
	}
	ask := func(schema string) []string {
		all := lines(t, d.Owner, strings.ReplaceAll(ofQueue, "$1", "'"+schema+"'"))
		slices.Sort(all)
		return all
	}
	if diff := cmp.Diff(ask("rivers"), ask("job")); diff != "" {
		t.Errorf("River wants other tables (-want +got)\n%s", diff)
	}
	const differing = `SELECT b::text || ' ' || s FROM generate_series(0, 255) n CROSS JOIN LATERAL (SELECT n::bit(8) AS b) x
	  CROSS JOIN unnest(enum_range(NULL::job.river_job_state)) s
	  WHERE job.river_job_state_in_bitmask(b, s) <> rivers.river_job_state_in_bitmask(b, s::text::rivers.river_job_state)`
	if got := lines(t, d.Owner, differing); len(got) > 0 {
		t.Errorf("states are read otherwise: %q", got)
	}
}
