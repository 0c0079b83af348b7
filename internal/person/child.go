package person

import (
	"strconv"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// adult is the age at which custody ends (FB 6:2).
const adult = 18

// Child is a child as one unit knows it: the unit's own case, and how far the child is protected. What another unit
// knows, or that it knows anything, is no part of it (R22).
type Child struct {
	ID          id.Person
	File        id.CaseFile
	Name        Name
	BirthDate   civil.Date // need not agree with the number
	Protection  Protection // the strictest level that any unit has recorded (R31)
	Interpreter string     // language for an interpreter, ISO 639, or none
	OpenedOn    civil.Date
	Version     int
}

// Details is what a unit may change of what it knows.
type Details struct {
	Name        Name
	Protection  Protection
	Interpreter string
}

// Registration opens a unit's case about a child.
type Registration struct {
	Details
	Identifier Identifier
	BirthDate  civil.Date
	Reason     Text
}

// Opening is a registration with the fresh ids of what it makes. The person's counts only when nobody has the number.
type Opening struct {
	Registration
	Person id.Person
	File   id.CaseFile
	Worker id.CaseWorker
	On     civil.Date
}

// Open checks a registration. That the birth date disagrees with the number is no fault: numbers of a day run out.
func Open(r Registration, today civil.Date) (Opening, error) {
	if err := r.check(); err != nil {
		return Opening{}, err
	}
	switch {
	case r.BirthDate.IsZero():
		return Opening{}, fault.At(fault.CodeInvalid, "/birthDate", ruleRequired)
	case r.BirthDate.After(today):
		return Opening{}, fault.At(fault.CodeDates, "/birthDate", ruleFuture)
	case r.Reason.IsZero():
		return Opening{}, fault.At(fault.CodeReasonRequired, "/reason", ruleRequired)
	}
	return Opening{r, id.NewPerson(), id.NewCaseFile(), id.NewCaseWorker(), today}, nil
}

// The rules that a record about a person can break.
const (
	ruleRequired = "required"
	ruleFuture   = "future"
)

func (d Details) check() error {
	if err := d.Name.check(); err != nil {
		return err
	}
	if d.Protection == (Protection{}) {
		return fault.At(fault.CodeInvalid, "/protection", ruleRequired)
	}
	return nil
}

func (n Name) check() error {
	switch {
	case n.Given.IsZero():
		return fault.At(fault.CodeInvalid, "/givenName", ruleRequired)
	case n.Family.IsZero():
		return fault.At(fault.CodeInvalid, "/familyName", ruleRequired)
	}
	return nil
}

// Apply changes what the unit knows. A protection level is only ever raised here; to lower what the own unit has recorded is
// a decision with a reason (R31).
func (c *Child) Apply(d Details) error {
	if err := d.check(); err != nil {
		return err
	}
	if !d.Protection.AtLeast(c.Protection) {
		return fault.At(fault.CodeInvalid, "/protection", "lowered")
	}
	c.Name, c.Protection, c.Interpreter = d.Name, d.Protection, d.Interpreter
	c.Version++
	return nil
}

// AdultOn gives the day on which the child comes of age.
func (c Child) AdultOn() civil.Date { return c.BirthDate.AddYears(adult) }

// Tag names this version of the unit's case.
func (c Child) Tag() string { return strconv.Itoa(c.Version) }
