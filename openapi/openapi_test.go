package openapi_test

import (
	"bytes"
	"slices"
	"sync"
	"testing"

	"samplan/internal/httpapi/wire"
	"samplan/openapi"

	"github.com/getkin/kin-openapi/openapi3"
)

// houseRules are what the contract promises beyond being valid OpenAPI. Each comes with a way to break it, so that a rule
// that no longer bites is found out.
var houseRules = map[string]struct {
	complaints func(*testing.T, *openapi3.T) []string
	plant      func(*openapi3.T)
}{
	"is valid and its examples fit their schemas": {invalid, func(d *openapi3.T) {
		d.Components.Examples["Goal"].Value.Value.(map[string]any)["horizon"] = "medium"
	}},
	"knows ids by their form": {invalid, func(d *openapi3.T) {
		d.Components.Examples["Goal"].Value.Value.(map[string]any)["id"] = "42"
	}},
	"takes no unknown fields in a request": {openRequests, func(d *openapi3.T) {
		d.Components.Schemas["NewConsentScope"].Value.AdditionalProperties = openapi3.AdditionalProperties{}
	}},
	"has no unions": {unions, func(d *openapi3.T) {
		d.Components.Schemas["Meta"].Value.Properties["page"].Value.OneOf = openapi3.SchemaRefs{{Value: openapi3.NewStringSchema()}}
	}},
	"gives an example of each body": {bodiesWithoutExample, func(d *openapi3.T) {
		d.Paths.Value("/plans").Get.Responses.Value("200").Value.Content.Get("application/json").Examples = nil
	}},
	"shows the status of each problem as it is": {wrongProblemStatus, func(d *openapi3.T) {
		d.Components.Examples["ProblemStale"].Value.Value.(map[string]any)["status"] = 409.0
	}},
	"names nobody in an address": {personalParameters, func(d *openapi3.T) {
		d.Components.Parameters["Page"].Value.Name = "personalIdentityNumber"
	}},
	"uses only test numbers as identifiers": {realIdentifiers, func(d *openapi3.T) {
		d.Components.Examples["NewChild"].Value.Value.(map[string]any)["identifier"] = "20160514-1234"
	}},
	"knows each fault, and no other": {wrongProblemCodes, func(d *openapi3.T) {
		codes := d.Components.Schemas["ProblemCode"].Value
		codes.Enum = codes.Enum[1:]
	}},
	"names each operation once": {repeatedOperations, func(d *openapi3.T) {
		d.Paths.Value("/plans").Get.OperationID = "GetPlan"
	}},
	"asks for the version in each PUT": {changesWithoutVersion, func(d *openapi3.T) {
		drop(d.Paths.Value("/goals/{goalId}").Put, "If-Match")
	}},
	"asks for a key in each command": {commandsWithoutKey, func(d *openapi3.T) {
		drop(d.Paths.Value("/my/plans/{planId}/disagreements").Post, "Idempotency-Key")
	}},
	"asks for no key in a look-up": {commandsWithoutKey, func(d *openapi3.T) {
		search := d.Paths.Value("/child-searches").Post
		search.Parameters = append(search.Parameters, d.Components.Parameters["IdempotencyKey"])
	}},
	"pages each list": {unpagedLists, func(d *openapi3.T) {
		drop(d.Paths.Value("/colleagues").Get, "limit")
	}},
	"traces each request": {untraced, func(d *openapi3.T) {
		drop(d.Paths.Value("/me").Get, "traceparent")
	}},
	"traces each response": {untraced, func(d *openapi3.T) {
		delete(d.Components.Responses["Denied"].Value.Headers, "traceparent")
	}},
	"says when something deprecated goes": {unendingDeprecations, func(d *openapi3.T) {
		d.Paths.Value("/plans").Get.Deprecated = true
	}},
	"gives time before something deprecated goes": {unendingDeprecations, func(d *openapi3.T) {
		d.Info.Version = "1.2.0"
		o := d.Paths.Value("/plans").Get
		o.Deprecated, o.Extensions = true, map[string]any{"x-deprecated": "2027-01-15", "x-sunset": "2027-07-14"}
	}},
	"says when a deprecated property goes": {unendingDeprecations, func(d *openapi3.T) {
		d.Components.Schemas["Meta"].Value.Properties["page"].Value.Deprecated = true
	}},
	"says when a deprecated parameter goes": {unendingDeprecations, func(d *openapi3.T) {
		d.Components.Parameters["Limit"].Value.Deprecated = true
	}},
	"marks as deprecated what goes": {unendingDeprecations, func(d *openapi3.T) {
		d.Paths.Value("/plans").Get.Extensions = map[string]any{"x-sunset": "2027-08-01"}
	}},
	"lets nobody in without a token": {unguarded, func(d *openapi3.T) {
		d.Paths.Value("/plans").Get.Security = &openapi3.SecurityRequirements{}
	}},
}

// TestHouseRules: no rule has a complaint, and each notices what is planted for it. A document takes long to load: all is planted
// in one, and only what the breaks before hide there has one of its own.
func TestHouseRules(t *testing.T) {
	t.Parallel()
	doc := load(t)
	for name, rule := range houseRules {
		for _, c := range rule.complaints(t, doc) {
			t.Errorf("%s: %s", name, c)
		}
	}
	for name, rule := range houseRules {
		notices := func(doc *openapi3.T) bool {
			before := len(rule.complaints(t, doc))
			rule.plant(doc)
			return len(rule.complaints(t, doc)) > before
		}
		if !notices(doc) && !notices(load(t)) {
			t.Errorf("%s: the planted break was not noticed", name)
		}
	}
}

func TestGeneratedCodeIsOfThisDocument(t *testing.T) {
	t.Parallel()
	generated, err := wire.GetSpec()
	if err != nil {
		t.Fatal(err)
	}
	got, err := generated.MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	want, err := withoutProblems(load(t)).MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(got, want) {
		t.Error("openapi.yaml has changed since the code was generated: run go generate ./openapi (overlay.yaml names every status that is a problem)")
	}
}

// withoutProblems takes from a document what overlay.yaml takes: answers of operations that are problem documents.
func withoutProblems(doc *openapi3.T) *openapi3.T {
	for _, op := range operations(doc) {
		for status := range op.Responses.Map() {
			if status >= "400" {
				op.Responses.Delete(status)
			}
		}
	}
	return doc
}

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

// asJSON is the contract in the notation that is read fastest: each rule wants a document of its own to break.
var asJSON = sync.OnceValues(func() ([]byte, error) {
	doc, err := openapi3.NewLoader().LoadFromData(openapi.Document)
	if err != nil {
		return nil, err
	}
	return doc.MarshalJSON()
})

// drop takes one parameter from an operation.
func drop(o *openapi3.Operation, name string) {
	o.Parameters = slices.DeleteFunc(o.Parameters, func(p *openapi3.ParameterRef) bool { return p.Value.Name == name })
}
