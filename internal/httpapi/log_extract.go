package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/insight"
	"samplan/internal/phrase"

	"samplan/internal/httpapi/wire"
)

// ListMyLogExtract lists who has used what is kept about the caller's children, or the caller (R37).
func (a *API) ListMyLogExtract(ctx context.Context, q wire.ListMyLogExtractRequestObject) (wire.ListMyLogExtractResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	days := insight.Period{From: civilDay(q.Params.From), To: civilDay(q.Params.To)}
	rows, total, err := a.Insight.Extract(ctx, actorFrom(ctx), id.PersonOf(given(q.Params.ChildId)), days, p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListMyLogExtract200JSONResponse{Body: wire.MyLogExtract{
		AboutSv: phrase.Swedish.Say("log.about"), AboutEn: phrase.English.Say("log.about"),
		Entries: each(rows, r.myLogEntry), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}
