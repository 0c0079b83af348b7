package httpapi

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/labstack/echo/v4"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

const (
	keyHeader        = "Idempotency-Key"
	assignmentHeader = "Samplan-Assignment"
	maxFields        = 50 // a body can be wrong in more ways than anybody reads
)

var errFormat = errors.New("does not have its format")

// visiting is how values are held against schemas: every fault, no value in any text, formats taken seriously.
var visiting = []openapi3.SchemaValidationOption{
	openapi3.VisitAsRequest(), openapi3.MultiErrors(), openapi3.DisableSchemaErrorDetails(),
	openapi3.WithStringFormatValidators(map[string]openapi3.StringFormatValidator{
		"uuid":      openapi3.NewCallbackValidator(isUUID),
		"date":      openapi3.NewCallbackValidator(isDate),
		"date-time": openapi3.NewCallbackValidator(isTime),
	}),
}

// isUUID refuses the nil UUID too: an id always names something.
func isUUID(s string) error {
	if v, err := id.Parse[struct{}](s); err != nil || v.IsZero() {
		return errFormat
	}
	return nil
}

// isDate takes real days of the centuries that people alive, and plans, can touch.
func isDate(s string) error {
	if d, err := civil.Parse(s); err != nil || d.Year() < 1850 || d.Year() > 2200 {
		return errFormat
	}
	return nil
}

func isTime(s string) error {
	if _, err := time.Parse(time.RFC3339, s); err != nil {
		return errFormat
	}
	return nil
}

// validate holds the request against its operation in the contract.
func (s *Server) validate(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		code, faults := fault.CodeMalformed, checks{}
		query, err := url.ParseQuery(k.Request().URL.RawQuery)
		if err != nil {
			return fault.At(fault.CodeMalformed, "", "query")
		}
		faults.query(k.operation, query)
		for _, p := range k.operation.params {
			faults.parameter(k, p, query)
		}
		if slices.Contains(faults, keyMissing) {
			code = fault.CodeKeyRequired
		}
		if err := faults.body(k); err != nil {
			return err
		}
		if len(faults) > 0 {
			return fault.New(code, faults[:min(len(faults), maxFields)]...)
		}
		if k.operation.isKept {
			k.key = k.Request().Header.Get(keyHeader)
		}
		_ = k.assignment.UnmarshalText([]byte(k.Request().Header.Get(assignmentHeader))) // the contract has checked its form
		return next(k)
	}
}

var keyMissing = fault.Field{Pointer: keyHeader, Code: "required"}

// checks collects what is wrong.
type checks []fault.Field

func (f *checks) add(pointer, rule string) {
	*f = append(*f, fault.Field{Pointer: pointer, Code: rule})
}

// query refuses parameters that the operation does not have. Their names are the client's own and are not repeated.
func (f *checks) query(o *operation, query url.Values) {
	known := 0
	for _, p := range o.params {
		if p.In == openapi3.ParameterInQuery && query.Has(p.Name) {
			known++
		}
	}
	if known < len(query) {
		f.add("", "unknown-parameter")
	}
}

func (f *checks) parameter(k *call, p *openapi3.Parameter, query url.Values) {
	values := sentValues(k, p, query)
	switch {
	case len(values) > 1:
		f.add(p.Name, "repeated")
	case len(values) == 1:
		f.visit(p.Name, p.Schema.Value, parameterValue(values[0], p.Schema.Value))
	case p.Required:
		f.add(p.Name, "required")
	case p.In == openapi3.ParameterInQuery && p.Schema.Value.Default != nil:
		query.Set(p.Name, fmt.Sprint(p.Schema.Value.Default))
		k.Request().URL.RawQuery = query.Encode()
	}
}

func sentValues(k *call, p *openapi3.Parameter, query url.Values) []string {
	switch p.In {
	case openapi3.ParameterInPath:
		return []string{k.Param(p.Name)}
	case openapi3.ParameterInQuery:
		return query[p.Name]
	case openapi3.ParameterInHeader:
		return k.Request().Header[http.CanonicalHeaderKey(p.Name)]
	}
	return nil // the contract has no cookies
}

// parameterValue reads the text of a parameter as its type. A text that is none stays a text, which no other type accepts.
func parameterValue(text string, s *openapi3.Schema) any {
	switch {
	case s.Type.Is(openapi3.TypeInteger):
		if n, err := strconv.ParseInt(text, 10, 64); err == nil && !strings.HasPrefix(text, "+") {
			return float64(n)
		}
	case s.Type.Is(openapi3.TypeNumber):
		if isNumber.MatchString(text) {
			return json.Number(text)
		}
	case s.Type.Is(openapi3.TypeBoolean) && (text == "true" || text == "false"):
		return text == "true"
	}
	return text
}

var isNumber = regexp.MustCompile(`^-?[0-9]{1,15}(\.[0-9]{1,15})?$`)

// body holds the body against its schema and writes the schema's defaults into it, so that they are stated once, there.
func (f *checks) body(k *call) error {
	schema := k.operation.body
	if schema == nil {
		return nil
	}
	filled := false
	f.visit("", schema, k.value, openapi3.DefaultsSet(func() { filled = true }))
	if !filled || len(*f) > 0 {
		return nil
	}
	body, err := json.Marshal(k.value)
	if err != nil {
		return fmt.Errorf("write body with defaults: %w", err)
	}
	k.body = body
	return nil
}

func (f *checks) visit(at string, s *openapi3.Schema, value any, more ...openapi3.SchemaValidationOption) {
	options := visiting
	if len(more) > 0 {
		options = append(visiting[:len(visiting):len(visiting)], more...)
	}
	if err := s.VisitJSON(value, options...); err != nil {
		f.explain(at, err)
	}
}

func (f *checks) explain(at string, err error) {
	var many openapi3.MultiError
	var one *openapi3.SchemaError
	switch {
	case errors.As(err, &many):
		for _, e := range many {
			f.explain(at, e)
		}
	case errors.As(err, &one):
		f.add(pointerTo(at, one.JSONPointer()), ruleOf(one.SchemaField))
	default:
		f.add(at, "schema")
	}
}

// pointerTo is a parameter's name, or a JSON pointer. Objects are closed, so its words are the contract's.
func pointerTo(at string, path []string) string {
	if len(path) == 0 {
		return at
	}
	return at + "/" + strings.Join(path, "/")
}

// ruleOf names the broken rule in the style of the codes.
func ruleOf(keyword string) string {
	if keyword == "properties" || keyword == "additionalProperties" {
		return "unknown-property"
	}
	var b strings.Builder
	for _, c := range keyword {
		if c >= 'A' && c <= 'Z' {
			b.WriteByte('-')
			c += 'a' - 'A'
		}
		b.WriteRune(c)
	}
	return b.String()
}
