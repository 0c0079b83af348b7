package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// whole is a page that holds all there is: a document has no second one.
var whole = page.Page{Number: 1, Limit: 10_000}

// GetCallDocument gives a call as a document to the one who sends it: what GetCall gives.
func (a *API) GetCallDocument(ctx context.Context, q wire.GetCallDocumentRequestObject) (wire.GetCallDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	c, err := a.Meetings.FindCall(ctx, actorFrom(ctx), id.CallOf(q.CallId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.sentCall(r.call(c))
	return s.write("call")
}

// GetReceivedCallDocument gives a call as a document to the one who is called: what GetReceivedCall gives.
func (a *API) GetReceivedCallDocument(ctx context.Context, q wire.GetReceivedCallDocumentRequestObject) (wire.GetReceivedCallDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	v, err := a.Meetings.Received(ctx, actorFrom(ctx), id.AddresseeOf(q.ReceivedCallId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.receivedCall(r.receivedCall(v))
	return s.write("call")
}

// GetMinutesDocument gives the minutes of a meeting as a document: what GetMeeting and ListMinutes give the same caller.
func (a *API) GetMinutesDocument(ctx context.Context, q wire.GetMinutesDocumentRequestObject) (wire.GetMinutesDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.FindMeeting(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	points, _, err := a.Plans.Minutes(ctx, actorFrom(ctx), m.ID, whole)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.minutes(r.meeting(m), each(points, r.minute))
	return s.write("minutes")
}

// GetMyMinutesDocument gives the family's minutes of a meeting as a document: what ListMyMeetings and ListMyMinutes give.
func (a *API) GetMyMinutesDocument(ctx context.Context, q wire.GetMyMinutesDocumentRequestObject) (wire.GetMyMinutesDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	m, err := a.Meetings.FindMeeting(ctx, actorFrom(ctx), id.MeetingOf(q.MeetingId))
	if err != nil {
		return nil, err
	}
	points, _, err := a.Plans.Minutes(ctx, actorFrom(ctx), m.ID, whole)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	if err != nil {
		return nil, err
	}
	s.myMinutes(myMeeting(m), each(points, r.myMinute))
	return s.write("minutes")
}

// followed is what a follow-up is composed of, as the caller sees it.
type followed struct {
	view        plan.View
	followUps   []wire.FollowUp
	evaluations []plan.Evaluation
	decisions   []plan.Minute
	reader
}

func (a *API) followed(ctx context.Context, p id.Plan) (f followed, err error) {
	if f.view, err = a.Plans.View(ctx, actorFrom(ctx), p); err != nil {
		return f, err
	}
	held, _, err := a.Plans.FollowUps(ctx, actorFrom(ctx), p, whole)
	if err != nil {
		return f, err
	}
	f.followUps = each(held, followUp)
	if f.evaluations, _, err = a.Plans.Evaluations(ctx, actorFrom(ctx), p, whole); err != nil {
		return f, err
	}
	if f.decisions, _, err = a.Plans.Decisions(ctx, actorFrom(ctx), p, whole); err != nil {
		return f, err
	}
	f.reader, err = a.reader(ctx)
	return f, err
}

// GetFollowUpDocument gives the follow-up of a plan as a document: what ListFollowUps, ListEvaluations and ListDecisions give
// the same caller.
func (a *API) GetFollowUpDocument(ctx context.Context, q wire.GetFollowUpDocumentRequestObject) (wire.GetFollowUpDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	f, err := a.followed(ctx, id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	s.followUp(f.plan(f.view), f.followUps, each(f.evaluations, evaluation), each(f.decisions, f.minute))
	return s.write("follow-up")
}

// GetMyFollowUpDocument gives the follow-up of the family's plan as a document.
func (a *API) GetMyFollowUpDocument(ctx context.Context, q wire.GetMyFollowUpDocumentRequestObject) (wire.GetMyFollowUpDocumentResponseObject, error) {
	s, err := a.paper(ctx, string(given(q.Params.Language)), string(given(q.Params.Format)))
	if err != nil {
		return nil, err
	}
	f, err := a.followed(ctx, id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	s.myFollowUp(f.myPlan(f.view), f.followUps, each(f.evaluations, myEvaluation), each(f.decisions, f.myMinute))
	return s.write("follow-up")
}
