package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/insight"

	"samplan/internal/httpapi/wire"
)

func reviewPath(r id.Review) string { return "/v1/log-reviews/" + r.String() }

// CreateLogReview draws a sample of the log (R40).
func (a *API) CreateLogReview(ctx context.Context, q wire.CreateLogReviewRequestObject) (wire.CreateLogReviewResponseObject, error) {
	d, err := newLogReview(*q.Body)
	if err != nil {
		return nil, err
	}
	made, err := a.Insight.CreateReview(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.CreateLogReview201JSONResponse{
		Body: r.logReview(made), Headers: wire.CreateLogReview201ResponseHeaders{Location: reviewPath(made.ID)},
	}, nil
}

// ListLogReviews lists the reviews that the caller answers for.
func (a *API) ListLogReviews(ctx context.Context, q wire.ListLogReviewsRequestObject) (wire.ListLogReviewsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Insight.Reviews(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListLogReviews200JSONResponse{Body: wire.LogReviewList{
		Reviews: each(rows, r.logReviewRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetLogReview shows a review with its sample.
func (a *API) GetLogReview(ctx context.Context, q wire.GetLogReviewRequestObject) (wire.GetLogReviewResponseObject, error) {
	v, err := a.Insight.Review(ctx, actorFrom(ctx), id.ReviewOf(q.ReviewId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.GetLogReview200JSONResponse{Body: r.logReview(v)}, nil
}

// RecordVerdict records what the caller found about an entry, never about one's own (R40).
func (a *API) RecordVerdict(ctx context.Context, q wire.RecordVerdictRequestObject) (wire.RecordVerdictResponseObject, error) {
	d, err := newVerdict(id.ReviewOf(q.ReviewId), *q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Insight.Judge(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	return wire.RecordVerdict201JSONResponse{
		Body: logVerdict(v), Headers: wire.RecordVerdict201ResponseHeaders{Location: reviewPath(v.Review)},
	}, nil
}

// ListLogFlags lists the hours of unusually wide use.
func (a *API) ListLogFlags(ctx context.Context, q wire.ListLogFlagsRequestObject) (wire.ListLogFlagsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	days := insight.Period{From: civilDay(q.Params.From), To: civilDay(q.Params.To)}
	rows, total, err := a.Insight.Flags(ctx, actorFrom(ctx), days, p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListLogFlags200JSONResponse{Body: wire.LogFlagList{
		Flags: each(rows, r.logFlag), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}
