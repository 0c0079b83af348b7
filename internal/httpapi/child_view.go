package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddChildView records the child's own words, by a named recorder.
func (a *API) AddChildView(ctx context.Context, q wire.AddChildViewRequestObject) (wire.AddChildViewResponseObject, error) {
	draft, err := newChildView(*q.Body)
	if err != nil {
		return nil, err
	}
	i, err := a.Plans.AddChildView(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.AddChildView201JSONResponse{
		Body:    r.childView(i),
		Headers: wire.AddChildView201ResponseHeaders{ETag: etag(i.Tag()), Location: "/v1/child-views/" + i.ID.String()},
	}, nil
}

// GetChildView shows the child's own words.
func (a *API) GetChildView(ctx context.Context, q wire.GetChildViewRequestObject) (wire.GetChildViewResponseObject, error) {
	i, r, err := a.findItem(ctx, plan.ChildViewKind, id.ItemOf(q.ChildViewId))
	if err != nil {
		return nil, err
	}
	return wire.GetChildView200JSONResponse{
		Body: r.childView(i), Headers: wire.GetChildView200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}
