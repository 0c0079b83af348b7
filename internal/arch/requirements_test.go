package arch

import (
	"fmt"
	"go/ast"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// lastRequirement is the highest R-number there is.
const lastRequirement = 60

// requirement is a line of requirements.tsv: an R-number, the test that proves it or "due", and what it asks for.
type requirement struct{ number, test, asks string }

const due = "due"

func requirementLines(text string) []requirement {
	var all []requirement
	for line := range strings.Lines(text) {
		if f := strings.Split(strings.TrimSpace(line), "\t"); len(f) == 3 && strings.HasPrefix(f[0], "R") && f[0] != "R-number" {
			all = append(all, requirement{f[0], f[1], f[2]})
		}
	}
	return all
}

// numberBreaks finds R-numbers without a line, tests that do not exist or do not bear the number, and numbers that are
// said both to be due and to be proved.
func numberBreaks(all []requirement, tests []string) []string {
	var out []string
	for n := 1; n <= lastRequirement; n++ {
		number := "R" + strconv.Itoa(n)
		lines := slices.DeleteFunc(slices.Clone(all), func(r requirement) bool { return r.number != number })
		if len(lines) == 0 {
			out = append(out, number+" has no line")
		}
		for _, r := range lines {
			switch {
			case r.test == due && len(lines) > 1:
				out = append(out, number+" is both due and proved")
			case r.test != due && !bearsNumber(r.test, number):
				out = append(out, fmt.Sprintf("%s: %s does not bear the number", number, r.test))
			case r.test != due && !slices.Contains(tests, r.test):
				out = append(out, fmt.Sprintf("%s: there is no test %s", number, r.test))
			}
		}
	}
	return out
}

func bearsNumber(test, number string) bool {
	return regexp.MustCompile(number + `(\D|$)`).MatchString(test)
}

func testsOf(all []source) []string {
	var names []string
	for _, s := range all {
		for _, d := range s.file.Decls {
			if f, ok := d.(*ast.FuncDecl); ok && strings.HasPrefix(f.Name.Name, "Test") {
				names = append(names, f.Name.Name)
			}
		}
	}
	return names
}

func TestEveryRequirementNamesItsTest(t *testing.T) {
	t.Parallel()
	text, err := os.ReadFile("requirements.tsv")
	if err != nil {
		t.Fatal(err)
	}
	report(t, numberBreaks(requirementLines(string(text)), testsOf(sources(t))))
}

func TestRequirementLinesCanFail(t *testing.T) {
	t.Parallel()
	var lines strings.Builder
	for n := 1; n <= lastRequirement; n++ {
		if n != 3 {
			fmt.Fprintf(&lines, "R%d\t%s\tsomething\n", n, map[bool]string{true: due, false: "TestR" + strconv.Itoa(n)}[n > 7])
		}
	}
	lines.WriteString("R4\tdue\tsomething\nR5\tTestR55\tsomething\n")
	got := numberBreaks(requirementLines(lines.String()), []string{"TestR1", "TestR2", "TestR4", "TestR5", "TestR55", "TestR7"})
	want := []string{"R3 has no line", "R4 is both due and proved", "R5: TestR55 does not bear the number", "R6: there is no test TestR6"}
	if !slices.Equal(got, want) {
		t.Errorf("want %v, got %v", want, got)
	}
}
