package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// myPlanRequestAt is where a family finds a request that it has made.
func myPlanRequestAt(r id.PlanRequest) string { return "/v1/my/plan-requests/" + r.String() }

// ListMyRequestReceivers lists the principals that can be asked for a plan.
func (a *API) ListMyRequestReceivers(ctx context.Context, q wire.ListMyRequestReceiversRequestObject) (wire.ListMyRequestReceiversResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Requests.Receivers(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyRequestReceivers200JSONResponse{Body: wire.MyRequestReceiverList{
		RequestReceivers: each(rows, r.myReceiver), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// MakeMyPlanRequest asks for a plan.
func (a *API) MakeMyPlanRequest(ctx context.Context, q wire.MakeMyPlanRequestRequestObject) (wire.MakeMyPlanRequestResponseObject, error) {
	actor := actorFrom(ctx)
	d, err := newMyPlanRequest(*q.Body, actor.Today())
	if err != nil {
		return nil, err
	}
	v, err := a.Requests.Make(ctx, actor, d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.MakeMyPlanRequest201JSONResponse{
		Body: r.myPlanRequest(v), Headers: wire.MakeMyPlanRequest201ResponseHeaders{ETag: etag(v.Tag()), Location: myPlanRequestAt(v.ID)},
	}, nil
}

// ListMyPlanRequests lists what the caller has asked for.
func (a *API) ListMyPlanRequests(ctx context.Context, q wire.ListMyPlanRequestsRequestObject) (wire.ListMyPlanRequestsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Requests.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyPlanRequests200JSONResponse{Body: wire.MyPlanRequestList{
		PlanRequests: each(rows, r.myPlanRequest), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetMyPlanRequest shows the caller where a request stands.
func (a *API) GetMyPlanRequest(ctx context.Context, q wire.GetMyPlanRequestRequestObject) (wire.GetMyPlanRequestResponseObject, error) {
	v, err := a.Requests.Find(ctx, actorFrom(ctx), id.PlanRequestOf(q.PlanRequestId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetMyPlanRequest200JSONResponse{Body: r.myPlanRequest(v), Headers: wire.GetMyPlanRequest200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// WithdrawMyPlanRequest takes a request back.
func (a *API) WithdrawMyPlanRequest(ctx context.Context, q wire.WithdrawMyPlanRequestRequestObject) (wire.WithdrawMyPlanRequestResponseObject, error) {
	v, err := a.Requests.Withdraw(ctx, actorFrom(ctx), id.PlanRequestOf(q.PlanRequestId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.WithdrawMyPlanRequest200JSONResponse{Body: r.myPlanRequest(v), Headers: wire.WithdrawMyPlanRequest200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
