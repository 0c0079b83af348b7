package store_test

import (
	"context"
	"database/sql"
	"slices"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/page"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// compareOffers is for interventions that change hands (R6): the list gives what the oracle says, and row-level security by
// itself hides an offer from a unit that may not read what it is about.
func compareOffers(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	var want, got []uuid.UUID
	for _, o := range w.InterventionOffers {
		if w.SeesInterventionOffer(r, o) {
			want = append(want, o.ID)
		}
	}
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		g, err := access.Allow[access.ReadInterventionOffer](matrix, a)
		if err != nil {
			return nil // a role that sees none
		}
		listed, total, err := d.Store.ListInterventionOffers(ctx, g, page.Page{Number: 1, Limit: 100})
		if err != nil || total != len(listed) {
			t.Fatalf("list of %d offers tells of %d: %v", len(listed), total, err)
		}
		for _, o := range listed {
			got = append(got, o.ID.UUID())
		}
		return nil
	})
	if diff := cmp.Diff(rows{Plans: want}.sorted(), rows{Plans: got}.sorted()); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		fenced := idsFrom(t, tx, "SELECT id FROM intervention_offer")
		for _, o := range w.InterventionOffers {
			if slices.Contains(fenced, o.ID) && !w.IsOfferOf(r, o) {
				t.Fatalf("%s, %s: the fence shows offer %s", w.Day, r.Key, o.ID)
			}
		}
	})
}
