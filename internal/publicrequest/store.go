package publicrequest

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/routine"
)

// Store is what the slice needs of storage. A row out of the grant's reach is fault.CodeNotFound, exactly as one that does not
// exist. Items are read within the reach of their own grant, and only those that the own unit holds.
type Store interface {
	// IsHeld tells whether the caller's unit holds an item that the caller may read; fault.CodeNotFound for others.
	IsHeld(context.Context, access.Grant[access.ReadItem], id.Item) (bool, error)
	// RegisterPublicRequest stores a request.
	RegisterPublicRequest(context.Context, access.Grant[access.RegisterPublicRequest], Request) error
	// FindPublicRequest gives one, with those of its items that are in reach.
	FindPublicRequest(context.Context, access.Grant[access.ReadPublicRequest], access.Grant[access.ReadItem], id.PublicRequest) (Request, error)
	// ListPublicRequests gives a page, those that wait first and then the latest first, without items.
	ListPublicRequests(context.Context, access.Grant[access.ReadPublicRequest], page.Page) ([]Request, int, error)
	// ListPublicItem locks a request, asks do whether it takes more, and adds an item; one that is there is fault.CodeDuplicate.
	ListPublicItem(context.Context, access.Grant[access.AssessPublicRequest], id.PublicRequest, id.Item, func(Request) error) error
	// AssessPublicItem locks a request, lets do test one of its items in reach, and stores the test.
	AssessPublicItem(context.Context, access.Grant[access.AssessPublicRequest], access.Grant[access.ReadItem], id.PublicRequest, id.Item,
		func(Request, Listed) (Assessment, error)) error
	// DecidePublicRequest locks a request, lets do decide it with its items in view, and stores what leaves.
	DecidePublicRequest(context.Context, access.Grant[access.DecidePublicRequest], access.Grant[access.ReadItem], id.PublicRequest, func(*Request) error) error
	// FindGiven gives a request and what has left of its items, as it left.
	FindGiven(context.Context, access.Grant[access.ReadPublicRequest], id.PublicRequest) (Request, error)
	// ListDataHolders gives a page of units that the family may ask, by name.
	ListDataHolders(context.Context, access.Grant[access.ReadDataExtract], page.Page) ([]Holder, int, error)
	// AskDataExtract stores an extract of the caller's, and lists what staff of the unit wrote and the caller may not read.
	AskDataExtract(context.Context, access.Grant[access.AskDataExtract], access.Grant[access.ReadItem], Request) (Request, error)
	// ExtendDataExtract locks an extract, lets do extend it by the routine of the own principal, and stores that.
	ExtendDataExtract(context.Context, access.Grant[access.DecidePublicRequest], id.PublicRequest, func(*Request, *routine.Profile) error) error
	// ListDataExtracts gives a page of the caller's, the latest first.
	ListDataExtracts(context.Context, access.Grant[access.ReadDataExtract], page.Page) ([]Request, int, error)
	// FindDataExtract gives one with what was decided to leave, and its holder.
	FindDataExtract(context.Context, access.Grant[access.ReadDataExtract], id.PublicRequest) (Request, Holder, error)
}
