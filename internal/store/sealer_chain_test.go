package store_test

import (
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"samplan/internal/audit"
)

// TestF16AnotherClusterIsAnotherEpoch: after a restore the numbers of transactions begin anew, or stand still, or the
// entries that were restored have higher ones than the cluster has given yet. Each entry still gets its one seal.
func TestF16AnotherClusterIsAnotherEpoch(t *testing.T) {
	t.Parallel()
	for begins, c := range map[string]struct{ change string }{
		audit.BeginsCluster:   {"UPDATE seal SET cluster = '1/00000001', before = '9000000000'"},
		audit.BeginsBackwards: {"UPDATE seal SET before = '9000000000'"},
		audit.BeginsTimeline:  {"UPDATE seal SET cluster = split_part(cluster, '/', 1) || '/000000FF'"},
	} {
		t.Run(begins, func(t *testing.T) {
			t.Parallel()
			s := newSealed(t)
			s.signer = nil // a checkpoint would not fit the seal that is changed below
			s.write(2, "2026-01-01", "staff", "")
			s.all()
			s.exec("ALTER TABLE seal DISABLE TRIGGER USER")
			s.exec(c.change)
			s.exec("ALTER TABLE seal ENABLE TRIGGER USER")
			s.signer = newSigner(t)
			s.all()
			if n := s.count("SELECT count(*) FROM seal WHERE begins = $1 AND epoch = 2 AND count = 0", begins); n != 1 {
				t.Errorf("no seal says so")
			}
			s.exec(`INSERT INTO audit_entry (id, at, xid, request_id, operation, outcome, actor_kind)
			  SELECT gen_random_uuid(), now(), (9000000000 + n)::text::xid8, gen_random_uuid(), 'Restored', 'done', 'system' FROM generate_series(1, 2) n`)
			s.write(3, "2026-01-02", "staff", "")
			s.all()
			s.write(1, "2026-01-02", "staff", "")
			s.all()
			if n := s.count(unsealed); n > 0 {
				t.Errorf("%d entries without seal", n)
			}
			if r := s.proves(); r.Entries != 8 || len(r.Epochs) != 2 || r.Epochs[1].Begins != begins {
				t.Errorf("%+v", r)
			}
		})
	}
}

// TestR36CheckpointsAndKeys: at most one checkpoint in a time; a new key is named by a seal before it signs.
func TestR36CheckpointsAndKeys(t *testing.T) {
	t.Parallel()
	s := newSealed(t)
	s.write(1, "2026-01-01", "staff", "")
	s.all()
	first := s.signer
	o := s.order()
	o.CheckpointEvery = time.Hour
	s.write(1, "2026-01-01", "staff", "")
	for s.count(unsealed) > 0 {
		if p, err := s.Pass(t.Context(), o); err != nil || p.Checkpoint != nil {
			t.Fatalf("%+v, %v", p, err)
		}
	}
	s.signer = newSigner(t)
	if p, err := s.Pass(t.Context(), s.order()); err != nil || p.Checkpoint != nil {
		t.Errorf("the new key signed what the old one was named for: %+v, %v", p, err)
	}
	text, x := s.export(audit.Export{To: 2})
	if x.To != 2 || x.Signed != 1 || x.Entries != 2 {
		t.Errorf("got %+v", x)
	}
	if r := s.verify(text, audit.VerifyOptions{}); len(r.Findings) != 1 || !strings.Contains(r.Findings[0].What, "the seals after 1 are not signed") {
		t.Errorf("got %v", r.Findings)
	}
	if r := s.verify(text, audit.VerifyOptions{Unsigned: true}); !r.IsProved() {
		t.Errorf("got %v", r.Findings)
	}
	s.all() // the exports
	if r := s.proves(); r.Checkpoints != 2 || !slices.Contains(r.Keys, first.ID) || !slices.Contains(r.Keys, s.signer.ID) {
		t.Errorf("got %+v", r)
	}
	if n := s.count("SELECT count(*) FROM audit_entry WHERE operation = 'ExportLog' AND purpose = 'seals 1 to 2'"); n != 1 {
		t.Errorf("%d entries of an export", n)
	}
	for _, wrong := range []audit.Export{{From: 99}, {From: -1}, {From: 3, To: 1}} {
		if _, err := s.Export(t.Context(), wrong, time.Now(), nil); err == nil {
			t.Errorf("%+v was exported", wrong)
		}
	}
}

// TestR36ChangesInTheDatabaseAreFound: whoever is strong enough to change the log in the database does not get past the files.
func TestR36ChangesInTheDatabaseAreFound(t *testing.T) {
	t.Parallel()
	for change, want := range map[string]string{
		"UPDATE audit_entry SET outcome = 'other' WHERE operation = 'GetPlan'": "position 1: entry",
		"DELETE FROM audit_entry WHERE operation = 'GetPlan'":                  "was removed before its 5 years had passed",
		"DELETE FROM seal_leaf WHERE position = 2":                             "position 2: the entry at this position is missing",
		"UPDATE seal_leaf SET position = 5 WHERE position = 4":                 "position 4: the entry at this position is missing",
		"UPDATE seal_leaf SET digest = sha256(digest) WHERE position = 3":      "position 3: entry",
		"UPDATE seal SET root = sha256(root) WHERE number = 1":                 "its entries are not those that were sealed, or the seal was changed",
		"UPDATE checkpoint SET size = size + 1":                                "is not signed by key",
	} {
		s := newSealed(t)
		s.write(4, time.Now().Format(time.DateOnly), "staff", "")
		s.all()
		for _, table := range []string{"audit_entry", "seal", "seal_leaf", "checkpoint"} {
			s.exec("ALTER TABLE " + table + " DISABLE TRIGGER USER")
		}
		s.exec(change)
		text, _ := s.export(audit.Export{})
		found := ""
		for _, f := range s.verify(text, audit.VerifyOptions{}).Findings {
			found += f.String() + "\n"
		}
		if !strings.Contains(found, want) {
			t.Errorf("%s: want %q, found\n%s", change, want, found)
		}
	}
}

// TestR36EntryHasEveryColumn: what a later step adds to the log is not left out of its proof.
func TestR36EntryHasEveryColumn(t *testing.T) {
	t.Parallel()
	s := newSealed(t)
	columns := s.count("SELECT count(*) FROM pg_attribute WHERE attrelid = 'audit_entry'::regclass AND attnum > 0 AND NOT attisdropped")
	if fields := reflect.TypeFor[audit.Entry]().NumField(); fields != columns {
		t.Errorf("audit_entry has %d columns, audit.Entry %d fields: add it to the entry under a new name of its form", columns, fields)
	}
}
