package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

func deviationAt(d id.Deviation) string { return "/v1/deviations/" + d.String() }

// EnterDeviation enters a deviation in collaboration.
func (a *API) EnterDeviation(ctx context.Context, q wire.EnterDeviationRequestObject) (wire.EnterDeviationResponseObject, error) {
	d, err := deviationDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Deviations.Enter(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.EnterDeviation201JSONResponse{
		Body: r.deviation(v), Headers: wire.EnterDeviation201ResponseHeaders{ETag: etag(v.Tag()), Location: deviationAt(v.ID)},
	}, err
}

// ListDeviations lists what the caller has entered, or the unit to its manager.
func (a *API) ListDeviations(ctx context.Context, q wire.ListDeviationsRequestObject) (wire.ListDeviationsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Deviations.List(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.ListDeviations200JSONResponse{Body: wire.DeviationList{
		Deviations: each(rows, r.deviationRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, err
}

// GetDeviation shows one.
func (a *API) GetDeviation(ctx context.Context, q wire.GetDeviationRequestObject) (wire.GetDeviationResponseObject, error) {
	v, err := a.Deviations.Find(ctx, actorFrom(ctx), id.DeviationOf(q.DeviationId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.GetDeviation200JSONResponse{Body: r.deviation(v), Headers: wire.GetDeviation200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// RecordManagerContact records what the managers found.
func (a *API) RecordManagerContact(ctx context.Context, q wire.RecordManagerContactRequestObject) (wire.RecordManagerContactResponseObject, error) {
	v, err := a.Deviations.Meet(ctx, actorFrom(ctx), id.DeviationOf(q.DeviationId), managerContact(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.RecordManagerContact200JSONResponse{Body: r.deviation(v), Headers: wire.RecordManagerContact200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// SubmitDeviation files one with a group.
func (a *API) SubmitDeviation(ctx context.Context, q wire.SubmitDeviationRequestObject) (wire.SubmitDeviationResponseObject, error) {
	v, err := a.Deviations.Submit(ctx, actorFrom(ctx), id.DeviationOf(q.DeviationId), id.GroupOf(q.Body.GroupId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.SubmitDeviation200JSONResponse{Body: r.deviation(v), Headers: wire.SubmitDeviation200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// WithdrawDeviation takes one back.
func (a *API) WithdrawDeviation(ctx context.Context, q wire.WithdrawDeviationRequestObject) (wire.WithdrawDeviationResponseObject, error) {
	v, err := a.Deviations.Withdraw(ctx, actorFrom(ctx), id.DeviationOf(q.DeviationId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.WithdrawDeviation200JSONResponse{Body: r.deviation(v), Headers: wire.WithdrawDeviation200ResponseHeaders{ETag: etag(v.Tag())}}, err
}
