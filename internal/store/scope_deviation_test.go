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

// compareDeviations is for deviations in collaboration (R52): list and single reads give what the oracle says, at the unit and in
// the group; row-level security by itself keeps who entered one and the child inside the unit.
func compareDeviations(t *rapid.T, d testkit.Database, w *worlds.World, r worlds.Reader) {
	var want, got rows
	for _, v := range w.Deviations {
		if w.SeesDeviation(r, v) {
			want.Plans = append(want.Plans, v.ID)
		}
		if w.SeesLinkedChild(r, v) {
			want.Items = append(want.Items, v.ID)
		}
		for _, c := range v.Cases {
			if w.SeesDeviationCase(r, c) {
				want.Parties = append(want.Parties, c.ID)
			}
			for _, e := range c.Measures {
				if w.SeesMeasure(r, c, e) {
					want.Places = append(want.Places, e.ID)
				}
			}
		}
	}
	serve(t, d, w, r, func(ctx context.Context, a access.Actor) error {
		got = deviationsThroughStore(ctx, t, d, w, a)
		return nil
	})
	if diff := cmp.Diff(want.sorted(), got.sorted()); diff != "" {
		t.Fatalf("%s, %s: oracle (-) and store (+): %s", w.Day, r.Key, diff)
	}
	asReader(t, d.Owner, w, r, "samplan_app", func(tx *sql.Tx) {
		fenced, reporters := idsFrom(t, tx, "SELECT id FROM deviation"), idsFrom(t, tx, "SELECT deviation_id FROM deviation_reporter")
		children := idsFrom(t, tx, "SELECT deviation_id FROM deviation_child")
		for _, v := range w.Deviations {
			isOwn := !r.IsCitizen() && r.Unit == v.Unit
			if slices.Contains(reporters, v.ID) != isOwn || slices.Contains(children, v.ID) != (isOwn && v.Child != uuid.Nil) {
				t.Fatalf("%s, %s: the fence shows or hides whose deviation %s is", w.Day, r.Key, v.ID)
			}
			isHeld := slices.ContainsFunc(v.Cases, func(c worlds.DeviationCase) bool { return w.SeesDeviationCase(r, c) })
			if slices.Contains(fenced, v.ID) && !isOwn && !isHeld || isOwn && !slices.Contains(fenced, v.ID) {
				t.Fatalf("%s, %s: the fence and deviation %s", w.Day, r.Key, v.ID)
			}
		}
	})
}

func deviationsThroughStore(ctx context.Context, t *rapid.T, d testkit.Database, w *worlds.World, a access.Actor) rows {
	var got rows
	children, _ := access.Allow[access.ReadChild](matrix, a) // none opens nothing
	if g, err := access.Allow[access.ReadDeviation](matrix, a); err == nil {
		listed, total, err := d.Store.ListDeviations(ctx, g, children, page.Page{Number: 1, Limit: 100})
		if err != nil || total != len(listed) {
			t.Fatalf("list of %d deviations tells of %d: %v", len(listed), total, err)
		}
		for _, v := range listed {
			got.Plans = append(got.Plans, v.Facts.ID.UUID())
			if !v.Child.IsZero() {
				got.Items = append(got.Items, v.Facts.ID.UUID())
			}
		}
		for _, v := range w.Deviations {
			if _, err := d.Store.FindDeviation(ctx, g, children, id.DeviationOf(v.ID)); (err == nil) != slices.Contains(got.Plans, v.ID) || err != nil && !fault.Is(err, fault.NotFound) {
				t.Fatalf("deviation %s: list and single read differ: %v", v.ID, err)
			}
		}
	}
	if g, err := access.Allow[access.ReadDeviationCase](matrix, a); err == nil {
		listed, total, err := d.Store.ListCases(ctx, g, page.Page{Number: 1, Limit: 100})
		if err != nil || total != len(listed) {
			t.Fatalf("list of %d cases tells of %d: %v", len(listed), total, err)
		}
		for _, v := range listed {
			got.Parties = append(got.Parties, v.Case.ID.UUID())
		}
		for _, v := range w.Deviations {
			for _, c := range v.Cases {
				if _, err := d.Store.FindCase(ctx, g, id.DeviationCaseOf(c.ID)); (err == nil) != slices.Contains(got.Parties, c.ID) || err != nil && !fault.Is(err, fault.NotFound) {
					t.Fatalf("case %s: list and single read differ: %v", c.ID, err)
				}
			}
		}
	}
	if g, err := access.Allow[access.ReadMeasure](matrix, a); err == nil {
		listed, total, err := d.Store.ListMeasures(ctx, g, page.Page{Number: 1, Limit: 100})
		if err != nil || total != len(listed) {
			t.Fatalf("list of %d measures tells of %d: %v", len(listed), total, err)
		}
		for _, m := range listed {
			got.Places = append(got.Places, m.ID.UUID())
		}
	}
	return got
}
