package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// myBlocksAt is where a child finds its blocks.
const myBlocksAt = "/v1/my/blocks"

// ListMyCareUnits lists the care units in the caller's own plans.
func (a *API) ListMyCareUnits(ctx context.Context, q wire.ListMyCareUnitsRequestObject) (wire.ListMyCareUnitsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Care.CareUnits(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyCareUnits200JSONResponse{Body: wire.MyCareUnitList{
		CareUnits: each(rows, r.myCareUnit), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ListMyBlocks lists the caller's own blocks.
func (a *API) ListMyBlocks(ctx context.Context, q wire.ListMyBlocksRequestObject) (wire.ListMyBlocksResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Care.ListOwn(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyBlocks200JSONResponse{Body: wire.MyBlockList{
		Blocks: each(rows, r.myBlock), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// SetMyBlock blocks a care unit for the caller as patient.
func (a *API) SetMyBlock(ctx context.Context, q wire.SetMyBlockRequestObject) (wire.SetMyBlockResponseObject, error) {
	b, err := a.Care.SetOwn(ctx, actorFrom(ctx), id.UnitOf(q.Body.UnitId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.SetMyBlock201JSONResponse{
		Body: r.myBlock(b), Headers: wire.SetMyBlock201ResponseHeaders{ETag: etag(b.Tag()), Location: myBlocksAt},
	}, nil
}

// LiftMyBlock lifts a block of the caller's own.
func (a *API) LiftMyBlock(ctx context.Context, q wire.LiftMyBlockRequestObject) (wire.LiftMyBlockResponseObject, error) {
	b, err := a.Care.LiftOwn(ctx, actorFrom(ctx), id.BlockOf(q.BlockId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.LiftMyBlock200JSONResponse{Body: r.myBlock(b), Headers: wire.LiftMyBlock200ResponseHeaders{ETag: etag(b.Tag())}}, nil
}
