package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// Absence is that somebody is away from a unit, and who stands in (R41).
type Absence struct {
	ID, Person, Substitute, By ID
	Unit                       string
	From, To, Back             civil.Date
	Version                    int
}

// InformationRoutine is how a unit goes about what it is asked. The one with the highest number counts.
type InformationRoutine struct {
	ID, By      ID
	Unit, Words string
	Number      int
	Published   civil.Date
}

// away draws who is away, and routines of some units.
func (m *maker) away() {
	for range m.dice.Roll(5) {
		m.absence()
	}
	for range m.dice.Roll(4) {
		m.informationRoutine()
	}
}

// absence draws one that is over, of today, or to come; nobody is away twice at a time.
func (m *maker) absence() {
	unit := oneOf(m.dice, units...)
	a := Absence{ID: m.id("absence"), Unit: unit, Person: oneOf(m.dice, StaffOf(unit)...).Person, Substitute: oneOf(m.dice, StaffOf(unit)...).Person, Version: 1}
	a.From = m.Day.AddDays(oneOf(m.dice, -9, -3, 0, 2))
	a.To, a.By = a.From.AddDays(oneOf(m.dice, 0, 3, 7)), a.Person
	isTwice := slices.ContainsFunc(m.Absences, func(o Absence) bool {
		return o.Unit == unit && o.Person == a.Person && !o.From.After(a.To) && !a.From.After(o.To)
	})
	if a.Person == a.Substitute || isTwice {
		return
	}
	m.Absences = append(m.Absences, a)
}

func (m *maker) informationRoutine() {
	unit := oneOf(m.dice, units...)
	r := InformationRoutine{ID: m.id("information-routine"), By: StaffOf(unit)[0].Person, Unit: unit, Number: 1, Published: m.Day.AddDays(-20)}
	for _, o := range m.InformationRoutines {
		if o.Unit == unit && o.Number >= r.Number {
			r.Number = o.Number + 1
		}
	}
	r.Words = fmt.Sprintf("KANARIE-rutin-%s-%d", unit, r.Number)
	m.InformationRoutines = append(m.InformationRoutines, r)
}

// onDuty tells to whom it is up today what is up to somebody of a unit.
func (w *World) onDuty(unit string, person ID) ID {
	for _, a := range w.Absences {
		if a.Unit == unit && a.Person == person && !w.Day.Before(a.From) && !w.Day.After(a.To) && (a.Back.IsZero() || w.Day.Before(a.Back)) {
			return a.Substitute
		}
	}
	return person
}

// SeesAbsence tells whether an absence is there for the reader: at the unit for its manager, and for who is away and who stands in.
func (w *World) SeesAbsence(r Reader, a Absence) bool {
	if r.IsCitizen() || r.Unit != a.Unit || !slices.Contains([]string{"caseworker", "unit-manager", "administrator", "meeting-leader"}, r.Role) {
		return false
	}
	return r.Role == "unit-manager" || r.Person == a.Person || r.Person == a.Substitute
}

// SeesInformationRoutine tells whether a version of a routine is there for the reader.
func (w *World) SeesInformationRoutine(r Reader, v InformationRoutine) bool {
	return !r.IsCitizen() && r.Unit == v.Unit && (r.Role == "caseworker" || r.Role == "unit-manager")
}

func (w *World) rowsOfAbsences(add func(string, row)) {
	for _, a := range w.Absences {
		add("absence", row{
			"id": a.ID, "unit_id": unitID(a.Unit), "person_id": a.Person, "substitute_id": a.Substitute, "starts_on": a.From, "ends_on": a.To,
			"back_on": orNull(a.Back), "entered_by": a.By, "version": a.Version,
		})
	}
	for _, r := range w.InformationRoutines {
		add("information_routine", row{
			"id": r.ID, "unit_id": unitID(r.Unit), "number": r.Number, "body": r.Words, "published_by": r.By, "published_on": r.Published,
		})
	}
}
