package httpapi

import (
	"context"

	"samplan/internal/deviation"
	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// ListDeviationSuggestions lists what meetings of the own unit suggest.
func (a *API) ListDeviationSuggestions(ctx context.Context, q wire.ListDeviationSuggestionsRequestObject) (wire.ListDeviationSuggestionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Deviations.Suggestions(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.ListDeviationSuggestions200JSONResponse{Body: wire.DeviationSuggestionList{
		DeviationSuggestions: each(rows, r.suggestion), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, err
}

// DismissDeviationSuggestion says why no deviation is entered of one.
func (a *API) DismissDeviationSuggestion(ctx context.Context, q wire.DismissDeviationSuggestionRequestObject) (wire.DismissDeviationSuggestionResponseObject, error) {
	v, err := a.Deviations.Dismiss(ctx, actorFrom(ctx), id.SuggestionOf(q.SuggestionId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	w := r.suggestion(v)
	return wire.DismissDeviationSuggestion200JSONResponse{Body: w, Headers: wire.DismissDeviationSuggestion200ResponseHeaders{ETag: w.Etag}}, err
}

func (r reader) suggestion(v deviation.Suggestion) wire.DeviationSuggestion {
	return wire.DeviationSuggestion{
		Id: v.ID.UUID(), ConcernsUnit: r.unit(v.About), NotedOn: day(v.NotedOn), EndedOn: optionalDay(v.EndedOn), Reason: reveal(v.Reason), Etag: etag(v.Tag()),
	}
}
