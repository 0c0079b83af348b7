package httpapi

import (
	"context"
	"fmt"
	"maps"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/google/go-cmp/cmp"

	"samplan/internal/fault"
	"samplan/internal/phrase"
	"samplan/internal/routine"
)

// wordless are the enums that a family's answers hold and that need no words, with the reason.
var wordless = map[string]string{
	"AccessReach":            "is for those who check who may see what",
	"MyNotificationResource": "says where to look",
	"RoutineTermKey":         "what it names, the plan's routine names",
}

// forStaff are the enums that have words and that only staff documents and records for exchange say.
var forStaff = []string{"CallState", "GiverCapacity", "LegalBasis", "MeetingClosing", "PartyMode"}

// spoken finds the named enums of whatever answers a family gets.
func spoken(doc *openapi3.T) []string {
	seen := map[string]bool{}
	var follow func(r *openapi3.SchemaRef)
	follow = func(r *openapi3.SchemaRef) {
		if r == nil || r.Value == nil || r.Ref != "" && seen[path.Base(r.Ref)] {
			return
		}
		if r.Ref != "" {
			seen[path.Base(r.Ref)] = true
		}
		follow(r.Value.Items)
		for _, all := range []openapi3.SchemaRefs{r.Value.AllOf, slices.Collect(maps.Values(r.Value.Properties))} {
			for _, s := range all {
				follow(s)
			}
		}
	}
	for at, item := range doc.Paths.Map() {
		for _, o := range item.Operations() {
			for status, answer := range o.Responses.Map() {
				if c := answer.Value.Content.Get("application/json"); c != nil && status[0] == '2' && strings.HasPrefix(at, "/my/") {
					follow(c.Schema)
				}
			}
		}
	}
	return slices.DeleteFunc(slices.Sorted(maps.Keys(seen)), func(name string) bool { return len(doc.Components.Schemas[name].Value.Enum) == 0 })
}

// TestEveryCodeHasWords: whatever code the contract allows in what a family reads has words, and no other has.
func TestEveryCodeHasWords(t *testing.T) {
	t.Parallel()
	doc, err := contractDocument()
	if err != nil {
		t.Fatal(err)
	}
	codes := phrase.Swedish.Codes()
	found := spoken(doc)
	for _, name := range found {
		if reason := wordless[name]; (reason == "") == (codes[name] == nil) {
			t.Errorf("%s has %d words, and the reason to have none is %q", name, len(codes[name]), reason)
		}
	}
	for schema, words := range codes {
		if schema == lifeArea {
			continue
		}
		if !slices.Contains(found, schema) && !slices.Contains(forStaff, schema) {
			t.Errorf("nobody needs the words of %s", schema)
		}
		if diff := cmp.Diff(enumOf(t, doc, schema), slices.Sorted(maps.Keys(words))); diff != "" {
			t.Errorf("%s: %s", schema, diff)
		}
	}
}

func enumOf(t *testing.T, doc *openapi3.T, schema string) []string {
	t.Helper()
	s, ok := doc.Components.Schemas[schema]
	if !ok {
		t.Fatalf("the contract has no %s", schema)
	}
	return texts(s.Value.Enum)
}

func texts(values []any) (all []string) {
	for _, v := range values {
		all = append(all, fmt.Sprint(v))
	}
	slices.Sort(all)
	return all
}

// TestLanguagesOfDocuments: the contract offers the languages there are, and for staff those that staff has words in.
func TestLanguagesOfDocuments(t *testing.T) {
	t.Parallel()
	doc, err := contractDocument()
	if err != nil {
		t.Fatal(err)
	}
	for name, offers := range map[string]func(phrase.Language) bool{
		"PageLanguage": phrase.Language.IsForStaff, "MyPageLanguage": func(phrase.Language) bool { return true },
	} {
		var want []string
		for _, l := range phrase.All() {
			if offers(l) {
				want = append(want, l.Tag())
			}
		}
		slices.Sort(want)
		if diff := cmp.Diff(want, texts(doc.Components.Parameters[name].Value.Schema.Value.Enum)); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

// TestLifeAreasAreTranslated: the words that come with the program are those that the routines of the program have.
func TestLifeAreasAreTranslated(t *testing.T) {
	t.Parallel()
	known := map[string]bool{}
	profiles, err := routine.BuiltIns()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range profiles {
		for _, a := range p.Profile.Wheel.Areas {
			known[a.Code] = true
			if phrase.Swedish.Code(lifeArea, a.Code) != a.Names.Swedish || phrase.English.Code(lifeArea, a.Code) != a.Names.English {
				t.Errorf("%s of %s has other words", a.Code, p.Profile.Code)
			}
		}
	}
	if len(known) != len(phrase.Swedish.Codes()[lifeArea]) {
		t.Errorf("%d areas, words of %d", len(known), len(phrase.Swedish.Codes()[lifeArea]))
	}
}

// TestNoPrinter: without a browser a PDF is refused before anything is read, and a page is not.
func TestNoPrinter(t *testing.T) {
	t.Parallel()
	ctx := context.WithValue(t.Context(), callKey{}, &call{})
	for format, wants := range map[string]bool{"pdf": true, "html": false, "": false} {
		_, err := (&API{}).paper(ctx, "sv", format)
		if fault.Has(err, fault.CodeNoPrinter) != wants {
			t.Errorf("%q: got %v", format, err)
		}
	}
}
