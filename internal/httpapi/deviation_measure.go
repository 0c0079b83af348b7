package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// AnswerDeviationCase answers what a group has.
func (a *API) AnswerDeviationCase(ctx context.Context, q wire.AnswerDeviationCaseRequestObject) (wire.AnswerDeviationCaseResponseObject, error) {
	v, err := a.Deviations.Answer(ctx, actorFrom(ctx), id.DeviationCaseOf(q.DeviationCaseId), person.NewText(q.Body.Text))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.AnswerDeviationCase200JSONResponse{Body: r.deviationCase(v), Headers: wire.AnswerDeviationCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// EscalateDeviationCase lifts what a group has.
func (a *API) EscalateDeviationCase(ctx context.Context, q wire.EscalateDeviationCaseRequestObject) (wire.EscalateDeviationCaseResponseObject, error) {
	v, err := a.Deviations.Lift(ctx, actorFrom(ctx), id.DeviationCaseOf(q.DeviationCaseId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.EscalateDeviationCase200JSONResponse{Body: r.deviationCase(v), Headers: wire.EscalateDeviationCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// CloseDeviationCase closes what a group has answered.
func (a *API) CloseDeviationCase(ctx context.Context, q wire.CloseDeviationCaseRequestObject) (wire.CloseDeviationCaseResponseObject, error) {
	v, err := a.Deviations.Close(ctx, actorFrom(ctx), id.DeviationCaseOf(q.DeviationCaseId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.CloseDeviationCase200JSONResponse{Body: r.deviationCase(v), Headers: wire.CloseDeviationCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// AddDeviationMeasure decides a measure.
func (a *API) AddDeviationMeasure(ctx context.Context, q wire.AddDeviationMeasureRequestObject) (wire.AddDeviationMeasureResponseObject, error) {
	v, err := a.Deviations.Decide(ctx, actorFrom(ctx), id.DeviationCaseOf(q.DeviationCaseId), measureDraft(*q.Body))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.AddDeviationMeasure200JSONResponse{Body: r.deviationCase(v), Headers: wire.AddDeviationMeasure200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// ListDeviationMeasures lists measures of the caller's groups, and those of the unit to its manager.
func (a *API) ListDeviationMeasures(ctx context.Context, q wire.ListDeviationMeasuresRequestObject) (wire.ListDeviationMeasuresResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Deviations.Measures(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.ListDeviationMeasures200JSONResponse{Body: wire.DeviationMeasureList{
		Measures: each(rows, r.deviationMeasure), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, err
}

// FollowUpDeviationMeasure says what became of a measure.
func (a *API) FollowUpDeviationMeasure(ctx context.Context, q wire.FollowUpDeviationMeasureRequestObject) (wire.FollowUpDeviationMeasureResponseObject, error) {
	outcome, err := measureOutcome(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Deviations.FollowUp(ctx, actorFrom(ctx), id.MeasureOf(q.MeasureId), outcome, person.NewText(q.Body.Effect))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.FollowUpDeviationMeasure200JSONResponse{Body: r.deviationCase(v), Headers: wire.FollowUpDeviationMeasure200ResponseHeaders{ETag: etag(v.Tag())}}, err
}
