package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
)

// ListWhereabouts lists where a child is, as the own unit knows it.
func (a *API) ListWhereabouts(ctx context.Context, q wire.ListWhereaboutsRequestObject) (wire.ListWhereaboutsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Children.Whereabouts(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListWhereabouts200JSONResponse{Body: wire.WhereaboutsList{
		Whereabouts: each(rows, whereaboutsWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AddWhereabouts notes where a child is.
func (a *API) AddWhereabouts(ctx context.Context, q wire.AddWhereaboutsRequestObject) (wire.AddWhereaboutsResponseObject, error) {
	d, err := whereaboutsFrom(*q.Body)
	if err != nil {
		return nil, err
	}
	child := id.PersonOf(q.ChildId)
	w, err := a.Children.AddWhereabouts(ctx, actorFrom(ctx), child, d)
	if err != nil {
		return nil, err
	}
	return wire.AddWhereabouts201JSONResponse{
		Body: whereaboutsWire(w), Headers: wire.AddWhereabouts201ResponseHeaders{ETag: etag(w.Tag()), Location: childPath(child) + "/whereabouts"},
	}, nil
}

// EndWhereabouts ends a word on where a child is.
func (a *API) EndWhereabouts(ctx context.Context, q wire.EndWhereaboutsRequestObject) (wire.EndWhereaboutsResponseObject, error) {
	w, err := a.Children.EndWhereabouts(ctx, actorFrom(ctx), id.WhereaboutsOf(q.WhereaboutsId), civil.FromUTC(q.Body.EndsOn.Time))
	if err != nil {
		return nil, err
	}
	return wire.EndWhereabouts200JSONResponse{Body: whereaboutsWire(w), Headers: wire.EndWhereabouts200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}
