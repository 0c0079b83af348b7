package org

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. All but the caller's own assignments and colleagues is public.
type Store interface {
	ReorganisationStore
	ImportStore
	// ReadDirectory gives every unit, branch and principal, with the places of the caller's today.
	ReadDirectory(context.Context, access.Grant[access.ReadOrg]) (Directory, error)
	// ListPrincipals gives a page of the principals by name, and how many there are in all.
	ListPrincipals(context.Context, access.Grant[access.ReadOrg], page.Page) ([]Principal, int, error)
	// ListUnits gives a page of the units that have a place on a day by name; a zero principal means any.
	ListUnits(context.Context, access.Grant[access.ReadOrg], id.Principal, civil.Date, page.Page) ([]Unit, int, error)
	// ListColleagues gives a page of those who have an assignment at the caller's unit today, a row for each assignment.
	ListColleagues(context.Context, access.Grant[access.ReadOrg], page.Page) ([]Colleague, int, error)
	// ListAssignments gives the caller's own assignments of today.
	ListAssignments(context.Context, access.Grant[access.ReadSelf]) ([]Assignment, error)
	// ClientName tells what the registered client is called through which the caller came; empty when there is none.
	ClientName(context.Context, access.Grant[access.ReadSelf]) (string, error)
}
