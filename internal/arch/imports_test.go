package arch

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// arrows says which packages of the project each package may import; internal/ is left out of the names. A package that
// is not in the table is refused, and so is a row without a package.
var arrows = map[string]string{
	// Words without rules of their own.
	"civil": "", "enum": "", "fault": "", "id": "", "luhn": "", "page": "",
	"migrations": "", "openapi": "", "openapi/client": "", "policy": "",
	"phrase":   "", // what the program says to families: may be imported by any that says something
	"postgres": "", "config": "attachment audit event", "httpapi/wire": "", "printer": "fault",
	"letters": "", "sheet": "enum fault letters",

	"access":            "civil fault id policy",
	"workday":           "civil",
	"calendar":          "",
	"session":           "access civil fault id",
	"identity":          "access civil fault id session",
	"devissuer":         "session",
	"person/persontest": "civil luhn", "document/documenttest": "",

	"routine": "access civil enum fault id page workday", // words for all slices, as workday is: may be imported by any
	// Slices know what they share, and never each other: org and person are the words of all of them.
	"org":         "access civil enum fault id luhn page person sheet",
	"person":      "access civil enum fault id luhn page",
	"audit":       "",
	"document":    "audit civil phrase",
	"fhir":        "",
	"objection":   "access civil enum fault id person", // what stands beside an item, in every copy of it
	"plan":        "access civil enum fault id objection org page person routine",
	"attachment":  "",
	"card":        "access civil fault id page routine",
	"absence":     "access civil fault id page",
	"disposal":    "access audit civil enum fault id page person",
	"care":        "access civil enum fault id objection page person workday",
	"client":      "access civil enum fault id page",
	"event":       "access civil enum fault id page session",
	"hook":        "event",
	"catalogue":   "access civil fault id page",
	"register":    "access civil enum fault id page person sheet",
	"request":     "access civil enum fault id org page person",
	"group":       "access civil enum fault id page",
	"deviation":   "access civil deidentify enum fault id org page person routine",
	"forum":       "access civil deidentify enum fault group id org page person workday", // of groups it knows their kinds
	"deidentify":  "civil enum fault person",
	"transition":  "access civil enum fault id org page person",
	"caseline":    "access civil deidentify enum fault id person",
	"concern":     "access civil enum fault id org page person",
	"known":       "access civil enum fault id org page person",
	"meeting":     "access civil enum fault id org page person",
	"survey":      "access civil enum fault id page person routine",
	"statistics":  "access civil deidentify enum fault id org page person routine sheet",
	"disclosure":  "access civil enum fault id page person",
	"withholding": "access civil enum fault id page person",
	"consent":     "access civil enum fault id org page person",
	"notice":      "access civil enum fault id page person routine",
	"job":         "civil id",
	"mail":        "job",
	"insight":     "access civil enum fault id page person phrase",

	"questionnaire": "access civil enum fault id page", // data that what is asked refers to, as a routine is
	"publicrequest": "access civil enum fault id page person routine",
	"inforequest":   "access civil enum fault id page person questionnaire routine",

	"store":   "absence access audit card care catalogue civil client concern consent deidentify deviation disclosure disposal enum event fault forum group id inforequest insight job known meeting migrations notice objection org page person plan publicrequest questionnaire register request routine session sheet statistics survey transition withholding",
	"httpapi": "absence access attachment calendar card care caseline catalogue civil client concern consent deidentify deviation disclosure disposal document enum event fault fhir forum group httpapi/wire id identity inforequest insight known letters meeting notice objection openapi org page person phrase plan publicrequest questionnaire register request routine session sheet statistics survey transition withholding",

	// What puts the parts together.
	"app":    "absence access attachment audit card care caseline catalogue civil client concern config consent deviation disclosure disposal document event fault forum group hook httpapi id identity inforequest insight job known mail meeting notice objection org person plan publicrequest questionnaire register request routine session statistics store survey transition withholding",
	"demo":   "access card civil consent enum fault id meeting org page person person/persontest plan request routine session",
	"county": "app attachment audit civil config demo devissuer event httpapi identity postgres printer session store",

	"worlds":      "access civil demo id person/persontest session",
	"testkit":     anything,
	"bench":       anything,
	"arch":        anything,
	"cmd/samplan": anything,
}

const anything = "*"

// forTests are packages that only tests, and each other, may import; the county needs invented numbers as tests do.
var forTests = map[string]string{
	"testkit":               "",
	"arch":                  "",
	"worlds":                "testkit",
	"person/persontest":     "demo testkit worlds",
	"document/documenttest": "testkit worlds",
}

// pkg is what `go list -json` tells of a package.
type pkg struct {
	ImportPath                         string
	Imports, TestImports, XTestImports []string
	GoFiles                            []string
}

// name is the package's name in the tables.
func (p pkg) name() string { return short(p.ImportPath) }

func short(path string) string {
	return strings.TrimPrefix(strings.TrimPrefix(path, "samplan/"), "internal/")
}

func isOurs(path string) bool { return strings.HasPrefix(path, "samplan/") }

func (p pkg) allTestImports() []string {
	all := slices.Concat(p.TestImports, p.XTestImports)
	slices.Sort(all)
	return slices.Compact(all)
}

// list asks the go command for all packages, as they are built with these tags.
func list(t *testing.T, tags string) []pkg {
	t.Helper()
	// -e: a package that does not compile is for the compiler to tell.
	cmd := exec.CommandContext(t.Context(), "go", "list", "-e", "-json=ImportPath,GoFiles,Imports,TestImports,XTestImports", "-tags", tags, "./...") //nolint:gosec // our own words
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	var all []pkg
	for d := json.NewDecoder(bytes.NewReader(out)); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

func badArrows(all []pkg, table, forTests map[string]string) []string {
	var out []string
	seen := map[string]bool{}
	for _, p := range all {
		row, ok := table[p.name()]
		seen[p.name()] = true
		if !ok {
			out = append(out, p.name()+" is not in the table of arrows")
		}
		for _, i := range p.Imports {
			if !isOurs(i) {
				continue
			}
			if ok && row != anything && !has(row, short(i)) {
				out = append(out, fmt.Sprintf("%s imports %s", p.name(), short(i)))
			}
			if users, only := forTests[short(i)]; only && !has(users, p.name()) {
				out = append(out, fmt.Sprintf("%s imports %s, which is for tests", p.name(), short(i)))
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(table)) {
		if !seen[name] {
			out = append(out, name+" is in the table of arrows and nowhere else")
		}
	}
	return out
}

// has tells whether a list of words holds a word.
func has(list, word string) bool { return slices.Contains(strings.Fields(list), word) }

func TestArrows(t *testing.T) {
	t.Parallel()
	report(t, badArrows(list(t, ""), arrows, forTests))
}

func TestArrowsCanFail(t *testing.T) {
	t.Parallel()
	all := []pkg{
		{ImportPath: "samplan/internal/plan", Imports: []string{"fmt", "samplan/internal/id", "samplan/internal/consent"}},
		{ImportPath: "samplan/internal/util", Imports: []string{"samplan/internal/id"}},
		{ImportPath: "samplan/internal/bench", Imports: []string{"samplan/internal/testkit"}},
		{ImportPath: "samplan/internal/id", TestImports: []string{"samplan/internal/testkit"}},
	}
	table := map[string]string{"plan": "id", "bench": anything, "id": "", "gone": ""}
	wantBreaks(t, badArrows(all, table, forTests), "plan imports consent", "util is not", "bench imports testkit, which is for tests", "gone is in the table")
}

// A release holds nothing that lets a stranger in, and nothing that only measures.
func releaseBreaks(all []pkg) []string {
	byPath := map[string]pkg{}
	for _, p := range all {
		byPath[p.ImportPath] = p
	}
	var out []string
	seen := map[string]bool{}
	var walk func(path string)
	walk = func(path string) {
		if seen[path] {
			return
		}
		seen[path] = true
		switch p := byPath[path]; p.name() {
		case "devissuer", "bench", "demo", "county", "testkit", "person/persontest", "document/documenttest":
			if len(p.GoFiles) > 0 {
				out = append(out, "a release holds "+p.name())
			}
		}
		for _, i := range byPath[path].Imports {
			if isOurs(i) {
				walk(i)
			}
		}
	}
	walk("samplan/cmd/samplan")
	return out
}

func TestRelease(t *testing.T) {
	t.Parallel()
	report(t, releaseBreaks(list(t, "release")))
}

func TestReleaseCanFail(t *testing.T) {
	t.Parallel()
	wantBreaks(t, releaseBreaks([]pkg{
		{ImportPath: "samplan/cmd/samplan", Imports: []string{"samplan/internal/app"}},
		{ImportPath: "samplan/internal/app", Imports: []string{"samplan/internal/devissuer"}},
		{ImportPath: "samplan/internal/devissuer", GoFiles: []string{"key.go"}},
		{ImportPath: "samplan/internal/bench", GoFiles: []string{"bench.go"}},
	}), "a release holds devissuer")
}
