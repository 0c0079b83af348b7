package consent

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// majority is the age at which nobody else decides (FB 9:1, R20). Ages below it are never law here: a recorded assessment
// of maturity decides (R16).
const majority = 18

type (
	maturitySet struct{}
	custodySet  struct{}
)

// Maturity is the outcome of a maturity assessment: who must consent.
type Maturity = enum.Value[maturitySet]

// Custody is a relation whose holder decides for the child (FB 6:11).
type Custody = enum.Value[custodySet]

var (
	// Maturities are the guardians, guardians and child together, and the child alone.
	Maturities = enum.Of[maturitySet]("guardians", "together", "child-alone")
	// Custodies are parent, specially appointed custodian (särskilt förordnad vårdnadshavare), temporary custodian and god
	// man. A family home and a parent without custody decide nothing.
	Custodies = enum.Of[custodySet]("parent-custodian", "appointed-custodian", "temporary-custodian", "god-man")

	ByGuardians = Maturities.Must("guardians")
	Together    = Maturities.Must("together")
	ChildAlone  = Maturities.Must("child-alone")

	godMan = Custodies.Must("god-man")
)

// Custodian is somebody who decides for the child today.
type Custodian struct {
	Person id.Person
	Kind   Custody
}

// Knowledge is what a consent rests on: what the recording unit knows today, and what is public.
type Knowledge struct {
	Birth      civil.Date
	Maturity   Maturity // the newest assessment; the guardians when there is none
	Custodians []Custodian
	Items      []id.Item                    // of the items to keep back: those of the own domain that the recorder sees
	Classes    map[id.Branch][]access.Class // of the domains named: the classes of their units
}

// givers decides who is asked: the child alone when it is of age or mature enough; else everyone with custody (FB 6:13),
// and the child too when the assessment says so.
func (k Knowledge) givers(child id.Person, today civil.Date) ([]Giver, error) {
	isOfAge := !k.Birth.IsZero() && !today.Before(k.Birth.AddYears(majority))
	if isOfAge || k.Maturity == ChildAlone {
		return []Giver{{Person: child, Capacity: AsChild, Answer: Pending}}, nil
	}
	var c Consent
	for _, custodian := range k.Custodians {
		as := AsGuardian
		if custodian.Kind == godMan {
			as = AsGodMan
		}
		switch known := c.Giver(custodian.Person); {
		case known == nil:
			c.Givers = append(c.Givers, Giver{Person: custodian.Person, Capacity: as, Answer: Pending})
		case as == AsGuardian:
			known.Capacity = as
		}
	}
	if len(c.Givers) == 0 {
		return nil, fault.At(fault.CodeInvalid, "childId", "no-guardian")
	}
	if k.Maturity == Together {
		c.Givers = append(c.Givers, Giver{Person: child, Capacity: AsChild, Answer: Pending})
	}
	return c.Givers, nil
}
