package person

import (
	"database/sql/driver"
	"fmt"
)

// Text is a text about a person that masks itself, such as a name. The zero value is no text and is stored as NULL.
// A page of plans makes hundreds of texts, so none is interned: two of them are compared by Equal, and == does not compile.
type Text struct {
	mask
	_    [0]func() // no ==: it would compare places, not texts
	text *string
}

// NewText hides a text.
func NewText(text string) Text {
	if text == "" {
		return Text{}
	}
	return Text{text: &text}
}

// Reveal gives the true text. It is for the wire mapping and for the parameters of the store, never for a log.
func (t Text) Reveal() string {
	if t.text == nil {
		return ""
	}
	return *t.text
}

// IsZero tells whether there is no text.
func (t Text) IsZero() bool { return t.text == nil }

// Equal tells whether two texts are the same.
func (t Text) Equal(o Text) bool { return t.Reveal() == o.Reveal() }

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
func (n Name) IsZero() bool { return n.Given.IsZero() && n.Family.IsZero() }
