package person

import (
	"samplan/internal/civil"
	"samplan/internal/fault"
)

// Identifier is a checked identifier of a person. It masks itself and can be compared with ==. It is not a
// driver.Valuer on purpose: the store names Reveal where it passes the value on.
type Identifier struct {
	kind IdentifierType
	secret
}

// The rules that an identifier can break. They stand in the fault; the value never does.
const (
	ruleFormat = "format"      // wrong characters, wrong length, or a shape that the type does not have
	ruleDate   = "date"        // no such day, or a day that cannot be a birthday today
	ruleCheck  = "check-digit" // the digits do not belong together
)

func refuse(rule string) error { return fault.At(fault.CodeIdentifier, "", rule) }

// ParseIdentifier reads an identifier of type t as people and systems write it. The day decides the century of a
// number with two-digit years, and no birthday may lie after it.
func ParseIdentifier(t IdentifierType, text string, today civil.Date) (Identifier, error) {
	f, known := forms[t]
	if !known {
		return Identifier{}, refuse("type")
	}
	canonical, err := f.parse(text, today)
	if err != nil {
		return Identifier{}, err
	}
	return Identifier{t, hide(canonical)}, nil
}

// endOfTime lets RestoreIdentifier accept whatever day was today when the identifier was stored.
var endOfTime = civil.New(9999, 12, 31)

// RestoreIdentifier reads back what Reveal gave to the store. An identifier that has gone wrong there is our own
// mistake, so the fault is internal.
func RestoreIdentifier(t IdentifierType, canonical string) (Identifier, error) {
	i, err := ParseIdentifier(t, canonical, endOfTime)
	if err == nil && i.Reveal() != canonical {
		err = refuse(ruleFormat)
	}
	if err != nil {
		return Identifier{}, fault.Wrap(fault.CodeInternal, err)
	}
	return i, nil
}

// Type tells what sort of identifier it is.
func (i Identifier) Type() IdentifierType { return i.kind }

// OID gives the object identifier of its type. A local reserve id tells its region only when it has the shape of
// Region Stockholm's; else the OID is empty and must come from where the identifier came from.
func (i Identifier) OID() string {
	if i.kind == LocalReserve && isStockholm(i.Reveal()) {
		return stockholmOID
	}
	return i.kind.OID()
}

// BirthDate gives the day of birth that the identifier proposes; false when it proposes none. It is no more than a
// proposal: when the numbers of a day have run out a neighbouring day is used, and a coordination number or a reserve
// id may rest on what the person said. The true day of birth is kept on its own.
func (i Identifier) BirthDate() (civil.Date, bool) {
	f, known := forms[i.kind]
	if !known {
		return civil.Date{}, false
	}
	return f.birth(i.Reveal())
}
