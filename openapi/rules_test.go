package openapi_test

import (
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"
	"testing"

	"samplan/internal/fault"

	"github.com/getkin/kin-openapi/openapi3"
)

// The library leaves uuid unchecked unless it is told how.
func init() {
	openapi3.DefineStringFormatValidator("uuid", openapi3.NewRegexpFormatValidator(openapi3.FormatOfStringForUUIDOfRFC9562))
}

func invalid(t *testing.T, doc *openapi3.T) []string {
	if err := doc.Validate(t.Context(), openapi3.EnableExamplesValidation()); err != nil {
		return []string{err.Error()}
	}
	return nil
}

func openRequests(_ *testing.T, doc *openapi3.T) (out []string) {
	for _, op := range operations(doc) {
		if op.RequestBody == nil {
			continue
		}
		for _, media := range op.RequestBody.Value.Content {
			for at, s := range within(op.OperationID, media.Schema) {
				closed := s.AdditionalProperties.Has != nil && !*s.AdditionalProperties.Has
				if s.Type.Is("object") && !closed {
					out = append(out, at+" takes unknown fields")
				}
			}
		}
	}
	return out
}

func unions(_ *testing.T, doc *openapi3.T) (out []string) {
	for name, ref := range doc.Components.Schemas {
		for at, s := range within(name, ref) {
			if len(s.OneOf)+len(s.AnyOf)+len(s.AllOf) > 0 || s.Not != nil {
				out = append(out, at+" is a union")
			}
		}
	}
	return out
}

func bodiesWithoutExample(_ *testing.T, doc *openapi3.T) (out []string) {
	for at, media := range bodies(doc) {
		if media.Example == nil && len(media.Examples) == 0 {
			out = append(out, at+" has no example")
		}
	}
	return out
}

func wrongProblemStatus(_ *testing.T, doc *openapi3.T) (out []string) {
	for _, op := range operations(doc) {
		for status, r := range op.Responses.Map() {
			media := r.Value.Content.Get("application/problem+json")
			if media == nil {
				continue
			}
			for name, e := range media.Examples {
				if got := fmt.Sprint(e.Value.Value.(map[string]any)["status"]); got != status {
					out = append(out, fmt.Sprintf("%s %s: example %s says %s", op.OperationID, status, name, got))
				}
			}
		}
	}
	return out
}

var personal = regexp.MustCompile(`(?i)pnr|person(al)?(nr|nummer|identi|number)|samordning|identifier|identity|ssn|birth|name$`)

func personalParameters(_ *testing.T, doc *openapi3.T) (out []string) {
	for _, op := range operations(doc) {
		for _, p := range op.Parameters {
			if p.Value.In != openapi3.ParameterInHeader && personal.MatchString(p.Value.Name) {
				out = append(out, op.OperationID+" takes "+p.Value.Name+" in the address")
			}
		}
	}
	return out
}

// The tax agency keeps the birth numbers 980-999 for tests.
var (
	tenDigits = regexp.MustCompile(`\b(\d{2})?\d{6}[-+]?\d{4}\b`)
	// A person's has a birth number kept for tests; an organisation's is public, and known by its third digit.
	testNumber = regexp.MustCompile(`(9[89]\d)\d$|^(16)?\d{2}[2-9]\d{3}-?\d{4}$`)
)

func realIdentifiers(t *testing.T, doc *openapi3.T) (out []string) {
	raw, err := doc.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	found := tenDigits.FindAllString(string(raw), -1)
	if len(found) == 0 {
		t.Fatal("no identifier in any example: the pattern is wrong")
	}
	for _, n := range found {
		if !testNumber.MatchString(n) {
			out = append(out, n+" may be somebody's")
		}
	}
	return out
}

func wrongProblemCodes(_ *testing.T, doc *openapi3.T) (out []string) {
	shown := map[string]bool{}
	for _, v := range doc.Components.Schemas["ProblemCode"].Value.Enum {
		shown[v.(string)] = true
	}
	for _, c := range fault.Codes() {
		if !shown[c.String()] {
			out = append(out, c.String()+" is not in the contract")
		}
		delete(shown, c.String())
	}
	for name := range shown {
		out = append(out, name+" is in the contract alone")
	}
	return out
}

func repeatedOperations(_ *testing.T, doc *openapi3.T) (out []string) {
	seen := map[string]bool{}
	for at, op := range operations(doc) {
		if seen[op.OperationID] || op.OperationID == "" {
			out = append(out, at+" repeats "+op.OperationID)
		}
		seen[op.OperationID] = true
	}
	return out
}

func changesWithoutVersion(_ *testing.T, doc *openapi3.T) (out []string) {
	for at, op := range operations(doc) {
		if strings.HasPrefix(at, "PUT ") && op.Parameters.GetByInAndName("header", "If-Match") == nil {
			out = append(out, at)
		}
	}
	return out
}

func commandsWithoutKey(_ *testing.T, doc *openapi3.T) (out []string) {
	for at, op := range operations(doc) {
		p := op.Parameters.GetByInAndName("header", "Idempotency-Key")
		command := strings.HasPrefix(at, "POST ") && !slices.Contains([]string{"FindChild", "ListHits", "ListMyHits", "ListCatalogueHits", "GetTeachingLine"}, op.OperationID)
		if command != (p != nil && p.Required) {
			out = append(out, at)
		}
	}
	return out
}

func unpagedLists(_ *testing.T, doc *openapi3.T) (out []string) {
	for at, op := range operations(doc) {
		page, limit := op.Parameters.GetByInAndName("query", "page"), op.Parameters.GetByInAndName("query", "limit")
		isList := strings.HasPrefix(op.OperationID, "List")
		if isList != (page != nil && limit != nil) {
			out = append(out, at)
		}
	}
	return out
}

func untraced(_ *testing.T, doc *openapi3.T) (out []string) {
	for at, op := range operations(doc) {
		if op.Parameters.GetByInAndName("header", "traceparent") == nil {
			out = append(out, at)
		}
		for status, r := range op.Responses.Map() {
			if r.Value.Headers["traceparent"] == nil {
				out = append(out, at+" "+status)
			}
		}
	}
	return out
}

func unguarded(_ *testing.T, doc *openapi3.T) (out []string) {
	if len(doc.Security) == 0 {
		out = append(out, "the contract asks for no token")
	}
	for at, op := range operations(doc) {
		if op.Security != nil && op.OperationID != "GetApiInfo" && op.OperationID != "GetPhrases" {
			out = append(out, at+" has its own idea of who may call")
		}
	}
	return out
}

// operations gives each operation by method and path.
func operations(doc *openapi3.T) map[string]*openapi3.Operation {
	all := map[string]*openapi3.Operation{}
	for path, item := range doc.Paths.Map() {
		for method, op := range item.Operations() {
			all[method+" "+path] = op
		}
	}
	return all
}

// bodies gives each request and response body by where it is.
func bodies(doc *openapi3.T) map[string]*openapi3.MediaType {
	all := map[string]*openapi3.MediaType{}
	for at, op := range operations(doc) {
		if op.RequestBody != nil {
			for mime, media := range op.RequestBody.Value.Content {
				all[at+" "+mime] = media
			}
		}
		for status, r := range op.Responses.Map() {
			for mime, media := range r.Value.Content {
				all[at+" "+status+" "+mime] = media
			}
		}
	}
	return all
}

// within gives a schema and all schemas inside it by where they are, each once: one may hold itself.
func within(at string, ref *openapi3.SchemaRef) map[string]*openapi3.Schema {
	all, seen := map[string]*openapi3.Schema{}, map[*openapi3.Schema]bool{}
	var add func(at string, ref *openapi3.SchemaRef)
	add = func(at string, ref *openapi3.SchemaRef) {
		if ref == nil || seen[ref.Value] {
			return
		}
		seen[ref.Value], all[at] = true, ref.Value
		for _, name := range slices.Sorted(maps.Keys(ref.Value.Properties)) {
			add(at+"/"+name, ref.Value.Properties[name])
		}
		add(at+"/items", ref.Value.Items)
	}
	add(at, ref)
	return all
}
