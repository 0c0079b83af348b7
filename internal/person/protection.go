package person

import (
	"database/sql/driver"
	"slices"

	"samplan/internal/fault"
)

// Protection is how far a person's data are protected (R31). The set is closed and ordered. The zero value is no
// level: it cannot be stored, and it counts as the strictest, so that a forgotten level opens nothing.
type Protection struct{ name string }

// The levels of protection, from none to strictest. Of an assumed identity no link to the former one is ever stored
// (R32).
var (
	NoProtection          = Protection{"none"}
	ConfidentialityMarked = Protection{"confidentiality-marking"}
	ProtectedRegistration = Protection{"protected-registration"}
	AssumedIdentity       = Protection{"assumed-identity"}
)

var levels = []Protection{NoProtection, ConfidentialityMarked, ProtectedRegistration, AssumedIdentity}

// ParseProtection reads the name of a level.
func ParseProtection(name string) (Protection, error) {
	p := Protection{name}
	if !slices.Contains(levels, p) {
		return Protection{}, fault.At(fault.CodeInvalid, "", "protection")
	}
	return p, nil
}

// Level gives the place in the order, 0 for none to 3 for an assumed identity.
func (p Protection) Level() int {
	if i := slices.Index(levels, p); i >= 0 {
		return i
	}
	return len(levels) - 1
}

// AtLeast tells whether p protects as much as o or more.
func (p Protection) AtLeast(o Protection) bool { return p.Level() >= o.Level() }

// String gives the name of the level.
func (p Protection) String() string { return p.name }

// MarshalText writes the name of the level.
func (p Protection) MarshalText() ([]byte, error) { return []byte(p.name), nil }

// Value stores the name of the level; no level is refused.
func (p Protection) Value() (driver.Value, error) { return enumValue(p.name) }

// Scan reads the name of a level; NULL is refused.
func (p *Protection) Scan(src any) error { return scanEnum(p, src, ParseProtection) }
