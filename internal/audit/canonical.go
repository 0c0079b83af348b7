package audit

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"
)

// Hash is a SHA-256.
type Hash [sha256.Size]byte

var (
	errHash   = errors.New("a hash has 64 hex digits")
	errBytes  = errors.New("a hash has 32 bytes")
	errMoment = errors.New("a moment looks like 2020-12-31T22:59:59.000000Z")
	errMore   = errors.New("there is more after the end")
)

// HashOf takes a hash out of a database column.
func HashOf(b []byte) (h Hash, err error) {
	if len(b) != len(h) {
		return h, errBytes
	}
	copy(h[:], b)
	return h, nil
}

// String gives the hash in hex.
func (h Hash) String() string { return hex.EncodeToString(h[:]) }

// MarshalText writes hex.
func (h Hash) MarshalText() ([]byte, error) { return []byte(h.String()), nil }

// UnmarshalText reads hex.
func (h *Hash) UnmarshalText(b []byte) error {
	if n, err := hex.Decode(h[:], b); len(b) != hex.EncodedLen(len(h)) || err != nil || n != len(h) {
		return errHash
	}
	return nil
}

// Moment is a point in time, as precise as the database keeps it.
type Moment struct{ time.Time }

const moment = "2006-01-02T15:04:05.000000Z"

// At gives a moment in the precision of the log.
func At(t time.Time) Moment { return Moment{t.UTC().Truncate(time.Microsecond)} }

// String gives the moment in UTC.
func (m Moment) String() string { return m.UTC().Format(moment) }

// MarshalText writes the moment in UTC.
func (m Moment) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// MarshalJSON stands before that of the time inside.
func (m Moment) MarshalJSON() ([]byte, error) { return json.Marshal(m.String()) }

// UnmarshalJSON reads what MarshalJSON writes.
func (m *Moment) UnmarshalJSON(b []byte) error {
	var text string
	if err := json.Unmarshal(b, &text); err != nil {
		return errMoment
	}
	return m.UnmarshalText([]byte(text))
}

// UnmarshalText reads what MarshalText writes.
func (m *Moment) UnmarshalText(b []byte) (err error) {
	if m.Time, err = time.Parse(moment, string(b)); err != nil {
		return errMoment
	}
	return nil
}

// canonical writes JSON as RFC 8785 has it. The fields of the types in this package stand in the order of their keys;
// what is left is that Go escapes two separators that JSON does not.
func canonical(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		panic(fmt.Errorf("write the log's own types: %w", err)) // they hold texts and numbers alone
	}
	return unescape(bytes.TrimSuffix(b.Bytes(), []byte("\n")))
}

func unescape(text []byte) []byte {
	if !bytes.Contains(text, []byte(`\u202`)) {
		return text
	}
	out := make([]byte, 0, len(text))
	for i := 0; i < len(text); i++ {
		switch rest := text[i:]; {
		case bytes.HasPrefix(rest, []byte(`\u2028`)):
			out = append(out, "\u2028"...)
			i += 5
		case bytes.HasPrefix(rest, []byte(`\u2029`)):
			out = append(out, "\u2029"...)
			i += 5
		case rest[0] == '\\': // what follows belongs to it
			out = append(out, rest[:2]...)
			i++
		default:
			out = append(out, rest[0])
		}
	}
	return out
}

// read takes JSON that this package wrote. What does not read back as the same bytes was written by somebody else.
func read(text []byte, v any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("read JSON: %w", err)
	}
	if _, err := d.Token(); !errors.Is(err, io.EOF) {
		return errMore
	}
	return nil
}

// hashOf is the hash of a thing under its name.
func hashOf(name string, v any) Hash { return sha256.Sum256(named(name, v)) }

func named(name string, v any) []byte {
	return under(name, canonical(v))
}
