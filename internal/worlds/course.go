package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Course is the course of plans: the steps they took, how they were followed up, and what became of what they hold.
type Course struct {
	Steps       []Step
	FollowUps   []FollowUp
	Evaluations []Evaluation
}

// Step is a step of a plan's process.
type Step struct {
	ID, Plan ID
	From, To string
	On       civil.Date
	By       ID
	Why      Why
}

// Since is when a plan was established, and when it was followed up last.
type Since struct{ Established, Followed civil.Date }

// Why is the reason of a step, in the words of the unit that took it; no unit, no reason.
type Why struct{ Unit, Declined, Words string }

// FollowUp is a follow-up of a plan; without a next one the plan is to be closed.
type FollowUp struct {
	ID, Plan ID
	On, Next civil.Date
	By       ID
}

// Evaluation is what became of a goal or an intervention.
type Evaluation struct {
	ID, Item, Plan ID
	Outcome, Words string
	On             civil.Date
	By             ID
}

func (c Course) clone() Course {
	return Course{slices.Clone(c.Steps), slices.Clone(c.FollowUps), slices.Clone(c.Evaluations)}
}

// sweepCourse removes what hangs on plans and items that are gone.
func (w *World) sweepCourse(isPlan func(ID) bool) {
	w.Steps = where(w.Steps, func(s Step) bool { return isPlan(s.Plan) })
	w.FollowUps = where(w.FollowUps, func(f FollowUp) bool { return isPlan(f.Plan) })
	w.Evaluations = where(w.Evaluations, func(e Evaluation) bool {
		return slices.ContainsFunc(w.Items, func(i Item) bool { return i.ID == e.Item && i.Plan == e.Plan })
	})
}

// SeesReason tells whether the reader of a plan sees why a step was taken: the domain of the unit that took it; of a
// principal's refusal the family, when it may know where the child is (R4).
func (w *World) SeesReason(r Reader, p Plan, s Step) bool {
	if r.IsCitizen() {
		return s.Why.Declined == "principal" && w.KnowsPlace(r, p.Child)
	}
	return s.Why.Unit != "" && w.together(s.Why.Unit, r.Unit)
}

// SeesEvaluation tells whether it is there what became of an item: with the plan and the item.
func (w *World) SeesEvaluation(r Reader, e Evaluation) bool {
	return w.SeesPlan(r, w.Plan(e.Plan)) && w.SeesItem(r, w.Item(e.Item))
}
