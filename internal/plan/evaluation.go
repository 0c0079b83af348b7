package plan

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type outcomeSet struct{}

// Outcome is what became of an intervention or a goal.
type Outcome = enum.Value[outcomeSet]

// Outcomes are whether an intervention was done, and then whether a goal was reached.
var Outcomes = enum.Of[outcomeSet]("done", "partly-done", "not-done", "reached", "partly-reached", "not-reached")

// Evaluation (utvärdering) is what the holder of an intervention or a goal found: what became of it, what it led to, and
// what changes. It has no visibility of its own: who may read the item may read what became of it, and who may not has
// no trace of either, whatever is withheld, excluded or narrowed later. Nor does it change; a later one counts instead.
type Evaluation struct {
	ID          id.Evaluation
	Plan        id.Plan
	Item        id.Item
	Kind        ItemKind // of the item; read with it
	Outcome     Outcome
	Effect      person.Text
	Change      person.Text
	EvaluatedOn civil.Date
	By          id.Person
}

// Evaluate makes the evaluation of an item. Only what is done and what is aimed at can be evaluated.
func (i Item) Evaluate(e Evaluation, today civil.Date) (Evaluation, error) {
	if e.EvaluatedOn.After(today) || e.EvaluatedOn.Before(i.CreatedOn) {
		return Evaluation{}, fault.At(fault.CodeDates, "/on", "out-of-order")
	}
	e.ID, e.Plan, e.Item, e.Kind = id.NewEvaluation(), i.Plan, i.ID, i.Kind
	return e, nil
}

// Unfinished lists what a closing still lacks, as the leading unit sees the plan: what became of each goal and each
// intervention whose holder still takes part. evaluated are the items that it sees evaluated.
func Unfinished(v View, evaluated map[id.Item]bool) []fault.Field {
	var lacks []fault.Field
	for _, part := range []struct {
		kind    ItemKind
		pointer string
	}{{GoalKind, "/goals"}, {InterventionKind, "/interventions"}} {
		for _, i := range v.Items {
			if i.Kind == part.kind && v.hasParty(i.Owner) && !evaluated[i.ID] {
				lacks = append(lacks, fault.Field{Pointer: part.pointer, Code: "not-evaluated"})
				break
			}
		}
	}
	return lacks
}

// validPlanEvaluation: the evaluation of the plan as a whole is written when it is closed, by the leading unit, as an item
// with a visibility of its own.
func validPlanEvaluation(i *Item) error {
	if i.Body.IsZero() {
		return fault.At(fault.CodeInvalid, "/evaluation/text", "required")
	}
	return nil
}
