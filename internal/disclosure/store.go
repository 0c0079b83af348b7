package disclosure

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
	// DiscloseItem locks an item that the caller's unit holds, lets do decide, and stores the disclosure.
	DiscloseItem(context.Context, access.Grant[access.DiscloseItem], id.Item, Draft, func(Knowledge) (Disclosure, error)) error
	// FindDisclosure gives one disclosure in reach, of an item in reach.
	FindDisclosure(context.Context, access.Grant[access.ReadDisclosure], id.Disclosure) (Disclosure, error)
	// ListDisclosures gives a page of the disclosures in reach of an item in reach, newest first, and how many there are.
	ListDisclosures(context.Context, access.Grant[access.ReadDisclosure], id.Item, page.Page) ([]Disclosure, int, error)
	// EndDisclosure locks a disclosure that the caller's unit decided, lets do end it, and stores it.
	EndDisclosure(context.Context, access.Grant[access.DiscloseItem], id.Disclosure, func(*Disclosure) error) error
}
