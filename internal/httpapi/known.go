package httpapi

import (
	"context"

	"samplan/internal/known"

	"samplan/internal/httpapi/wire"
)

// AskKnown asks another social board whether it knows a child.
func (a *API) AskKnown(ctx context.Context, q wire.AskKnownRequestObject) (wire.AskKnownResponseObject, error) {
	actor := actorFrom(ctx)
	d, err := newQuestion(*q.Body, actor.Today())
	if err != nil {
		return nil, err
	}
	isKnown, err := a.Known.Ask(ctx, actor, d)
	if err != nil {
		return nil, err
	}
	return wire.AskKnown200JSONResponse{Body: wire.KnownAnswer{Known: isKnown}}, nil
}

// ListKnownQuestions lists the questions that the own unit has put, or those that its cases answered with yes.
func (a *API) ListKnownQuestions(ctx context.Context, q wire.ListKnownQuestionsRequestObject) (wire.ListKnownQuestionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Known.List(ctx, actorFrom(ctx), known.Direction(isSent(q.Params.Direction)), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListKnownQuestions200JSONResponse{Body: wire.KnownQuestionList{
		KnownQuestions: each(rows, r.question), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}
