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
	var all, walls []uuid.UUID
	for _, o := range w.InterventionOffers {
		if w.SeesInterventionOffer(r, o) {
			all = append(all, o.ID)
		}
		if w.IsOfferOf(r, o) {
			walls = append(walls, o.ID)
		}
	}
	compareTransfers(t, d, w, r, "intervention_offer", all, walls, func(ctx context.Context, a access.Actor) (ids []uuid.UUID, total int, err error) {
		g, err := access.Allow[access.ReadInterventionOffer](matrix, a)
		if err != nil {
			return nil, 0, nil //nolint:nilerr // a role that sees none
		}
		listed, total, err := d.Store.ListInterventionOffers(ctx, g, page.Page{Number: 1, Limit: 100})
		for _, o := range listed {
			ids = append(ids, o.ID.UUID())
		}
		return ids, total, err
	})
}

// compareLeadOffers is for the lead of plans (R48): so it is with an offer to a unit that may not know of all who take part.
func compareLeadOffers(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	var all, walls []uuid.UUID
	for _, o := range w.LeadOffers {
		if w.SeesLeadOffer(r, o) {
			all = append(all, o.ID)
		}
		if w.IsLeadOfferOf(r, o) {
			walls = append(walls, o.ID)
		}
	}
	compareTransfers(t, d, w, r, "lead_offer", all, walls, func(ctx context.Context, a access.Actor) (ids []uuid.UUID, total int, err error) {
		g, err := access.Allow[access.ReadLeadOffer](matrix, a)
		if err != nil {
			return nil, 0, nil //nolint:nilerr // a role that sees none
		}
		listed, total, err := d.Store.ListLeadOffers(ctx, g, page.Page{Number: 1, Limit: 100})
		for _, o := range listed {
			ids = append(ids, o.ID.UUID())
		}
		return ids, total, err
	})
}

// compareTransfers holds a list of questions against the oracle, and what the fence alone shows against the walls.
func compareTransfers(
	t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader, table string, want, walls []uuid.UUID,
	list func(context.Context, access.Actor) ([]uuid.UUID, int, error),
) {
	var got []uuid.UUID
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		listed, total, err := list(ctx, a)
		if err != nil || total != len(listed) {
			t.Fatalf("%s: list of %d tells of %d: %v", table, len(listed), total, err)
		}
		got = listed
		return nil
	})
	if diff := cmp.Diff(rows{Plans: want}.sorted(), rows{Plans: got}.sorted()); diff != "" {
		t.Fatalf("%s, %s, %s: oracle (-) and store (+): %s", w.Day, r.Key, table, diff)
	}
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		for _, o := range idsFrom(t, tx, "SELECT id FROM "+table) {
			if !slices.Contains(walls, o) {
				t.Fatalf("%s, %s: the fence shows %s %s", w.Day, r.Key, table, o)
			}
		}
	})
}
