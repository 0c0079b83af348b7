package person

import (
	"database/sql/driver"
	"fmt"
)

// Text is a text about a person that masks itself, such as a name. The zero value is no text and is stored as NULL.
type Text struct{ secret }

// NewText hides a text.
func NewText(text string) Text { return Text{hide(text)} }

// Value stores the true text; no text is NULL.
func (t Text) Value() (driver.Value, error) {
	if t.IsZero() {
		return nil, nil
	}
	return t.Reveal(), nil
}

// Scan reads a text column; NULL is no text.
func (t *Text) Scan(src any) error {
	switch s := src.(type) {
	case nil:
		*t = Text{}
	case string:
		*t = NewText(s)
	case []byte:
		*t = NewText(string(s))
	default:
		return fmt.Errorf("scan text from %T", src)
	}
	return nil
}

// Name is what a person is called. Its parts mask themselves.
type Name struct{ Given, Family Text }

// NewName hides a given name and a family name.
func NewName(given, family string) Name { return Name{NewText(given), NewText(family)} }

// Reveal gives the true names.
func (n Name) Reveal() (given, family string) { return n.Given.Reveal(), n.Family.Reveal() }

// IsZero tells whether there is no name at all.
func (n Name) IsZero() bool { return n == Name{} }
