package plan

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type (
	statusSet   struct{}
	declinerSet struct{}
)

// Status is where in its process a plan is.
//
//	noted → informed → consenting → preparing → called → met → established → following-up ⇄ revised
//	  │        │           │            │          │      │         │              │  └──┬──┘ │
//	  │        │           │            │          │      │         │              │   closed │
//	  └────────┴───────────┴────────────┴──────────┴──────┴─────────┴──────────────┴──────────┘
//	                        → declined, no-need, withdrawn, moved, aged-out
//
// Every other step is a conflict (R42). What a step presupposes stands beside it in ways. An exit may be taken from
// everywhere but where the plan is over, and takes a reason, declining also who declined (R4).
//
// A plan that stands is changed in following-up or revised as it is before; a change drops the confirmations of those
// whom it touches, wherever the plan is, and a dispatched version never changes. That a change is under way is a step of
// its own and no effect of changing something: a status is seen by all, and would tell them that something was changed
// which they may not see. From revised the plan goes back to following-up, once it has all parts again and everybody has
// confirmed it, and not to established: that is the day on which it was set for the first time. What is over does not
// change, and is read as before.
type Status = enum.Value[statusSet]

// Decliner is who declined a plan: the family, or a principal, whose refusal is a decision that the family is told (R4).
type Decliner = enum.Value[declinerSet]

var (
	// Statuses is the closed set, in the order of the process, exits last.
	Statuses = enum.Of[statusSet]("noted", "informed", "consenting", "preparing", "called", "met", "established",
		"following-up", "revised", "closed", "declined", "no-need", "withdrawn", "moved", "aged-out")

	Noted       = Statuses.Must("noted")        // a need is noted
	Informed    = Statuses.Must("informed")     // the family knows; from here on it sees the plan
	Consenting  = Statuses.Must("consenting")   // consent is asked for
	Preparing   = Statuses.Must("preparing")    // consent to the plan is in force
	Called      = Statuses.Must("called")       // the parties are called
	Met         = Statuses.Must("met")          // the meeting is held
	Established = Statuses.Must("established")  // the plan is set
	FollowingUp = Statuses.Must("following-up") // it has been followed up, and goes on
	Revised     = Statuses.Must("revised")      // what a follow-up changes is being agreed on
	Closed      = Statuses.Must("closed")       // it has come to its end
	Declined    = Statuses.Must("declined")     // the family or a principal said no

	exits = Statuses.Values()[10:]
	stand = []Status{Established, FollowingUp, Revised}

	// Decliners are the family and a principal.
	Decliners   = enum.Of[declinerSet]("family", "principal")
	ByPrincipal = Decliners.Must("principal")
)

// ways is the table of steps, with what each presupposes (condition.go).
var ways = []way{
	{Noted, Informed, nil},
	{Informed, Consenting, nil},
	{Consenting, Preparing, []condition{consentInForce}},
	{Preparing, Called, []condition{callSent}},
	{Called, Met, []condition{meetingHeld}},
	{Met, Established, []condition{statutoryParts, confirmed}},
	{Established, FollowingUp, []condition{followedUp}},
	{FollowingUp, Revised, nil},
	{Revised, FollowingUp, []condition{statutoryParts, confirmed}},
	{FollowingUp, Closed, []condition{closingParts}},
	{Revised, Closed, []condition{closingParts}},
}

type way struct {
	from, to Status
	needs    []condition
}

// IsExit tells whether s ends the process before its end.
func IsExit(s Status) bool { return slices.Contains(exits, s) }

// IsOver tells whether the process has ended with s, one way or the other.
func IsOver(s Status) bool { return s == Closed || IsExit(s) }

// Allowed tells whether a plan may go from one status to another.
func Allowed(from, to Status) bool {
	_, ok := wayOf(from, to)
	return ok
}

func wayOf(from, to Status) (way, bool) {
	if IsExit(to) && !IsOver(from) {
		return way{from, to, nil}, true
	}
	for _, w := range ways {
		if w.from == from && w.to == to {
			return w, true
		}
	}
	return way{}, false
}

// Step is one step of a plan through its process.
type Step struct {
	ID         id.StatusChange
	Plan       id.Plan
	From, To   Status
	On         civil.Date
	DeclinedBy Decliner
	RefusedBy  person.Text // who declined, in which role
	Reason     person.Text
	By         id.Person
}

// Take moves the plan one step, when it is allowed, says what it must say, and has what it presupposes.
func (p *Plan) Take(s *Step, f Facts, today civil.Date) error {
	w, ok := wayOf(p.Status, s.To)
	switch {
	case !ok:
		return fault.At(fault.CodeStatusStep, "/to", "step")
	case s.On.After(today):
		return fault.At(fault.CodeDates, "/on", "future")
	case s.On.Before(p.CreatedOn):
		return fault.At(fault.CodeDates, "/on", "before-plan")
	}
	if err := s.saysWhy(); err != nil {
		return err
	}
	for _, holds := range w.needs {
		if err := holds(f); err != nil {
			return err
		}
	}
	s.Plan, s.From = p.ID, p.Status
	p.Status = s.To
	switch s.To {
	case Informed:
		p.InformedOn = s.On
	case Established:
		p.EstablishedOn = s.On
	}
	p.Version++
	return nil
}

// saysWhy: whoever ends a plan says why, and of a refusal who refused; a principal also in which role (R4).
func (s *Step) saysWhy() error {
	switch {
	case IsOver(s.To) && s.Reason.IsZero():
		return fault.At(fault.CodeReasonRequired, "/reason", "required")
	case s.To == Declined && s.DeclinedBy.IsZero():
		return fault.At(fault.CodeReasonRequired, "/declinedBy", "required")
	case s.To == Declined && s.DeclinedBy == ByPrincipal && s.RefusedBy.IsZero():
		return fault.At(fault.CodeReasonRequired, "/role", "required")
	case s.To != Declined && !s.DeclinedBy.IsZero():
		return fault.At(fault.CodeInvalid, "/declinedBy", "not-declined")
	}
	return nil
}

// open refuses changes once the process has ended.
func (p *Plan) open() error {
	if IsOver(p.Status) {
		return fault.New(fault.CodePlanClosed)
	}
	return nil
}

// stands tells whether the plan is set and has not ended: then it keeps what the law asked of it.
func (p *Plan) stands() bool { return slices.Contains(stand, p.Status) }
