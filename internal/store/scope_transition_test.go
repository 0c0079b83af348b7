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

// compareTransitions is for plans that are to go over (R20, R31): the list gives what the oracle says, and row-level security by itself
// hides those of another unit, and those that would tell where a protected child will be.
func compareTransitions(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	var want, got, walls []uuid.UUID
	for _, v := range w.Transitions {
		if w.SeesTransition(r, v) {
			want = append(want, v.ID)
		}
		if w.IsTransitionOf(r, v) {
			walls = append(walls, v.ID)
		}
	}
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		g, err := access.Allow[access.ReadTransition](matrix, a)
		if err != nil {
			return nil // a role that sees none
		}
		for _, p := range w.Plans {
			listed, total, err := d.Store.ListTransitions(ctx, g, id.PlanOf(p.ID), page.Page{Number: 1, Limit: 100})
			if err != nil && !fault.Is(err, fault.NotFound) || total != len(listed) {
				t.Fatalf("%d transitions, and it tells of %d: %v", len(listed), total, err)
			}
			for _, v := range listed {
				got = append(got, v.ID.UUID())
			}
		}
		return nil
	})
	if diff := cmp.Diff(rows{Plans: want}.sorted(), rows{Plans: got}.sorted()); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		for _, column := range []string{"SELECT id FROM plan_transition", "SELECT transition_id FROM plan_transition_receiver"} {
			for _, v := range idsFrom(t, tx, column) {
				if !slices.Contains(walls, v) {
					t.Fatalf("%s, %s: the fence shows %s", w.Day, r.Key, v)
				}
			}
		}
	})
}
