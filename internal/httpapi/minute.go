package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// point maps a point of minutes for its reader, with the version of it.
func (a *API) point(ctx context.Context, m plan.Minute, err error) (wire.Minute, string, error) {
	if err != nil {
		return wire.Minute{}, "", err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return wire.Minute{}, "", err
	}
	return r.minute(m), etag(m.Tag()), nil
}

// AddMinute writes a point of the minutes of a meeting.
func (a *API) AddMinute(ctx context.Context, q wire.AddMinuteRequestObject) (wire.AddMinuteResponseObject, error) {
	d, err := newMinute(*q.Body)
	if err != nil {
		return nil, err
	}
	m, err := a.Plans.AddMinute(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), d)
	body, tag, err := a.point(ctx, m, err)
	return wire.AddMinute201JSONResponse{
		Body: body, Headers: wire.AddMinute201ResponseHeaders{ETag: tag, Location: "/v1/minutes/" + m.ID.String()},
	}, err
}

// GetMinute shows one point.
func (a *API) GetMinute(ctx context.Context, q wire.GetMinuteRequestObject) (wire.GetMinuteResponseObject, error) {
	m, err := a.Plans.Minute(ctx, actorFrom(ctx), id.ItemOf(q.MinuteId))
	body, tag, err := a.point(ctx, m, err)
	return wire.GetMinute200JSONResponse{Body: body, Headers: wire.GetMinute200ResponseHeaders{ETag: tag}}, err
}

// ChangeMinute replaces a draft.
func (a *API) ChangeMinute(ctx context.Context, q wire.ChangeMinuteRequestObject) (wire.ChangeMinuteResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := changedMinute(*q.Body)
	if err != nil {
		return nil, err
	}
	m, err := a.Plans.ChangeMinute(ctx, actorFrom(ctx), id.ItemOf(q.MinuteId), tag, d)
	body, tag, err := a.point(ctx, m, err)
	return wire.ChangeMinute200JSONResponse{Body: body, Headers: wire.ChangeMinute200ResponseHeaders{ETag: tag}}, err
}

// SettleMinutes settles what the own unit has written.
func (a *API) SettleMinutes(ctx context.Context, q wire.SettleMinutesRequestObject) (wire.SettleMinutesResponseObject, error) {
	on, err := a.Plans.SettleMinutes(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	return wire.SettleMinutes200JSONResponse{Body: wire.MinuteSettlement{SettledOn: day(on)}}, nil
}

// CorrectMinute adds a correction to a settled point.
func (a *API) CorrectMinute(ctx context.Context, q wire.CorrectMinuteRequestObject) (wire.CorrectMinuteResponseObject, error) {
	m, err := a.Plans.CorrectMinute(ctx, actorFrom(ctx), id.ItemOf(q.MinuteId), hide(&q.Body.Text))
	body, tag, err := a.point(ctx, m, err)
	return wire.CorrectMinute200JSONResponse{Body: body, Headers: wire.CorrectMinute200ResponseHeaders{ETag: tag}}, err
}

// CancelDecision takes a decision back.
func (a *API) CancelDecision(ctx context.Context, q wire.CancelDecisionRequestObject) (wire.CancelDecisionResponseObject, error) {
	m, err := a.Plans.CancelDecision(ctx, actorFrom(ctx), id.ItemOf(q.MinuteId), hide(&q.Body.Reason))
	body, tag, err := a.point(ctx, m, err)
	return wire.CancelDecision200JSONResponse{Body: body, Headers: wire.CancelDecision200ResponseHeaders{ETag: tag}}, err
}

// points maps a page of points for staff.
func (a *API) points(ctx context.Context, p page.Page, rows []plan.Minute, total int, err error) (wire.MinuteList, error) {
	if err != nil {
		return wire.MinuteList{}, err
	}
	r, err := a.reader(ctx)
	return wire.MinuteList{Minutes: each(rows, r.minute), UnderscoreMeta: metaOf(p, total, len(rows))}, err
}

// ListMinutes lists the points of a meeting.
func (a *API) ListMinutes(ctx context.Context, q wire.ListMinutesRequestObject) (wire.ListMinutesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.Minutes(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), p)
	body, err := a.points(ctx, p, rows, total, err)
	return wire.ListMinutes200JSONResponse{Body: body}, err
}

// ListDecisions lists what the meetings of a plan decided.
func (a *API) ListDecisions(ctx context.Context, q wire.ListDecisionsRequestObject) (wire.ListDecisionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.Decisions(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	body, err := a.points(ctx, p, rows, total, err)
	return wire.ListDecisions200JSONResponse{Body: body}, err
}

// ListReceivedDecisions lists what the own unit is asked.
func (a *API) ListReceivedDecisions(ctx context.Context, q wire.ListReceivedDecisionsRequestObject) (wire.ListReceivedDecisionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.ReceivedDecisions(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	r := reader{actor: actorFrom(ctx)}
	return wire.ListReceivedDecisions200JSONResponse{Body: wire.ReceivedDecisionList{
		Decisions: each(rows, r.receivedDecision), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// AnswerDecision answers for the own unit.
func (a *API) AnswerDecision(ctx context.Context, q wire.AnswerDecisionRequestObject) (wire.AnswerDecisionResponseObject, error) {
	reply, err := decisionReply(*q.Body)
	if err != nil {
		return nil, err
	}
	d, err := a.Plans.AnswerDecision(ctx, actorFrom(ctx), id.ItemOf(q.MinuteId), reply)
	if err != nil {
		return nil, err
	}
	return wire.AnswerDecision200JSONResponse{Body: reader{actor: actorFrom(ctx)}.receivedDecision(d)}, nil
}

// myPoints maps a page of points for the family.
func (a *API) myPoints(ctx context.Context, p page.Page, rows []plan.Minute, total int, err error) (wire.MyMinuteList, error) {
	if err != nil {
		return wire.MyMinuteList{}, err
	}
	r, err := a.reader(ctx)
	return wire.MyMinuteList{Minutes: each(rows, r.myMinute), UnderscoreMeta: metaOf(p, total, len(rows))}, err
}

// ListMyMinutes lists what of the minutes is meant for the family.
func (a *API) ListMyMinutes(ctx context.Context, q wire.ListMyMinutesRequestObject) (wire.ListMyMinutesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.Minutes(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId), p)
	body, err := a.myPoints(ctx, p, rows, total, err)
	return wire.ListMyMinutes200JSONResponse{Body: body}, err
}

// ListMyDecisions lists what the meetings of the family's plan decided.
func (a *API) ListMyDecisions(ctx context.Context, q wire.ListMyDecisionsRequestObject) (wire.ListMyDecisionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Plans.Decisions(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	body, err := a.myPoints(ctx, p, rows, total, err)
	return wire.ListMyDecisions200JSONResponse{Body: body}, err
}
