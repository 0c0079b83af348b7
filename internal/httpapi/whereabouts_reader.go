package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
)

// ListWhereaboutsReaders lists those of the own unit who may know where a protected child is.
func (a *API) ListWhereaboutsReaders(ctx context.Context, q wire.ListWhereaboutsReadersRequestObject) (wire.ListWhereaboutsReadersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Children.Readers(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListWhereaboutsReaders200JSONResponse{Body: wire.WhereaboutsReaderList{
		Readers: each(rows, readerWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// NameWhereaboutsReader names a colleague who may know where a protected child is.
func (a *API) NameWhereaboutsReader(ctx context.Context, q wire.NameWhereaboutsReaderRequestObject) (wire.NameWhereaboutsReaderResponseObject, error) {
	child := id.PersonOf(q.ChildId)
	v, err := a.Children.NameReader(ctx, actorFrom(ctx), child, readerFrom(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.NameWhereaboutsReader201JSONResponse{Body: readerWire(v), Headers: wire.NameWhereaboutsReader201ResponseHeaders{
		ETag: etag(v.Tag()), Location: childPath(child) + "/whereabouts-readers",
	}}, nil
}

// EndWhereaboutsReader ends a naming.
func (a *API) EndWhereaboutsReader(ctx context.Context, q wire.EndWhereaboutsReaderRequestObject) (wire.EndWhereaboutsReaderResponseObject, error) {
	v, err := a.Children.EndReader(ctx, actorFrom(ctx), id.WhereaboutsReaderOf(q.WhereaboutsReaderId), civil.FromUTC(q.Body.EndsOn.Time))
	if err != nil {
		return nil, err
	}
	return wire.EndWhereaboutsReader200JSONResponse{
		Body: readerWire(v), Headers: wire.EndWhereaboutsReader200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}
