package store_test

import (
	"database/sql"
	"fmt"
	"slices"
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// catalogue holds, per rule of net 6, a question to the catalogue whose answer is a list of what breaks the rule.
var catalogue = map[string]string{
	"row-level security is enabled and forced": `SELECT relname FROM pg_class WHERE relkind IN ('r', 'p') AND relnamespace IN ('public'::regnamespace, 'job'::regnamespace)
	  AND relname <> 'goose_db_version' AND NOT (relrowsecurity AND relforcerowsecurity)`,
	"the server owns nothing": `SELECT relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner WHERE r.rolname = 'samplan_app'
	  UNION SELECT proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE r.rolname = 'samplan_app'`,
	"nobody bypasses the fences": `SELECT rolname FROM pg_roles WHERE rolname LIKE 'samplan\_%' AND (rolbypassrls OR rolsuper OR rolcreaterole OR rolcreatedb)`,
	"the server is nobody else": `SELECT g.rolname FROM pg_auth_members m JOIN pg_roles r ON r.oid = m.member JOIN pg_roles g ON g.oid = m.roleid
	  WHERE r.rolname = 'samplan_app'`,
	"every table is described": `SELECT relname FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace IN ('public'::regnamespace, 'job'::regnamespace)
	  AND relname <> 'goose_db_version' AND obj_description(oid, 'pg_class') IS NULL`,
	"every column is described": `SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
	  WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'job'::regnamespace) AND c.relname <> 'goose_db_version' AND a.attnum > 0 AND NOT a.attisdropped
	  AND col_description(c.oid, a.attnum) IS NULL`,
	"functions that look across walls have a fixed search path": `SELECT proname FROM pg_proc WHERE pronamespace IN ('public'::regnamespace, 'job'::regnamespace) AND prosecdef
	  AND NOT coalesce(proconfig::text LIKE '%search_path=pg_catalog, public%', false)`,
	"nobody but named roles may run our functions": `SELECT proname FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
	  WHERE p.pronamespace IN ('public'::regnamespace, 'job'::regnamespace) AND r.rolname LIKE 'samplan\_%' AND has_function_privilege('public', p.oid, 'EXECUTE')`,
	"the server cannot rewrite the log": `SELECT p FROM unnest(ARRAY['SELECT', 'UPDATE', 'DELETE', 'TRUNCATE']) p WHERE has_table_privilege('samplan_app', 'audit_entry', p)`,
	"the server removes nothing but kept answers": `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'job'::regnamespace)
	  AND relname <> 'idempotency_key' AND (has_table_privilege('samplan_app', oid, 'DELETE') OR has_table_privilege('samplan_app', oid, 'TRUNCATE'))`,
}

// TestFences is net 6: the catalogue says that every wall stands.
func TestFences(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	for rule, question := range catalogue {
		for _, broken := range names(t, d.Owner, question) {
			t.Errorf("%s: not so for %s", rule, broken)
		}
	}
}

// TestFallenFencesAreFound breaks each rule of the catalogue and asks again.
func TestFallenFencesAreFound(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	for rule, breakage := range map[string]string{
		"row-level security is enabled and forced":                  "ALTER TABLE item NO FORCE ROW LEVEL SECURITY",
		"the server owns nothing":                                   "ALTER TABLE item OWNER TO samplan_app",
		"every table is described":                                  "COMMENT ON TABLE item IS NULL",
		"every column is described":                                 "ALTER TABLE item ADD planted text",
		"functions that look across walls have a fixed search path": "ALTER FUNCTION app_sees_consent(uuid) RESET search_path",
		"nobody but named roles may run our functions":              "GRANT EXECUTE ON FUNCTION app_sees_consent(uuid) TO PUBLIC",
		"the server cannot rewrite the log":                         "GRANT UPDATE ON audit_entry TO samplan_app",
		"the server removes nothing but kept answers":               "GRANT DELETE ON item TO samplan_app",
	} {
		tx, err := d.Owner.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		run(t, tx, breakage)
		if len(names(t, tx, catalogue[rule])) == 0 {
			t.Errorf("%s: %q is not found", rule, breakage)
		}
		if err := tx.Rollback(); err != nil {
			t.Fatal(err)
		}
	}
}

// TestNobodySeesNothing: without settings, the server's role gets no row out of any table about people.
func TestNobodySeesNothing(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	w := worlds.New(worlds.Seed(3), "nobody")
	if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
		t.Fatal(err)
	}
	public := []string{"principal", "authority", "branch", "unit", "unit_place", "unit_code", "routine_version", "routine_choice", "request_receiver", "intervention_catalogue", "contact_card", "questionnaire"}
	staff := map[string]string{"person": "SELECT count(*) FROM person WHERE staff_name IS NULL"} // who works where is public
	tx, err := d.Owner.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was to be kept
	tables := names(t, tx, `SELECT oid::regclass::text AS relname FROM pg_class WHERE relkind IN ('r', 'v') AND relnamespace IN ('public'::regnamespace, 'job'::regnamespace)
	  AND has_table_privilege('samplan_app', oid, 'SELECT') AND relname <> 'schema_version' ORDER BY relname`)
	run(t, tx, "SET LOCAL ROLE samplan_app")
	for _, table := range tables {
		question, ok := staff[table]
		if !ok {
			question = "SELECT count(*) FROM " + table
		}
		var n int
		if err := tx.QueryRowContext(t.Context(), question).Scan(&n); err != nil {
			t.Fatalf("%s: %v", table, err)
		}
		if (n > 0) != slices.Contains(public, table) {
			t.Errorf("%s: nobody sees %d rows", table, n)
		}
	}
	if len(tables) < 25 {
		t.Errorf("only %d tables were looked at", len(tables))
	}
}

type asker interface {
	Query(query string, args ...any) (*sql.Rows, error)
}

func names(t *testing.T, db asker, question string) []string {
	t.Helper()
	found, err := db.Query(question)
	if err != nil {
		t.Fatal(fmt.Errorf("%s: %w", question, err))
	}
	defer func() { _ = found.Close() }() // read to its end
	var all []string
	for found.Next() {
		var v string
		if err := found.Scan(&v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	if err := found.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
