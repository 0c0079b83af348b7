package httpapi

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"slices"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"

	"samplan/internal/fault"
	"samplan/internal/letters"
)

// maxDepth is deeper than any body of the contract.
const maxDepth = 16

// jsonReader builds a JSON value for the contract while it checks what JSON parsers forgive: doubled names, text after the
// end, broken UTF-8 and lone surrogates (jsontext refuses these), characters that hide or turn text (we do).
type jsonReader struct {
	*jsontext.Decoder
	composed bool // some text was not in NFC and is now
}

// parse gives the body as a value and as the bytes that handlers get: the same, with every text in NFC. The two spellings
// of "é" must not make two names of one person.
func (c *contract) parse(sent []byte) (value any, body []byte, err error) {
	if !utf8.Valid(sent) {
		return nil, nil, fault.At(fault.CodeEncoding, "", "utf-8")
	}
	r := &jsonReader{Decoder: jsontext.NewDecoder(bytes.NewBuffer(sent))}
	if value, err = r.value(); err == nil {
		err = r.end()
	}
	if err != nil {
		return nil, nil, c.encodingFault(r, err)
	}
	if !r.composed {
		return value, sent, nil
	}
	body, err = json.Marshal(value)
	return value, body, err
}

func (r *jsonReader) value() (any, error) {
	if r.StackDepth() > maxDepth {
		return nil, errDepth
	}
	t, err := r.ReadToken()
	if err != nil {
		return nil, err
	}
	switch t.Kind() {
	case '{':
		return r.object()
	case '[':
		return r.array()
	case '"':
		return r.text(t)
	case '0':
		return json.Number(t.String()), nil
	case 'n':
		return nil, nil
	default: // true or false: the decoder refuses whatever begins no value
		return t.Bool(), nil
	}
}

func (r *jsonReader) object() (any, error) {
	members := make(map[string]any)
	for r.PeekKind() != '}' {
		t, err := r.ReadToken()
		if err != nil {
			return nil, err
		}
		name, err := r.text(t)
		if err != nil {
			return nil, err
		}
		if _, twice := members[name]; twice { // equal only once both are in NFC
			return nil, jsontext.ErrDuplicateName
		}
		if members[name], err = r.value(); err != nil {
			return nil, err
		}
	}
	_, err := r.ReadToken()
	return members, err
}

func (r *jsonReader) array() (any, error) {
	items := []any{}
	for r.PeekKind() != ']' {
		v, err := r.value()
		if err != nil {
			return nil, err
		}
		items = append(items, v)
	}
	_, err := r.ReadToken()
	return items, err
}

func (r *jsonReader) end() error {
	_, err := r.ReadToken()
	if errors.Is(err, io.EOF) {
		return nil
	}
	return errTrailing
}

// The reasons to refuse a body that JSON itself would allow; their words are the rules' codes.
var (
	errTrailing = errors.New("trailing-data")
	errDepth    = errors.New("too-deep")
)

func (r *jsonReader) text(t jsontext.Token) (string, error) {
	sent := t.String()
	s, err := letters.Read(sent)
	r.composed = r.composed || err == nil && s != sent
	return s, err
}

func (c *contract) encodingFault(r *jsonReader, err error) error {
	var s *jsontext.SyntacticError
	pointer, rule := string(r.StackPointer()), "syntax"
	switch {
	case errors.Is(err, jsontext.ErrDuplicateName):
		rule = "duplicate-name"
	case slices.Contains([]error{errTrailing, errDepth, letters.ErrControl, letters.ErrDirection}, err):
		rule = err.Error()
	}
	if errors.As(err, &s) {
		pointer = string(s.JSONPointer)
	}
	return fault.At(fault.CodeEncoding, c.known(pointer), rule)
}
