package openapi_test

import (
	"bytes"
	"maps"
	"slices"
	"sync"
	"testing"

	"samplan/internal/httpapi/wire"
	"samplan/openapi"

	"github.com/getkin/kin-openapi/openapi3"
)

// houseRules are what the contract promises beyond being valid OpenAPI. Each comes with a way to break it, so that a rule
// that no longer bites is found out, and each break with what mends it, so that the next one is planted in a sound document.
var houseRules = map[string]struct {
	complaints func(*testing.T, *openapi3.T) []string
	plant      func(*openapi3.T) (mend func())
}{
	"is valid and its examples fit their schemas": {invalid, func(d *openapi3.T) func() {
		return put(example(d, "Goal"), "horizon", "medium")
	}},
	"knows ids by their form": {invalid, func(d *openapi3.T) func() {
		return put(example(d, "Goal"), "id", "42")
	}},
	"takes no unknown fields in a request": {openRequests, func(d *openapi3.T) func() {
		return set(&d.Components.Schemas["NewConsentScope"].Value.AdditionalProperties, openapi3.AdditionalProperties{})
	}},
	"has no unions": {unions, func(d *openapi3.T) func() {
		return set(&d.Components.Schemas["Meta"].Value.Properties["page"].Value.OneOf, openapi3.SchemaRefs{{Value: openapi3.NewStringSchema()}})
	}},
	"gives an example of each body": {bodiesWithoutExample, func(d *openapi3.T) func() {
		return set(&d.Paths.Value("/plans").Get.Responses.Value("200").Value.Content.Get("application/json").Examples, nil)
	}},
	"shows the status of each problem as it is": {wrongProblemStatus, func(d *openapi3.T) func() {
		return put(example(d, "ProblemStale"), "status", 409.0)
	}},
	"names nobody in an address": {personalParameters, func(d *openapi3.T) func() {
		return set(&d.Components.Parameters["Page"].Value.Name, "personalIdentityNumber")
	}},
	"uses only test numbers as identifiers": {realIdentifiers, func(d *openapi3.T) func() {
		return put(example(d, "NewChild"), "identifier", "20160514-1234")
	}},
	"knows each fault, and no other": {wrongProblemCodes, func(d *openapi3.T) func() {
		codes := d.Components.Schemas["ProblemCode"].Value
		return set(&codes.Enum, codes.Enum[1:])
	}},
	"names each operation once": {repeatedOperations, func(d *openapi3.T) func() {
		return set(&d.Paths.Value("/plans").Get.OperationID, "GetPlan")
	}},
	"asks for the version in each PUT": {changesWithoutVersion, func(d *openapi3.T) func() {
		return drop(d.Paths.Value("/goals/{goalId}").Put, "If-Match")
	}},
	"asks for a key in each command": {commandsWithoutKey, func(d *openapi3.T) func() {
		return drop(d.Paths.Value("/my/plans/{planId}/disagreements").Post, "Idempotency-Key")
	}},
	"asks for no key in a look-up": {commandsWithoutKey, func(d *openapi3.T) func() {
		search := d.Paths.Value("/child-searches").Post
		return set(&search.Parameters, append(slices.Clone(search.Parameters), d.Components.Parameters["IdempotencyKey"]))
	}},
	"pages each list": {unpagedLists, func(d *openapi3.T) func() {
		return drop(d.Paths.Value("/colleagues").Get, "limit")
	}},
	"traces each request": {untraced, func(d *openapi3.T) func() {
		return drop(d.Paths.Value("/me").Get, "traceparent")
	}},
	"traces each response": {untraced, func(d *openapi3.T) func() {
		denied := d.Components.Responses["Denied"].Value
		headers := maps.Clone(denied.Headers)
		delete(headers, "traceparent")
		return set(&denied.Headers, headers)
	}},
	"says when something deprecated goes": {unendingDeprecations, func(d *openapi3.T) func() {
		return set(&d.Paths.Value("/plans").Get.Deprecated, true)
	}},
	"gives time before something deprecated goes": {unendingDeprecations, func(d *openapi3.T) func() {
		info, plans := *d.Info, *d.Paths.Value("/plans").Get
		info.Version = "1.2.0"
		plans.Deprecated, plans.Extensions = true, map[string]any{"x-deprecated": "2027-01-15", "x-sunset": "2027-07-14"}
		mend, mendToo := set(&d.Info, &info), set(&d.Paths.Value("/plans").Get, &plans)
		return func() { mend(); mendToo() }
	}},
	"says when a deprecated property goes": {unendingDeprecations, func(d *openapi3.T) func() {
		return set(&d.Components.Schemas["Meta"].Value.Properties["page"].Value.Deprecated, true)
	}},
	"says when a deprecated parameter goes": {unendingDeprecations, func(d *openapi3.T) func() {
		return set(&d.Components.Parameters["Limit"].Value.Deprecated, true)
	}},
	"marks as deprecated what goes": {unendingDeprecations, func(d *openapi3.T) func() {
		return set(&d.Paths.Value("/plans").Get.Extensions, map[string]any{"x-sunset": "2027-08-01"})
	}},
	"lets nobody in without a token": {unguarded, func(d *openapi3.T) func() {
		return set(&d.Paths.Value("/plans").Get.Security, &openapi3.SecurityRequirements{})
	}},
}

// TestHouseRules: no rule has a complaint, and each notices what is planted for it.
func TestHouseRules(t *testing.T) {
	t.Parallel()
	doc := load(t)
	for name, rule := range houseRules {
		for _, c := range rule.complaints(t, doc) {
			t.Errorf("%s: %s", name, c)
		}
	}
	if t.Failed() {
		return // a complaint would say nothing of what is planted
	}
	for name, rule := range houseRules {
		mend := rule.plant(doc)
		if len(rule.complaints(t, doc)) == 0 {
			t.Errorf("%s: the planted break was not noticed", name)
		}
		mend()
	}
	if was, err := asJSON(); err != nil || !bytes.Equal(marshalled(t, doc), was) {
		t.Errorf("what was planted is not mended: %v", err)
	}
}

func marshalled(t *testing.T, doc *openapi3.T) []byte {
	t.Helper()
	text, err := doc.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	return text
}

func TestGeneratedCodeIsOfThisDocument(t *testing.T) {
	t.Parallel()
	generated, err := wire.GetSpec()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(marshalled(t, generated), marshalled(t, withoutProblems(contract(t)))) {
		t.Error("openapi.yaml has changed since the code was generated: run go generate ./openapi (overlay.yaml names every status that is a problem)")
	}
}

// withoutProblems is a document without what overlay.yaml takes: answers of operations that are problem documents.
func withoutProblems(doc *openapi3.T) *openapi3.T {
	left := *doc
	left.Paths = openapi3.NewPathsWithCapacity(doc.Paths.Len())
	for path, item := range doc.Paths.Map() {
		i := *item
		for method, op := range item.Operations() {
			o := *op
			o.Responses = openapi3.NewResponsesWithCapacity(op.Responses.Len())
			for status, r := range op.Responses.Map() {
				if status < "400" {
					o.Responses.Set(status, r)
				}
			}
			i.SetOperation(method, &o)
		}
		left.Paths.Set(path, &i)
	}
	return &left
}

// contract is the document that all tests read; who breaks one loads it.
func contract(t *testing.T) *openapi3.T {
	t.Helper()
	doc, err := read()
	if err != nil {
		t.Fatalf("read the contract: %v", err)
	}
	return doc
}

var read = sync.OnceValues(func() (*openapi3.T, error) { return openapi3.NewLoader().LoadFromData(openapi.Document) })

// load gives a document of the test's own.
func load(t *testing.T) *openapi3.T {
	t.Helper()
	text, err := asJSON()
	if err != nil {
		t.Fatalf("read the contract: %v", err)
	}
	doc, err := openapi3.NewLoader().LoadFromData(text)
	if err != nil {
		t.Fatalf("load the contract: %v", err)
	}
	return doc
}

// asJSON is the contract in the notation that is read fastest.
var asJSON = sync.OnceValues(func() ([]byte, error) {
	doc, err := read()
	if err != nil {
		return nil, err
	}
	return doc.MarshalJSON()
})

func example(d *openapi3.T, name string) map[string]any {
	return d.Components.Examples[name].Value.Value.(map[string]any)
}

// set says something else at a place, and gives what takes it back.
func set[T any](at *T, to T) (mend func()) {
	was := *at
	*at = to
	return func() { *at = was }
}

// put is set for a member of an example that is there.
func put(in map[string]any, name string, to any) (mend func()) {
	was := in[name]
	in[name] = to
	return func() { in[name] = was }
}

// drop takes one parameter from an operation.
func drop(o *openapi3.Operation, name string) (mend func()) {
	return set(&o.Parameters, slices.DeleteFunc(slices.Clone(o.Parameters), func(p *openapi3.ParameterRef) bool { return p.Value.Name == name }))
}
