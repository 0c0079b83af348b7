package disposal

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type kindSet struct{}

// Kind is what a mark says of a case.
type Kind = enum.Value[kindSet]

// Kinds lists them; what each does is in the clocks, but for a legal hold, which stops them all.
var Kinds = enum.Of[kindSet]("placed", "adoption", "parenthood", "residence", "investigation", "custody-agreement", "legal-hold")

// Mark is a fact about a case that stops or lengthens its clock, as the unit that holds the case recorded it.
type Mark struct {
	ID        id.RetentionMark
	Child     id.Person
	Unit      id.Unit
	Kind      Kind
	Reason    person.Text
	SetBy     id.Person
	SetOn     civil.Date
	CreatedAt time.Time
	EndedOn   civil.Date // when it was lifted, or found wrong
	EndedBy   id.Person
	EndedAt   time.Time
	EndReason person.Text
	Version   int
}

// end ends the mark.
func (m *Mark) end(by id.Person, reason person.Text, today civil.Date, now time.Time) error {
	if !m.EndedOn.IsZero() {
		return fault.New(fault.CodeEnded)
	}
	m.EndedOn, m.EndedBy, m.EndedAt, m.EndReason = today, by, now, reason
	m.Version++
	return nil
}

// Tag names this version of the mark.
func (m Mark) Tag() string { return strconv.Itoa(m.Version) }
