package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// RecordFollowUp records a follow-up of a plan.
func (a *API) RecordFollowUp(ctx context.Context, q wire.RecordFollowUpRequestObject) (wire.RecordFollowUpResponseObject, error) {
	f, err := newFollowUp(id.PlanOf(q.PlanId), *q.Body)
	if err != nil {
		return nil, err
	}
	made, err := a.Plans.FollowUp(ctx, actorFrom(ctx), f)
	if err != nil {
		return nil, err
	}
	return wire.RecordFollowUp201JSONResponse{
		Body:    followUp(made),
		Headers: wire.RecordFollowUp201ResponseHeaders{ETag: etag(firstVersion), Location: planAt(made.Plan) + "/follow-ups"},
	}, nil
}

// ListFollowUps lists the follow-ups of a plan.
func (a *API) ListFollowUps(ctx context.Context, q wire.ListFollowUpsRequestObject) (wire.ListFollowUpsResponseObject, error) {
	l, err := a.followUps(ctx, id.PlanOf(q.PlanId), q.Params.Page, q.Params.Limit)
	if err != nil {
		return nil, err
	}
	return wire.ListFollowUps200JSONResponse{Body: l}, nil
}

// ListMyFollowUps lists the follow-ups of a plan of the family.
func (a *API) ListMyFollowUps(ctx context.Context, q wire.ListMyFollowUpsRequestObject) (wire.ListMyFollowUpsResponseObject, error) {
	l, err := a.followUps(ctx, id.PlanOf(q.PlanId), q.Params.Page, q.Params.Limit)
	if err != nil {
		return nil, err
	}
	return wire.ListMyFollowUps200JSONResponse{Body: l}, nil
}

// followUps is the same for all: it is of the frame, and tells what each reader of the plan may know.
func (a *API) followUps(ctx context.Context, plan id.Plan, number, limit *int) (wire.FollowUpList, error) {
	p := pageOf(number, limit)
	all, total, err := a.Plans.FollowUps(ctx, actorFrom(ctx), plan, p)
	return wire.FollowUpList{FollowUps: each(all, followUp), UnderscoreMeta: metaOf(p, total, len(all))}, err
}

// ListPlanReminders lists the plans that the own unit leads and that are to be followed up.
func (a *API) ListPlanReminders(ctx context.Context, q wire.ListPlanRemindersRequestObject) (wire.ListPlanRemindersResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	r := reader{actor: actorFrom(ctx)}
	all, total, err := a.Plans.Reminders(ctx, r.actor, p)
	if err != nil {
		return nil, err
	}
	return wire.ListPlanReminders200JSONResponse{Body: wire.PlanReminderList{
		Reminders: each(all, r.planReminder), UnderscoreMeta: metaOf(p, total, len(all)),
	}}, nil
}

// CheckClosing tells what a closing still lacks.
func (a *API) CheckClosing(ctx context.Context, q wire.CheckClosingRequestObject) (wire.CheckClosingResponseObject, error) {
	missing, err := a.Plans.CheckClosing(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.CheckClosing200JSONResponse{Body: statutoryCheck(missing)}, nil
}

// ClosePlan closes a plan.
func (a *API) ClosePlan(ctx context.Context, q wire.ClosePlanRequestObject) (wire.ClosePlanResponseObject, error) {
	step, whole, err := newClosure(id.PlanOf(q.PlanId), *q.Body)
	if err != nil {
		return nil, err
	}
	s, err := a.Plans.Close(ctx, actorFrom(ctx), step, whole)
	if err != nil {
		return nil, err
	}
	return wire.ClosePlan201JSONResponse{
		Body: statusChange(s), Headers: wire.ClosePlan201ResponseHeaders{ETag: etag(firstVersion), Location: planAt(s.Plan)},
	}, nil
}

// planEvaluation is the evaluation of the whole, once the plan is closed and where the reader may read it.
func planEvaluation(items []plan.Item) *wire.PlanEvaluation {
	for _, i := range items {
		if i.Kind == plan.PlanEvaluation {
			return &wire.PlanEvaluation{Id: i.ID.UUID(), Text: i.Body.Reveal(), CreatedOn: day(i.CreatedOn), Objections: each(i.Objections, myObjected)}
		}
	}
	return nil
}
