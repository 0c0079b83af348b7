package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/phrase"
	"samplan/internal/transition"

	"samplan/internal/httpapi/wire"
)

// GetTransitionChecklist tells what is left before a unit has taken over: of what GetPlan, ListRoleHolders, GetChild, ListConsents and
// ListInformationRequests give the same caller.
func (a *API) GetTransitionChecklist(ctx context.Context, q wire.GetTransitionChecklistRequestObject) (wire.GetTransitionChecklistResponseObject, error) {
	actor, p := actorFrom(ctx), id.PlanOf(q.PlanId)
	x, err := a.exchanged(ctx, p)
	if err != nil {
		return nil, err
	}
	planned, err := a.Transitions.Planned(ctx, actor, p)
	if err != nil {
		return nil, err
	}
	to, err := a.Org.Unit(ctx, actor, id.UnitOf(q.UnitId), actor.Today())
	if err != nil {
		return nil, err
	}
	w := x.asked(q.Params, planned, to.ID)
	f, err := a.handing(ctx, x)
	if err != nil {
		return nil, err
	}
	c, err := f.between(w, transition.Unit{ID: to.ID, Branch: to.Branch})
	if err != nil {
		return nil, err
	}
	return wire.GetTransitionChecklist200JSONResponse{Body: x.checklist(q.PlanId, c, c.Checklist(), phrase.In(string(given(q.Params.Language))))}, nil
}

// handing is what is known of a plan that is to go over, and who asks.
type handing struct {
	exchanged
	adultOn  civil.Date
	consents []transition.Consent
	requests []id.InformationRequest // that wait for an answer of the own unit's or to it
}

// handing reads it, of what the caller may see.
func (a *API) handing(ctx context.Context, x exchanged) (handing, error) {
	actor, f := actorFrom(ctx), handing{exchanged: x}
	child, err := a.Children.View(ctx, actor, x.view.Child)
	if err != nil {
		return f, err
	}
	f.adultOn = child.AdultOn()
	consents, _, err := a.Consents.List(ctx, actor, x.view.Child, whole)
	if consents, err = seen(consents, err); err != nil {
		return f, err
	}
	f.consents = consentsInForce(each(consents, x.consent))
	asked, err := seen(a.Information.OfChild(ctx, actor, x.view.Child, whole))
	f.requests = requestsThatWait(each(asked, x.informationRow))
	return f, err
}

// between is the case of one unit that hands over to another.
func (f handing) between(w handingOver, to transition.Unit) (transition.Case, error) {
	c := f.parts()
	c.Kind, c.From.ID, c.To, c.Consents = w.kind, w.from, to, f.consents
	if err := c.Sides(); err != nil {
		return c, err
	}
	c.Begin(f.adultOn, w.on, f.actor.Today())
	if c.From.ID == f.actor.Unit() {
		c.Requests = f.requests
	}
	return c, nil
}
