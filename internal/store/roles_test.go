package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// open tables hold nothing about people: the organisation and its routines.
var openTables = []string{"principal", "authority", "branch", "unit", "unit_place", "unit_code", "unit_successor", "routine_version", "routine_choice", "request_receiver", "intervention_catalogue", "contact_card", "questionnaire"}

// mayRead says which tables a role of the database sees any row of, when nobody has come through the door. samplan_fence
// has no login: only the functions of the door run as it. samplan_owner (no login either) and samplan_migrate change the
// schema, so what the fence reads cannot be kept from them; they serve nobody, and the log is closed to them too.
var mayRead = map[string]func(table string) bool{
	"samplan_owner":   isBehindFence,
	"samplan_migrate": isBehindFence,
	"samplan_app":     func(table string) bool { return slices.Contains(openTables, table) || table == "person" }, // staff alone
	"samplan_sealer":  isLog,
	"samplan_fence":   isBehindFence,
	// Which entries are sealed, and of these the old ones, as those of the world are (disposal_test.go).
	"samplan_disposal": func(table string) bool { return table == "seal_leaf" || table == "audit_entry" },
	// The queue, which mails have left, and where one may go: no table that a mail could be about.
	"samplan_worker": func(table string) bool {
		return strings.HasPrefix(table, "job.") || table == "mail" || table == "mail_told" || table == "mailable_address"
	},
	"samplan_log":   func(table string) bool { return slices.Contains(behindLog, table) },
	"samplan_stats": func(string) bool { return false }, // numbers, of a view
}

// behindLog are the tables that the functions of the log read: the log, its reviews, and what makes an entry somebody's to know.
var behindLog = []string{
	"audit_entry", "log_setting", "log_review", "log_review_entry", "plan", "party", "item", "person", "case_file", "consent", "consent_giver",
	"disclosure", "unit", "client",
}

func isLog(table string) bool {
	return slices.Contains([]string{"audit_entry", "seal", "seal_leaf", "seal_key", "checkpoint"}, table)
}

func isBehindFence(table string) bool {
	return !isLog(table) && !strings.HasPrefix(table, "job.") && !slices.Contains([]string{"idempotency_key", "mail", "mail_told", "notification_mark"}, table)
}

// TestR36EveryTableAsEveryRole tries to read every table as every role of the database, in a world full of plans: rights
// and fences alone decide, and a role that is not listed above fails.
func TestR36EveryTableAsEveryRole(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	w := worlds.New(worlds.Seed(7), "roles")
	if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
		t.Fatal(err)
	}
	serve(t, d, w, worlds.StaffOf("bou1")[0], func(context.Context, access.Actor) error { return nil }) // fills the log
	sealedOn(t, d).write(1, time.Now().Format(time.DateOnly), "system", "")
	sealedOn(t, d).all()
	tables := strings.Fields(single(t, d.Owner, `SELECT string_agg(oid::regclass::text, ' ') FROM pg_class
	  WHERE relkind = 'r' AND relnamespace IN ('public'::regnamespace, 'job'::regnamespace) AND relname <> 'goose_db_version'`))
	roles := strings.Fields(single(t, d.Owner, `SELECT string_agg(rolname, ' ') FROM pg_roles WHERE rolname LIKE 'samplan\_%'`))
	filled := 0
	for _, table := range tables {
		if single(t, d.Owner, "SELECT count(*)::text FROM "+table) != "0" {
			filled++
		}
		for _, role := range roles {
			may, isKnown := mayRead[role]
			if !isKnown {
				t.Fatalf("role %s is not listed", role)
			}
			if n := seenAs(t, d.Owner, role, table); n > 0 && !may(table) {
				t.Errorf("%s sees %d rows of %s", role, n, table)
			}
		}
	}
	if filled < 20 {
		t.Errorf("only %d tables have rows", filled)
	}
}

// seenAs counts the rows that a role sees; without the right to look there are none.
func seenAs(t *testing.T, owner *sql.DB, role, table string) int {
	t.Helper()
	tx, err := owner.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was to be kept
	run(t, tx, "SET LOCAL ROLE "+role)
	where := ""
	if table == "person" && role == "samplan_app" {
		where = " WHERE staff_name IS NULL"
	}
	var n int
	if err := tx.QueryRowContext(t.Context(), "SELECT count(*) FROM "+table+where).Scan(&n); err != nil {
		if strings.Contains(err.Error(), "permission denied") {
			return 0
		}
		t.Fatalf("%s, %s: %v", role, table, err)
	}
	if where != "" && n > 0 {
		t.Errorf("%s sees %d people who are not staff", role, n)
	}
	return n
}

func single(t *testing.T, db *sql.DB, question string) string {
	t.Helper()
	var answer sql.NullString
	if err := db.QueryRowContext(t.Context(), question).Scan(&answer); err != nil {
		t.Fatal(fmt.Errorf("%s: %w", question, err))
	}
	return answer.String
}
