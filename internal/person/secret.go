package person

import (
	"fmt"
	"io"
	"log/slog"
	"unique"
)

const masked = "[masked]"

// mask keeps what it is embedded in from being printed by mistake, so that masking is written once for every type that
// needs it. The content itself must stand behind a pointer: package fmt prints the fields of an unexported field without
// asking their methods, and of a pointer it finds only an address.
type mask struct{}

// secret is a masked text that can be compared: two secrets are equal (==) when their texts are.
type secret struct {
	mask
	handle unique.Handle[string]
}

func hide(text string) secret {
	if text == "" {
		return secret{}
	}
	return secret{handle: unique.Make(text)}
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
func (mask) String() string { return masked }

// GoString gives [masked].
func (mask) GoString() string { return masked }

// Format writes [masked] for every verb, flag and width.
func (mask) Format(f fmt.State, _ rune) {
	_, _ = io.WriteString(f, masked) // fmt.State has no error to give that a formatter could pass on
}

// LogValue gives [masked] to the log.
func (mask) LogValue() slog.Value { return slog.StringValue(masked) }

// MarshalText writes [masked].
func (mask) MarshalText() ([]byte, error) { return []byte(masked), nil }

// MarshalJSON writes "[masked]".
func (mask) MarshalJSON() ([]byte, error) { return []byte(`"` + masked + `"`), nil }
