package httpapi

import (
	"context"
	"slices"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/phrase"
	"samplan/internal/plan"
	"samplan/internal/transition"

	"samplan/internal/httpapi/wire"
)

// CarryOutTransition makes the offers of a transition in one step: each by the operation's own use case, in the one transaction of the
// request.
func (a *API) CarryOutTransition(ctx context.Context, q wire.CarryOutTransitionRequestObject) (wire.CarryOutTransitionResponseObject, error) {
	var made []transition.Offer
	var left []wire.TransitionChecklist
	l := phrase.In(string(given(q.Params.Language)))
	t, err := a.Transitions.CarryOut(ctx, actorFrom(ctx), id.TransitionOf(q.TransitionId), func(t transition.Transition) (bool, error) {
		x, err := a.exchanged(ctx, t.Plan)
		if err != nil {
			return false, err
		}
		f, err := a.handing(ctx, x)
		if err != nil {
			return false, err
		}
		for _, r := range t.Receivers {
			c, offers, err := a.carriedOut(ctx, f, t, r)
			if err != nil {
				return false, err
			}
			made = append(made, offers...)
			if !c.To.ID.IsZero() {
				left = append(left, x.checklist(t.Plan.UUID(), c, transition.Left(c.Checklist(), offers), l))
			}
		}
		return transition.AreMade(made), nil
	})
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.CarryOutTransition200JSONResponse{
		Body:    wire.TransitionOutcome{Transition: r.transition(t), Offers: each(made, r.transitionOffer), Checklists: slices.Concat([]wire.TransitionChecklist{}, left)},
		Headers: wire.CarryOutTransition200ResponseHeaders{ETag: etag(t.Tag())},
	}, nil
}

// carriedOut makes the own unit's offers to one receiver. What another party has in hand is that party's to offer; and to somebody who is
// not here, or to a unit that is closed by now, nothing can be offered.
func (a *API) carriedOut(ctx context.Context, f handing, t transition.Transition, r transition.Receiver) (transition.Case, []transition.Offer, error) {
	if r.To.IsZero() {
		return transition.Case{}, nil, nil
	}
	to, err := a.Org.Unit(ctx, f.actor, r.To, f.actor.Today())
	if err != nil {
		return transition.Case{}, nil, fault.At(fault.CodeNotAUnit, "/receivers", "unknown")
	}
	c, err := f.between(handingOver{t.Kind, r.From, t.On}, transition.Unit{ID: to.ID, Branch: to.Branch})
	if err != nil || r.From != f.actor.Unit() {
		return c, nil, err
	}
	offers := c.Offers(t.PlanGoesOn, f.actor.Today())
	waiting, err := a.Transitions.Waiting(ctx, f.actor, t.Plan)
	for n := range offers {
		if err == nil {
			err = a.offer(ctx, t, &offers[n], waiting)
		}
	}
	return c, offers, err
}

// offer makes one, unless it waits or its day is to come. A role that the party is asked to take over already is the one that waits, also
// when a colleague has asked.
func (a *API) offer(ctx context.Context, t transition.Transition, o *transition.Offer, waiting []transition.Offer) error {
	if !o.Outcome.IsZero() {
		return nil
	}
	if o.Outcome = transition.Waiting; o.IsAmong(waiting) {
		return nil
	}
	problem, err := a.Transitions.Try(ctx, actorFrom(ctx), func() error { return a.makeOffer(ctx, t, o) })
	switch {
	case err != nil:
		return err
	case problem == nil:
		o.Outcome = transition.Offered
	case o.Kind != transition.OfRole || !fault.Has(problem, fault.CodeDuplicate):
		o.Outcome, o.Problem = transition.Refused, problem
	}
	return nil
}

// makeOffer is the rule of each offer, where it always was.
func (a *API) makeOffer(ctx context.Context, t transition.Transition, o *transition.Offer) (err error) {
	actor := actorFrom(ctx)
	switch o.Kind {
	case transition.OfIntervention:
		var v plan.InterventionOffer
		v, err = a.Plans.OfferIntervention(ctx, actor, o.Intervention, o.To, o.On)
		o.Made.Intervention = v.ID
	case transition.OfRole:
		var v plan.RoleOffer
		role, _ := plan.Roles.Parse(o.Role) // as the plan's own holders have it
		v, err = a.Plans.OfferRole(ctx, actor, t.Plan, o.To, role, o.On)
		o.Made.Role = v.ID
	case transition.OfLead:
		var v plan.LeadOffer
		v, err = a.Plans.OfferLead(ctx, actor, t.Plan, o.To)
		o.Made.Lead = v.ID
	default:
		var v plan.HandOver
		v, err = a.Plans.HandOver(ctx, actor, t.Plan, o.To, t.Reason)
		o.Made.Plan = v.ID
	}
	if err != nil {
		o.Made = transition.Made{}
	}
	return err
}
