package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/person"
)

// ListCaseWorkers lists those who work with the own unit's case about a child.
func (a *API) ListCaseWorkers(ctx context.Context, r wire.ListCaseWorkersRequestObject) (wire.ListCaseWorkersResponseObject, error) {
	p := pageOf(r.Params.Page, r.Params.Limit)
	rows, total, err := a.Children.CaseWorkers(ctx, actorFrom(ctx), id.PersonOf(r.ChildId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListCaseWorkers200JSONResponse{Body: wire.CaseWorkerList{
		CaseWorkers: each(rows, caseWorkerWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AssignCaseWorker lets a colleague work with a child's case.
func (a *API) AssignCaseWorker(ctx context.Context, r wire.AssignCaseWorkerRequestObject) (wire.AssignCaseWorkerResponseObject, error) {
	days := person.Span{From: civil.FromUTC(r.Body.ValidFrom.Time), To: civilDay(r.Body.ValidTo)}
	w, err := a.Children.Assign(ctx, actorFrom(ctx), id.PersonOf(r.ChildId), id.PersonOf(r.Body.PersonId), days)
	if err != nil {
		return nil, err
	}
	return wire.AssignCaseWorker201JSONResponse{
		Body:    caseWorkerWire(w),
		Headers: wire.AssignCaseWorker201ResponseHeaders{ETag: etag(w.Tag()), Location: "/v1/case-workers/" + w.ID.String()},
	}, nil
}

// EndCaseWorker ends somebody's work with a case on a last day.
func (a *API) EndCaseWorker(ctx context.Context, r wire.EndCaseWorkerRequestObject) (wire.EndCaseWorkerResponseObject, error) {
	last := civil.FromUTC(r.Body.EndsOn.Time)
	w, err := a.Children.EndCaseWorker(ctx, actorFrom(ctx), id.CaseWorkerOf(r.CaseWorkerId), last)
	if err != nil {
		return nil, err
	}
	return wire.EndCaseWorker200JSONResponse{Body: caseWorkerWire(w), Headers: wire.EndCaseWorker200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}
