package deviation

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type outcomeSet struct{}

// Outcome is what became of a measure.
type Outcome = enum.Value[outcomeSet]

// Outcomes is the closed set.
var Outcomes = enum.Of[outcomeSet]("done", "partly", "not-done")

// Measure is what a group has decided to be done.
type Measure struct {
	ID           id.Measure
	Case         id.DeviationCase
	Group        id.Group
	Unit         id.Unit // that is to do it
	Text         person.Text
	DecidedOn    civil.Date
	DueOn        civil.Date
	Outcome      Outcome
	Effect       person.Text
	FollowedUpOn civil.Date
	CreatedAt    time.Time
	Version      int
}

// MeasureDraft is a measure before it is decided.
type MeasureDraft struct {
	Unit  id.Unit
	Text  person.Text
	DueOn civil.Date
}

// Decide decides a measure. Faults: illegal-deviation-step for what is not taken up or is closed, dates-out-of-order,
// identifying-text.
func (r *Received) Decide(d MeasureDraft, names []person.Name, today civil.Date, now time.Time) (Measure, error) {
	switch {
	case r.State != Accepted && r.State != Escalated && r.State != Answered:
		return Measure{}, fault.New(fault.CodeDeviationStep)
	case d.DueOn.Before(today):
		return Measure{}, fault.At(fault.CodeDates, "/dueOn", "past")
	}
	if err := deidentify.Check(names, today, deidentify.Part{Pointer: "/text", Text: d.Text}); err != nil {
		return Measure{}, err
	}
	return Measure{ID: id.NewMeasure(), Case: r.ID, Group: r.Group, Unit: d.Unit, Text: d.Text, DecidedOn: today, DueOn: d.DueOn, CreatedAt: now, Version: 1}, nil
}

// IsOverdue tells whether it should have been followed up.
func (m *Measure) IsOverdue(today civil.Date) bool {
	return m.FollowedUpOn.IsZero() && m.DueOn.Before(today)
}

// FollowUp says what became of it, once. Faults: already-ended, identifying-text.
func (m *Measure) FollowUp(o Outcome, effect person.Text, names []person.Name, today civil.Date) error {
	if !m.FollowedUpOn.IsZero() {
		return fault.New(fault.CodeEnded)
	}
	if err := deidentify.Check(names, today, deidentify.Part{Pointer: "/effect", Text: effect}); err != nil {
		return err
	}
	m.Outcome, m.Effect, m.FollowedUpOn = o, effect, today
	m.Version++
	return nil
}
