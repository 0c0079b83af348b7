package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// AddGoal writes a goal in a plan.
func (a *API) AddGoal(ctx context.Context, q wire.AddGoalRequestObject) (wire.AddGoalResponseObject, error) {
	draft, err := newGoal(*q.Body)
	if err != nil {
		return nil, err
	}
	i, r, err := a.addItem(ctx, id.PlanOf(q.PlanId), draft)
	if err != nil {
		return nil, err
	}
	return wire.AddGoal201JSONResponse{
		Body:    r.goal(i),
		Headers: wire.AddGoal201ResponseHeaders{ETag: etag(i.Tag()), Location: "/v1/goals/" + i.ID.String()},
	}, nil
}

// GetGoal shows a goal.
func (a *API) GetGoal(ctx context.Context, q wire.GetGoalRequestObject) (wire.GetGoalResponseObject, error) {
	i, r, err := a.findItem(ctx, plan.GoalKind, id.ItemOf(q.GoalId))
	if err != nil {
		return nil, err
	}
	return wire.GetGoal200JSONResponse{Body: r.goal(i), Headers: wire.GetGoal200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}

// ChangeGoal changes a goal of the own unit.
func (a *API) ChangeGoal(ctx context.Context, q wire.ChangeGoalRequestObject) (wire.ChangeGoalResponseObject, error) {
	draft, err := changedGoal(*q.Body)
	if err != nil {
		return nil, err
	}
	i, r, err := a.changeItem(ctx, id.ItemOf(q.GoalId), q.Params.IfMatch, draft)
	if err != nil {
		return nil, err
	}
	return wire.ChangeGoal200JSONResponse{Body: r.goal(i), Headers: wire.ChangeGoal200ResponseHeaders{ETag: etag(i.Tag())}}, nil
}
