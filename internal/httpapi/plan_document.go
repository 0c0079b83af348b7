package httpapi

import (
	"context"
	"fmt"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// GetPlanDocument gives the plan as a document: what GetPlan gives the same caller, in words.
func (a *API) GetPlanDocument(ctx context.Context, q wire.GetPlanDocumentRequestObject) (wire.GetPlanDocumentResponseObject, error) {
	s, err := a.planPaper(ctx, id.PlanOf(q.PlanId), string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	v, err := a.Plans.View(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.plan(r.plan(v))
	return s.write("plan")
}

// GetVersionDocument gives a dispatched version as a document: what GetVersion gives the same caller.
func (a *API) GetVersionDocument(ctx context.Context, q wire.GetVersionDocumentRequestObject) (wire.GetVersionDocumentResponseObject, error) {
	s, err := a.planPaper(ctx, id.PlanOf(q.PlanId), string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	v, err := a.Plans.Version(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), q.Number)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.version(r.planVersion(v))
	return s.write(fmt.Sprintf("plan-version-%d", v.Number))
}

// GetMyPlanDocument gives the family's plan as a document: what GetMyPlan gives the same caller.
func (a *API) GetMyPlanDocument(ctx context.Context, q wire.GetMyPlanDocumentRequestObject) (wire.GetMyPlanDocumentResponseObject, error) {
	s, err := a.planPaper(ctx, id.PlanOf(q.PlanId), string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	v, err := a.Plans.View(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.myPlan(r.myPlan(v))
	return s.write("plan")
}

// planPaper begins a document of a plan, which names life areas as the plan's routine does.
func (a *API) planPaper(ctx context.Context, p id.Plan, language, format string) (*paper, error) {
	s, err := a.paper(ctx, language, format)
	if err != nil {
		return nil, err
	}
	s.areas, err = a.Plans.Areas(ctx, actorFrom(ctx), p)
	return s, err
}
