package session

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"unique"
)

const masked = "[masked]"

var errIdentifier = errors.New("an identifier is 12 digits")

// Identifier is the number that a citizen issuer vouches for. It masks itself wherever it is printed; package person
// judges later whether the number can exist.
//
// The digits stand behind a handle and not in a string: fmt prints the bare content of an unexported field without
// asking its methods, and of a handle it finds only an address. Two equal numbers still compare equal.
type Identifier struct{ digits unique.Handle[string] }

// NewIdentifier takes 12 digits and nothing else. Its error never carries the text.
func NewIdentifier(text string) (Identifier, error) {
	if len(text) != 12 {
		return Identifier{}, errIdentifier
	}
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return Identifier{}, errIdentifier
		}
	}
	return Identifier{unique.Make(text)}, nil
}

// IsZero tells whether there is no number.
func (i Identifier) IsZero() bool { return i == Identifier{} }

// Reveal gives the 12 digits, or the empty text when there is no number. It is for finding the person, nothing else.
func (i Identifier) Reveal() string {
	if i.IsZero() {
		return ""
	}
	return i.digits.Value()
}

// String hides the number.
func (i Identifier) String() string { return masked }

// Format hides the number from every verb of fmt. The result of the write is fmt's own business.
func (i Identifier) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, masked) }

// LogValue hides the number from the log.
func (i Identifier) LogValue() slog.Value { return slog.StringValue(masked) }

// MarshalText hides the number from JSON and every other text encoding.
func (i Identifier) MarshalText() ([]byte, error) { return []byte(masked), nil }
