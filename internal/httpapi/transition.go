package httpapi

import (
	"context"

	"samplan/internal/fault"
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
	if x.view.LeadUnit != actor.Unit() {
		return nil, fault.New(fault.CodeDenied)
	}
	c := x.transition(q.Params)
	to, err := a.Org.Unit(ctx, actor, id.UnitOf(q.UnitId), actor.Today())
	if err != nil {
		return nil, err
	}
	c.To = transition.Unit{ID: to.ID, Branch: to.Branch}
	if err := c.Sides(); err != nil {
		return nil, err
	}
	child, err := a.Children.View(ctx, actor, x.view.Child)
	if err != nil {
		return nil, err
	}
	c.Begin(child.AdultOn(), civilDay(q.Params.On), actor.Today())
	consents, _, err := a.Consents.List(ctx, actor, x.view.Child, whole)
	if consents, err = seen(consents, err); err != nil {
		return nil, err
	}
	c.Consents = consentsInForce(each(consents, x.consent))
	asked, err := seen(a.Information.OfChild(ctx, actor, x.view.Child, whole))
	if err != nil {
		return nil, err
	}
	if c.From.ID == actor.Unit() {
		c.Requests = requestsThatWait(each(asked, x.informationRow))
	}
	return wire.GetTransitionChecklist200JSONResponse{Body: x.checklist(q.PlanId, c, phrase.In(string(given(q.Params.Language))))}, nil
}
