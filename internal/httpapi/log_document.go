package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/insight"
	"samplan/internal/page"

	"samplan/internal/httpapi/wire"
)

// printed is how many rows a document has at most: some fifty sheets.
const printed = 1000

// GetMyLogExtractPage gives the log extract as a document (R37). It is the same list, by the same grant.
func (a *API) GetMyLogExtractPage(ctx context.Context, q wire.GetMyLogExtractPageRequestObject) (wire.GetMyLogExtractPageResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	days := insight.Period{From: civilDay(q.Params.From), To: civilDay(q.Params.To)}
	rows, total, err := a.Insight.Extract(ctx, actorFrom(ctx), id.PersonOf(given(q.Params.ChildId)), days, page.Page{Number: 1, Limit: printed})
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.logExtract(r, days, rows, total)
	return s.write("log-extract")
}
