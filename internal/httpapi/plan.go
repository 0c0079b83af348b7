package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// planAt is where a plan, or what belongs to it and has no address of its own, is found.
func planAt(p id.Plan) string { return "/v1/plans/" + p.String() }

// ListPlans lists the plans that the caller works with.
func (a *API) ListPlans(ctx context.Context, q wire.ListPlansRequestObject) (wire.ListPlansResponseObject, error) {
	var read reading
	status := word(&read, plan.Statuses, q.Params.Status, "status")
	if err := read.err(); err != nil {
		return nil, err
	}
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.List(ctx, actorFrom(ctx), status, p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListPlans200JSONResponse{Body: wire.PlanList{
		Plans: each(rows, r.planRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// CreatePlan notes a need, with which a plan begins.
func (a *API) CreatePlan(ctx context.Context, q wire.CreatePlanRequestObject) (wire.CreatePlanResponseObject, error) {
	need, err := notedNeed(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Plans.Create(ctx, actorFrom(ctx), need)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.CreatePlan201JSONResponse{
		Body: r.plan(v), Headers: wire.CreatePlan201ResponseHeaders{ETag: etag(v.Tag()), Location: planAt(v.ID)},
	}, nil
}

// GetPlan shows a plan as the caller may see it.
func (a *API) GetPlan(ctx context.Context, q wire.GetPlanRequestObject) (wire.GetPlanResponseObject, error) {
	v, err := a.Plans.View(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetPlan200JSONResponse{Body: r.plan(v), Headers: wire.GetPlan200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// ChangePlan changes the frame of a plan.
func (a *API) ChangePlan(ctx context.Context, q wire.ChangePlanRequestObject) (wire.ChangePlanResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	f, err := changedFrame(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Plans.Change(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), tag, f)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ChangePlan200JSONResponse{Body: r.plan(v), Headers: wire.ChangePlan200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
