package store_test

import (
	"database/sql"
	"flag"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"samplan/internal/store"
	"samplan/internal/testkit"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden is the whole schema in one readable file; a change of schema is a reviewable change of it.
const golden = "../../migrations/schema.sql"

// parts asks the catalogue for the schema, part by part, each answer a line of SQL.
var parts = []struct{ title, question string }{
	{"Domains", `SELECT 'CREATE DOMAIN ' || t.typname || ' AS ' || format_type(t.typbasetype, t.typtypmod) || ' ' || pg_get_constraintdef(c.oid) || ';'
	  FROM pg_type t JOIN pg_constraint c ON c.contypid = t.oid WHERE t.typnamespace = 'public'::regnamespace AND t.typtype = 'd' ORDER BY 1`},
	{"Tables", `SELECT E'\nCREATE TABLE ' || c.oid::regclass || E' (\n' || string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
	    || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END || coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\n' ORDER BY a.attnum)
	    || E'\n);\n-- ' || obj_description(c.oid, 'pg_class')
	  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
	  LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
	  WHERE c.relkind = 'r' AND c.relnamespace IN ('public'::regnamespace, 'job'::regnamespace) AND c.relname <> 'goose_db_version' GROUP BY c.oid, c.relname ORDER BY c.relname`},
	{"Constraints", `SELECT 'ALTER TABLE ' || r.oid::regclass || ' ADD ' || pg_get_constraintdef(c.oid) || ';' FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid
	  WHERE r.relnamespace IN ('public'::regnamespace, 'job'::regnamespace) AND r.relname <> 'goose_db_version' AND c.contype <> 't' ORDER BY r.relname, c.contype, 1`},
	{"Indexes", `SELECT indexdef || ';' FROM pg_indexes WHERE schemaname IN ('public', 'job') AND tablename <> 'goose_db_version' ORDER BY tablename, indexname`},
	{"Triggers", `SELECT pg_get_triggerdef(t.oid) || ';' FROM pg_trigger t JOIN pg_class r ON r.oid = t.tgrelid WHERE NOT t.tgisinternal ORDER BY r.relname, t.tgname`},
	{"Views", `SELECT E'\nCREATE VIEW ' || viewname || E' AS -- owned by ' || viewowner || E'\n' || definition FROM pg_views WHERE schemaname = 'public' ORDER BY viewname`},
	{"Fences", `SELECT E'\nCREATE POLICY ' || policyname || ' ON ' || format('%I.%I', schemaname, tablename)::regclass || ' FOR ' || cmd || ' TO ' || array_to_string(roles, ', ')
	    || coalesce(E'\n  USING ' || qual, '') || coalesce(E'\n  WITH CHECK ' || with_check, '') || ';' FROM pg_policies WHERE schemaname IN ('public', 'job') ORDER BY tablename, policyname`},
	{"Rights on tables", `SELECT 'GRANT ' || string_agg(privilege_type, ', ' ORDER BY privilege_type) || ' ON ' || format('%I.%I', table_schema, table_name)::regclass || ' TO ' || grantee || ';'
	  FROM information_schema.role_table_grants WHERE table_schema IN ('public', 'job') AND grantee IN ('samplan_app', 'samplan_fence', 'samplan_log', 'samplan_sealer', 'samplan_disposal', 'samplan_worker', 'samplan_stats')
	    AND table_name NOT IN (SELECT viewname FROM pg_views WHERE viewowner = grantee) GROUP BY table_schema, table_name, grantee ORDER BY table_name, grantee`},
	{"Functions", `SELECT E'\n-- owned by ' || r.rolname || ': ' || coalesce(obj_description(p.oid, 'pg_proc'), '') || E'\n' || pg_get_functiondef(p.oid) || ';'
	  FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner WHERE p.pronamespace IN ('public'::regnamespace, 'job'::regnamespace) AND r.rolname LIKE 'samplan\_%' ORDER BY p.proname`},
}

// goldenMajor is the version of Postgres that wrote the golden file. Another prints the same expressions in other words,
// so under another only the tables are compared.
const goldenMajor = "15"

// TestSchemaIsTheGoldenOne compares the migrated schema with migrations/schema.sql; -update writes it.
func TestSchemaIsTheGoldenOne(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	var b strings.Builder
	b.WriteString("-- The whole schema as the migrations make it. Written by the tests of internal/store with -update; never edited.\n")
	for _, p := range parts {
		b.WriteString("\n-- " + p.title + "\n")
		for _, line := range lines(t, d.Owner, p.question) {
			b.WriteString(line + "\n")
		}
	}
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got := b.String()
	if lines(t, d.Owner, "SELECT (current_setting('server_version_num')::int / 10000)::text")[0] != goldenMajor {
		want, got = []byte(tables(t, string(want))), tables(t, got)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("the schema differs from migrations/schema.sql (-want +got)\n%s", diff)
	}
}

// tables cuts the tables out of a schema.
func tables(t *testing.T, schema string) string {
	t.Helper()
	_, after, isThere := strings.Cut(schema, "\n-- Tables\n")
	between, _, isFollowed := strings.Cut(after, "\n-- Constraints\n")
	if !isThere || !isFollowed || !strings.Contains(between, "CREATE TABLE item (") {
		t.Fatal("the golden file has no tables")
	}
	return between
}

func lines(t *testing.T, owner *sql.DB, question string) []string {
	t.Helper()
	rows, err := owner.QueryContext(t.Context(), question)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	var all []string
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			t.Fatal(err)
		}
		all = append(all, s)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}
