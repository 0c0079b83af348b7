package care

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Store is what the slice needs of storage. What is out of the grant's reach is fault.CodeNotFound, exactly as what does
// not exist.
type Store interface {
	// ListCareUnits gives a page of the units of some classes in the actor's own plans.
	ListCareUnits(context.Context, access.Grant[access.SetBlock], []access.Class, page.Page) ([]id.Unit, int, error)
	// SetOwnBlock stores the block that make makes, if the unit is in the actor's own plans; else fault.CodeNotAUnit.
	SetOwnBlock(ctx context.Context, g access.Grant[access.SetBlock], unit id.Unit, givers []access.Class, make func() Block) (Block, error)
	// RecordBlock stores a block of the own unit about a child in reach.
	RecordBlock(context.Context, access.Grant[access.SetBlock], Block) error
	// ListBlocks gives a page of the blocks of the own domain's units that a child in reach has set, newest first.
	ListBlocks(context.Context, access.Grant[access.ReadBlock], id.Person, page.Page) ([]Block, int, error)
	// ListOwnBlocks gives a page of the blocks that the actor has set as a child.
	ListOwnBlocks(context.Context, access.Grant[access.ReadBlock], page.Page) ([]Block, int, error)
	// FindBlock gives one block in reach.
	FindBlock(context.Context, access.Grant[access.ReadBlock], id.Block) (Block, error)
	// LiftBlock locks a block of the own unit, or the actor's own, lets do lift it, and stores it.
	LiftBlock(ctx context.Context, g access.Grant[access.LiftBlock], b id.Block, do func(*Block) error) (Block, error)

	// AskEmergency stores an inquiry about whom the number names, and gives it with child and holders.
	AskEmergency(context.Context, access.Grant[access.AskEmergency], Inquiry, person.Identifier) (Inquiry, error)
	// OpenEmergency reads an inquiry of the actor under this assignment, with its holders, and stores what do makes of it.
	OpenEmergency(ctx context.Context, g access.Grant[access.OpenEmergency], i id.EmergencyInquiry, do func(Inquiry) (Access, error)) (Access, error)
	// ListEmergencyItems reads an opening of the actor under this assignment, asks may, and gives a page of its items.
	ListEmergencyItems(ctx context.Context, g access.Grant[access.ReadEmergency], e id.EmergencyAccess, now time.Time, may func(Access) error, p page.Page) ([]Item, int, error)
	// ListEmergencyAccesses gives a page of the openings in reach, newest first, with their reviews.
	ListEmergencyAccesses(context.Context, access.Grant[access.ReadEmergencyAccess], page.Page) ([]Access, int, error)
	// ReviewEmergency reads an opening in reach and stores the review that do makes; fault.CodeDuplicate for a second one
	// by the same person.
	ReviewEmergency(ctx context.Context, g access.Grant[access.ReviewEmergency], e id.EmergencyAccess, do func(Access) (Review, error)) (Review, error)
}
