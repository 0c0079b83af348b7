package consent

import (
	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Ages below majority are never law here: a recorded assessment of maturity decides, else the routine profile (R16).
var (
	together   = person.Outcomes.Must("together")
	childAlone = person.Outcomes.Must("child-alone")
	godMan     = person.RelationKinds.Must("god-man")
)

// Related is somebody who is close to the child today, as the recording unit knows it.
type Related struct {
	Person id.Person
	Kind   person.RelationKind
}

// Knowledge is what a consent rests on: what the recording unit knows today, and what is public.
type Knowledge struct {
	Birth    civil.Date
	Maturity person.Outcome // the newest assessment; when there is none, what the routine says at the child's age
	Related  []Related
	Items    []id.Item                    // of the items to keep back: those of the own domain that the recorder sees
	Classes  map[id.Branch][]access.Class // of the domains named: the classes of their units
}

// asked gives whoever must answer: another person for what is about that person, else those who decide for the child.
func (k Knowledge) asked(d Draft, today civil.Date) ([]Giver, error) {
	if d.Kind != ToShareOther {
		return k.givers(d.Child, today)
	}
	for _, r := range k.Related {
		if r.Person == d.Subject {
			return []Giver{{Person: d.Subject, Capacity: AsSubject, Answer: Pending}}, nil
		}
	}
	return nil, fault.At(fault.CodeInvalid, "/subjectPersonId", "unknown")
}

// givers decides who is asked: the child alone when it is of age (R20) or mature enough; else everyone with custody
// (FB 6:11, 6:13), and the child too when it is to have a say.
func (k Knowledge) givers(child id.Person, today civil.Date) ([]Giver, error) {
	itself := Giver{Person: child, Capacity: AsChild, Answer: Pending}
	isOfAge := !k.Birth.IsZero() && !today.Before(person.Child{BirthDate: k.Birth}.AdultOn())
	if isOfAge || k.Maturity == childAlone {
		return []Giver{itself}, nil
	}
	asked := k.guardians()
	if len(asked) == 0 {
		return nil, fault.At(fault.CodeInvalid, "childId", "no-guardian")
	}
	if k.Maturity == together {
		asked = append(asked, itself)
	}
	return asked, nil
}

// guardians gives everyone with custody once, however many relations say so.
func (k Knowledge) guardians() []Giver {
	var c Consent
	for _, r := range k.Related {
		if !person.IsCustody(r.Kind) {
			continue
		}
		as := AsGuardian
		if r.Kind == godMan {
			as = AsGodMan
		}
		switch known := c.Giver(r.Person); {
		case known == nil:
			c.Givers = append(c.Givers, Giver{Person: r.Person, Capacity: as, Answer: Pending})
		case as == AsGuardian:
			known.Capacity = as
		}
	}
	return c.Givers
}
