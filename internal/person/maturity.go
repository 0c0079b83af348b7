package person

import (
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

type outcomeSet struct{}

// Outcome is who is to consent for a child, as its maturity is judged.
type Outcome = enum.Value[outcomeSet]

// Outcomes are the guardians, the guardians together with the child, and the child alone.
var Outcomes = enum.Of[outcomeSet]("guardians", "together", "child-alone")

// Maturity is an assessment of a child's maturity. No age is written into the program: the assessment decides (R16). It
// is never changed; a newer one takes its place.
type Maturity struct {
	ID         id.Maturity
	Child      id.Person
	Outcome    Outcome
	AssessedOn civil.Date
	By         id.Person
	Reason     Text
	CreatedAt  time.Time
}

// MaturityDraft is what somebody has assessed.
type MaturityDraft struct {
	Outcome    Outcome
	AssessedOn civil.Date
	Reason     Text
}

// Assess makes an assessment of the child.
func (c Child) Assess(d MaturityDraft, by id.Person, today civil.Date, now time.Time) (Maturity, error) {
	switch {
	case d.Outcome.IsZero():
		return Maturity{}, fault.At(fault.CodeInvalid, "/outcome", ruleRequired)
	case d.AssessedOn.IsZero():
		return Maturity{}, fault.At(fault.CodeInvalid, "/assessedOn", ruleRequired)
	case d.AssessedOn.After(today):
		return Maturity{}, fault.At(fault.CodeDates, "/assessedOn", ruleFuture)
	case d.AssessedOn.Before(c.BirthDate):
		return Maturity{}, fault.At(fault.CodeDates, "/assessedOn", "before-birth")
	case d.Reason.IsZero():
		return Maturity{}, fault.At(fault.CodeReasonRequired, "/reason", ruleRequired)
	}
	return Maturity{id.NewMaturity(), c.ID, d.Outcome, d.AssessedOn, by, d.Reason, now}, nil
}

// Tag names the assessment, which never changes.
func (m Maturity) Tag() string { return "1" }
