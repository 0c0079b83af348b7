package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListRequestReceivers lists which unit of each principal receives requests for a plan.
func (a *API) ListRequestReceivers(ctx context.Context, q wire.ListRequestReceiversRequestObject) (wire.ListRequestReceiversResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Requests.Receivers(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListRequestReceivers200JSONResponse{Body: wire.RequestReceiverList{
		RequestReceivers: each(rows, r.receiver), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ChooseRequestReceiver says which unit of the own principal receives requests for a plan.
func (a *API) ChooseRequestReceiver(ctx context.Context, q wire.ChooseRequestReceiverRequestObject) (wire.ChooseRequestReceiverResponseObject, error) {
	c, err := a.Requests.Choose(ctx, actorFrom(ctx), id.UnitOf(q.Body.UnitId), civil.FromUTC(q.Body.ValidFrom.Time))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ChooseRequestReceiver200JSONResponse{Body: r.receiverChoice(c)}, nil
}

// ListPlanRequests lists what families have asked of the own unit.
func (a *API) ListPlanRequests(ctx context.Context, q wire.ListPlanRequestsRequestObject) (wire.ListPlanRequestsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Requests.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListPlanRequests200JSONResponse{Body: wire.PlanRequestList{
		PlanRequests: each(rows, reader{actor: actorFrom(ctx)}.planRequestRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetPlanRequest shows a request to the unit that answers it.
func (a *API) GetPlanRequest(ctx context.Context, q wire.GetPlanRequestRequestObject) (wire.GetPlanRequestResponseObject, error) {
	v, err := a.Requests.Find(ctx, actorFrom(ctx), id.PlanRequestOf(q.PlanRequestId))
	if err != nil {
		return nil, err
	}
	return wire.GetPlanRequest200JSONResponse{
		Body: reader{actor: actorFrom(ctx)}.planRequest(v), Headers: wire.GetPlanRequest200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// AssessPlanRequest takes a request up and says who assesses it.
func (a *API) AssessPlanRequest(ctx context.Context, q wire.AssessPlanRequestRequestObject) (wire.AssessPlanRequestResponseObject, error) {
	v, err := a.Requests.Assess(ctx, actorFrom(ctx), id.PlanRequestOf(q.PlanRequestId), requestAssessment(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.AssessPlanRequest200JSONResponse{
		Body: reader{actor: actorFrom(ctx)}.planRequest(v), Headers: wire.AssessPlanRequest200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}

// AnswerPlanRequest answers a request by a plan or a refusal.
func (a *API) AnswerPlanRequest(ctx context.Context, q wire.AnswerPlanRequestRequestObject) (wire.AnswerPlanRequestResponseObject, error) {
	v, err := a.Requests.Answer(ctx, actorFrom(ctx), id.PlanRequestOf(q.PlanRequestId), requestDecision(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.AnswerPlanRequest200JSONResponse{
		Body: reader{actor: actorFrom(ctx)}.planRequest(v), Headers: wire.AnswerPlanRequest200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}
