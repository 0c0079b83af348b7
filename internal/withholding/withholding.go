package withholding

import (
	"slices"
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Withholding is the decision to keep an item from somebody of the family.
type Withholding struct {
	ID        id.Withholding
	Item      id.Item
	Person    id.Person   // from whom; zero: from every guardian, now and later
	Name      person.Name // read with it: as the own unit knows the person
	Reason    person.Text
	Asked     bool // by the child when it wrote (asked.go), who then is DecidedBy
	DecidedBy id.Person
	Decider   person.Text // read with it: the name of who decided
	DecidedOn civil.Date
	Assessment
	EndedOn   civil.Date
	EndedBy   id.Person
	EndReason person.Text
}

// Draft is what somebody asks to withhold.
type Draft struct {
	Person        id.Person
	EveryGuardian bool
	Reason        person.Text
}

// Knowledge is what a withholding is decided on: whom the own unit knows of, and who wrote the item.
type Knowledge struct {
	Item       id.Item
	Child      id.Person
	Related    []id.Person // everyone close to the child as the own unit knows it, whether or not it lasts
	Author     id.Person
	ByGuardian bool // a guardian wrote it
}

// New makes the withholding that a draft asks for. What somebody wrote is not withheld from that person: it would be
// missed, and so tell.
func New(d Draft, k Knowledge, by id.Person, today civil.Date) (Withholding, error) {
	switch {
	case d.Reason.IsZero():
		return Withholding{}, fault.At(fault.CodeReasonRequired, "/reason", "required")
	case d.EveryGuardian != d.Person.IsZero():
		return Withholding{}, fault.At(fault.CodeInvalid, "/personId", "one-of-two")
	case d.EveryGuardian && k.ByGuardian:
		return Withholding{}, fault.At(fault.CodeInvalid, "/everyGuardian", "author")
	case !d.EveryGuardian && d.Person != k.Child && !slices.Contains(k.Related, d.Person):
		return Withholding{}, fault.At(fault.CodeInvalid, "/personId", "unknown")
	case !d.EveryGuardian && d.Person == k.Author:
		return Withholding{}, fault.At(fault.CodeInvalid, "/personId", "author")
	}
	return Withholding{
		ID: id.NewWithholding(), Item: k.Item, Person: d.Person, Reason: d.Reason, DecidedBy: by, DecidedOn: today,
	}, nil
}

// Tag names this version of the withholding: it changes when it is assessed, and when it ends.
func (w Withholding) Tag() string {
	version := 1
	for _, on := range []civil.Date{w.AssessedOn, w.EndedOn} {
		if !on.IsZero() {
			version++
		}
	}
	return strconv.Itoa(version)
}

// End lets the family see the item again, if it is meant for the family.
func (w *Withholding) End(by id.Person, reason person.Text, today civil.Date) error {
	switch {
	case reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case !w.EndedOn.IsZero():
		return fault.New(fault.CodeEnded)
	}
	w.EndedOn, w.EndedBy, w.EndReason = today, by, reason
	return nil
}
