package id

import "github.com/google/uuid"

// The things that files are read in to.
type (
	unitImportKind struct{}

	UnitImport = ID[unitImportKind]
)

// NewUnitImport and UnitImportOf make and take the ids of imports of units.
func NewUnitImport() UnitImport           { return New[unitImportKind]() }
func UnitImportOf(u uuid.UUID) UnitImport { return From[unitImportKind](u) }
