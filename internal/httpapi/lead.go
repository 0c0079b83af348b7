package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListPlanLeads lists who leads and has led a plan.
func (a *API) ListPlanLeads(ctx context.Context, q wire.ListPlanLeadsRequestObject) (wire.ListPlanLeadsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.LeadTerms(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListPlanLeads200JSONResponse{Body: wire.PlanLeadList{Leads: each(rows, r.planLead), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}

// ListMyPlanLeads lists the same for the family.
func (a *API) ListMyPlanLeads(ctx context.Context, q wire.ListMyPlanLeadsRequestObject) (wire.ListMyPlanLeadsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.LeadTerms(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyPlanLeads200JSONResponse{Body: wire.MyPlanLeadList{Leads: each(rows, r.myPlanLead), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}
