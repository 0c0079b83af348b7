package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/transition"

	"samplan/internal/httpapi/wire"
)

func (r reader) transition(t transition.Transition) wire.Transition {
	return wire.Transition{
		Id: t.ID.UUID(), PlanId: t.Plan.UUID(), Kind: wire.TransitionKind(t.Kind.String()), State: wire.TransitionState(t.State.String()),
		StartsOn: day(t.On), PlanGoesOn: t.PlanGoesOn, ForFamily: t.ForFamily, Reason: t.Reason.Reveal(), Receivers: each(t.Receivers, r.takesOver),
		PlannedBy: reveal(t.Planner), PlannedOn: day(t.PlannedOn), EndedOn: optionalDay(t.EndedOn), EndReason: reveal(t.EndReason),
	}
}

func (r reader) takesOver(v transition.Receiver) wire.TransitionReceiver {
	w := wire.TransitionReceiver{FromUnit: r.unit(v.From), OutsideActor: reveal(v.Outside)}
	if !v.To.IsZero() {
		w.ToUnit = new(r.unit(v.To))
	}
	return w
}

func newTransition(b wire.NewTransition) transition.Draft {
	return changedTransition(wire.ChangeTransition{StartsOn: b.StartsOn, PlanGoesOn: b.PlanGoesOn, ForFamily: b.ForFamily, Reason: b.Reason, Receivers: b.Receivers})
}

func changedTransition(b wire.ChangeTransition) transition.Draft {
	return transition.Draft{
		On: civil.FromUTC(b.StartsOn.Time), PlanGoesOn: b.PlanGoesOn, ForFamily: b.ForFamily, Reason: person.NewText(b.Reason),
		Receivers: each(b.Receivers, newReceiver),
	}
}

func newReceiver(b wire.NewTransitionReceiver) transition.Receiver {
	return transition.Receiver{From: id.UnitOf(given(b.FromUnitId)), To: id.UnitOf(given(b.ToUnitId)), Outside: hide(b.OutsideActor)}
}

func (r reader) transitionOffer(o transition.Offer) wire.TransitionOffer {
	w := wire.TransitionOffer{
		Kind: wire.TransitionOfferKind(o.Kind.String()), Outcome: wire.TransitionOfferOutcome(o.Outcome.String()), ToUnit: r.unit(o.To),
		Role: optional(wire.PlanRole(o.Role)), InterventionId: optionalID(o.Intervention), OfferId: madeOffer(o.Made),
	}
	if o.Problem != nil {
		w.Problem = optional(o.Problem.Code.String())
		if len(o.Problem.Fields) > 0 {
			w.ProblemReason = optional(o.Problem.Fields[0].Code)
		}
	}
	return w
}

// madeOffer is the id of the one offer that was made.
func madeOffer(m transition.Made) *wireID {
	for _, v := range []*wireID{optionalID(m.Intervention), optionalID(m.Role), optionalID(m.Lead), optionalID(m.Plan)} {
		if v != nil {
			return v
		}
	}
	return nil
}
