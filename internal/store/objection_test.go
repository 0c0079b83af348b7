package store_test

import (
	"context"
	"database/sql"
	"fmt"
	"testing"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// TestR60ObjectionsEqualOracle: in many worlds, each reader is given just those objections that the oracle allows; and by the fence
// alone no citizen gets the row of one that is kept from him, nor anybody outside the domain why it is.
func TestR60ObjectionsEqualOracle(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	seen, hidden := 0, 0
	for seed := uint64(1); seed <= 12; seed++ {
		w := worlds.New(worlds.Seed(seed), fmt.Sprint("objections ", seed))
		if err := w.Save(t.Context(), d.Owner, d.Eraser); err != nil {
			t.Fatal(err)
		}
		for _, r := range w.Readers() {
			serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
				g, _ := access.Allow[access.ReadItem](matrix, a) // the zero grant opens nothing
				for _, v := range w.Objections {
					o, err := d.Store.FindObjection(ctx, g, id.ObjectionOf(v.ID))
					want := w.SeesObjection(r, v) && w.SeesItem(r, w.Item(v.Item))
					if (err == nil) != want || err == nil && o.ID.UUID() != v.ID {
						t.Errorf("%s, %s, objection %s: %v, the oracle says %t", w.Day, r.Key, v.ID, err, want)
					}
					if want {
						seen++
					} else {
						hidden++
					}
				}
				return nil
			})
			wantKeptRows(t, d, w, r)
		}
		if err := worlds.Clear(t.Context(), d.Eraser); err != nil {
			t.Fatal(err)
		}
	}
	if seen == 0 || hidden == 0 {
		t.Errorf("%d were seen and %d were not", seen, hidden)
	}
}

// wantKeptRows asks the tables themselves, as the server's role in the reader's request.
func wantKeptRows(t *testing.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	t.Helper()
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		for _, v := range idsFrom(t, tx, "SELECT id FROM objection WHERE is_kept") {
			for _, of := range w.Objections {
				if of.ID == v && r.IsCitizen() && !w.SeesObjection(r, of) {
					t.Errorf("%s gets the row of an objection that is kept from them", r.Key)
				}
			}
		}
		for _, v := range idsFrom(t, tx, "SELECT objection_id FROM objection_keeping") {
			for _, of := range w.Objections {
				if of.ID == v && !w.IsWithin(r, worlds.Item{Unit: w.Item(of.Item).Unit}) {
					t.Errorf("%s is told why guardians are not told", r.Key)
				}
			}
		}
	})
}

var _ objection.Store = (*store.Store)(nil)
