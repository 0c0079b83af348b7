package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// disclosuresAt is where the disclosures of an item are found.
func disclosuresAt(i id.Item) string { return "/v1/items/" + i.String() + "/disclosures" }

// DiscloseItem opens an item to a party on a legal ground.
func (a *API) DiscloseItem(ctx context.Context, q wire.DiscloseItemRequestObject) (wire.DiscloseItemResponseObject, error) {
	draft, err := newDisclosure(*q.Body)
	if err != nil {
		return nil, err
	}
	d, err := a.Disclosures.Disclose(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), draft)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.DiscloseItem201JSONResponse{
		Body: r.disclosure(d), Headers: wire.DiscloseItem201ResponseHeaders{ETag: etag(d.Tag()), Location: disclosuresAt(d.Item)},
	}, nil
}

// ListDisclosures lists the disclosures of an item.
func (a *API) ListDisclosures(ctx context.Context, q wire.ListDisclosuresRequestObject) (wire.ListDisclosuresResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Disclosures.List(ctx, actorFrom(ctx), id.ItemOf(q.ItemId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListDisclosures200JSONResponse{Body: wire.DisclosureList{
		Disclosures: each(rows, r.disclosure), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// EndDisclosure closes a disclosure before its time.
func (a *API) EndDisclosure(ctx context.Context, q wire.EndDisclosureRequestObject) (wire.EndDisclosureResponseObject, error) {
	d, err := a.Disclosures.End(ctx, actorFrom(ctx), id.DisclosureOf(q.DisclosureId), hide(&q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.EndDisclosure200JSONResponse{Body: r.disclosure(d), Headers: wire.EndDisclosure200ResponseHeaders{ETag: etag(d.Tag())}}, nil
}
