// Package enum makes closed sets of names whose values nobody outside their package can invent.
package enum

import (
	"database/sql/driver"
	"errors"
	"fmt"
)

// Value is one name of the set K. The zero value is none of them and is stored as NULL.
type Value[K any] struct{ name string }

// Set is a closed set of names, in order.
type Set[K any] struct{ values []Value[K] }

var errUnknown = errors.New("not one of the set")

// Of makes the set K.
func Of[K any](names ...string) Set[K] {
	s := Set[K]{make([]Value[K], len(names))}
	for i, n := range names {
		s.values[i] = Value[K]{n}
	}
	return s
}

// Parse finds a value by name.
func (s Set[K]) Parse(name string) (Value[K], error) {
	for _, v := range s.values {
		if v.name == name {
			return v, nil
		}
	}
	return Value[K]{}, errUnknown
}

// Must is Parse for the constants of a package; it panics on a name that is not of the set.
func (s Set[K]) Must(name string) Value[K] {
	v, err := s.Parse(name)
	if err != nil {
		panic(fmt.Errorf("%w: %s", err, name))
	}
	return v
}

// Values lists the set in order.
func (s Set[K]) Values() []Value[K] { return append([]Value[K](nil), s.values...) }

// String gives the name.
func (v Value[K]) String() string { return v.name }

// IsZero tells whether it is none of the set.
func (v Value[K]) IsZero() bool { return v.name == "" }

// MarshalText writes the name.
func (v Value[K]) MarshalText() ([]byte, error) { return []byte(v.name), nil }

// Value stores the name; none is NULL.
func (v Value[K]) Value() (driver.Value, error) {
	if v.name == "" {
		return nil, nil
	}
	return v.name, nil
}

// Scan reads a column that a CHECK keeps to the set; NULL is none.
func (v *Value[K]) Scan(src any) error {
	switch s := src.(type) {
	case nil:
		v.name = ""
	case string:
		v.name = s
	case []byte:
		v.name = string(s)
	default:
		return fmt.Errorf("scan enum from %T", src)
	}
	return nil
}
