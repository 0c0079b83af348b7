package plan

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	modeSet  struct{}
	stateSet struct{}
)

// Mode tells whether a unit is called (kallad: its principal is obliged) or invited (inbjuden).
type Mode = enum.Value[modeSet]

// PartyState is where a unit stands in a plan.
type PartyState = enum.Value[stateSet]

var (
	// Modes are called and invited.
	Modes = enum.Of[modeSet]("called", "invited")
	// PartyStates is the closed set: a unit is called or invited, accepts or declines, and may leave.
	PartyStates = enum.Of[stateSet]("called", "invited", "accepted", "declined", "left")

	CalledMode   = Modes.Must("called")
	Accepted     = PartyStates.Must("accepted")
	PartyDecline = PartyStates.Must("declined")
	Left         = PartyStates.Must("left")
)

// Party is a unit in a plan.
type Party struct {
	ID          id.Party
	Plan        id.Plan
	Unit        id.Unit
	AddedBy     id.Unit
	Mode        Mode
	State       PartyState
	Contact     id.Person   // who comes for the unit (R44)
	ContactName person.Text // read with the party
	Reason      person.Text
	AddedOn     civil.Date
	AnsweredOn  civil.Date
	LeftOn      civil.Date
	Version     int
	Confirmed   bool // the unit has confirmed the plan as it is; known to the unit and to the one who called it
}

// Call makes the party of a unit that is called or invited.
func Call(p Plan, unit, by id.Unit, mode Mode, today civil.Date) (Party, error) {
	if err := p.open(); err != nil {
		return Party{}, err
	}
	state, err := PartyStates.Parse(mode.String())
	if err != nil {
		return Party{}, fault.At(fault.CodeInvalid, "/mode", "enum")
	}
	return Party{ID: id.NewParty(), Plan: p.ID, Unit: unit, AddedBy: by, Mode: mode, State: state, AddedOn: today, Version: 1}, nil
}

// Answer is what a unit answers to a call.
type Answer struct {
	Accept  bool
	Contact id.Person
	Reason  person.Text
}

// fits asks that what is answered still waits, and that a no says why.
func (a Answer) fits(waits bool) error {
	switch {
	case !waits:
		return fault.New(fault.CodeAnswered)
	case !a.Accept && a.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	return nil
}

// Take records the answer. A unit that is called and declines says why (R4).
func (y *Party) Take(a Answer, today civil.Date) error {
	if y.State != PartyStates.Must(y.Mode.String()) {
		return fault.New(fault.CodeAnswered)
	}
	if !a.Accept && y.Mode == CalledMode && a.Reason.IsZero() {
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	y.State, y.Contact = PartyDecline, id.Person{}
	if a.Accept {
		y.State, y.Contact = Accepted, a.Contact
	}
	y.Reason, y.AnsweredOn = a.Reason, today
	y.Version++
	return nil
}

// Leave ends the unit's part from today on. Who coordinates hands that over first (R48).
func (y *Party) Leave(reason person.Text, lead id.Unit, hs RoleHolders, today civil.Date) error {
	if y.State != Accepted || y.Unit == lead {
		return fault.New(fault.CodeStatusStep)
	}
	if hs.holds(Coordinator, y.Unit) {
		return fault.New(fault.CodeSuccessor)
	}
	y.State, y.Reason, y.LeftOn = Left, reason, today
	y.Version++
	return nil
}

// Invitation is a call that waits for the own unit, with what the caller disclosed by calling.
type Invitation struct {
	Party   id.Party
	Plan    id.Plan
	Child   id.Person
	Name    ChildName
	Kind    Kind
	Mode    Mode
	From    id.Unit
	AddedOn civil.Date
}
