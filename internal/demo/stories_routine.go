package demo

import (
	"context"

	"samplan/internal/access"
)

// regional is the region's own routine. Västbus knows the SIP alone; the region lets its units make a Barnets plan too, so
// that child health care can begin before there is another principal to plan with.
const regional = `{"code": "vgr", "version": 1, "validFrom": "2020-11-02", "base": {"code": "vastbus", "version": 1},
  "names": {"sv": "Västra Götalandsregionen: SIP enligt Västbus, och Barnets plan", "en": "Region Västra Götaland: the SIP of Västbus, and the child's plan"},
  "planKinds": ["sip", "barnets-plan"]}`

// childHealth: the region decides on a routine of its own.
func (t *teller) childHealth() {
	t.on("2020-11-02")
	t.as("rut", "LoadRoutineProfile", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Routines.Load(ctx, a, regional)
		return err
	})
	t.as("rut", "ChooseRoutineProfile", func(ctx context.Context, a access.Actor) error {
		_, err := t.w.Routines.Choose(ctx, a, "vgr", t.day)
		return err
	})
}
