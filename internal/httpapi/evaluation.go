package httpapi

import (
	"context"

	"samplan/internal/id"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// EvaluateGoal says whether a goal is reached.
func (a *API) EvaluateGoal(ctx context.Context, q wire.EvaluateGoalRequestObject) (wire.EvaluateGoalResponseObject, error) {
	draft, err := newGoalEvaluation(*q.Body)
	if err != nil {
		return nil, err
	}
	e, err := a.Plans.Evaluate(ctx, actorFrom(ctx), plan.GoalKind, id.ItemOf(q.GoalId), draft)
	if err != nil {
		return nil, err
	}
	return wire.EvaluateGoal201JSONResponse{
		Body: evaluation(e), Headers: wire.EvaluateGoal201ResponseHeaders{ETag: etag(firstVersion), Location: evaluationsAt(e)},
	}, nil
}

// EvaluateIntervention says what became of an intervention.
func (a *API) EvaluateIntervention(ctx context.Context, q wire.EvaluateInterventionRequestObject) (wire.EvaluateInterventionResponseObject, error) {
	draft, err := newInterventionEvaluation(*q.Body)
	if err != nil {
		return nil, err
	}
	e, err := a.Plans.Evaluate(ctx, actorFrom(ctx), plan.InterventionKind, id.ItemOf(q.InterventionId), draft)
	if err != nil {
		return nil, err
	}
	return wire.EvaluateIntervention201JSONResponse{
		Body: evaluation(e), Headers: wire.EvaluateIntervention201ResponseHeaders{ETag: etag(firstVersion), Location: evaluationsAt(e)},
	}, nil
}

func evaluationsAt(e plan.Evaluation) string { return planAt(e.Plan) + "/evaluations" }

// ListEvaluations lists what became of the goals and interventions of a plan.
func (a *API) ListEvaluations(ctx context.Context, q wire.ListEvaluationsRequestObject) (wire.ListEvaluationsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	all, total, err := a.Plans.Evaluations(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListEvaluations200JSONResponse{Body: wire.EvaluationList{
		Evaluations: each(all, evaluation), UnderscoreMeta: metaOf(p, total, len(all)),
	}}, nil
}

// ListMyEvaluations lists what became of what is meant for the family.
func (a *API) ListMyEvaluations(ctx context.Context, q wire.ListMyEvaluationsRequestObject) (wire.ListMyEvaluationsResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	all, total, err := a.Plans.Evaluations(ctx, actorFrom(ctx), id.PlanOf(q.PlanId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListMyEvaluations200JSONResponse{Body: wire.MyEvaluationList{
		Evaluations: each(all, myEvaluation), UnderscoreMeta: metaOf(p, total, len(all)),
	}}, nil
}
