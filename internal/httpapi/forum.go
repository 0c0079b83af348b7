package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

// PlanForumSessions plans one session of a group, or one each week.
func (a *API) PlanForumSessions(ctx context.Context, q wire.PlanForumSessionsRequestObject) (wire.PlanForumSessionsResponseObject, error) {
	d, err := forumSeries(*q.Body)
	if err != nil {
		return nil, err
	}
	all, err := a.Forums.Plan(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), d)
	if err != nil {
		return nil, err
	}
	return wire.PlanForumSessions201JSONResponse{
		Body:    wire.ForumSessions{Sessions: each(all, forumSessionRow)},
		Headers: wire.PlanForumSessions201ResponseHeaders{Location: groupAt(id.GroupOf(q.GroupId)) + "/sessions"},
	}, nil
}

// ListForumSessions lists a group's sessions.
func (a *API) ListForumSessions(ctx context.Context, q wire.ListForumSessionsRequestObject) (wire.ListForumSessionsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Forums.Sessions(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListForumSessions200JSONResponse{Body: wire.ForumSessionList{
		Sessions: each(rows, forumSessionRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// GetForumSession shows one with its agenda.
func (a *API) GetForumSession(ctx context.Context, q wire.GetForumSessionRequestObject) (wire.GetForumSessionResponseObject, error) {
	v, err := a.Forums.Session(ctx, actorFrom(ctx), id.ForumSessionOf(q.ForumSessionId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.GetForumSession200JSONResponse{Body: r.forumSession(v), Headers: wire.GetForumSession200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// CancelForumSession cancels one.
func (a *API) CancelForumSession(ctx context.Context, q wire.CancelForumSessionRequestObject) (wire.CancelForumSessionResponseObject, error) {
	v, err := a.Forums.Cancel(ctx, actorFrom(ctx), id.ForumSessionOf(q.ForumSessionId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.CancelForumSession200JSONResponse{Body: r.forumSession(v), Headers: wire.CancelForumSession200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// AddForumLearning writes down what a group has learnt.
func (a *API) AddForumLearning(ctx context.Context, q wire.AddForumLearningRequestObject) (wire.AddForumLearningResponseObject, error) {
	w, err := forumWarnings(q.Body.ConfirmedWarnings)
	if err != nil {
		return nil, err
	}
	v, err := a.Forums.Learn(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), person.NewText(q.Body.Text), w)
	if err != nil {
		return nil, err
	}
	return wire.AddForumLearning201JSONResponse{
		Body: forumLearning(v), Headers: wire.AddForumLearning201ResponseHeaders{Location: groupAt(v.Group) + "/learning-points"},
	}, nil
}

// ListForumLearnings lists what a group has learnt.
func (a *API) ListForumLearnings(ctx context.Context, q wire.ListForumLearningsRequestObject) (wire.ListForumLearningsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Forums.Learnings(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListForumLearnings200JSONResponse{Body: wire.ForumLearningList{
		Learnings: each(rows, forumLearning), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// WithdrawForumLearning takes one back.
func (a *API) WithdrawForumLearning(ctx context.Context, q wire.WithdrawForumLearningRequestObject) (wire.WithdrawForumLearningResponseObject, error) {
	actor := actorFrom(ctx)
	if err := a.Forums.Unlearn(ctx, actor, id.LearningOf(q.LearningId)); err != nil {
		return nil, err
	}
	return wire.WithdrawForumLearning200JSONResponse{Body: wire.ForumLearningWithdrawal{LearningId: q.LearningId, WithdrawnOn: day(actor.Today())}}, nil
}
