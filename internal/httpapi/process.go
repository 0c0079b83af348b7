package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// firstVersion is the version of what never changes once it is there.
const firstVersion = "1"

// StepPlan takes a plan one step through its process.
func (a *API) StepPlan(ctx context.Context, q wire.StepPlanRequestObject) (wire.StepPlanResponseObject, error) {
	step, err := newStep(id.PlanOf(q.PlanId), *q.Body)
	if err != nil {
		return nil, err
	}
	s, err := a.Plans.Step(ctx, actorFrom(ctx), step)
	if err != nil {
		return nil, err
	}
	return wire.StepPlan201JSONResponse{
		Body:    statusChange(s),
		Headers: wire.StepPlan201ResponseHeaders{ETag: etag(firstVersion), Location: planAt(s.Plan) + "/status-changes"},
	}, nil
}

// ListStatusChanges lists the steps that a plan has taken.
func (a *API) ListStatusChanges(ctx context.Context, q wire.ListStatusChangesRequestObject) (wire.ListStatusChangesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	steps, total, err := a.Plans.Steps(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListStatusChanges200JSONResponse{Body: wire.StatusChangeList{
		StatusChanges: each(steps, statusChange), UnderscoreMeta: metaOf(p, total, len(steps)),
	}}, nil
}

// EstablishPlan sets a plan that lacks nothing. It answers with the step alone: the answer of a command is kept for a retry,
// and what others have let the reader see today may be closed by then.
func (a *API) EstablishPlan(ctx context.Context, q wire.EstablishPlanRequestObject) (wire.EstablishPlanResponseObject, error) {
	s, err := a.Plans.Establish(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), civil.FromUTC(q.Body.On.Time))
	if err != nil {
		return nil, err
	}
	return wire.EstablishPlan201JSONResponse{
		Body:    statusChange(s),
		Headers: wire.EstablishPlan201ResponseHeaders{ETag: etag(firstVersion), Location: planAt(s.Plan)},
	}, nil
}

// CheckPlan tells what the law still asks of a plan.
func (a *API) CheckPlan(ctx context.Context, q wire.CheckPlanRequestObject) (wire.CheckPlanResponseObject, error) {
	missing, err := a.Plans.Check(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.CheckPlan200JSONResponse{Body: statutoryCheck(missing)}, nil
}

// ConfirmPlan confirms a plan for the own unit.
func (a *API) ConfirmPlan(ctx context.Context, q wire.ConfirmPlanRequestObject) (wire.ConfirmPlanResponseObject, error) {
	c, err := a.Plans.Confirm(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.ConfirmPlan201JSONResponse{
		Body:    confirmation(c),
		Headers: wire.ConfirmPlan201ResponseHeaders{ETag: etag(firstVersion), Location: planAt(c.Plan)},
	}, nil
}
