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

type handOverSet struct{}

// HandOverState is where a hand-over stands.
type HandOverState = enum.Value[handOverSet]

var (
	// HandOverStates are waiting, and how it was answered.
	HandOverStates = enum.Of[handOverSet]("waiting", "accepted", "declined")

	HandOverWaits    = HandOverStates.Must("waiting")
	HandOverAccepted = HandOverStates.Must("accepted")
	handOverDeclined = HandOverStates.Must("declined")
)

// HandOver lets a plan follow a child that moves (överlämnande). The plan ends as moved for everybody in it, and the
// unit that takes over begins one of its own, which it alone knows to follow the old one. So those who stay behind learn
// that the child has moved, and have nothing to find the new place by; what they wrote stays theirs (R31).
type HandOver struct {
	ID           id.HandOver
	Plan         id.Plan // the plan that ends
	Child        id.Person
	Name         ChildName
	Kind         Kind
	From, To     id.Unit
	State        HandOverState
	Reason       person.Text // stays with the unit that hands over
	By           id.Person
	OfferedOn    civil.Date
	AnsweredOn   civil.Date
	AnswerReason person.Text
	CreatedAt    time.Time
	Version      int
	Began        id.Plan // the plan that begins, for the one who has just taken over
}

// Offer hands a plan over to another unit.
func (p *Plan) Offer(to id.Unit, reason person.Text, by id.Person, today civil.Date, now time.Time) (HandOver, error) {
	if err := p.open(); err != nil {
		return HandOver{}, err
	}
	switch {
	case to == p.LeadUnit:
		return HandOver{}, fault.At(fault.CodeNotAUnit, "/toUnitId", "own")
	case reason.IsZero():
		return HandOver{}, fault.At(fault.CodeReasonRequired, "/reason", "required")
	}
	return HandOver{
		ID: id.NewHandOver(), Plan: p.ID, Child: p.Child, Kind: p.Kind, From: p.LeadUnit, To: to, State: HandOverWaits, Reason: reason,
		By: by, OfferedOn: today, CreatedAt: now, Version: 1,
	}, nil
}

// Take records the answer. Who declines says why.
func (h *HandOver) Take(a Answer, today civil.Date) error {
	if err := a.fits(h.State == HandOverWaits); err != nil {
		return err
	}
	h.State = handOverDeclined
	if a.Accept {
		h.State = HandOverAccepted
	}
	h.AnswerReason, h.AnsweredOn = a.Reason, today
	h.Version++
	return nil
}

// Tag names this version of the hand-over.
func (h HandOver) Tag() string { return strconv.Itoa(h.Version) }
