package routine

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"samplan/internal/fault"
)

// What a document may be at most. The longest one that is built in is a tenth of it.
const (
	mostBytes = 200_000
	mostDepth = 12
)

var (
	errDepth = errors.New("nested too deeply")
	errRest  = errors.New("something follows the document")
	errText  = errors.New("too long, or not in UTF-8")
)

// tree reads JSON into maps, slices, texts and numbers. Go's decoder passes over a name that stands twice, and the first
// of the two would be a rule that somebody reads and that does not hold; so names are gathered here, one by one.
type tree struct {
	d      *json.Decoder
	faults []fault.Field
}

func readTree(text string) (any, []fault.Field, error) {
	if len(text) > mostBytes || !utf8.ValidString(text) {
		return nil, nil, errText
	}
	t := tree{d: json.NewDecoder(strings.NewReader(text))}
	t.d.UseNumber()
	v, err := t.value("", 0)
	if err != nil {
		return nil, nil, err
	}
	if _, err := t.d.Token(); !errors.Is(err, io.EOF) {
		return nil, nil, errRest
	}
	return v, t.faults, nil
}

func (t *tree) value(at string, depth int) (any, error) {
	token, err := t.d.Token()
	switch {
	case err != nil:
		return nil, err //nolint:wrapcheck // nobody is told more than that it is not JSON
	case depth > mostDepth:
		return nil, errDepth
	case token == json.Delim('{'):
		return t.object(at, depth)
	case token == json.Delim('['):
		return t.list(at, depth)
	}
	return token, nil
}

func (t *tree) object(at string, depth int) (any, error) {
	all := map[string]any{}
	for t.d.More() {
		token, err := t.d.Token()
		if err != nil {
			return nil, err //nolint:wrapcheck // as above
		}
		name := fmt.Sprint(token) // the decoder takes nothing but a text here
		v, err := t.value(below(at, name), depth+1)
		if err != nil {
			return nil, err
		}
		if _, again := all[name]; again {
			t.faults = append(t.faults, fault.Field{Pointer: below(at, name), Code: "duplicate-key"})
			continue
		}
		all[name] = v
	}
	_, err := t.d.Token()
	return all, err //nolint:wrapcheck // as above
}

func (t *tree) list(at string, depth int) (any, error) {
	all := []any{}
	for n := 0; t.d.More(); n++ {
		v, err := t.value(at+"/"+strconv.Itoa(n), depth+1)
		if err != nil {
			return nil, err
		}
		all = append(all, v)
	}
	_, err := t.d.Token()
	return all, err //nolint:wrapcheck // as above
}

// below points at a member (RFC 6901). A name that no document has could be anything, and an answer repeats nothing of
// what was sent: then it is the object that is pointed at.
func below(at, name string) string {
	if len(name) == 0 || len(name) > 40 || strings.Trim(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") != "" {
		return at
	}
	return at + "/" + name
}
