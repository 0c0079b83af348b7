package plan

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type roleSet struct{}

// Role is what somebody is there for in a plan (R48). It gives no right to read: rights come from an assignment and a case.
type Role = enum.Value[roleSet]

var (
	// Roles are initiativtagare, sammankallande, mötesledare, kontakt hos den övergripande ansvarige, samordnare, sekreterare.
	Roles = enum.Of[roleSet]("initiator", "caller", "leader", "overall-responsible", "coordinator", "secretary")

	Leader      = Roles.Must("leader")
	Coordinator = Roles.Must("coordinator")
	answersFor  = Roles.Must("overall-responsible")
)

// leaders is how many may lead the meetings of a plan together.
const leaders = 2

// RoleHolder is somebody of a party who has a role in the plan from a day on. The part of its unit is shown as the party
// is, and so is this.
type RoleHolder struct {
	ID          id.RoleHolder
	Plan        id.Plan
	Party       id.Party
	Unit        id.Unit
	Role        Role
	Seat        int // which of two leaders; otherwise 1
	Person      id.Person
	PersonName  person.Text
	StandsInFor id.RoleHolder // whom a substitute stands in for (R41)
	From        civil.Date
	To          civil.Date // the last day; the day before From when it never took effect; zero: until somebody takes over
	Child       id.Person
	CreatedAt   time.Time
	Version     int
}

// Tag names this version of the holder.
func (h RoleHolder) Tag() string { return strconv.Itoa(h.Version) }

func (h RoleHolder) isSubstitute() bool { return !h.StandsInFor.IsZero() }

// RoleHolders are all who hold or have held a role in a plan.
type RoleHolders []RoleHolder

// Seat finds the place that a new holder takes from a day on. Of two leaders that is a free one; of any other role the one
// there is, and then whoever holds it now has the day before as the last: no day is without, none has two (R48).
func (hs RoleHolders) Seat(r Role, from, today civil.Date) (int, error) {
	if from.Before(today) {
		return 0, fault.At(fault.CodeDates, "/startsOn", "past")
	}
	seats := 1
	if r == Leader {
		seats = leaders
	}
	for seat := 1; seat <= seats; seat++ {
		if hs.isFree(r, seat, from) {
			return seat, nil
		}
	}
	if r == Leader {
		return 0, fault.At(fault.CodeDuplicate, "/role", "both-taken")
	}
	return 0, fault.At(fault.CodeDates, "/startsOn", "before-holder")
}

// isFree: nobody holds the seat on that day or later, but for one who would only then be followed.
func (hs RoleHolders) isFree(r Role, seat int, from civil.Date) bool {
	for _, h := range hs {
		if h.Role != r || h.Seat != seat || h.isSubstitute() {
			continue
		}
		follows := r != Leader && h.To.IsZero() && !from.Before(h.From)
		if !follows && (h.To.IsZero() || !h.To.Before(from)) {
			return false
		}
	}
	return true
}

// StandIn makes a substitute of a holder: of the same unit, with an end, within the holder's own time (R41).
func (h RoleHolder) StandIn(from, to, today civil.Date) (RoleHolder, error) {
	switch {
	case h.isSubstitute():
		return RoleHolder{}, fault.At(fault.CodeInvalid, "/standsInForId", "is-substitute")
	case to.IsZero():
		return RoleHolder{}, fault.At(fault.CodeDates, "/endsOn", "required")
	case from.Before(today):
		return RoleHolder{}, fault.At(fault.CodeDates, "/startsOn", "past")
	case from.Before(h.From):
		return RoleHolder{}, fault.At(fault.CodeDates, "/startsOn", "before-holder")
	case to.Before(from):
		return RoleHolder{}, fault.At(fault.CodeDates, "/endsOn", "before-start")
	case !h.To.IsZero() && to.After(h.To):
		return RoleHolder{}, fault.At(fault.CodeDates, "/endsOn", "after-holder")
	}
	return RoleHolder{
		ID: id.NewRoleHolder(), Plan: h.Plan, Party: h.Party, Unit: h.Unit, Role: h.Role, Seat: h.Seat, StandsInFor: h.ID, Child: h.Child,
		From: from, To: to, Version: 1,
	}, nil
}

// End sets the last day of a holder. A coordinator ends by a hand-over alone, so that the child is never without (R48).
func (h *RoleHolder) End(on, today civil.Date) error {
	switch {
	case !h.To.IsZero() && h.To.Before(today):
		return fault.New(fault.CodeEnded)
	case h.Role == Coordinator && !h.isSubstitute():
		return fault.New(fault.CodeSuccessor)
	case on.Before(today):
		return fault.At(fault.CodeDates, "/endsOn", "past")
	case !h.To.IsZero() && on.After(h.To):
		return fault.At(fault.CodeDates, "/endsOn", "after-end")
	}
	if h.To = on; on.Before(h.From) {
		h.To = h.From.AddDays(-1)
	}
	h.Version++
	return nil
}
