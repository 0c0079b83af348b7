package absence

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. One out of the grant's reach is fault.CodeNotFound, exactly as one that does not exist.
type Store interface {
	// EnterAbsence stores one. Fault: duplicate when the person is away then already.
	EnterAbsence(context.Context, access.Grant[access.EnterAbsence], Absence) error
	// ListAbsences gives a page of those in reach, the latest first, and how many there are.
	ListAbsences(context.Context, access.Grant[access.ReadAbsence], page.Page) ([]Absence, int, error)
	// FindAbsence gives one in reach.
	FindAbsence(context.Context, access.Grant[access.ReadAbsence], id.Absence) (Absence, error)
	// EndAbsence locks one in reach, lets do end it, and stores that.
	EndAbsence(context.Context, access.Grant[access.EnterAbsence], id.Absence, func(*Absence) error) error
	// IsColleague tells whether a person has an assignment at the caller's unit today.
	IsColleague(context.Context, access.Grant[access.ReadOrg], id.Person) (bool, error)
}
