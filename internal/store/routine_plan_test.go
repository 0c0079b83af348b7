package store_test

import (
	"context"
	"testing"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/internal/worlds"
)

// TestR45ThePlansProfileTellsNoPlace: whoever sees the plan gets its version; whoever may not know where the child is gets
// the national one; to everybody else there is no plan.
func TestR45ThePlansProfileTellsNoPlace(t *testing.T) {
	t.Parallel()
	d := testkit.NewDatabase(t, store.Options{})
	prepare(t, d)
	l := newLively(t, d, worlds.Seed(45), "routine")
	routines := routine.NewService(d.Store, matrix, l.now)
	asks := func(r worlds.Reader) (code string) {
		l.as(t, r, func(ctx context.Context, a access.Actor) error {
			v, err := routines.OfPlan(ctx, a, id.PlanOf(l.Plans[0].ID))
			if code = v.Profile.Code; fault.Has(err, fault.CodeNotFound) {
				code = "not found"
			}
			return err
		})
		return code
	}
	want := func(when string, want map[string]string) {
		for unit, code := range want {
			if got := asks(l.staff(unit)); got != code {
				t.Errorf("%s, %s: want %s, got %s", when, unit, code, got)
			}
		}
	}
	want("unprotected", map[string]string{"hs": "vastbus", "bou1": "vastbus", "bup": "vastbus", "bou2": "not found"})
	if got := asks(l.citizen(l.adults[0].ID)); got != "vastbus" {
		t.Errorf("a guardian: %s", got)
	}
	exec(t, d, "UPDATE person SET protection = 'protected-registration' WHERE id = $1", l.child.ID)
	want("protected", map[string]string{"hs": "vastbus", "bup": "national", "bou2": "not found"})
}
