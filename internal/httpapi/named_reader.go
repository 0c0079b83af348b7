package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/page"

	"samplan/internal/httpapi/wire"
)

// NameReaders makes an item visible to named staff alone.
func (a *API) NameReaders(ctx context.Context, q wire.NameReadersRequestObject) (wire.NameReadersResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	i, readers, err := a.Plans.NameReaders(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), tag, each(q.Body.PersonIds, id.PersonOf))
	if err != nil {
		return nil, err
	}
	return wire.NameReaders200JSONResponse{
		Body:    namedReaders(readers, page.Default, len(readers)),
		Headers: wire.NameReaders200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}

// ListNamedReaders lists who is named for an item.
func (a *API) ListNamedReaders(ctx context.Context, q wire.ListNamedReadersRequestObject) (wire.ListNamedReadersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	i, readers, total, err := a.Plans.NamedReaders(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListNamedReaders200JSONResponse{
		Body:    namedReaders(readers, p, total),
		Headers: wire.ListNamedReaders200ResponseHeaders{ETag: etag(i.Tag())},
	}, nil
}
