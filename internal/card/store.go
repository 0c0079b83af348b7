package card

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/routine"
)

// Store is what the slice needs of storage. A card out of the grant's reach is fault.CodeNotFound, exactly as one that does not
// exist.
type Store interface {
	// ListCards gives a page of the cards that count, of all units that are open today, by the unit's name.
	ListCards(context.Context, access.Grant[access.ReadCard], page.Page) ([]Card, int, error)
	// ListUnitCards gives a page of all cards of a unit, the latest first. Fault: not-found for no unit.
	ListUnitCards(context.Context, access.Grant[access.ReadCard], id.Unit, page.Page) ([]Card, int, error)
	// ListPlanCards gives a page of the cards that count of the parties of a plan that the reader sees.
	ListPlanCards(context.Context, access.Grant[access.ReadPlan], id.Plan, page.Page) ([]Card, int, error)
	// FindCard gives one.
	FindCard(context.Context, access.Grant[access.ReadCard], id.ContactCard) (Card, error)
	// PublishCard lets do make the card that follows the own unit's last one in reach, and stores it. Fault: not-found when the
	// reach ends at cards that the actor owns, and the last one is none.
	PublishCard(context.Context, access.Grant[access.KeepCard], func(last Card) (Card, error)) error
	// ConfirmCard locks a card of the own unit in reach, lets do confirm it, and stores that.
	ConfirmCard(context.Context, access.Grant[access.KeepCard], id.ContactCard, func(*Card) error) error
	// FindOwnRoutine gives the profile by which the own principal works today.
	FindOwnRoutine(context.Context, access.Grant[access.ReadRoutine]) (routine.Version, error)
	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}
