package absence

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// longest is how many days somebody can be away at the most.
const longest = 731

// Absence is one.
type Absence struct {
	ID             id.Absence
	Unit           id.Unit
	Person         id.Person
	PersonName     string
	Substitute     id.Person
	SubstituteName string
	From, To       civil.Date
	BackOn         civil.Date // earlier than was said; From when it was taken back before it began
	Version        int
}

// Draft is an absence before it is entered.
type Draft struct {
	Person     id.Person // oneself when left out
	Substitute id.Person
	From, To   civil.Date
}

// New enters one. Faults: dates-out-of-order, invalid values.
func New(d Draft, unit id.Unit, today civil.Date) (Absence, error) {
	switch {
	case d.Substitute == d.Person:
		return Absence{}, fault.At(fault.CodeInvalid, "/substituteId", "self")
	case d.From.Before(today):
		return Absence{}, fault.At(fault.CodeDates, "/startsOn", "past")
	case d.To.Before(d.From):
		return Absence{}, fault.At(fault.CodeDates, "/endsOn", "before-start")
	case d.To.After(d.From.AddDays(longest)):
		return Absence{}, fault.At(fault.CodeDates, "/endsOn", "too-late")
	}
	return Absence{ID: id.NewAbsence(), Unit: unit, Person: d.Person, Substitute: d.Substitute, From: d.From, To: d.To, Version: 1}, nil
}

// End says that the person is back; one that has not begun is taken back. Fault: already-ended.
func (a *Absence) End(today civil.Date) error {
	if !a.BackOn.IsZero() || today.After(a.To) {
		return fault.New(fault.CodeEnded)
	}
	a.BackOn = today
	if today.Before(a.From) {
		a.BackOn = a.From
	}
	a.Version++
	return nil
}

// IsAway tells whether the person is away on a day.
func (a *Absence) IsAway(day civil.Date) bool {
	return !day.Before(a.From) && !day.After(a.To) && (a.BackOn.IsZero() || day.Before(a.BackOn))
}

// Tag names this version, and whether the person is away, which moves by itself.
func (a *Absence) Tag(today civil.Date) string {
	tag := strconv.Itoa(a.Version)
	if a.IsAway(today) {
		tag += "-away"
	}
	return tag
}
