package plan_test

import (
	"regexp"
	"strings"
	"testing"

	"samplan/internal/plan"
)

func TestParseQuery(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"korttid":                    "('korttid':*)",
		"Ångest i Skolan":            "('ångest':* & 'i' & 'skolan':*)",
		`"korttid helg" -sommar`:     "('korttid' <-> 'helg' & !('sommar':*))",
		"skola or fritids":           "('skola':*) | ('fritids':*)",
		"skola ELLER":                "('skola':*)",
		`"eller"`:                    "('eller')",
		"e-post 2021-03-01":          "('e' <-> 'post':* & '2021' <-> '03' <-> '01')",
		`"aldrig slut`:               "('aldrig' <-> 'slut')",
		"-sommar":                    "",
		"":                           "",
		" \t":                        "",
		`& | ! <-> :* ' \ " ""`:      "",
		"a'b\\c:*D":                  "('a' <-> 'b' <-> 'c' <-> 'd')",
		"''):* | !(''":               "",
		"--- -\"\" or or -":          "",
		"vit\u0308a":                 "('vit\u0308a':*)",
		"skola or -sommar or fritid": "('skola':*) | ('fritid':*)",
	} {
		if got := plan.ParseQuery(text).String(); got != want {
			t.Errorf("%q: want %s, got %s", text, want, got)
		}
	}
}

func TestReference(t *testing.T) {
	t.Parallel()
	const reference = "01995c3e-7a10-7c41-9a52-3f0b6d1e0d01"
	if got := plan.Reference("  " + strings.ToUpper(reference) + " "); got.String() != reference {
		t.Errorf("got %q", got)
	}
	for _, text := range []string{"", "skola", reference + " skola", "{" + reference + "}", strings.ReplaceAll(reference, "-", "")} {
		if got := plan.Reference(text); !got.IsZero() {
			t.Errorf("%q is read as %s", text, got)
		}
	}
}

// written is the whole language in which queries reach the database: quoted words without a sign of their own.
var written = regexp.MustCompile(`^(\(` + all + `\)( \| \(` + all + `\))*)?$`)

const (
	word = `'[\pL\pN\pM]+'(:\*)?`
	one  = word + `( <-> ` + word + `)*`
	all  = one + `( & (` + one + `|!\(` + one + `\)))*`
)

// FuzzParseQuery: whatever is written, what reaches the database is of its language, and parsing it ends.
func FuzzParseQuery(f *testing.F) {
	for _, text := range []string{"skola", `"a b" -c or d`, "' & | ! \\ <-> :*", "-\"", "or", "å-ä.ö", "\x00\xff", "İ ǅ ß", strings.Repeat("-\"a ", 50)} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if got := plan.ParseQuery(text).String(); !written.MatchString(got) {
			t.Errorf("%q becomes %s", text, got)
		}
	})
}
