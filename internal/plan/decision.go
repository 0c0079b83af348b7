package plan

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	decisionOutcomeSet struct{}
	decisionStateSet   struct{}
	decisionAnswerSet  struct{}
)

// DecisionOutcome is what a decision leads to.
type DecisionOutcome = enum.Value[decisionOutcomeSet]

// DecisionState is where a decision stands.
//
//	none:          noted
//	intervention:  proposed -> accepted | declined      by the unit that is asked
//	task:          open     -> done | not-done          by the unit that is asked
//	               proposed, open -> cancelled          by the unit that wrote it
type DecisionState = enum.Value[decisionStateSet]

// DecisionAnswer is what the unit that is asked may answer.
type DecisionAnswer = enum.Value[decisionAnswerSet]

var (
	// DecisionOutcomes are an intervention of some unit, a task, and nothing more.
	DecisionOutcomes = enum.Of[decisionOutcomeSet]("intervention", "task", "none")
	// DecisionStates is the closed set.
	DecisionStates = enum.Of[decisionStateSet]("noted", "proposed", "accepted", "declined", "open", "done", "not-done", "cancelled")
	// DecisionAnswers are to accept an intervention or decline it, and to have done a task or not.
	DecisionAnswers = enum.Of[decisionAnswerSet]("accepted", "declined", "done", "not-done")

	ToIntervention = DecisionOutcomes.Must("intervention")
	ToTask         = DecisionOutcomes.Must("task")
	ToNothing      = DecisionOutcomes.Must("none")

	cancelledDecision = DecisionStates.Must("cancelled")
	acceptedDecision  = DecisionAnswers.Must("accepted")
	doneDecision      = DecisionAnswers.Must("done")

	// begins is the state in which a settled decision begins.
	begins = map[DecisionOutcome]DecisionState{
		ToIntervention: DecisionStates.Must("proposed"), ToTask: DecisionStates.Must("open"), ToNothing: DecisionStates.Must("noted"),
	}
	// follows are the states that an answer leads to.
	follows = map[DecisionState]map[DecisionAnswer]DecisionState{
		begins[ToIntervention]: {acceptedDecision: DecisionStates.Must("accepted"), DecisionAnswers.Must("declined"): DecisionStates.Must("declined")},
		begins[ToTask]:         {doneDecision: DecisionStates.Must("done"), DecisionAnswers.Must("not-done"): DecisionStates.Must("not-done")},
	}
)

// Decided is what a point of minutes decides. Nobody writes in another unit's name: what another is to do is asked of it.
type Decided struct {
	Outcome DecisionOutcome // zero: the point is no decision
	Unit    id.Unit         // that is to do it
	Person  id.Person       // of that unit
	DueOn   civil.Date
}

// Decision is what was decided and what became of it, as one reader sees it.
type Decision struct {
	Decided
	PersonName   person.Text // read with it: for the unit that is asked, and the one that wrote
	State        DecisionState
	Text         person.Text // what was answered: for the same two
	AnsweredOn   civil.Date
	Intervention id.Item // that came of it, for those who may read it
}

// Begins is the state in which a decision begins once it is settled.
func (o Decided) Begins() DecisionState { return begins[o.Outcome] }

// IsOverdue tells whether somebody should have done it by now.
func (d Decision) IsOverdue(today civil.Date) bool {
	_, waits := follows[d.State]
	return waits && !d.DueOn.IsZero() && d.DueOn.Before(today)
}

func (o Decided) check(m *Minute, met civil.Date) error {
	switch {
	case o.Outcome.IsZero():
		return nil
	case o.Outcome == ToNothing && !o.Unit.IsZero():
		return fault.At(fault.CodeInvalid, "/decision/unitId", "no-outcome")
	case o.Outcome == ToNothing && !(o.Person.IsZero() && o.DueOn.IsZero()):
		return fault.At(fault.CodeInvalid, "/decision/dueOn", "no-outcome")
	case o.Outcome == ToNothing:
		return nil
	case o.Unit.IsZero():
		return fault.At(fault.CodeInvalid, "/decision/unitId", "required")
	case o.Outcome == ToTask && o.DueOn.IsZero():
		return fault.At(fault.CodeInvalid, "/decision/dueOn", "required")
	case !o.DueOn.IsZero() && o.DueOn.Before(met):
		return fault.At(fault.CodeDates, "/decision/dueOn", "before-meeting")
	case o.Unit != m.Owner && m.MeantFor == UnitOnly:
		return fault.At(fault.CodeNotForParties, "/visibility", "unit")
	}
	return nil
}

// Cancel takes a decision back that nobody has answered. By the unit that wrote it, for a reason.
func (m *Minute) Cancel() error {
	if m.SettledOn.IsZero() {
		return fault.New(fault.CodeMinutesDraft)
	}
	if _, waits := follows[m.Decision.State]; !waits {
		return fault.New(fault.CodeAnswered)
	}
	m.Decision.State = cancelledDecision
	return nil
}

// ReceivedDecision is what a unit is asked to do. That it is asked it knows; what the point says it reads where it may.
type ReceivedDecision struct {
	ID        id.Item
	Plan      id.Plan
	Child     id.Person
	DecidedOn civil.Date
	Decision
}

// DecisionReply is what a unit answers; accepting comes with its own intervention.
type DecisionReply struct {
	Answer       DecisionAnswer
	Text         person.Text
	Intervention Draft
}

// Answer takes the answer. Whoever declines, or has not done it, says why.
func (d *ReceivedDecision) Answer(r DecisionReply, today civil.Date) error {
	next, waits := follows[d.State]
	switch {
	case !waits:
		return fault.New(fault.CodeAnswered)
	case next[r.Answer].IsZero():
		return fault.At(fault.CodeInvalid, "/answer", "outcome")
	case r.Answer != acceptedDecision && r.Answer != doneDecision && r.Text.IsZero():
		return fault.At(fault.CodeReasonRequired, "/text", "required")
	case (r.Answer == acceptedDecision) != !r.Intervention.Kind.IsZero():
		return fault.At(fault.CodeInvalid, "/intervention", "answer")
	}
	d.State, d.Text, d.AnsweredOn = next[r.Answer], r.Text, today
	return nil
}
