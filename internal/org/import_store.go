package org

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
)

// ImportStore is what imports of units need of storage. Those of other principals are not found: fault.CodeNotFound.
type ImportStore interface {
	// StartUnitImport keeps an import that awaits its file.
	StartUnitImport(context.Context, access.Grant[access.ImportUnits], *Import) error
	// ListUnitImports gives a page, newest first, and how many there are in all.
	ListUnitImports(context.Context, access.Grant[access.ReadUnitImport], page.Page) ([]Import, int, error)
	// FindUnitImport gives one.
	FindUnitImport(context.Context, access.Grant[access.ReadUnitImport], id.UnitImport) (Import, error)
	// ListUnitImportRows gives a page of what its rows came to, in the order of the file; no outcome means any.
	ListUnitImportRows(context.Context, access.Grant[access.ReadUnitImport], id.UnitImport, ImportOutcome, page.Page) ([]ImportRow, int, error)
	// ReadInventory reads the own principal's organisation, as files of units are held against it.
	ReadInventory(context.Context, access.Grant[access.ReadUnitImport]) (Inventory, error)
	// CheckUnitImport locks an import, lets do hold the file against the organisation, and keeps what its rows come to.
	CheckUnitImport(context.Context, access.Grant[access.ImportUnits], id.UnitImport, func(*Import) error, func(*Import, Inventory) []ImportRow) (Import, error)
	// ApplyUnitImport locks an import and, if do lets it, makes the organisation what its rows came to;
	// fault.CodeImportOutdated when it is not what they were held against.
	ApplyUnitImport(context.Context, access.Grant[access.ImportUnits], id.UnitImport, func(*Import) error) (Import, error)
}
