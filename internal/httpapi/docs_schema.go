package httpapi

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

type docsSchema struct {
	Name   string
	Limits string
	About  []docsText
	Fields []docsField
}

type docsField struct {
	Name, Limits string
	Type         docsType
	Required     bool
	About        []docsText
}

// docsType names a type; Link is the component that describes it, if there is one.
type docsType struct{ Name, Link string }

func docsSchemas(doc *openapi3.T) []docsSchema {
	var all []docsSchema
	if doc.Components == nil {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(doc.Components.Schemas)) {
		s := doc.Components.Schemas[name].Value
		d := docsSchema{Name: name, About: oneLine(s.Description), Limits: limitsOf(s)}
		for _, field := range slices.Sorted(maps.Keys(s.Properties)) {
			d.Fields = append(d.Fields, docsFieldOf(field, s.Properties[field], slices.Contains(s.Required, field)))
		}
		all = append(all, d)
	}
	return all
}

func docsFieldOf(name string, s *openapi3.SchemaRef, required bool) docsField {
	f := docsField{Name: name, Type: typeName(s), Required: required, About: oneLine(s.Value.Description)}
	if s.Ref == "" {
		f.Limits = limitsOf(s.Value)
	}
	return f
}

func typeName(s *openapi3.SchemaRef) docsType {
	if s.Ref != "" {
		name := componentName(s.Ref)
		return docsType{name, name}
	}
	name := strings.Join(s.Value.Type.Slice(), ", ")
	if s.Value.Type.Is(openapi3.TypeArray) && s.Value.Items != nil {
		item := typeName(s.Value.Items)
		return docsType{"[" + item.Name + "]", item.Link}
	}
	if s.Value.Format != "" {
		name += " (" + s.Value.Format + ")"
	}
	return docsType{name, ""}
}

func componentName(ref string) string { return ref[strings.LastIndex(ref, "/")+1:] }

// limitsOf says in short what a value must keep to.
func limitsOf(s *openapi3.Schema) string {
	var all []string
	say := func(format string, v any) { all = append(all, fmt.Sprintf(format, v)) }
	if len(s.Enum) > 0 {
		var names []string
		for _, v := range s.Enum {
			names = append(names, fmt.Sprint(v))
		}
		say("%s", strings.Join(names, " | "))
	}
	if s.MinLength > 0 {
		say("≥ %d tecken", s.MinLength)
	}
	if s.MaxLength != nil {
		say("≤ %d tecken", *s.MaxLength)
	}
	if s.Min != nil {
		say("≥ %v", *s.Min)
	}
	if s.Max != nil {
		say("≤ %v", *s.Max)
	}
	if s.MinItems > 0 {
		say("≥ %d st", s.MinItems)
	}
	if s.MaxItems != nil {
		say("≤ %d st", *s.MaxItems)
	}
	if s.Pattern != "" {
		say("%s", s.Pattern)
	}
	if s.Default != nil {
		say("utelämnat = %v", s.Default)
	}
	return strings.Join(all, "; ")
}

// docsMediaOf shows the one media type that each body of the contract has.
func docsMediaOf(content openapi3.Content) *docsMedia {
	types := slices.Sorted(maps.Keys(content))
	if len(types) == 0 {
		return nil
	}
	m := content[types[0]]
	d := &docsMedia{Type: types[0]}
	if m.Schema != nil && m.Schema.Ref != "" {
		d.Schema = componentName(m.Schema.Ref)
	}
	if m.Example != nil {
		d.Examples = append(d.Examples, pretty(m.Example))
	}
	for _, name := range slices.Sorted(maps.Keys(m.Examples)) {
		d.Examples = append(d.Examples, pretty(m.Examples[name].Value.Value))
	}
	return d
}

func pretty(v any) string {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil { // read from YAML: always a JSON value
		panic(err)
	}
	return strings.TrimSpace(b.String())
}
