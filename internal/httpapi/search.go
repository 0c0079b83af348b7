package httpapi

import (
	"context"

	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// ListHits searches what the caller may see.
func (a *API) ListHits(ctx context.Context, q wire.ListHitsRequestObject) (wire.ListHitsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	hits, total, err := a.Plans.Search(ctx, actorFrom(ctx), plan.NewSearch(q.Body.Words), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListHits200JSONResponse{Body: wire.HitList{Hits: each(hits, r.hit), UnderscoreMeta: metaOf(p, total, len(hits))}}, nil
}

// ListMyHits searches what is meant for the family.
func (a *API) ListMyHits(ctx context.Context, q wire.ListMyHitsRequestObject) (wire.ListMyHitsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	hits, total, err := a.Plans.Search(ctx, actorFrom(ctx), plan.NewSearch(q.Body.Words), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyHits200JSONResponse{Body: wire.MyHitList{Hits: each(hits, r.myHit), UnderscoreMeta: metaOf(p, total, len(hits))}}, nil
}
