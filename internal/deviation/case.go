package deviation

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
)

type (
	originSet struct{}
	levelSet  struct{}
)

// Origin is how a deviation came to a group, Level how far up it is.
type (
	Origin = enum.Value[originSet]
	Level  = enum.Value[levelSet]
)

// Origins is the closed set.
var (
	Origins   = enum.Of[originSet]("filed", "mirrored", "escalated")
	Filed     = Origins.Must("filed")     // by the unit
	Mirrored  = Origins.Must("mirrored")  // told by the group of another municipality
	FromBelow = Origins.Must("escalated") // lifted by a local group

	// Levels is the closed set.
	Levels = enum.Of[levelSet]("local", "county", "system")
	Local  = Levels.Must("local")
	County = Levels.Must("county")
	System = Levels.Must("system") // a fault of the whole system (övergripande systemfel)
)

// Case is a deviation as one group has it.
type Case struct {
	ID         id.DeviationCase
	Deviation  id.Deviation
	Group      id.Group
	Origin     Origin
	From       id.Group // that sent it, unless a unit filed it
	Level      Level
	State      State
	ReceivedOn civil.Date
	DueOn      civil.Date // to be answered by, by the routine of the principal that keeps the group
	AcceptedOn civil.Date
	ReturnedOn civil.Date
	Reason     person.Text // why it was sent back
	Lifted     person.Text // why it was lifted
	Answer     person.Text
	AnsweredOn civil.Date
	ClosedOn   civil.Date
	Version    int
}

// Received is a case with what the group sees of the deviation.
type Received struct {
	Case
	Facts    Facts
	Sent     []Case // to other groups: where it stands there
	Measures []Measure
}

// Tag names the state that the group sees.
func (r *Received) Tag() string {
	n := 0
	for _, c := range r.Sent {
		n += c.Version
	}
	for _, m := range r.Measures {
		n += m.Version
	}
	return strconv.Itoa(r.Version) + "-" + strconv.Itoa(r.Facts.Contact.Version) + "-" + strconv.Itoa(n)
}

// Receiving is the group that a deviation is filed with, and the routine that says how long an answer may take.
type Receiving struct {
	Group   id.Group
	Routine routine.Version
}

// Due gives the last day for an answer (R53).
func (r Receiving) Due(from civil.Date) civil.Date {
	return r.Routine.Profile.Due(routine.DeviationAnswer, from)
}

// Intake is what a group does with what it was sent: it takes it up, or returns it and says why.
type Intake struct {
	IsReturned bool
	Reason     person.Text
}

// Take takes it up or sends it back. Faults: illegal-deviation-step, no-manager-contact, reason-required, identifying-text.
func (r *Received) Take(i Intake, names []person.Name, today civil.Date) error {
	to := Accepted
	if i.IsReturned {
		to = Returned
	}
	if err := step(r.State, to); err != nil {
		return err
	}
	switch {
	case i.IsReturned && i.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case !i.IsReturned && !i.Reason.IsZero():
		return fault.At(fault.CodeInvalid, "/reason", "not-returned")
	case !i.IsReturned && r.Facts.Contact.On.IsZero():
		return fault.New(fault.CodeNoContact)
	}
	if err := deidentify.Check(names, today, deidentify.Part{Pointer: "/reason", Text: i.Reason}); err != nil {
		return err
	}
	r.State, r.Reason = to, i.Reason
	if i.IsReturned {
		r.ReturnedOn = today
	} else {
		r.AcceptedOn = today
	}
	r.Version++
	return nil
}
