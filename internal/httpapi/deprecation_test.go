package httpapi

import (
	"net/http"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"samplan/internal/access"
	"samplan/openapi"
)

func TestDeprecation(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		deprecated bool
		words      map[string]any
		want       http.Header
		fails      bool
	}{
		"an operation that stays": {},
		"other words of ours":     {words: map[string]any{"x-other": 1}},
		"in winter": {
			true,
			map[string]any{"x-deprecated": "2026-12-01", "x-sunset": "2027-12-01"},
			http.Header{"Deprecation": {"@1796079600"}, "Sunset": {"Tue, 30 Nov 2027 23:00:00 GMT"}},
			false,
		},
		"in summer": {
			true,
			map[string]any{"x-deprecated": "2027-01-01", "x-sunset": "2027-07-01"},
			http.Header{"Deprecation": {"@1798758000"}, "Sunset": {"Wed, 30 Jun 2027 22:00:00 GMT"}},
			false,
		},
		"without a day":          {true, nil, nil, true},
		"without its end":        {true, map[string]any{"x-deprecated": "2026-12-01"}, nil, true},
		"without its beginning":  {true, map[string]any{"x-sunset": "2026-12-01"}, nil, true},
		"an end before":          {true, map[string]any{"x-deprecated": "2026-12-02", "x-sunset": "2026-12-01"}, nil, true},
		"a day that is not":      {true, map[string]any{"x-deprecated": "2026-12-01", "x-sunset": "2027-02-30"}, nil, true},
		"a day that is a number": {true, map[string]any{"x-deprecated": "2026-12-01", "x-sunset": 20271201}, nil, true},
		"an end without a mark":  {false, map[string]any{"x-deprecated": "2026-12-01", "x-sunset": "2027-12-01"}, nil, true},
		"an end alone":           {false, map[string]any{"x-sunset": "2027-12-01"}, nil, true},
	} {
		o := &openapi3.Operation{Deprecated: c.deprecated, Extensions: c.words}
		got, err := deprecationOf(o)
		if (err != nil) != c.fails || len(got) != len(c.want) {
			t.Errorf("%s: want %v, got %v, %v", name, c.want, got, err)
		}
		for h := range c.want {
			if got.Get(h) != c.want.Get(h) {
				t.Errorf("%s: %s is %q, want %q", name, h, got.Get(h), c.want.Get(h))
			}
		}
	}
}

// TestDeprecatedAnswers plants a deprecated operation: each of its answers tells, refusals as well, and no other's does.
func TestDeprecatedAnswers(t *testing.T) {
	t.Parallel()
	doc, err := openapi3.NewLoader().LoadFromData(openapi.Document)
	if err != nil {
		t.Fatal(err)
	}
	goal := doc.Paths.Value("/goals/{goalId}").Get
	goal.Deprecated, goal.Extensions = true, map[string]any{"x-deprecated": "2026-12-01", "x-sunset": "2027-12-01"}
	f := newFrame(t)
	c, err := newContract(doc, access.Operations)
	if err != nil {
		t.Fatal(err)
	}
	f.contract, f.echo = c, newRouter(f.Server)
	f.register(f.handlers)
	for target, want := range map[string]bool{"/v1/goals/" + aGoal: true, "/v1/goals/nothing": true, "/v1/api-info": false, "/v1/nothing": false} {
		h := f.ask(http.MethodGet, target, "").Header()
		if (h.Get("Deprecation") == "@1796079600") != want || (h.Get("Sunset") == "Tue, 30 Nov 2027 23:00:00 GMT") != want {
			t.Errorf("%s: Deprecation %q, Sunset %q", target, h.Get("Deprecation"), h.Get("Sunset"))
		}
	}
	unsigned := f.ask(http.MethodGet, "/v1/goals/"+aGoal, "", header("Authorization"))
	if unsigned.Code != 401 || unsigned.Header().Get("Sunset") == "" {
		t.Errorf("a refusal does not tell: %d %v", unsigned.Code, unsigned.Header())
	}
	goal.Extensions = nil
	if _, err := newContract(doc, access.Operations); err == nil {
		t.Error("a contract was taken that does not say when an operation goes away")
	}
}
