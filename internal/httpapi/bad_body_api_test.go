package httpapi_test

import (
	"encoding/json"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// gone stands for a member that is left out.
type gone struct{}

// badBodies walks the schema of the request and breaks every rule that it states, one at a time.
func badBodies(s sample) []bad {
	if s.doc == nil {
		return nil
	}
	text, err := json.Marshal(s.doc)
	if err != nil {
		panic(err)
	}
	var b breaker
	if err := json.Unmarshal(text, &b.good); err != nil {
		panic(err)
	}
	b.object(s.body(), s.doc, nil)
	return b.all
}

// breaker collects bodies that differ from a good one in one place.
type breaker struct {
	good any
	all  []bad
}

// put puts a value at a path; the answer must point there, or for gone and unknown members at what holds them.
func (b *breaker) put(rule string, path []string, value any, pointer string) {
	name := "/" + strings.Join(path, "/")
	if pointer == "" {
		pointer = name
	}
	b.all = append(b.all, bad{rule: name + " " + rule, body: placed(b.good, path, value), pointer: pointer})
}

// placed is a body with a value at a path. What lies beside the path is shared with the body that it is made from.
func placed(at any, path []string, value any) any {
	put := func(old any) any {
		if len(path) > 1 {
			return placed(old, path[1:], value)
		}
		return value
	}
	switch in := at.(type) {
	case object:
		out := maps.Clone(in)
		if out[path[0]] = put(in[path[0]]); out[path[0]] == any(gone{}) {
			delete(out, path[0])
		}
		return out
	case []any:
		n, err := strconv.Atoi(path[0])
		if err != nil {
			panic(err)
		}
		out := slices.Clone(in)
		out[n] = put(in[n])
		return out
	}
	return at
}

func (b *breaker) object(s *openapi3.Schema, value object, path []string) {
	for _, unknown := range []string{canary, "id", "version", "__proto__"} {
		if s.Properties[unknown] == nil {
			b.put("unknown", join(path, unknown), 1, "*")
		}
	}
	for name, p := range s.Properties {
		at := join(path, name)
		if slices.Contains(s.Required, name) {
			b.put("left out", at, gone{}, "*")
		}
		b.put("upper case", join(path, strings.ToUpper(name)), value[name], "*")
		b.value(p.Value, value[name], at)
	}
}

func join(path []string, name string) []string { return append(slices.Clone(path), name) }

// value breaks a value by type, then by the rules of its type.
func (b *breaker) value(s *openapi3.Schema, value any, path []string) {
	wrong := map[string]any{"null": nil, "list": []any{[]any{}}, "number": -17.5, "object": object{canary: canary}, "text": canary + "\t", "truth": true}
	switch {
	case s.Type.Is("string"):
		delete(wrong, "text")
	case s.Type.Is("boolean"):
		delete(wrong, "truth")
	case s.Type.Is("object"):
		delete(wrong, "object")
	}
	for kind, v := range wrong {
		pointer := ""
		if kind == "list" {
			pointer = "*"
		}
		b.put(kind, path, v, pointer)
	}
	switch {
	case s.Type.Is("string"):
		b.text(s, path)
	case s.Type.Is("array"):
		b.list(s, value, path)
	case s.Type.Is("object"):
		if in, ok := value.(object); ok {
			b.object(s, in, path)
		}
	}
}

func (b *breaker) list(s *openapi3.Schema, value any, path []string) {
	items, _ := value.([]any)
	if of, ok := value.([]object); ok {
		for _, o := range of {
			items = append(items, o)
		}
	}
	if len(items) == 0 {
		return
	}
	if s.MaxItems != nil {
		b.put("too many", path, slices.Repeat(items[:1], int(*s.MaxItems)+1), "") //nolint:gosec // G115: the contract's limits fit
	}
	if s.MinItems > 0 {
		b.put("too few", path, []any{}, "")
	}
	if s.UniqueItems {
		b.put("twice", path, []any{items[0], items[0]}, "")
	}
	b.value(s.Items.Value, items[0], join(path, "0"))
}

func (b *breaker) text(s *openapi3.Schema, path []string) {
	switch {
	case len(s.Enum) > 0:
		one := s.Enum[0].(string)
		otherCase := strings.ToUpper(one)
		if otherCase == one {
			otherCase = strings.ToLower(one)
		}
		for _, v := range []string{canary, "", otherCase, one + " "} {
			b.put("enum", path, v, "")
		}
		return
	case s.Format == "uuid":
		for _, v := range []string{canary, "", "00000000-0000-0000-0000-000000000000", "{" + madeUp + "}", strings.ReplaceAll(madeUp, "-", ""), madeUp + " "} {
			b.put("id", path, v, "")
		}
	case s.Format == "date":
		for _, v := range []string{canary, "", "2020-02-30", "2021-02-29", "20201215", "2020-12-15T00:00:00Z", "0000-00-00", "1700-01-01", "9999-12-31", "2020-1-1"} {
			b.put("date", path, v, "")
		}
	}
	if s.MaxLength != nil {
		b.put("too long", path, canary+strings.Repeat("å", int(*s.MaxLength)), "") //nolint:gosec // G115: the contract's limits fit
	}
	if s.MinLength > 0 {
		b.put("empty", path, "", "")
	}
	if s.Pattern == `\S` {
		b.put("blank", path, " \n\t ", "")
	}
}
