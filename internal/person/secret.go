package person

import (
	"fmt"
	"io"
	"log/slog"
	"unique"
)

const masked = "[masked]"

// secret keeps a text from being printed by mistake. Two secrets are equal (==) when their texts are.
// It is embedded, so that masking is written once for every type that needs it.
type secret struct{ handle unique.Handle[string] }

func hide(text string) secret {
	if text == "" {
		return secret{}
	}
	return secret{unique.Make(text)}
}

// Reveal gives the true text. It is for the wire mapping and for the parameters of the store, never for a log.
func (s secret) Reveal() string {
	if s.IsZero() {
		return ""
	}
	return s.handle.Value()
}

// IsZero tells whether there is no text.
func (s secret) IsZero() bool { return s == secret{} }

// String gives [masked].
func (s secret) String() string { return masked }

// GoString gives [masked].
func (s secret) GoString() string { return masked }

// Format writes [masked] for every verb, flag and width.
func (s secret) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, masked) // fmt.State has no error to give that a formatter could pass on
}

// LogValue gives [masked] to the log.
func (s secret) LogValue() slog.Value { return slog.StringValue(masked) }

// MarshalText writes [masked].
func (s secret) MarshalText() ([]byte, error) { return []byte(masked), nil }

// MarshalJSON writes "[masked]".
func (s secret) MarshalJSON() ([]byte, error) { return []byte(`"` + masked + `"`), nil }
