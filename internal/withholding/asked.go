package withholding

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// AskedReason stands where a child that asked has not said why.
var AskedReason = person.NewText("Barnet har bett om det.")

// Assessment is the unit's decision that what the child asked for goes on. That it does not is the end of the withholding.
type Assessment struct {
	AssessedOn civil.Date
	AssessedBy id.Person
	Assessor   person.Text // read with it: the name
	Why        person.Text
}

// Assess keeps what a child asked for. Faults: reason-required, already-ended, already-answered also for what no child asked.
func (w *Withholding) Assess(by id.Person, why person.Text, today civil.Date) error {
	switch {
	case why.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case !w.EndedOn.IsZero():
		return fault.New(fault.CodeEnded)
	case !w.Asked || !w.AssessedOn.IsZero():
		return fault.New(fault.CodeAnswered)
	}
	w.Assessment = Assessment{AssessedOn: today, AssessedBy: by, Why: why}
	return nil
}

type stateSet struct{}

// State is what has become of what a child asked: it waits and holds, it is decided to hold, or the family is shown the words.
type State = enum.Value[stateSet]

// States is the closed set.
var States = enum.Of[stateSet]("waiting", "kept", "shown")

// Kept is what a child is told of its own asking.
type Kept struct {
	Item       id.Item
	AskedOn    civil.Date
	AssessedOn civil.Date // when it was decided that it goes on, or that it does not
	State      State
}
