package httpapi

import (
	"context"

	"samplan/internal/catalogue"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"

	"samplan/internal/httpapi/wire"
)

func entryAt(e id.CatalogueEntry) string { return "/v1/catalogue-entries/" + e.String() }

// ListCatalogueEntries lists the intervention catalogue.
func (a *API) ListCatalogueEntries(ctx context.Context, q wire.ListCatalogueEntriesRequestObject) (wire.ListCatalogueEntriesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	list, err := a.catalogueList(ctx, catalogue.Choice{Age: q.Params.Age, On: civilDay(q.Params.On)}, p)
	return wire.ListCatalogueEntries200JSONResponse{Body: list}, err
}

// ListCatalogueHits searches the intervention catalogue.
func (a *API) ListCatalogueHits(ctx context.Context, q wire.ListCatalogueHitsRequestObject) (wire.ListCatalogueHitsResponseObject, error) {
	list, err := a.catalogueList(ctx, catalogue.Choice{Words: q.Body.Words}, pageOf(q.Params.Page, q.Params.Limit))
	return wire.ListCatalogueHits200JSONResponse{Body: list}, err
}

func (a *API) catalogueList(ctx context.Context, c catalogue.Choice, p page.Page) (wire.CatalogueEntryList, error) {
	rows, total, err := a.Catalogue.List(ctx, actorFrom(ctx), c, p)
	if err != nil {
		return wire.CatalogueEntryList{}, err
	}
	r, err := a.reader(ctx)
	return wire.CatalogueEntryList{Entries: each(rows, r.catalogueEntry), UnderscoreMeta: metaOf(p, total, len(rows))}, err
}

// GetCatalogueEntry shows one entry.
func (a *API) GetCatalogueEntry(ctx context.Context, q wire.GetCatalogueEntryRequestObject) (wire.GetCatalogueEntryResponseObject, error) {
	e, err := a.Catalogue.Find(ctx, actorFrom(ctx), id.CatalogueEntryOf(q.CatalogueId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.GetCatalogueEntry200JSONResponse{Body: r.catalogueEntry(e), Headers: wire.GetCatalogueEntry200ResponseHeaders{ETag: etag(e.Tag())}}, err
}

// AddCatalogueEntry adds an entry of the caller's principal.
func (a *API) AddCatalogueEntry(ctx context.Context, q wire.AddCatalogueEntryRequestObject) (wire.AddCatalogueEntryResponseObject, error) {
	e, err := a.Catalogue.Add(ctx, actorFrom(ctx), catalogueDraft(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.AddCatalogueEntry201JSONResponse{
		Body: r.catalogueEntry(e), Headers: wire.AddCatalogueEntry201ResponseHeaders{ETag: etag(e.Tag()), Location: entryAt(e.ID)},
	}, err
}

// EndCatalogueEntry ends one.
func (a *API) EndCatalogueEntry(ctx context.Context, q wire.EndCatalogueEntryRequestObject) (wire.EndCatalogueEntryResponseObject, error) {
	e, err := a.Catalogue.End(ctx, actorFrom(ctx), id.CatalogueEntryOf(q.CatalogueId), civil.FromUTC(q.Body.EndsOn.Time))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.EndCatalogueEntry200JSONResponse{Body: r.catalogueEntry(e), Headers: wire.EndCatalogueEntry200ResponseHeaders{ETag: etag(e.Tag())}}, err
}
