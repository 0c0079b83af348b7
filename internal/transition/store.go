package transition

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. Each method wants the grant that names the right it uses; a row out of the grant's reach is
// fault.CodeNotFound, exactly as one that does not exist.
type Store interface {
	// AddTransition stores one of a plan in reach that goes on; plan-closed for one that is over, denied where the actor may not know
	// where the child is, duplicate for a second planned one of its kind.
	AddTransition(context.Context, access.Grant[access.PlanTransition], Transition) (Transition, error)
	// ChangeTransition locks one of the own unit's in a plan in reach, lets do change it, and stores it.
	ChangeTransition(context.Context, access.Grant[access.PlanTransition], id.Transition, func(*Transition) error) (Transition, error)
	// PlannedTransitions gives those of a plan in reach that are still to be carried out.
	PlannedTransitions(context.Context, access.Grant[access.PlanTransition], id.Plan) ([]Transition, error)
	// ListTransitions gives a page of a plan in reach, those that are planned first, then the latest.
	ListTransitions(context.Context, access.Grant[access.ReadTransition], id.Plan, page.Page) ([]Transition, int, error)
	// FindTransition gives one.
	FindTransition(context.Context, access.Grant[access.ReadTransition], id.Transition) (Transition, error)
	// Attempt does one thing of several in a transaction: what fails leaves nothing behind, and the others go on.
	Attempt(context.Context, access.Grant[access.PlanTransition], func() error) error
	// WaitingOffers gives what the own unit has offered of a plan in reach and nobody has answered; of the plan itself what the actor has.
	WaitingOffers(context.Context, access.Grant[access.PlanTransition], id.Plan) ([]Offer, error)
	// FindUnit gives a unit of today's directory.
	FindUnit(context.Context, access.Grant[access.ReadOrg], id.Unit) (org.Unit, error)
}

// Plans is what the slice needs of plans.
type Plans interface {
	// Takers gives the units that the actor sees take part in a plan. Fault: not-found.
	Takers(context.Context, access.Actor, id.Plan) ([]id.Unit, error)
}
