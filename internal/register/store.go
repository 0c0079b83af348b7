package register

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Store is what the slice needs of storage. Imports of other units are not found: fault.CodeNotFound.
type Store interface {
	// StartRegisterImport keeps an import that awaits its file.
	StartRegisterImport(context.Context, access.Grant[access.ReadRegister], *Import) error
	// ListRegisterImports gives a page of the own unit's, newest first, and how many there are in all.
	ListRegisterImports(context.Context, access.Grant[access.ReadRegister], page.Page) ([]Import, int, error)
	// FindRegisterImport gives one.
	FindRegisterImport(context.Context, access.Grant[access.ReadRegister], id.RegisterImport) (Import, error)
	// ListRegisterRows gives a page of what its rows came to, in the order of the file; no outcome means any.
	ListRegisterRows(context.Context, access.Grant[access.ReadRegister], id.RegisterImport, Outcome, page.Page) ([]Row, int, error)
	// CheckRegisterImport locks an import, lets do take its file, and keeps what its rows come to.
	CheckRegisterImport(context.Context, access.Grant[access.ReadRegister], id.RegisterImport, func(*Import) error, func(*Import, Knowledge) []Row) (Import, error)
	// ApplyRegisterImport locks an import and, if do lets it, makes what the unit knows what its rows came to, for the given reason;
	// fault.CodeImportOutdated when the unit knows something else by now than what they were held against.
	ApplyRegisterImport(context.Context, access.Grant[access.ReadRegister], id.RegisterImport, person.Text, func(*Import) error) (Import, error)
}
