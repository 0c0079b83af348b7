package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/phrase"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// A case line is made of the answers of the plan's own operations, in their wire types: what is in none of them cannot be marked.

// caseLine gathers what GetPlan, ListStatusChanges, ListPlanLeads, ListRoleHolders, ListVersions, ListFollowUps, ListEvaluations,
// ListMeetings, ListCalls, ListConsents and ListInformationRequests give the caller.
func (a *API) caseLine(ctx context.Context, p id.Plan, l phrase.Language) (toldLine, error) {
	actor, t := actorFrom(ctx), toldLine{language: l}
	c, err := a.course(ctx, p)
	if err != nil {
		return t, err
	}
	versions, _, err := a.Plans.Versions(ctx, actor, p, whole)
	if err != nil {
		return t, err
	}
	calls, _, err := a.Meetings.ListCalls(ctx, actor, p, whole)
	if calls, err = seen(calls, err); err != nil {
		return t, err
	}
	consents, _, err := a.Consents.List(ctx, actor, c.view.Child, whole)
	if consents, err = seen(consents, err); err != nil {
		return t, err
	}
	asked, err := seen(a.Information.OfChild(ctx, actor, c.view.Child, whole))
	if err != nil {
		return t, err
	}
	t.IsProtected = isProtected(c.view)
	t.ofPlan(c.plan(c.view), each(c.evaluations, evaluation))
	t.ofCourse(c.followUps, each(versions, versionRow), each(calls, c.call))
	t.steps(each(c.steps, myStatusChange))
	t.leads(each(c.leads, c.planLead), each(c.roles, c.roleHolder))
	t.meetings(each(c.meetings, c.meeting))
	t.consents(each(consents, c.consent))
	t.information(each(asked, c.informationRow))
	t.Line = t.served(c.reader).By(actor.Today())
	return t, nil
}

// myCaseLine gathers what GetMyPlan, ListMyStatusChanges, ListMyPlanLeads, ListMyRoleHolders, ListMyFollowUps, ListMyEvaluations,
// ListMyMeetings and ListMyConsents give the caller.
func (a *API) myCaseLine(ctx context.Context, p id.Plan, l phrase.Language) (toldLine, error) {
	actor, t := actorFrom(ctx), toldLine{language: l}
	c, err := a.course(ctx, p)
	if err != nil {
		return t, err
	}
	consents, _, err := a.Consents.ListOwn(ctx, actor, c.view.Child, whole)
	if err != nil {
		return t, err
	}
	mine := c.myPlan(c.view)
	m := myTold{&t, partiesByName(mine.Parties)}
	m.ofPlan(mine, each(c.evaluations, myEvaluation))
	t.ofCourse(c.followUps, nil, nil)
	t.steps(each(c.steps, myStatusChange))
	m.leads(each(c.leads, c.myPlanLead), each(c.roles, c.myRoleHolder))
	m.meetings(each(c.meetings, myMeeting))
	m.consents(each(consents, c.myConsent))
	t.Line = t.By(actor.Today())
	return t, nil
}

// courseOf is what staff and family see of a plan and of how it went, each their own.
type courseOf struct {
	exchanged
	steps     []plan.Step
	leads     []plan.LeadTerm
	meetings  []meeting.Meeting
	followUps []wire.FollowUp
}

func (a *API) course(ctx context.Context, p id.Plan) (c courseOf, err error) {
	actor := actorFrom(ctx)
	if c.exchanged, err = a.exchanged(ctx, p); err != nil {
		return c, err
	}
	if c.steps, _, err = a.Plans.Steps(ctx, actor, p, whole); err != nil {
		return c, err
	}
	if c.leads, _, err = a.Plans.LeadTerms(ctx, actor, p, whole); err != nil {
		return c, err
	}
	held, err := a.followUps(ctx, p, nil, new(whole.Limit))
	if err != nil {
		return c, err
	}
	c.followUps = held.FollowUps
	meetings, _, err := a.Meetings.ListMeetings(ctx, actor, p, whole)
	c.meetings, err = seen(meetings, err)
	return c, err
}
