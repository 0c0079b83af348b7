package store_test

import (
	"database/sql"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

// holding is one unit's holding of words about one child: where, and which words.
type holding struct{ table, word string }

// disposing looks at a database from outside while holders' copies are weeded.
type disposing struct {
	t     *testing.T
	owner *sql.DB
	day   string
	words map[string][]string // of each table, the columns in which people write
}

// everyText finds the columns in which people write: those of the domains that say so, questions and answers, and files.
const everyText = `SELECT c.table_name || '.' || c.column_name AS relname FROM information_schema.columns c JOIN pg_class k ON k.relname = c.table_name AND k.relkind = 'r'
  WHERE c.table_schema = 'public' AND (c.domain_name IN ('short_text', 'free_text', 'reason_text') OR c.table_name = 'attachment_content' AND c.column_name = 'bytes')`

// plant writes a word of its own into every text of every row about a child.
func (d *disposing) plant(eraser *sql.DB) {
	d.t.Helper()
	for table, columns := range d.words {
		if _, ok := heldBy[table]; !ok {
			continue
		}
		for _, c := range columns {
			word := fmt.Sprintf("'ord' || md5('%s.%s' || t.ctid::text)", table, c)
			if c == "bytes" {
				word = "convert_to(" + word + ", 'UTF8')"
			}
			if _, err := eraser.ExecContext(d.t.Context(), fmt.Sprintf("UPDATE %s t SET %s = %s WHERE %[2]s IS NOT NULL", table, c, word)); err != nil {
				d.t.Fatalf("plant in %s.%s: %v", table, c, err)
			}
		}
	}
}

// toGo are the words about a child that nobody but some units holds, and toStay all others.
func (d *disposing) toGo(child, unit string) (toGo, toStay []holding) {
	d.t.Helper()
	holders := d.holders(child, unit)
	for _, table := range slices.Sorted(maps.Keys(heldBy)) {
		h, inPlan := heldBy[table], "true"
		if strings.Contains(h.from, "JOIN plan p") { // nothing of a plan outlives it
			inPlan = "(" + parties + ") && $2::uuid[]"
		}
		for _, c := range d.words[table] {
			value := "t." + c
			if c == "bytes" {
				value = "convert_from(t.bytes, 'UTF8')"
			}
			all, err := d.owner.QueryContext(d.t.Context(), fmt.Sprintf(`WITH holder AS (SELECT unnest($2::uuid[]) AS unit_id), day AS (SELECT $1::date)
			  SELECT %s, %s = $3 AND NOT (coalesce((%s) && $2::uuid[], false) AND %s) FROM %s t %s WHERE t.%s IS NOT NULL`, value, h.child, strings.ReplaceAll(h.units, "$1", "$1::date"), inPlan, table, h.from, c),
				d.day, "{"+strings.Join(holders, ",")+"}", child)
			if err != nil {
				d.t.Fatalf("%s: %v", table, err)
			}
			defer func() { _ = all.Close() }() // read to its end
			for all.Next() {
				var w string
				var goes sql.NullBool
				if err := all.Scan(&w, &goes); err != nil {
					d.t.Fatal(err)
				}
				if goes.Bool {
					toGo = append(toGo, holding{table, w})
				} else {
					toStay = append(toStay, holding{table, w})
				}
			}
			if err := all.Err(); err != nil {
				d.t.Fatal(err)
			}
		}
	}
	return toGo, toStay
}

// holders are the other units that hold something of their own about the child, and have not disposed of it.
func (d *disposing) holders(child, but string) []string {
	d.t.Helper()
	return texts(d.t, d.owner, `SELECT DISTINCT x.unit_id::text FROM (`+strings.Join(makeHolders, " UNION ALL ")+`) x (unit_id, child_id)
	  WHERE x.child_id = $1 AND x.unit_id <> $2
	    AND NOT EXISTS (SELECT FROM disposal_case d WHERE d.child_id = $1 AND d.unit_id = x.unit_id AND d.outcome = 'disposed')`, child, but)
}

func texts(t *testing.T, db *sql.DB, question string, args ...any) []string {
	t.Helper()
	rows, err := db.QueryContext(t.Context(), question, args...)
	if err != nil {
		t.Fatalf("%s: %v", question, err)
	}
	defer func() { _ = rows.Close() }() // read to its end
	var all []string
	for rows.Next() {
		var v string
		if err := rows.Scan(&v); err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	if err := rows.Err(); err != nil {
		t.Fatal(err)
	}
	return all
}

// everything is the whole database as text: every row of every table, files as the words in them.
func (d *disposing) everything() string {
	d.t.Helper()
	var b strings.Builder
	for _, table := range texts(d.t, d.owner, `SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'job'::regnamespace)`) {
		for _, row := range texts(d.t, d.owner, "SELECT to_jsonb(t)::text FROM "+table+" t") {
			b.WriteString(row)
			b.WriteByte('\n')
		}
	}
	for _, file := range texts(d.t, d.owner, "SELECT encode(bytes, 'escape') FROM attachment_content") {
		b.WriteString(file)
		b.WriteByte('\n')
	}
	return b.String()
}

// weed disposes of one unit's copy as a decided list would.
func (d *disposing) weed(unit, child string) {
	d.t.Helper()
	tx, err := d.owner.BeginTx(d.t.Context(), nil)
	if err != nil {
		d.t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit it does nothing
	for _, statement := range []string{
		fmt.Sprintf(`INSERT INTO disposal_run (id, branch_id, profile, state, drawn_up_by, drawn_up_on, created_at)
		  SELECT gen_random_uuid(), (SELECT branch_id FROM unit_place WHERE unit_id = '%s' LIMIT 1), 1, 'decided', (SELECT id FROM person WHERE staff_name IS NOT NULL LIMIT 1), '%s', now()`, unit, d.day),
		fmt.Sprintf(`INSERT INTO disposal_case (id, run_id, unit_id, child_id, clock, paragraph, last_entry_on, due_on, finish_by, outcome)
		  SELECT gen_random_uuid(), (SELECT id FROM disposal_run ORDER BY created_at DESC, id LIMIT 1), '%s', '%s', 'lss', 'LSS 21 c', date '%s' - 2, date '%[3]s' - 1, date '%[3]s', 'listed'`, unit, child, d.day),
		"SET LOCAL ROLE samplan_fence",
		"SELECT set_config('app.disposing', 'on', true), set_config('app.today', '" + d.day + "', true)",
		fmt.Sprintf("SELECT app_dispose_case(id) FROM disposal_case WHERE unit_id = '%s' AND child_id = '%s' AND outcome = 'listed'", unit, child),
		"RESET ROLE",
	} {
		if _, err := tx.ExecContext(d.t.Context(), statement); err != nil {
			d.t.Fatalf("%s: %v", statement, err)
		}
	}
	if err := tx.Commit(); err != nil {
		d.t.Fatal(err)
	}
}
