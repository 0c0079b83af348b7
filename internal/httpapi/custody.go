package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// RegisterCustodyDecision registers a decision under FB 6:13 a.
func (a *API) RegisterCustodyDecision(ctx context.Context, q wire.RegisterCustodyDecisionRequestObject) (wire.RegisterCustodyDecisionResponseObject, error) {
	d, err := newCustody(*q.Body)
	if err != nil {
		return nil, err
	}
	child := id.PersonOf(q.ChildId)
	v, err := a.Consents.RegisterCustody(ctx, actorFrom(ctx), child, d)
	if err != nil {
		return nil, err
	}
	return wire.RegisterCustodyDecision201JSONResponse{Body: custody(v), Headers: wire.RegisterCustodyDecision201ResponseHeaders{
		ETag: etag(v.Tag()), Location: childPath(child) + "/custody-decisions",
	}}, nil
}

// ListCustodyDecisions lists the own unit's decisions about a child.
func (a *API) ListCustodyDecisions(ctx context.Context, q wire.ListCustodyDecisionsRequestObject) (wire.ListCustodyDecisionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Consents.CustodyDecisions(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListCustodyDecisions200JSONResponse{Body: wire.CustodyDecisionList{
		CustodyDecisions: each(rows, custody), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// EndCustodyDecision ends a decision.
func (a *API) EndCustodyDecision(ctx context.Context, q wire.EndCustodyDecisionRequestObject) (wire.EndCustodyDecisionResponseObject, error) {
	last, reason := civilDay(&q.Body.EndsOn), person.NewText(q.Body.Reason)
	v, err := a.Consents.EndCustody(ctx, actorFrom(ctx), id.CustodyOf(q.CustodyDecisionId), last, reason)
	if err != nil {
		return nil, err
	}
	return wire.EndCustodyDecision200JSONResponse{Body: custody(v), Headers: wire.EndCustodyDecision200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}
