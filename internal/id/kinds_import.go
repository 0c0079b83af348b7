package id

import "github.com/google/uuid"

// The things that files are read in to.
type (
	unitImportKind     struct{}
	registerImportKind struct{}

	UnitImport     = ID[unitImportKind]
	RegisterImport = ID[registerImportKind]
)

// NewUnitImport, and the others below, make and take the ids of imports of units and of messages of the population register.
func NewUnitImport() UnitImport                   { return New[unitImportKind]() }
func NewRegisterImport() RegisterImport           { return New[registerImportKind]() }
func UnitImportOf(u uuid.UUID) UnitImport         { return From[unitImportKind](u) }
func RegisterImportOf(u uuid.UUID) RegisterImport { return From[registerImportKind](u) }
