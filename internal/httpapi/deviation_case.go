package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListDeviationCases lists what the caller's groups have.
func (a *API) ListDeviationCases(ctx context.Context, q wire.ListDeviationCasesRequestObject) (wire.ListDeviationCasesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Deviations.ListCases(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.ListDeviationCases200JSONResponse{Body: wire.DeviationCaseList{
		DeviationCases: each(rows, r.deviationCaseRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, err
}

// GetDeviationCase shows one.
func (a *API) GetDeviationCase(ctx context.Context, q wire.GetDeviationCaseRequestObject) (wire.GetDeviationCaseResponseObject, error) {
	v, err := a.Deviations.FindCase(ctx, actorFrom(ctx), id.DeviationCaseOf(q.DeviationCaseId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.GetDeviationCase200JSONResponse{Body: r.deviationCase(v), Headers: wire.GetDeviationCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// TakeDeviationCase takes one up or returns it.
func (a *API) TakeDeviationCase(ctx context.Context, q wire.TakeDeviationCaseRequestObject) (wire.TakeDeviationCaseResponseObject, error) {
	v, err := a.Deviations.Take(ctx, actorFrom(ctx), id.DeviationCaseOf(q.DeviationCaseId), deviationIntake(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.TakeDeviationCase200JSONResponse{Body: r.deviationCase(v), Headers: wire.TakeDeviationCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}
