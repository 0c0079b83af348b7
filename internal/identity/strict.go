package identity

import (
	"bytes"
	"io"
	"strings"
	"unicode"

	"github.com/go-json-experiment/json/jsontext"
)

// object is a JSON object in which no name occurs twice, in whatever upper and lower case.
type object map[string]jsontext.Value

// readObject reads one JSON object and nothing after it. The decoder refuses duplicate names and invalid UTF-8 at every
// depth; names that differ only in case are refused here, since encoding/json, which go-oidc uses, takes them for one.
func readObject(raw []byte) (object, error) {
	d := jsontext.NewDecoder(bytes.NewReader(raw))
	if t, err := d.ReadToken(); err != nil || t.Kind() != '{' {
		return nil, errJSON
	}
	all, seen := object{}, map[string]bool{}
	for d.PeekKind() != '}' {
		name, value, err := readMember(d)
		if err != nil {
			return nil, errJSON
		}
		if seen[fold(name)] {
			return nil, errVariant
		}
		seen[fold(name)] = true
		all[name] = value
	}
	if _, err := d.ReadToken(); err != nil {
		return nil, errJSON
	}
	if _, err := d.ReadToken(); err != io.EOF { //nolint:errorlint // the decoder gives io.EOF itself, as its contract says
		return nil, errJSON
	}
	return all, nil
}

func readMember(d *jsontext.Decoder) (string, jsontext.Value, error) {
	t, err := d.ReadToken()
	if err != nil {
		return "", nil, err
	}
	name := t.String()
	value, err := d.ReadValue()
	return name, value.Clone(), err
}

func (o object) has(name string) bool { return o[name] != nil }

// spellings are the right spellings of the names that have a meaning, by their folded form.
type spellings map[string]string

func spell(lists ...[]string) spellings {
	s := spellings{}
	for _, names := range lists {
		for _, name := range names {
			s[fold(name)] = name
		}
	}
	return s
}

// check refuses an object that has one of the names in another spelling.
func (s spellings) check(o object) error {
	for name := range o {
		if right, known := s[fold(name)]; known && right != name {
			return errVariant
		}
	}
	return nil
}

// fold maps all spellings of a name that encoding/json takes for the same to one, for example K and the Kelvin sign.
func fold(name string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for f := unicode.SimpleFold(r); f != r; f = unicode.SimpleFold(f) {
			least = min(least, f)
		}
		return least
	}, name)
}
