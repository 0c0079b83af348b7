package httpapi

import (
	"context"

	"samplan/internal/concern"
	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// concernAt is where a concern report is found.
func concernAt(c id.Concern) string { return "/v1/concern-reports/" + c.String() }

// SendConcernReport reports a concern about a child to the social services.
func (a *API) SendConcernReport(ctx context.Context, q wire.SendConcernReportRequestObject) (wire.SendConcernReportResponseObject, error) {
	v, err := a.Concerns.Send(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), newConcern(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.SendConcernReport201JSONResponse{
		Body: r.concern(v), Headers: wire.SendConcernReport201ResponseHeaders{ETag: etag(v.Tag()), Location: concernAt(v.ID)},
	}, nil
}

// ListConcernReports lists the reports that the own unit has sent, or those it has received.
func (a *API) ListConcernReports(ctx context.Context, q wire.ListConcernReportsRequestObject) (wire.ListConcernReportsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Concerns.List(ctx, actorFrom(ctx), concern.Direction(isSent(q.Params.Direction)), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListConcernReports200JSONResponse{Body: wire.ConcernReportList{
		ConcernReports: each(rows, r.concernRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetConcernReport shows a report to one of its two sides.
func (a *API) GetConcernReport(ctx context.Context, q wire.GetConcernReportRequestObject) (wire.GetConcernReportResponseObject, error) {
	v, err := a.Concerns.Find(ctx, actorFrom(ctx), id.ConcernOf(q.ConcernReportId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetConcernReport200JSONResponse{Body: r.concern(v), Headers: wire.GetConcernReport200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// ReceiveConcernReport takes a report in hand and gives it to somebody to handle.
func (a *API) ReceiveConcernReport(ctx context.Context, q wire.ReceiveConcernReportRequestObject) (wire.ReceiveConcernReportResponseObject, error) {
	v, err := a.Concerns.Receive(ctx, actorFrom(ctx), id.ConcernOf(q.ConcernReportId), newReceipt(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ReceiveConcernReport200JSONResponse{Body: r.concern(v), Headers: wire.ReceiveConcernReport200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// GiveFeedback tells the reporter what was decided.
func (a *API) GiveFeedback(ctx context.Context, q wire.GiveFeedbackRequestObject) (wire.GiveFeedbackResponseObject, error) {
	f, err := newFeedback(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Concerns.Answer(ctx, actorFrom(ctx), id.ConcernOf(q.ConcernReportId), f)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GiveFeedback200JSONResponse{Body: r.concern(v), Headers: wire.GiveFeedback200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
