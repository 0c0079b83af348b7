package plan

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/id"
)

// InterventionOffer asks a party to be responsible for an intervention (överlämnande av insats, R6). Until it has accepted,
// the intervention stays where it is. Then the party begins one of its own, and the one before ends the day before.
type InterventionOffer struct {
	Transfer
	ID       id.InterventionOffer
	Item     id.Item
	StartsOn civil.Date
	Began    id.Item // the new intervention, for the one who has just taken over
}

// Take records the answer. Who declines says why.
func (o *InterventionOffer) Take(a Answer, today civil.Date) error {
	err := o.Transfer.Take(a, today)
	if err == nil && a.Accept {
		o.Began = id.NewItem()
	}
	return err
}

// goesOn tells whether an intervention is there to be taken over.
func (i Item) goesOn() bool {
	return slices.Contains([]InterventionStatus{Planned, InterventionStatuses.Must("ongoing")}, i.Status)
}
