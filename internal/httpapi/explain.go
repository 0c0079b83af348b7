package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ExplainItem tells a member of staff why an item is there to be read.
func (a *API) ExplainItem(ctx context.Context, q wire.ExplainItemRequestObject) (wire.ExplainItemResponseObject, error) {
	e, err := a.Insight.Explain(ctx, actorFrom(ctx), id.ItemOf(q.ItemId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ExplainItem200JSONResponse{Body: r.explanation(e)}, nil
}

// ExplainMyItem tells the family the same.
func (a *API) ExplainMyItem(ctx context.Context, q wire.ExplainMyItemRequestObject) (wire.ExplainMyItemResponseObject, error) {
	e, err := a.Insight.Explain(ctx, actorFrom(ctx), id.ItemOf(q.ItemId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ExplainMyItem200JSONResponse{Body: r.myExplanation(e)}, nil
}

// ExplainAccess tells who could see an item on a day, without what it says.
func (a *API) ExplainAccess(ctx context.Context, q wire.ExplainAccessRequestObject) (wire.ExplainAccessResponseObject, error) {
	answer, err := a.Insight.ExplainAccess(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), civilDay(q.Params.On), id.PersonOf(given(q.Params.PersonId)))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ExplainAccess200JSONResponse{Body: r.accessExplanation(answer)}, nil
}
