package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// withholdingsAt is where the withholdings of an item are found.
func withholdingsAt(i id.Item) string { return "/v1/items/" + i.String() + "/withholdings" }

// WithholdItem keeps an item from somebody of the family.
func (a *API) WithholdItem(ctx context.Context, q wire.WithholdItemRequestObject) (wire.WithholdItemResponseObject, error) {
	w, err := a.Withholdings.Withhold(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), newWithholding(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.WithholdItem201JSONResponse{
		Body: withheld(w), Headers: wire.WithholdItem201ResponseHeaders{ETag: etag(w.Tag()), Location: withholdingsAt(w.Item)},
	}, nil
}

// ListWithholdings lists from whom an item is withheld.
func (a *API) ListWithholdings(ctx context.Context, q wire.ListWithholdingsRequestObject) (wire.ListWithholdingsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Withholdings.List(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListWithholdings200JSONResponse{Body: wire.WithholdingList{
		Withholdings: each(rows, withheld), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// EndWithholding ends a withholding.
func (a *API) EndWithholding(ctx context.Context, q wire.EndWithholdingRequestObject) (wire.EndWithholdingResponseObject, error) {
	w, err := a.Withholdings.End(ctx, actorFrom(ctx), id.WithholdingOf(q.WithholdingId), hide(&q.Body.Reason))
	if err != nil {
		return nil, err
	}
	return wire.EndWithholding200JSONResponse{Body: withheld(w), Headers: wire.EndWithholding200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}

// AssessWithholding decides that what a child asked for goes on.
func (a *API) AssessWithholding(ctx context.Context, q wire.AssessWithholdingRequestObject) (wire.AssessWithholdingResponseObject, error) {
	w, err := a.Withholdings.Assess(ctx, actorFrom(ctx), id.WithholdingOf(q.WithholdingId), hide(&q.Body.Reason))
	if err != nil {
		return nil, err
	}
	return wire.AssessWithholding200JSONResponse{Body: withheld(w), Headers: wire.AssessWithholding200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}

// ListMyKeptWords lists what the child has asked to keep from its guardians.
func (a *API) ListMyKeptWords(ctx context.Context, q wire.ListMyKeptWordsRequestObject) (wire.ListMyKeptWordsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Withholdings.ListKept(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListMyKeptWords200JSONResponse{Body: wire.MyKeptWordsList{KeptWords: each(rows, kept), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}
