package httpapi

import (
	"testing"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/phrase"
	"samplan/internal/transition"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfTransitions(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	v := filled[transition.Transition](&s.filler)
	v.Receivers[0].From, v.Receivers[0].To = s.view.LeadUnit, s.view.NextFollowUpUnit
	o := transition.Offer{
		Kind: transition.OfRole, Outcome: transition.Refused, To: s.view.LeadUnit, Role: "coordinator", Intervention: id.NewItem(),
		Made: transition.Made{Role: id.NewRoleOffer()}, Problem: fault.At(fault.CodeCannotLead, "/unitId", "protected-child"),
	}
	for _, w := range []any{s.karin.transition(v), s.karin.transitionOffer(o)} {
		wantWhole(t, w, nil)
		wantDistinct(t, w)
	}
	v.State = transition.Planned
	for _, l := range phrase.All() {
		wantWhole(t, s.karin.myTransition(v, l), nil)
	}
	wantWhole(t, newTransition(filled[wire.NewTransition](&s.filler)), nil)
	wantWhole(t, changedTransition(filled[wire.ChangeTransition](&s.filler)), nil)
	for _, m := range []transition.Made{
		{Intervention: id.NewInterventionOffer()}, {Role: id.NewRoleOffer()}, {Lead: id.NewLeadOffer()}, {Plan: id.NewHandOver()},
	} {
		if madeOffer(m) == nil {
			t.Errorf("%+v is lost", m)
		}
	}
}
