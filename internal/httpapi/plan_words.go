package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// GetPlanWords tells what things are called in a plan.
func (a *API) GetPlanWords(ctx context.Context, q wire.GetPlanWordsRequestObject) (wire.GetPlanWordsResponseObject, error) {
	v, err := a.Routines.OfPlan(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.GetPlanWords200JSONResponse{Body: planWords(&v), Headers: wire.GetPlanWords200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// GetMyPlanWords tells the same to the family.
func (a *API) GetMyPlanWords(ctx context.Context, q wire.GetMyPlanWordsRequestObject) (wire.GetMyPlanWordsResponseObject, error) {
	v, err := a.Routines.OfPlan(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.GetMyPlanWords200JSONResponse{Body: planWords(&v), Headers: wire.GetMyPlanWords200ResponseHeaders{ETag: etag(v.Tag())}}, nil
}

// GetCoordinatorSuggestion suggests who coordinates for the child of a plan today.
func (a *API) GetCoordinatorSuggestion(ctx context.Context, q wire.GetCoordinatorSuggestionRequestObject) (wire.GetCoordinatorSuggestionResponseObject, error) {
	s, err := a.Plans.SuggestCoordinator(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.GetCoordinatorSuggestion200JSONResponse{Body: coordinatorSuggestion(s)}, nil
}

// GetPlanDeadlines tells how the deadlines of a plan stand today.
func (a *API) GetPlanDeadlines(ctx context.Context, q wire.GetPlanDeadlinesRequestObject) (wire.GetPlanDeadlinesResponseObject, error) {
	all, err := a.Plans.Deadlines(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.GetPlanDeadlines200JSONResponse{Body: wire.PlanDeadlines{Deadlines: each(all, planDeadline)}}, nil
}

// GetMyPlanDeadlines tells the family of those whose days it sees.
func (a *API) GetMyPlanDeadlines(ctx context.Context, q wire.GetMyPlanDeadlinesRequestObject) (wire.GetMyPlanDeadlinesResponseObject, error) {
	all, err := a.Plans.Deadlines(ctx, actorFrom(ctx), id.PlanOf(q.PlanId))
	if err != nil {
		return nil, err
	}
	return wire.GetMyPlanDeadlines200JSONResponse{Body: wire.MyPlanDeadlines{Deadlines: each(all, myPlanDeadline)}}, nil
}

// ExplainDeadline keeps why a deadline was broken. It answers with the reason alone, since the answer of a command is kept for
// a retry.
func (a *API) ExplainDeadline(ctx context.Context, q wire.ExplainDeadlineRequestObject) (wire.ExplainDeadlineResponseObject, error) {
	given, err := newDeadlineReason(id.PlanOf(q.PlanId), *q.Body)
	if err != nil {
		return nil, err
	}
	r, err := a.Plans.ExplainDeadline(ctx, actorFrom(ctx), given)
	if err != nil {
		return nil, err
	}
	return wire.ExplainDeadline201JSONResponse{
		Body:    deadlineReason(r),
		Headers: wire.ExplainDeadline201ResponseHeaders{ETag: etag(firstVersion), Location: planAt(r.Plan) + "/deadlines"},
	}, nil
}
