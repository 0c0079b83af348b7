package store_test

import (
	"context"
	"database/sql"
	"slices"

	"github.com/google/go-cmp/cmp"
	"github.com/google/uuid"
	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// compareDeadlines is for the reasons of broken deadlines (R45): they are what the oracle says, and row-level security by
// itself hides those of another unit.
func compareDeadlines(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	var want, got []uuid.UUID
	for _, v := range w.DeadlineReasons {
		if w.SeesDeadlineReason(r, v) {
			want = append(want, v.ID)
		}
	}
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		g, err := access.Allow[access.ReadDeadlineReason](matrix, a)
		if err != nil {
			return nil // a role that sees none
		}
		for _, p := range w.Plans {
			said, err := d.Store.ListDeadlineReasons(ctx, g, id.PlanOf(p.ID))
			if err != nil {
				t.Fatal(err)
			}
			for _, v := range said {
				got = append(got, v.ID.UUID())
			}
		}
		return nil
	})
	if diff := cmp.Diff(rows{Plans: want}.sorted(), rows{Plans: got}.sorted()); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		fenced := idsFrom(t, tx, "SELECT id FROM plan_deadline_reason")
		for _, v := range w.DeadlineReasons {
			if slices.Contains(fenced, v.ID) && (v.Unit != r.Unit || r.IsCitizen()) {
				t.Fatalf("%s, %s: the fence shows the reason %s", w.Day, r.Key, v.ID)
			}
		}
	})
}
