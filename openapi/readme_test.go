package openapi_test

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// The profile has 151 rules; a row tells id, level, how it stands and why.
const profileRules = 151

var profileRow = regexp.MustCompile(`(?m)^\| ([A-Z]{3}\.\d{2}) \| ([^|]*) \| ([^|]*) \| (.*) \|$`)

func profileComplaints(readme string) (out []string) {
	seen := map[string]bool{}
	for _, row := range profileRow.FindAllStringSubmatch(readme, -1) {
		id, level, stand, how := row[1], row[2], row[3], row[4]
		if seen[id] {
			out = append(out, id+" stands twice")
		}
		seen[id] = true
		if !slices.Contains([]string{"SKALL", "SKALL INTE", "BÖR", "BÖR INTE"}, level) {
			out = append(out, id+" has no level")
		}
		if !slices.Contains([]string{"met", "installation", "no case", "departs"}, stand) || strings.TrimSpace(how) == "" {
			out = append(out, id+" is not answered")
		}
		if stand == "departs" && strings.HasPrefix(level, "SKALL") {
			out = append(out, id+" is a SKALL and may not be departed from")
		}
	}
	if len(seen) != profileRules {
		out = append(out, "not every rule of the profile has a row")
	}
	return out
}

func TestEveryRuleOfTheProfileIsAnswered(t *testing.T) {
	t.Parallel()
	raw, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	readme := string(raw)
	for _, c := range profileComplaints(readme) {
		t.Error(c)
	}
	for planted, replacement := range map[string]string{
		"| DOK.06 |":               "| DOK.07 |",
		"| DOK.03 | SKALL | met |": "| DOK.03 | SKALL | departs |",
		"| DOK.02 | BÖR |":         "| DOK.02 |  |",
		"| VER.05 | BÖR | met |":   "| VER.05 | BÖR |  |",
	} {
		if len(profileComplaints(strings.Replace(readme, planted, replacement, 1))) == 0 {
			t.Errorf("%q in place of %q was not noticed", replacement, planted)
		}
	}
}
