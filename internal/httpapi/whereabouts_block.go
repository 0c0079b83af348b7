package httpapi

import (
	"context"

	"samplan/internal/civil"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
)

// ListWhereaboutsBlocks lists from which guardians the own unit keeps where a child is.
func (a *API) ListWhereaboutsBlocks(ctx context.Context, q wire.ListWhereaboutsBlocksRequestObject) (wire.ListWhereaboutsBlocksResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Children.Blocks(ctx, actorFrom(ctx), id.PersonOf(q.ChildId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListWhereaboutsBlocks200JSONResponse{Body: wire.WhereaboutsBlockList{
		Blocks: each(rows, blockWire), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// BlockWhereabouts keeps from a guardian where a child is.
func (a *API) BlockWhereabouts(ctx context.Context, q wire.BlockWhereaboutsRequestObject) (wire.BlockWhereaboutsResponseObject, error) {
	child := id.PersonOf(q.ChildId)
	v, err := a.Children.Block(ctx, actorFrom(ctx), child, blockFrom(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.BlockWhereabouts201JSONResponse{Body: blockWire(v), Headers: wire.BlockWhereabouts201ResponseHeaders{
		ETag: etag(v.Tag()), Location: childPath(child) + "/whereabouts-blocks",
	}}, nil
}

// EndWhereaboutsBlock ends a block.
func (a *API) EndWhereaboutsBlock(ctx context.Context, q wire.EndWhereaboutsBlockRequestObject) (wire.EndWhereaboutsBlockResponseObject, error) {
	v, err := a.Children.EndBlock(ctx, actorFrom(ctx), id.WhereaboutsBlockOf(q.WhereaboutsBlockId), civil.FromUTC(q.Body.EndsOn.Time))
	if err != nil {
		return nil, err
	}
	return wire.EndWhereaboutsBlock200JSONResponse{
		Body: blockWire(v), Headers: wire.EndWhereaboutsBlock200ResponseHeaders{ETag: etag(v.Tag())},
	}, nil
}
