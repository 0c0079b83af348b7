package store_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"samplan/internal/audit"
	"samplan/internal/disposal"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// newBook is an empty file of certificates with its key.
func newBook(t *testing.T) disposal.Book {
	t.Helper()
	secret, public, err := audit.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	signer, err := audit.ReadSigner(secret)
	if err != nil {
		t.Fatal(err)
	}
	return disposal.Book{Path: filepath.Join(t.TempDir(), "certificates.jsonl"), Keys: []audit.PublicKey{public}, Signer: signer}
}

// weeder works as samplan_disposal on a database.
func weeder(t *testing.T, url string) *store.Disposal {
	t.Helper()
	d, err := store.OpenDisposal(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = d.Close() }) // nothing is left to lose
	return d
}

func clocks(t *testing.T) *disposal.Profile {
	t.Helper()
	p, err := disposal.Clocks()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// waiting are the certificates that a database has not carried out.
func waiting(t *testing.T, b disposal.Book, d *store.Disposal) disposal.Chain {
	t.Helper()
	all, err := b.Read()
	if err != nil {
		t.Fatal(err)
	}
	done, err := d.Certificates(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	left, err := all.Waiting(done)
	if err != nil {
		t.Fatal(err)
	}
	return left
}

// restoring is two databases that hold the same world: in one a holder's copy is disposed of, the other is a backup from before.
type restoring struct {
	was, again       *disposing
	before, restored testkit.Database
	book             disposal.Book
	toGo, toStay     []holding // of the backup
	unit             string
}

// certify disposes of one holder's copy, and keeps the certificate.
func (r *restoring) certify(t *testing.T, seed uint64) disposal.Kept {
	t.Helper()
	child := r.was.of(r.before, seed)
	r.was.exec(r.before.Eraser, "TRUNCATE disposal_certificate")
	r.again.exec(r.restored.Eraser, "TRUNCATE disposal_certificate")
	if other := r.again.of(r.restored, seed); other != child {
		t.Fatalf("the worlds are not the same: %s, %s", child, other)
	}
	holders := r.was.holders(child, worlds.ID{}.String())
	r.unit = holders[worlds.Seed(seed).Roll(len(holders))]
	r.toGo, r.toStay = r.again.toGo(child, r.unit)
	r.was.weed(r.unit, child)
	r.was.exec(r.before.Owner, "UPDATE disposal_run SET state = 'carried-out', carried_out_on = '"+r.was.day+"'")
	now := time.Now()
	_, _, err := weeder(t, r.before.URL).CarryOut(t.Context(), now, clocks(t), func(list []byte) (int, string, error) {
		k, err := r.book.Add(list, now)
		return k.Number, k.Hash, err
	})
	if err != nil {
		t.Fatal(err)
	}
	left := waiting(t, r.book, weeder(t, r.restored.URL))
	if len(left) != 1 || len(waiting(t, r.book, weeder(t, r.before.URL))) != 0 {
		t.Fatalf("%d wait", len(left))
	}
	for _, h := range slices.Concat(r.toGo, r.toStay) {
		if strings.Contains(string(left[0].List), h.word) {
			t.Errorf("a word of %s is in the certificate", h.table)
		}
	}
	return left[0]
}

// wantWeeded fails unless the words that the holder alone held are gone, and all others are where they were.
func (r *restoring) wantWeeded(t *testing.T, all string) {
	t.Helper()
	for _, h := range r.toGo {
		if strings.Contains(all, h.word) {
			t.Errorf("a word of %s is still there", h.table)
		}
	}
	for _, h := range r.toStay {
		if !strings.Contains(all, h.word) {
			t.Errorf("a word of %s is gone", h.table)
		}
	}
}

// wantTold fails unless the service hears of the same certificates as those who weed.
func (r *restoring) wantTold(t *testing.T, d *store.Disposal) {
	t.Helper()
	want, err := d.Certificates(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got, err := r.restored.Store.CertifiedDisposals(t.Context())
	if err != nil || len(got) == 0 || !slices.Equal(got, want) {
		t.Errorf("the service hears of %v, not of %v: %v", got, want, err)
	}
}

// unlogged is a database as text, without what the log says of carrying out again.
func unlogged(text string) string {
	return strings.Join(slices.DeleteFunc(strings.Split(text, "\n"), func(row string) bool { return strings.Contains(row, "ReapplyDisposal") }), "\n")
}

// TestARestoredDatabaseWeedsAgain: with the list in every state that a backup may have it in. Once more changes nothing.
func TestARestoredDatabaseWeedsAgain(t *testing.T) {
	t.Parallel()
	r := &restoring{}
	r.was, r.before = newDisposing(t)
	r.again, r.restored = newDisposing(t)
	for n, known := range []string{"", "drawn-up", "decided"} {
		r.book = newBook(t)
		k, d := r.certify(t, uint64(n)), weeder(t, r.restored.URL)
		if known != "" { // the backup is from between the list and the day on which it was carried out
			r.again.exec(r.restored.Owner, `INSERT INTO disposal_run (id, branch_id, profile, state, drawn_up_by, drawn_up_on, created_at)
			  SELECT '`+k.Run.String()+`', (SELECT branch_id FROM unit_place WHERE unit_id = '`+r.unit+`' LIMIT 1), 1, '`+known+`',
			    (SELECT id FROM person WHERE staff_name IS NOT NULL LIMIT 1), '`+r.was.day+`', now()`)
		}
		if gone, err := d.Reapply(t.Context(), k, time.Now()); err != nil || gone != 1 {
			t.Fatalf("%d are disposed of again: %v", gone, err)
		}
		all := r.again.everything()
		r.wantWeeded(t, all)
		if len(waiting(t, r.book, d)) != 0 {
			t.Error("it still waits")
		}
		r.wantTold(t, d)
		if gone, err := d.Reapply(t.Context(), k, time.Now()); err != nil || gone != 0 {
			t.Errorf("the second time %d are disposed of: %v", gone, err)
		}
		if unlogged(r.again.everything()) != unlogged(all) {
			t.Error("the second time something changes")
		}
	}
}
