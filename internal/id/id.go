package id

import (
	"database/sql/driver"
	"errors"
	"fmt"

	"github.com/google/uuid"
)

// ID is an identifier of the thing that K names. The zero value names nothing and is stored as NULL.
type ID[K any] struct{ u uuid.UUID }

var errMalformed = errors.New("malformed id")

// New makes a fresh identifier. It panics when the machine gives no randomness: nothing can go on without it.
func New[K any]() ID[K] { return ID[K]{uuid.Must(uuid.NewV7())} }

// From turns a UUID, for example one that a request carried, into a typed identifier.
func From[K any](u uuid.UUID) ID[K] { return ID[K]{u} }

// Parse reads the usual 36-character form and nothing else.
func Parse[K any](s string) (ID[K], error) {
	if len(s) != 36 {
		return ID[K]{}, errMalformed
	}
	u, err := uuid.Parse(s)
	if err != nil {
		return ID[K]{}, errMalformed
	}
	return ID[K]{u}, nil
}

// MustParse is Parse for constants in tests and demonstration data; it panics on a malformed text.
func MustParse[K any](s string) ID[K] {
	v, err := Parse[K](s)
	if err != nil {
		panic(err)
	}
	return v
}

// UUID gives the bare value, for the wire and for the database driver.
func (v ID[K]) UUID() uuid.UUID { return v.u }

// IsZero tells whether the id names nothing.
func (v ID[K]) IsZero() bool { return v.u == uuid.Nil }

// String gives the 36-character form; the zero id gives the empty text.
func (v ID[K]) String() string {
	if v.IsZero() {
		return ""
	}
	return v.u.String()
}

// MarshalText writes the 36-character form.
func (v ID[K]) MarshalText() ([]byte, error) { return []byte(v.String()), nil }

// UnmarshalText reads the 36-character form; the empty text is the zero id.
func (v *ID[K]) UnmarshalText(b []byte) (err error) {
	if len(b) == 0 {
		*v = ID[K]{}
		return nil
	}
	*v, err = Parse[K](string(b))
	return err
}

// Value stores the id as a UUID, the zero id as NULL.
func (v ID[K]) Value() (driver.Value, error) {
	if v.IsZero() {
		return nil, nil
	}
	return v.u.String(), nil
}

// Scan reads a UUID column; NULL gives the zero id.
func (v *ID[K]) Scan(src any) (err error) {
	switch s := src.(type) {
	case nil:
		*v = ID[K]{}
	case string:
		*v, err = Parse[K](s)
	case []byte:
		*v, err = Parse[K](string(s))
	case [16]byte:
		*v = ID[K]{s}
	default:
		err = fmt.Errorf("scan id from %T", src)
	}
	return err
}
