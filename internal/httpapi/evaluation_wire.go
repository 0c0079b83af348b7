package httpapi

import (
	"samplan/internal/civil"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func evaluation(e plan.Evaluation) wire.Evaluation {
	return wire.Evaluation{
		Id: e.ID.UUID(), ItemId: e.Item.UUID(), Kind: wire.ItemKind(e.Kind.String()), On: day(e.EvaluatedOn),
		Outcome: wire.Outcome(e.Outcome.String()), Effect: reveal(e.Effect), Change: reveal(e.Change),
	}
}

func myEvaluation(e plan.Evaluation) wire.MyEvaluation {
	return wire.MyEvaluation{
		ItemId: e.Item.UUID(), Kind: wire.ItemKind(e.Kind.String()), On: day(e.EvaluatedOn), Outcome: wire.Outcome(e.Outcome.String()),
		Effect: reveal(e.Effect), Change: reveal(e.Change),
	}
}

func newInterventionEvaluation(b wire.NewInterventionEvaluation) (plan.Evaluation, error) {
	var r reading
	e := plan.Evaluation{
		Outcome: word(&r, plan.Outcomes, &b.Outcome, "/outcome"), Effect: hide(b.Effect), Change: hide(b.Change), EvaluatedOn: civil.FromUTC(b.On.Time),
	}
	return e, r.err()
}

func newGoalEvaluation(b wire.NewGoalEvaluation) (plan.Evaluation, error) {
	var r reading
	e := plan.Evaluation{
		Outcome: word(&r, plan.Outcomes, &b.Outcome, "/outcome"), Effect: hide(b.Effect), Change: hide(b.Change), EvaluatedOn: civil.FromUTC(b.On.Time),
	}
	return e, r.err()
}
