package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// myPlanAt is where the family finds a plan.
func myPlanAt(p id.Plan) string { return "/v1/my/plans/" + p.String() }

// ListMyPlans lists the plans of the caller's family.
func (a *API) ListMyPlans(ctx context.Context, q wire.ListMyPlansRequestObject) (wire.ListMyPlansResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.List(ctx, actorFrom(ctx), plan.Status{}, p)
	if err != nil {
		return nil, err
	}
	return wire.ListMyPlans200JSONResponse{Body: wire.MyPlanList{
		Plans: each(rows, reader{actor: actorFrom(ctx)}.myPlanRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetMyPlan shows a plan as it is meant for the family.
func (a *API) GetMyPlan(ctx context.Context, q wire.GetMyPlanRequestObject) (wire.GetMyPlanResponseObject, error) {
	v, err := a.Plans.View(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetMyPlan200JSONResponse{Body: r.myPlan(v), Headers: wire.GetMyPlan200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// ListMyStatusChanges lists the steps that a plan of the family has taken.
func (a *API) ListMyStatusChanges(ctx context.Context, q wire.ListMyStatusChangesRequestObject) (wire.ListMyStatusChangesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	steps, total, err := a.Plans.Steps(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListMyStatusChanges200JSONResponse{Body: wire.MyStatusChangeList{
		StatusChanges: each(steps, myStatusChange), UnderscoreMeta: metaOf(p, total, len(steps)),
	}}, nil
}

// AddMyChildView takes down what the child writes itself.
func (a *API) AddMyChildView(ctx context.Context, q wire.AddMyChildViewRequestObject) (wire.AddMyChildViewResponseObject, error) {
	draft, err := newMyChildView(*q.Body)
	if err != nil {
		return nil, err
	}
	i, err := a.Plans.AddChildView(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddMyChildView201JSONResponse{
		Body: r.myChildView(i), Headers: wire.AddMyChildView201ResponseHeaders{ETag: etag(i.Tag()), Location: myPlanAt(i.Plan)},
	}, nil
}

// AddMyDisagreement notes a disagreement of the child or a guardian.
func (a *API) AddMyDisagreement(ctx context.Context, q wire.AddMyDisagreementRequestObject) (wire.AddMyDisagreementResponseObject, error) {
	i, err := a.Plans.AddDisagreement(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), newMyDisagreement(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddMyDisagreement201JSONResponse{
		Body: r.myDisagreement(i), Headers: wire.AddMyDisagreement201ResponseHeaders{ETag: etag(i.Tag()), Location: myPlanAt(i.Plan)},
	}, nil
}
