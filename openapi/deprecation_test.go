package openapi_test

import (
	"testing"

	"samplan/internal/civil"

	"github.com/getkin/kin-openapi/openapi3"
)

// monthsToLeave is how long something deprecated stays after 1.0.0.
const monthsToLeave = 6

// unendingDeprecations finds marks that do not belong together, at operations, parameters and properties.
func unendingDeprecations(t *testing.T, doc *openapi3.T) (out []string) {
	months := monthsToLeave
	if numbers(t, doc.Info.Version)[0] == 0 {
		months = 0
	}
	check := func(at string, isDeprecated bool, words map[string]any) {
		if !isDeprecated && words["x-deprecated"] == nil && words["x-sunset"] == nil {
			return
		}
		since, err := dayOf(words["x-deprecated"])
		until, err2 := dayOf(words["x-sunset"])
		switch {
		case !isDeprecated:
			out = append(out, at+" goes and is not deprecated")
		case err != nil || err2 != nil:
			out = append(out, at+" does not say when it goes")
		case !since.Before(until) || until.Before(since.AddMonths(months)):
			out = append(out, at+" goes too soon")
		}
	}
	for at, op := range operations(doc) {
		check(at, op.Deprecated, op.Extensions)
		for _, p := range op.Parameters {
			check(at+" "+p.Value.Name, p.Value.Deprecated, p.Value.Extensions)
		}
	}
	for name, ref := range doc.Components.Schemas {
		for at, s := range within(name, ref) {
			check(at, s.Deprecated, s.Extensions)
		}
	}
	return out
}

func dayOf(word any) (civil.Date, error) {
	text, _ := word.(string)
	return civil.Parse(text)
}

func TestTimeToLeave(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		version, since, until string
		fine                  bool
	}{
		"six months":                 {"1.0.0", "2027-01-15", "2027-07-15", true},
		"a day less":                 {"1.0.0", "2027-01-15", "2027-07-14", false},
		"alpha gives what it likes":  {"0.2.0", "2027-01-15", "2027-01-16", true},
		"alpha and the same day":     {"0.2.0", "2027-01-15", "2027-01-15", false},
		"a day that is not":          {"1.0.0", "2027-02-29", "2027-12-01", false},
		"a month that ends too soon": {"1.0.0", "2027-08-31", "2028-02-28", false},
	} {
		op := &openapi3.Operation{Deprecated: true, Extensions: map[string]any{"x-deprecated": c.since, "x-sunset": c.until}}
		doc := &openapi3.T{
			Info: &openapi3.Info{Version: c.version}, Components: &openapi3.Components{},
			Paths: openapi3.NewPaths(openapi3.WithPath("/x", &openapi3.PathItem{Get: op})),
		}
		if got := unendingDeprecations(t, doc); (len(got) == 0) != c.fine {
			t.Errorf("%s: %v", name, got)
		}
	}
}
