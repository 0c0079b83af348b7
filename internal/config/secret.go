package config

import (
	"fmt"
	"io"
	"log/slog"
	"unique"
)

const masked = "[masked]"

// Secret is a text that never prints itself. It stands behind a handle, of which fmt finds only an address even inside
// unexported fields, whose methods it does not ask.
type Secret struct{ text unique.Handle[string] }

// NewSecret hides a text; the empty text is no secret.
func NewSecret(text string) Secret {
	if text == "" {
		return Secret{}
	}
	return Secret{unique.Make(text)}
}

// Reveal gives the text, for the one that needs it to connect.
func (s Secret) Reveal() string {
	if s.IsZero() {
		return ""
	}
	return s.text.Value()
}

// IsZero tells whether there is none.
func (s Secret) IsZero() bool { return s == Secret{} }

// UnmarshalText reads a secret from the environment.
func (s *Secret) UnmarshalText(b []byte) error {
	*s = NewSecret(string(b))
	return nil
}

// String hides the text.
func (s Secret) String() string { return masked }

// Format hides the text from every verb of fmt. The result of the write is fmt's own business.
func (s Secret) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, masked) }

// LogValue hides the text from the log.
func (s Secret) LogValue() slog.Value { return slog.StringValue(masked) }

// MarshalText hides the text from JSON and every other text encoding.
func (s Secret) MarshalText() ([]byte, error) { return []byte(masked), nil }
