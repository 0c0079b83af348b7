package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// HandOverPlan asks another unit to take a plan over.
func (a *API) HandOverPlan(ctx context.Context, q wire.HandOverPlanRequestObject) (wire.HandOverPlanResponseObject, error) {
	h, err := a.Plans.HandOver(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), id.UnitOf(q.Body.ToUnitId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.HandOverPlan201JSONResponse{
		Body: r.handOver(h), Headers: wire.HandOverPlan201ResponseHeaders{ETag: etag(h.Tag()), Location: "/v1/hand-overs"},
	}, nil
}

// ListHandOvers lists the hand-overs that wait for the own unit, and those that the caller has made.
func (a *API) ListHandOvers(ctx context.Context, q wire.ListHandOversRequestObject) (wire.ListHandOversResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.HandOvers(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListHandOvers200JSONResponse{Body: wire.HandOverList{
		HandOvers: each(rows, r.handOver), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AnswerHandOver takes a plan over for the own unit, or declines.
func (a *API) AnswerHandOver(ctx context.Context, q wire.AnswerHandOverRequestObject) (wire.AnswerHandOverResponseObject, error) {
	h, err := a.Plans.AnswerHandOver(ctx, actorFrom(ctx), id.HandOverOf(q.HandOverId), handOverAnswer(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AnswerHandOver200JSONResponse{Body: r.handOver(h), Headers: wire.AnswerHandOver200ResponseHeaders{ETag: etag(h.Tag())}}, nil
}
