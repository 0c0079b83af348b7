package store_test

import (
	"regexp"
	"testing"
	"time"

	"samplan/internal/audit"
	"samplan/internal/store"
)

func retention(t *testing.T, text string) audit.Retention {
	t.Helper()
	r, err := audit.ParseRetention(text)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestR36WeedingLeavesStubs: what is old and sealed goes, by role and kind of actor; the log still proves, and tells of it.
func TestR36WeedingLeavesStubs(t *testing.T) {
	t.Parallel()
	s := newSealed(t)
	d, err := store.OpenDisposal(t.Context(), s.URL)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() })
	now := time.Now()
	years := func(n int) string { return now.AddDate(-n, 0, -1).Format(time.DateOnly) }
	s.write(1, years(6), "staff", "headteacher")
	s.write(1, years(6), "citizen", "")
	s.write(1, years(6), "staff", "caseworker")
	s.write(1, years(12), "staff", "caseworker")
	s.write(1, years(4), "staff", "headteacher")
	s.all()
	s.write(2, years(20), "staff", "headteacher") // not sealed
	weed := func(text string, want int64) {
		t.Helper()
		if gone, err := d.Weed(t.Context(), retention(t, text), now); err != nil || gone != want {
			t.Errorf("%s: %d are gone, want %d, %v", text, gone, want, err)
		}
	}
	weed("50", 0)
	weed("5,citizen=7,caseworker=10", 2)
	weed("5,citizen=7,caseworker=10", 0)
	weed("5", 2)
	if n := s.count("SELECT count(*) FROM audit_entry WHERE operation = 'GetPlan'"); n != 3 {
		t.Errorf("%d entries are left, want the young one and the two without seal", n)
	}
	if n := s.count("SELECT count(*) FROM audit_entry WHERE operation = 'WeedLog' AND purpose = '2 entries'"); n != 2 {
		t.Errorf("%d entries of weeding", n)
	}
	s.all()
	if r := s.proves(); r.Stubs != 4 || r.Entries != 5 || r.Size != 9 {
		t.Errorf("%+v", r)
	}
}

const entry = "INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, person_id) VALUES (gen_random_uuid(), now(), gen_random_uuid(), "

// foreign is what each role must not do.
var foreign = map[string][]string{
	"samplan_app": {
		"SELECT 1 FROM seal", "SELECT 1 FROM seal_leaf", "SELECT 1 FROM seal_key", "SELECT 1 FROM checkpoint", "SELECT 1 FROM audit_entry",
		"DELETE FROM seal", "UPDATE seal SET size = 0", "INSERT INTO seal_key VALUES ('x', '', now())",
		"DELETE FROM audit_entry", "TRUNCATE audit_entry",
	},
	"samplan_sealer": {
		"UPDATE audit_entry SET outcome = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry", "DELETE FROM seal", "UPDATE seal SET size = 0",
		"DELETE FROM seal_leaf", "UPDATE seal_leaf SET position = 9", "DELETE FROM checkpoint", "UPDATE checkpoint SET size = 0", "DELETE FROM seal_key",
		"SELECT 1 FROM person", "SELECT 1 FROM item", entry + "'GetPlan', 'done', 'system', NULL)", entry + "'ExportLog', 'done', 'system', gen_random_uuid())",
	},
	"samplan_disposal": {
		"SELECT child_id FROM audit_entry", "UPDATE audit_entry SET outcome = 'x'", "TRUNCATE audit_entry", "SELECT digest FROM seal_leaf",
		"DELETE FROM seal_leaf", "DELETE FROM seal", "SELECT 1 FROM person", entry + "'GetPlan', 'done', 'system', NULL)",
	},
	"samplan_owner": {"UPDATE audit_entry SET outcome = 'x'", "DELETE FROM audit_entry", "TRUNCATE audit_entry", "DELETE FROM seal", "UPDATE seal_leaf SET position = 9"},
}

// denied is what the database says to that, and not of a mistake in the statement.
var denied = regexp.MustCompile("permission denied|row-level security|is never changed or removed|is removed by samplan_disposal alone")

// TestR36WhoMayTouchTheLog asks each role for what is not its own.
func TestR36WhoMayTouchTheLog(t *testing.T) {
	t.Parallel()
	s := newSealed(t)
	s.write(1, "2020-01-01", "staff", "")
	s.all()
	s.write(1, "2020-01-02", "staff", "")
	young := time.Now().Format(time.DateOnly)
	s.write(1, young, "staff", "")
	for role, all := range foreign {
		for _, statement := range all {
			tx, err := s.Owner.BeginTx(t.Context(), nil)
			if err != nil {
				t.Fatal(err)
			}
			run(t, tx, "SET LOCAL ROLE "+role)
			if _, err := tx.ExecContext(t.Context(), statement); err == nil || !denied.MatchString(err.Error()) {
				t.Errorf("%s: %s: %v", role, statement, err)
			}
			if err := tx.Rollback(); err != nil {
				t.Fatal(err)
			}
		}
	}
	tx, err := s.Owner.BeginTx(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was to be kept
	run(t, tx, "SET LOCAL ROLE samplan_disposal")
	done, err := tx.ExecContext(t.Context(), "DELETE FROM audit_entry")
	if err != nil {
		t.Fatal(err)
	}
	if n, err := done.RowsAffected(); err != nil || n != 1 {
		t.Errorf("%d entries go, want the one that is sealed and old; %v", n, err)
	}
}
