package objection

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
)

// Store is what the slice needs of storage. A row out of the grant's reach is fault.CodeNotFound, exactly as one that does not
// exist.
type Store interface {
	// IsHeld tells whether the caller's unit holds an item that the caller may read; fault.CodeNotFound for others.
	IsHeld(context.Context, access.Grant[access.ReadItem], id.Item) (bool, error)
	// AddObjection lets do object to an item in reach, which for staff is one that the own unit holds, and stores the objection.
	// do is told whom the item's plan is about.
	AddObjection(ctx context.Context, g access.Grant[access.AddObjection], i id.Item, do func(child id.Person) (Objection, error)) error
	// FindObjection gives one objection to an item in reach.
	FindObjection(context.Context, access.Grant[access.ReadItem], id.Objection) (Objection, error)
	// DecideObjection locks an objection to an item that the own unit holds, lets do decide, and stores the decision.
	DecideObjection(context.Context, access.Grant[access.DecideObjection], id.Objection, func(*Objection) error) error
	// KeepObjection does so with whether guardians are told.
	KeepObjection(context.Context, access.Grant[access.KeepObjection], id.Objection, func(*Objection) error) error
}
