package person

import (
	"database/sql/driver"

	"samplan/internal/civil"
	"samplan/internal/fault"
)

// IdentifierType says what sort of identifier it is. The set is closed; the zero value is no type.
type IdentifierType struct{ name string }

// The types of identifier.
var (
	Personnummer      = IdentifierType{"personnummer"}
	Samordningsnummer = IdentifierType{"samordningsnummer"}
	NRID              = IdentifierType{"nationellt-reserv-id"}
	LocalReserve      = IdentifierType{"lokalt-reserv-id"}
)

// form is what a type demands: parse gives the canonical text, birth the day that a canonical text proposes.
type form struct {
	oid   string
	parse func(text string, today civil.Date) (string, error)
	birth func(canonical string) (civil.Date, bool)
}

var forms = map[IdentifierType]form{
	Personnummer:      {"1.2.752.129.2.1.3.1", parsePersonnummer, birthOfPersonnummer},
	Samordningsnummer: {"1.2.752.129.2.1.3.3", parseSamordningsnummer, birthOfSamordningsnummer},
	NRID:              {"1.2.752.74.9.1", parseNRID, birthOfNRID},
	LocalReserve:      {"", parseLocalReserve, birthOfLocalReserve}, // each region has its own: see Identifier.OID
}

// ParseIdentifierType reads the name of a type.
func ParseIdentifierType(name string) (IdentifierType, error) {
	t := IdentifierType{name}
	if _, known := forms[t]; !known {
		return IdentifierType{}, fault.At(fault.CodeIdentifier, "", "type")
	}
	return t, nil
}

// String gives the name of the type.
func (t IdentifierType) String() string { return t.name }

// OID gives the object identifier under which the type is known between systems; empty for local reserve ids, where
// it depends on the region.
func (t IdentifierType) OID() string { return forms[t].oid }

// MarshalText writes the name of the type.
func (t IdentifierType) MarshalText() ([]byte, error) { return []byte(t.name), nil }

// Value stores the name of the type; no type is refused.
func (t IdentifierType) Value() (driver.Value, error) { return enumValue(t.name) }

// Scan reads the name of a type; NULL is refused.
func (t *IdentifierType) Scan(src any) error { return scanEnum(t, src, ParseIdentifierType) }
