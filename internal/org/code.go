package org

import (
	"database/sql/driver"
	"errors"
	"fmt"

	"samplan/internal/fault"
)

// code is a checked text. It is embedded, so that printing and storing are written once for all codes.
type code struct{ text string }

// String gives the canonical text; no code gives the empty text.
func (c code) String() string { return c.text }

// IsZero tells whether there is no code.
func (c code) IsZero() bool { return c.text == "" }

// MarshalText writes the canonical text.
func (c code) MarshalText() ([]byte, error) { return []byte(c.text), nil }

// Value stores the canonical text; no code is NULL.
func (c code) Value() (driver.Value, error) {
	if c.IsZero() {
		return nil, nil
	}
	return c.text, nil
}

// The rules that a code can break.
const (
	ruleFormat = "format"
	ruleCheck  = "check-digit"
)

// errStored is no fault: what stands wrong in the database is not the asker's doing.
var errStored = errors.New("not a valid code")

func refuse(rule string) error { return fault.At(fault.CodeIdentifier, "", rule) }

func scan[T any](dst *T, src any, parse func(string) (T, error)) error {
	var text string
	switch s := src.(type) {
	case nil:
		var none T
		*dst = none
		return nil
	case string:
		text = s
	case []byte:
		text = string(s)
	default:
		return fmt.Errorf("scan %T from %T", *dst, src)
	}
	v, err := parse(text)
	if err != nil {
		return fmt.Errorf("scan %T: %w", *dst, errStored)
	}
	*dst = v
	return nil
}

func isDigits(s string, length int) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return len(s) == length
}
