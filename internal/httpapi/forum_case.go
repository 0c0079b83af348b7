package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/person"

	"samplan/internal/httpapi/wire"
)

func forumCaseAt(c id.ForumCase) string { return "/v1/forum-cases/" + c.String() }

// RaiseForumCase raises a case in a group.
func (a *API) RaiseForumCase(ctx context.Context, q wire.RaiseForumCaseRequestObject) (wire.RaiseForumCaseResponseObject, error) {
	d, err := forumCaseDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Forums.Raise(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.RaiseForumCase201JSONResponse{
		Body: r.forumCase(v), Headers: wire.RaiseForumCase201ResponseHeaders{ETag: etag(v.Tag()), Location: forumCaseAt(v.ID)},
	}, err
}

// ListForumCases lists a group's cases.
func (a *API) ListForumCases(ctx context.Context, q wire.ListForumCasesRequestObject) (wire.ListForumCasesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Forums.List(ctx, actorFrom(ctx), id.GroupOf(q.GroupId), p)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.ListForumCases200JSONResponse{Body: wire.ForumCaseList{
		Cases: each(rows, r.forumCaseRow), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, err
}

// GetForumCase shows one.
func (a *API) GetForumCase(ctx context.Context, q wire.GetForumCaseRequestObject) (wire.GetForumCaseResponseObject, error) {
	v, err := a.Forums.Find(ctx, actorFrom(ctx), id.ForumCaseOf(q.ForumCaseId))
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.GetForumCase200JSONResponse{Body: r.forumCase(v), Headers: wire.GetForumCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// WithdrawForumCase takes one back.
func (a *API) WithdrawForumCase(ctx context.Context, q wire.WithdrawForumCaseRequestObject) (wire.WithdrawForumCaseResponseObject, error) {
	actor := actorFrom(ctx)
	if err := a.Forums.Withdraw(ctx, actor, id.ForumCaseOf(q.ForumCaseId)); err != nil {
		return nil, err
	}
	return wire.WithdrawForumCase200JSONResponse{Body: wire.ForumWithdrawal{CaseId: q.ForumCaseId, WithdrawnOn: day(actor.Today())}}, nil
}

// AddForumContribution writes down what somebody said.
func (a *API) AddForumContribution(ctx context.Context, q wire.AddForumContributionRequestObject) (wire.AddForumContributionResponseObject, error) {
	d, err := forumContributionDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Forums.Speak(ctx, actorFrom(ctx), id.ForumCaseOf(q.ForumCaseId), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.AddForumContribution200JSONResponse{Body: r.forumCase(v), Headers: wire.AddForumContribution200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// DecideForumCase writes down what the group came to.
func (a *API) DecideForumCase(ctx context.Context, q wire.DecideForumCaseRequestObject) (wire.DecideForumCaseResponseObject, error) {
	d, err := forumDecisionDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	v, err := a.Forums.Decide(ctx, actorFrom(ctx), id.ForumCaseOf(q.ForumCaseId), d)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.DecideForumCase200JSONResponse{Body: r.forumCase(v), Headers: wire.DecideForumCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// FollowUpForumCase writes down what had come of one.
func (a *API) FollowUpForumCase(ctx context.Context, q wire.FollowUpForumCaseRequestObject) (wire.FollowUpForumCaseResponseObject, error) {
	w, err := forumWarnings(q.Body.ConfirmedWarnings)
	if err != nil {
		return nil, err
	}
	v, err := a.Forums.FollowUp(ctx, actorFrom(ctx), id.ForumCaseOf(q.ForumCaseId), person.NewText(q.Body.Text), w)
	if err != nil {
		return nil, err
	}
	r, err := a.reader(ctx)
	return wire.FollowUpForumCase200JSONResponse{Body: r.forumCase(v), Headers: wire.FollowUpForumCase200ResponseHeaders{ETag: etag(v.Tag())}}, err
}

// OpenForumLink tells the raising unit which child a case is about.
func (a *API) OpenForumLink(ctx context.Context, q wire.OpenForumLinkRequestObject) (wire.OpenForumLinkResponseObject, error) {
	child, err := a.Forums.Open(ctx, actorFrom(ctx), id.ForumCaseOf(q.ForumCaseId), person.NewText(q.Body.Reason))
	if err != nil {
		return nil, err
	}
	return wire.OpenForumLink200JSONResponse{Body: wire.ForumLink{CaseId: q.ForumCaseId, ChildId: child.UUID()}}, nil
}

// BeginForumPlan opens a plan for the child of a case, once the family has consented.
func (a *API) BeginForumPlan(ctx context.Context, q wire.BeginForumPlanRequestObject) (wire.BeginForumPlanResponseObject, error) {
	p, err := a.Forums.Begin(ctx, actorFrom(ctx), id.ForumCaseOf(q.ForumCaseId), forumPlanDraft(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.BeginForumPlan201JSONResponse{
		Body: wire.ForumPlan{PlanId: p.UUID()}, Headers: wire.BeginForumPlan201ResponseHeaders{Location: "/v1/plans/" + p.String()},
	}, nil
}
