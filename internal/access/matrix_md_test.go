package access

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the golden file anew")

const golden = "../../policy/MATRIX.md"

func TestMatrixIsTheOneThatWasReviewed(t *testing.T) {
	t.Parallel()
	got := matrix(t).Markdown()
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if line := firstDifference(got, string(want)); line != "" {
		t.Errorf("policy/MATRIX.md differs; run with -update and read the change aloud in review\n%s", line)
	}
}

// firstDifference tells the first line in which two texts differ, or nothing.
func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		var a, b string
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b || i >= len(g) || i >= len(w) {
			return "got  " + a + "\nwant " + b
		}
	}
	return ""
}

func TestMarkdownShowsEveryChange(t *testing.T) {
	t.Parallel()
	before := matrix(t).Markdown()
	for name, change := range map[string]func(roles, walls, classes *string){
		"a role reaches further":   func(r, _, _ *string) { *r += "p, administrator, consent, read, own_unit, allow, X 1\n" },
		"a role is denied":         func(r, _, _ *string) { *r += "p, caseworker, item, read, own_case, deny, X 2\n" },
		"a paragraph is corrected": func(r, _, _ *string) { *r = strings.Replace(*r, "R16", "R16 a", 1) },
		"a wall opens":             func(_, w, _ *string) { *w += "p2, school, ifo, known-question, allow, X 3\n" },
		"a wall closes":            func(_, w, _ *string) { *w += "p2, health, any, consent, deny, X 4\n" },
		"a class is bound less": func(_, _, c *string) {
			*c = strings.Replace(*c, "health, OSL 25:1, reverse", "health, OSL 25:1, weak", 1)
		},
	} {
		m, err := loadChanged(change)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		} else if m.Markdown() == before {
			t.Errorf("%s: the tables look as before", name)
		}
	}
	if firstDifference("a\nb", "a\nc") == "" || firstDifference("a", "a\n") == "" || firstDifference("a", "a") != "" {
		t.Error("firstDifference does not compare")
	}
}
