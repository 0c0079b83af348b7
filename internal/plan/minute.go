package plan

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/person"
)

// Minute is a point of the minutes (minnesanteckningar) of a meeting: its title is the heading. It is an item, so that who
// reads it is told by the one predicate. Until it is settled (justerad) it is for the writing unit alone, whoever it is
// meant for; from then on it stays as it is, and what is wrong in it is corrected beside it.
type Minute struct {
	Item
	Meeting     id.Meeting
	MeantFor    Visibility
	SettledOn   civil.Date
	Decision    Decision
	Corrections []Correction
}

// Correction is what is right instead of what a settled point says. Who may read the point may read it, in every copy.
type Correction struct {
	ID   id.Correction
	Text person.Text
	By   id.Person
	Name person.Text // read with it
	On   civil.Date
}

// MinuteFrame is what minutes need to know of their meeting, read with it.
type MinuteFrame struct {
	Plan        id.Plan
	Child       id.Person
	Meeting     id.Meeting
	On          civil.Date
	IsCancelled bool
	IsOpen      bool // the plan's process has not ended
	IsParty     bool // the own unit takes part
	IsSettled   bool // the own unit has settled its minutes of the meeting
}

// MinuteDraft is a point as its author wants it.
type MinuteDraft struct {
	Heading    person.Text
	Text       person.Text
	Category   Category
	Visibility Visibility // once it is settled
	Decision   Decided
}

// NewMinute writes a point of the minutes of a meeting that has been.
func NewMinute(f MinuteFrame, d MinuteDraft, by Author, today civil.Date) (Minute, error) {
	if err := f.takes(today); err != nil {
		return Minute{}, err
	}
	i, err := NewItem(f.Plan, d.item(), by, today)
	m := Minute{Item: i, Meeting: f.Meeting, MeantFor: d.Visibility, Decision: Decision{Decided: d.Decision}}
	if err == nil {
		err = m.check(f)
	}
	return m, err
}

// takes tells whether minutes of the meeting may be written today.
func (f MinuteFrame) takes(today civil.Date) error {
	switch {
	case !f.IsParty:
		return fault.New(fault.CodeDenied)
	case f.IsCancelled:
		return fault.New(fault.CodeMeetingOver)
	case f.On.After(today):
		return fault.New(fault.CodeMeetingAhead)
	case f.IsSettled:
		return fault.New(fault.CodeMinutesSettled)
	case !f.IsOpen:
		return fault.New(fault.CodePlanClosed)
	}
	return nil
}

func (d MinuteDraft) item() Draft {
	return Draft{Kind: MinuteKind, Category: d.Category, Visibility: UnitOnly, Words: Words{Title: d.Heading, Body: d.Text}}
}

// Change replaces what a draft says.
func (m *Minute) Change(f MinuteFrame, d MinuteDraft, today civil.Date) error {
	if !m.SettledOn.IsZero() {
		return fault.New(fault.CodeMinutesSettled)
	}
	if err := f.takes(today); err != nil {
		return err
	}
	draft := d.item()
	draft.Visibility = m.Visibility // also of one that was named for somebody meanwhile
	if err := m.Apply(draft); err != nil {
		return err
	}
	m.MeantFor, m.Decision = d.Visibility, Decision{Decided: d.Decision}
	return m.check(f)
}

func (m *Minute) check(f MinuteFrame) error {
	if m.MeantFor == ForNamed {
		return fault.At(fault.CodeInvalid, "/visibility", "enum")
	}
	return m.Decision.check(m, f.On)
}

// Correct adds a correction to a settled point.
func (m Minute) Correct(text person.Text, by id.Person, today civil.Date) (Correction, error) {
	if m.SettledOn.IsZero() {
		return Correction{}, fault.New(fault.CodeMinutesDraft)
	}
	return Correction{ID: id.NewCorrection(), Text: text, By: by, On: today}, nil
}

// Tag names the point as its reader sees it.
func (m Minute) Tag() string {
	h := sha256.New()
	placeless(h, m.Placeless)
	_, _ = fmt.Fprintln(h, m.ID, m.Version, m.SettledOn, m.Decision.State, m.Decision.Unit, len(m.Corrections), objection.Tag("", m.Objections)) // a hash takes everything
	return base64.RawURLEncoding.EncodeToString(h.Sum(nil)[:15])
}

// validMinute: a point says something.
func validMinute(i *Item) error {
	if i.Body.IsZero() {
		return fault.At(fault.CodeInvalid, "/text", "required")
	}
	return nil
}
