package plan

import (
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/id"
	"samplan/internal/person"
)

type offerSet struct{}

// OfferState is where the offer of a role stands.
type OfferState = enum.Value[offerSet]

var (
	// OfferStates are waiting, and how it was answered.
	OfferStates = enum.Of[offerSet]("waiting", "accepted", "declined")

	offerWaits    = OfferStates.Must("waiting")
	OfferAccepted = OfferStates.Must("accepted")
	offerDeclined = OfferStates.Must("declined")
)

// RoleOffer asks a party to take a role over (överlämnande av roll). Until it has accepted, and until the day, whoever
// holds the role goes on (R48).
type RoleOffer struct {
	ID         id.RoleOffer
	Plan       id.Plan
	Child      id.Person
	Name       ChildName
	Party      id.Party
	From, To   id.Unit
	Role       Role
	StartsOn   civil.Date
	State      OfferState
	By         id.Person
	OfferedOn  civil.Date
	AnsweredOn civil.Date
	Reason     person.Text // why it was declined
	CreatedAt  time.Time
	Version    int
}

// Tag names this version of the offer.
func (o RoleOffer) Tag() string { return strconv.Itoa(o.Version) }

// Take records the answer. Who declines says why.
func (o *RoleOffer) Take(a Answer, today civil.Date) error {
	if err := a.fits(o.State == offerWaits); err != nil {
		return err
	}
	o.State = offerDeclined
	if a.Accept {
		o.State = OfferAccepted
	}
	o.Reason, o.AnsweredOn = a.Reason, today
	o.Version++
	return nil
}

// Begin makes the holder that an accepted offer leads to: from the day that was offered, or from today if that has passed.
func (o RoleOffer) Begin(hs RoleHolders, who id.Person, today civil.Date, now time.Time) (RoleHolder, error) {
	from := o.StartsOn
	if from.Before(today) {
		from = today
	}
	seat, err := hs.Seat(o.Role, from, today)
	if err != nil {
		return RoleHolder{}, err
	}
	return RoleHolder{
		ID: id.NewRoleHolder(), Plan: o.Plan, Party: o.Party, Unit: o.To, Role: o.Role, Seat: seat, Person: who, Child: o.Child,
		From: from, CreatedAt: now, Version: 1,
	}, nil
}
