package plan

import (
	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type statusSet struct{}

// Status is where in its process a plan is.
//
//	noted → informed → consenting → preparing → called → met → established
//	  └────────┴──────────┴───────────┴──────────┴──────┴────────┴→ declined, no-need, withdrawn, moved, aged-out
//
// Every other step is a conflict (R42). Leaving the process takes a reason, declining also who declined (R4).
type Status = enum.Value[statusSet]

var (
	// Statuses is the closed set, in the order of the process, exits last.
	Statuses = enum.Of[statusSet]("noted", "informed", "consenting", "preparing", "called", "met", "established",
		"declined", "no-need", "withdrawn", "moved", "aged-out")

	Noted       = Statuses.Must("noted")       // a need is noted
	Informed    = Statuses.Must("informed")    // the family knows; from here on it sees the plan
	Consenting  = Statuses.Must("consenting")  // consent is asked for
	Preparing   = Statuses.Must("preparing")   // consent to the plan is in force
	Called      = Statuses.Must("called")      // the parties are called
	Met         = Statuses.Must("met")         // the meeting is held
	Established = Statuses.Must("established") // the plan is set
	Declined    = Statuses.Must("declined")    // the family or a principal said no

	exits = Statuses.Values()[7:]
	next  = map[Status]Status{Noted: Informed, Informed: Consenting, Consenting: Preparing, Preparing: Called, Called: Met, Met: Established}
)

// IsExit tells whether the process has ended with s.
func IsExit(s Status) bool {
	for _, e := range exits {
		if e == s {
			return true
		}
	}
	return false
}

// Allowed tells whether a plan may go from one status to another.
func Allowed(from, to Status) bool {
	return !IsExit(from) && (next[from] == to || IsExit(to))
}

// Step is one step of a plan through its process.
type Step struct {
	ID        id.StatusChange
	Plan      id.Plan
	From, To  Status
	On        civil.Date
	RefusedBy person.Text // who declined, in which role
	Reason    person.Text
	By        id.Person
}

// Take moves the plan one step. What a step presupposes beyond the plan itself (a consent in force, parties) the
// service has asked before.
func (p *Plan) Take(s *Step, today civil.Date) error {
	switch {
	case !Allowed(p.Status, s.To):
		return fault.At(fault.CodeStatusStep, "/to", "step")
	case s.On.After(today):
		return fault.At(fault.CodeDates, "/on", "future")
	case s.On.Before(p.CreatedOn):
		return fault.At(fault.CodeDates, "/on", "before-plan")
	case IsExit(s.To) && s.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case s.To == Declined && s.RefusedBy.IsZero():
		return fault.At(fault.CodeReasonRequired, "/role", "required")
	}
	s.Plan, s.From = p.ID, p.Status
	p.Status = s.To
	if s.To == Informed {
		p.InformedOn = s.On
	}
	p.Version++
	return nil
}

// open refuses changes once the process has ended.
func (p *Plan) open() error {
	if IsExit(p.Status) {
		return fault.New(fault.CodePlanClosed)
	}
	return nil
}
