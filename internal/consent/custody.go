package consent

import (
	"slices"
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	measureSet struct{}
	appealSet  struct{}
)

// Measure is what FB 6:13 a lets go ahead with the consent of one guardian.
type Measure = enum.Value[measureSet]

// Appeal is whether a decision was appealed, and how that ended. It holds at once, whatever happens to it later.
type Appeal = enum.Value[appealSet]

var (
	// Measures is the closed list of FB 6:13 a: psychiatric or psychological assessment or treatment, open care under SoL 11:1,
	// contact person or family, LSS 9 § 4-6. A coordinated plan is not on it.
	Measures = enum.Of[measureSet]("psychiatric-assessment", "psychological-assessment", "psychiatric-treatment", "psychological-treatment",
		"open-care", "contact-person", "contact-family", "lss-contact-person", "lss-relief-service", "lss-short-stay")
	// Appeals are not appealed, appealed, upheld, changed.
	Appeals = enum.Of[appealSet]("none", "appealed", "upheld", "changed")

	notAppealed = Appeals.Must("none")
)

// CustodyDecision is a decision of the social board in the place of a guardian's consent (FB 6:13 a). It is registered so
// that those who work with the child know of it. It opens nothing, and no consent rests on it: sharing information in a plan
// is no measure of the list (R15).
type CustodyDecision struct {
	ID        id.Custody
	Child     id.Person
	Measures  []Measure
	DecidedOn civil.Date
	Appeal    Appeal
	Reason    person.Text
	CreatedAt time.Time
	EndsOn    civil.Date // its last day, or none
	EndReason person.Text
	Version   int
}

// CustodyDraft is a decision before it is registered.
type CustodyDraft struct {
	Measures  []Measure
	DecidedOn civil.Date
	Appeal    Appeal // none when left out
	Reason    person.Text
}

// Decide makes the decision about a child that a draft tells of.
func Decide(child id.Person, d CustodyDraft, today civil.Date, now time.Time) (CustodyDecision, error) {
	switch {
	case len(d.Measures) == 0:
		return CustodyDecision{}, fault.At(fault.CodeInvalid, "/measures", "required")
	case slices.ContainsFunc(d.Measures, Measure.IsZero):
		return CustodyDecision{}, fault.At(fault.CodeInvalid, "/measures", "enum")
	case d.DecidedOn.IsZero():
		return CustodyDecision{}, fault.At(fault.CodeInvalid, "/decidedOn", "required")
	case d.DecidedOn.After(today):
		return CustodyDecision{}, fault.At(fault.CodeDates, "/decidedOn", "future")
	case d.Reason.IsZero():
		return CustodyDecision{}, fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	if d.Appeal.IsZero() {
		d.Appeal = notAppealed
	}
	return CustodyDecision{
		ID: id.NewCustody(), Child: child, Measures: unique(d.Measures), DecidedOn: d.DecidedOn, Appeal: d.Appeal, Reason: d.Reason, CreatedAt: now,
		Version: 1,
	}, nil
}

// End ends the decision; last is its last day.
func (d *CustodyDecision) End(last civil.Date, reason person.Text) error {
	switch {
	case !d.EndsOn.IsZero():
		return fault.New(fault.CodeAnswered)
	case reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case last.Before(d.DecidedOn):
		return fault.At(fault.CodeDates, "/endsOn", "before-start")
	}
	d.EndsOn, d.EndReason = last, reason
	d.Version++
	return nil
}

// Tag names this version of the decision.
func (d *CustodyDecision) Tag() string { return strconv.Itoa(d.Version) }
