package known

import (
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Draft is a question before it is put.
type Draft struct {
	Identifier person.Identifier
	To         id.Branch // any of the board's branches that may answer
	Reason     person.Text
}

// Ask is a question with what the policy says of it: which classes may answer the asker's, on which paragraph.
type Ask struct {
	Draft
	ID      id.Question
	Classes []access.Class
	Ground  string
	At      time.Time
}

// Question is a question that was put, as one of its two sides sees it.
type Question struct {
	ID         id.Question
	Child      id.Person
	ChildName  person.Name // as the reader's own unit knows it
	Protection person.Protection
	From       id.Unit
	To         id.Branch
	AskedOn    civil.Date
	Ground     string
	Known      bool
	Reason     person.Text // the asker's own
}

// Refusal is why a question may not be put; each rests on what is public.
type Refusal string

// paragraph is the law that a refusal names.
const paragraph = "OSL 10:28; SoL 15:8"

// The refusals that the store finds; the empty one is none.
const (
	NoCase    Refusal = "no-case"
	NoBoard   Refusal = "unknown"
	TooMany   Refusal = "too-many"
	NotSocial Refusal = "not-social-services"
)

// Fault tells the asker why not, with the paragraph in its words.
func (r Refusal) Fault() error {
	switch r {
	case "":
		return nil
	case NoCase:
		return fault.New(fault.CodeNotFound)
	case NoBoard:
		return fault.At(fault.CodeInvalid, "/toBranchId", string(r))
	case TooMany:
		return fault.New(fault.CodeTooMany)
	default: // the boards are not two of the social services in one municipality
		return fault.Forbidden(fault.CodeKnownQuestion, paragraph, "/toBranchId", string(r))
	}
}

// New prepares a question of a unit of a class. A class that nobody may answer cannot ask.
func New(d Draft, own access.Class, policy *access.Matrix, now time.Time) (Ask, error) {
	if d.Reason.IsZero() {
		return Ask{}, fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	if d.To.IsZero() {
		return Ask{}, fault.At(fault.CodeInvalid, "/toBranchId", "required")
	}
	a := Ask{Draft: d, ID: id.NewQuestion(), At: now}
	for _, c := range access.Classes {
		if law, ok := policy.Opens(access.Wall{Giver: c, Receiver: own, Ground: access.KnownQuestion}); ok {
			a.Classes, a.Ground = append(a.Classes, c), law
		}
	}
	if len(a.Classes) == 0 {
		return Ask{}, NotSocial.Fault()
	}
	return a, nil
}
