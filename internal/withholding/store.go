package withholding

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. A row out of the grant's reach is fault.CodeNotFound, exactly as one that
// does not exist.
type Store interface {
	// IsHeld tells whether the caller's unit holds an item that the caller may read; fault.CodeNotFound for others.
	IsHeld(context.Context, access.Grant[access.ReadItem], id.Item) (bool, error)
	// WithholdItem locks an item that the caller's unit holds, lets do decide, and stores the withholding. One that is
	// there already is fault.CodeDuplicate.
	WithholdItem(context.Context, access.Grant[access.WithholdItem], id.Item, func(Knowledge) (Withholding, error)) error
	// FindWithholding gives one withholding of an item that the own domain holds.
	FindWithholding(context.Context, access.Grant[access.ReadWithholding], id.Withholding) (Withholding, error)
	// ListWithholdings gives a page of the withholdings of such an item, newest first, and how many there are.
	ListWithholdings(context.Context, access.Grant[access.ReadWithholding], id.Item, page.Page) ([]Withholding, int, error)
	// ChangeWithholding locks a withholding of an item that the caller's unit holds, lets do assess or end it, and stores it.
	ChangeWithholding(context.Context, access.Grant[access.WithholdItem], id.Withholding, func(*Withholding) error) error
	// ListKept gives a page of what the caller has asked to keep from its guardians in a plan in reach, newest first.
	ListKept(context.Context, access.Grant[access.AddChildView], id.Plan, page.Page) ([]Kept, int, error)
}
