package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListBlocks lists the blocks of a child at units of the own care service.
func (a *API) ListBlocks(ctx context.Context, q wire.ListBlocksRequestObject) (wire.ListBlocksResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Care.List(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListBlocks200JSONResponse{Body: wire.BlockList{
		Blocks: each(rows, r.block), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// RecordBlock writes down that a child blocks the own unit.
func (a *API) RecordBlock(ctx context.Context, q wire.RecordBlockRequestObject) (wire.RecordBlockResponseObject, error) {
	b, err := a.Care.Record(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), hide(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.RecordBlock201JSONResponse{
		Body:    r.block(b),
		Headers: wire.RecordBlock201ResponseHeaders{ETag: etag(b.Tag()), Location: "/v1/children/" + b.Child.String() + "/blocks"},
	}, nil
}

// LiftBlock writes down that a child lifts the block of the own unit.
func (a *API) LiftBlock(ctx context.Context, q wire.LiftBlockRequestObject) (wire.LiftBlockResponseObject, error) {
	b, err := a.Care.Lift(ctx, actorFrom(ctx), id.BlockOf(q.BlockId), hide(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.LiftBlock200JSONResponse{Body: r.block(b), Headers: wire.LiftBlock200ResponseHeaders{ETag: etag(b.Tag())}}, nil
}
