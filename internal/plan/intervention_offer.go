package plan

import (
	"slices"
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type interventionOfferSet struct{}

// InterventionOfferState is where the offer of an intervention stands.
type InterventionOfferState = enum.Value[interventionOfferSet]

var (
	// InterventionOfferStates are waiting, how it was answered, and taken back by the one who asked.
	InterventionOfferStates = enum.Of[interventionOfferSet]("waiting", "accepted", "declined", "withdrawn")

	interventionWaits     = InterventionOfferStates.Must("waiting")
	InterventionAccepted  = InterventionOfferStates.Must("accepted")
	interventionDeclined  = InterventionOfferStates.Must("declined")
	interventionWithdrawn = InterventionOfferStates.Must("withdrawn")
)

// InterventionOffer asks a party to be responsible for an intervention (överlämnande av insats, R6). Until it has accepted,
// the intervention stays where it is. Then the party begins one of its own, and the one before ends the day before.
type InterventionOffer struct {
	ID         id.InterventionOffer
	Plan       id.Plan
	Child      id.Person
	Name       ChildName
	Item       id.Item
	Party      id.Party
	From, To   id.Unit
	StartsOn   civil.Date
	State      InterventionOfferState
	By         id.Person
	OfferedOn  civil.Date
	AnsweredOn civil.Date
	Reason     person.Text // why it was declined
	CreatedAt  time.Time
	Version    int
	Began      id.Item // the new intervention, for the one who has just taken over
}

// Tag names this version of the offer.
func (o InterventionOffer) Tag() string { return strconv.Itoa(o.Version) }

// Take records the answer. Who declines says why.
func (o *InterventionOffer) Take(a Answer, today civil.Date) error {
	if err := a.fits(o.State == interventionWaits); err != nil {
		return err
	}
	o.State = interventionDeclined
	if a.Accept {
		o.State, o.Began = InterventionAccepted, id.NewItem()
	}
	o.Reason = a.Reason
	o.ends(today)
	return nil
}

// Withdraw takes the question back.
func (o *InterventionOffer) Withdraw(today civil.Date) error {
	if o.State != interventionWaits {
		return fault.New(fault.CodeAnswered)
	}
	o.State = interventionWithdrawn
	o.ends(today)
	return nil
}

func (o *InterventionOffer) ends(today civil.Date) {
	o.AnsweredOn = today
	o.Version++
}

// goesOn tells whether an intervention is there to be taken over.
func (i Item) goesOn() bool {
	return slices.Contains([]InterventionStatus{Planned, InterventionStatuses.Must("ongoing")}, i.Status)
}
