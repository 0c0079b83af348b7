package store_test

import (
	"context"
	"database/sql"
	"slices"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// compareRequests is for what families ask for (R4): list and single reads give what the oracle says, and row-level security
// by itself stays with the one who asked and the unit.
func compareRequests(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	var want, got []uuid.UUID
	for _, q := range w.Requests {
		if w.SeesRequest(r, q) {
			want = append(want, q.ID)
		}
	}
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		g, err := access.Allow[access.ReadRequest](matrix, a)
		if err != nil {
			return nil // a role that sees none
		}
		listed, total, err := d.Store.ListRequests(ctx, g, page.Page{Number: 1, Limit: 100})
		if err != nil || total != len(listed) {
			t.Fatalf("list of %d requests tells of %d: %v", len(listed), total, err)
		}
		for _, q := range listed {
			got = append(got, q.ID.UUID())
			isShown := q.Plan.IsZero() || slices.ContainsFunc(w.Plans, func(p worlds.Plan) bool { return p.ID == q.Plan.UUID() && (!r.IsCitizen() || w.SeesPlan(r, p)) })
			if !isShown || r.IsCitizen() && q.Handling.Version != 0 {
				t.Fatalf("%s, %s: request %s tells too much", w.Day, r.Key, q.ID)
			}
		}
		for _, q := range w.Requests {
			if _, err := d.Store.FindRequest(ctx, g, id.PlanRequestOf(q.ID)); (err == nil) != slices.Contains(got, q.ID) || err != nil && !fault.Is(err, fault.NotFound) {
				t.Fatalf("request %s: list and single read differ: %v", q.ID, err)
			}
		}
		return nil
	})
	if diff := cmp.Diff(rows{Plans: want}.sorted(), rows{Plans: got}.sorted()); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		fenced := idsFrom(t, tx, "SELECT id FROM plan_request")
		for _, q := range w.Requests {
			isSide := w.SeesRequest(r, q) || !r.IsCitizen() && r.Unit == q.Unit
			if slices.Contains(fenced, q.ID) != isSide {
				t.Fatalf("%s, %s: the fence shows request %s: %t", w.Day, r.Key, q.ID, !isSide)
			}
		}
	})
}
