package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ConfirmMyReading keeps that the caller has read the plan as it stands.
func (a *API) ConfirmMyReading(ctx context.Context, q wire.ConfirmMyReadingRequestObject) (wire.ConfirmMyReadingResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	v, err := a.Plans.ConfirmReading(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), tag)
	if err != nil {
		return nil, err
	}
	return wire.ConfirmMyReading200JSONResponse{Body: myReading(v), Headers: wire.ConfirmMyReading200ResponseHeaders{ETag: etag(tag)}}, nil
}

// ListMyReadings lists when the caller has confirmed to have read the plan.
func (a *API) ListMyReadings(ctx context.Context, q wire.ListMyReadingsRequestObject) (wire.ListMyReadingsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.OwnReadings(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListMyReadings200JSONResponse{Body: wire.MyReadingList{Readings: each(rows, myReading), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}

// ListReadings lists who of the family has confirmed to have read the plan.
func (a *API) ListReadings(ctx context.Context, q wire.ListReadingsRequestObject) (wire.ListReadingsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.Readings(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListReadings200JSONResponse{Body: wire.ReadingList{Readings: each(rows, familyReading), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}
