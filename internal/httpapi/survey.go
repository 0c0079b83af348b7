package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// GetSurvey shows what a member of staff is asked after a meeting.
func (a *API) GetSurvey(ctx context.Context, q wire.GetSurveyRequestObject) (wire.GetSurveyResponseObject, error) {
	actor := actorFrom(ctx)
	s, err := a.Surveys.Find(ctx, actor, id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	return wire.GetSurvey200JSONResponse{Body: surveyWire(s, actor.Today()), Headers: wire.GetSurvey200ResponseHeaders{ETag: etag(s.Tag())}}, nil
}

// AnswerSurvey keeps what a member of staff answers.
func (a *API) AnswerSurvey(ctx context.Context, q wire.AnswerSurveyRequestObject) (wire.AnswerSurveyResponseObject, error) {
	w, tag, err := a.answerSurvey(ctx, q.MeetingId, q.Params.IfMatch, *q.Body)
	if err != nil {
		return nil, err
	}
	return wire.AnswerSurvey200JSONResponse{Body: w, Headers: wire.AnswerSurvey200ResponseHeaders{ETag: etag(tag)}}, nil
}

// GetMySurvey shows what somebody of the family is asked after a meeting.
func (a *API) GetMySurvey(ctx context.Context, q wire.GetMySurveyRequestObject) (wire.GetMySurveyResponseObject, error) {
	actor := actorFrom(ctx)
	s, err := a.Surveys.Find(ctx, actor, id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	return wire.GetMySurvey200JSONResponse{Body: surveyWire(s, actor.Today()), Headers: wire.GetMySurvey200ResponseHeaders{ETag: etag(s.Tag())}}, nil
}

// AnswerMySurvey keeps what somebody of the family answers.
func (a *API) AnswerMySurvey(ctx context.Context, q wire.AnswerMySurveyRequestObject) (wire.AnswerMySurveyResponseObject, error) {
	w, tag, err := a.answerSurvey(ctx, q.MeetingId, q.Params.IfMatch, *q.Body)
	if err != nil {
		return nil, err
	}
	return wire.AnswerMySurvey200JSONResponse{Body: w, Headers: wire.AnswerMySurvey200ResponseHeaders{ETag: etag(tag)}}, nil
}

// ListSurveyResults tells in numbers what was answered.
func (a *API) ListSurveyResults(ctx context.Context, q wire.ListSurveyResultsRequestObject) (wire.ListSurveyResultsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	all, total, err := a.Surveys.Results(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	return wire.ListSurveyResults200JSONResponse{Body: wire.SurveyResultList{
		Results: each(all, r.surveyResult), UnderscoreMeta: metaOf(p, total, len(all)),
	}}, nil
}

// answerSurvey is the same for all: each answers for oneself.
func (a *API) answerSurvey(ctx context.Context, of wireID, match *string, b wire.ChangeSurvey) (wire.Survey, string, error) {
	tag, err := ifMatch(match)
	if err != nil {
		return wire.Survey{}, "", err
	}
	actor := actorFrom(ctx)
	s, err := a.Surveys.Answer(ctx, actor, id.MeetingOf(of), tag, surveyParts(b), id.ReceiptOf(b.Receipt))
	return surveyWire(s, actor.Today()), s.Tag(), err
}
