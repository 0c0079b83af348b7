package arch

import (
	"encoding/json"
	"fmt"
	"maps"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// library is a module that others wrote, who may import it, and what for.
type library struct {
	path   string
	owners string // packages whose code may import it
	tests  string // packages whose tests may import it besides
}

// libraries names every library. One that is not here is not used; one owner where that is possible.
var libraries = []library{
	{"gorm.io/", "store", ""},
	{"github.com/jackc/pgx/v5", "store postgres county testkit bench", ""}, // county and testkit: the driver, for the owner's connection
	{"github.com/riverqueue/river", "store", ""},
	{"github.com/wneessen/go-mail", "mail", ""},
	{"github.com/emersion/go-smtp", "", "mail county"},
	{"github.com/pressly/goose/v3", "store", ""},
	{"github.com/casbin/casbin/v2", "access", ""},
	{"github.com/labstack/echo/v4", "httpapi httpapi/wire bench", ""}, // bench: the floor that we are measured against
	{"github.com/oapi-codegen/runtime", "httpapi httpapi/wire openapi/client bench", ""},
	{"github.com/getkin/kin-openapi", "httpapi httpapi/wire testkit", "openapi arch"},
	{"github.com/go-json-experiment/json", "httpapi identity", "audit"}, // audit: what canonical form is
	{"github.com/coreos/go-oidc/v3", "identity", "app"},
	{"golang.org/x/oauth2", "", "identity app"},
	{"github.com/go-jose/go-jose/v4", "devissuer identity openapi/client cmd/samplan", ""}, // what clients sign, and their keys
	{"github.com/fergusstrange/embedded-postgres", "postgres", ""},
	{"github.com/caarlos0/env/v11", "config", ""},
	{"github.com/google/uuid", "calendar event fhir id store demo worlds bench", anything}, // tests invent ids
	{"github.com/chromedp/chromedp", "printer", "app"},
	{"github.com/chromedp/cdproto", "printer", ""}, // the words of the protocol that chromedp speaks
	{"github.com/rickar/cal/v2", "workday", ""},
	{"github.com/tink-crypto/tink-go/v2", "attachment", ""},
	{"github.com/minio/minio-go/v7", "attachment", ""},
	{"github.com/johannesboyne/gofakes3", "", "attachment httpapi"}, // a server that speaks S3
	{"github.com/arran4/golang-ical", "calendar", ""},
	{"github.com/emersion/go-ical", "", "calendar"},                         // what another program makes of a file
	{"github.com/standard-webhooks/standard-webhooks", "", "event httpapi"}, // what receivers verify signatures with
	{"go.yaml.in/yaml/v3", "", "httpapi"},                                   // writes the examples of the contract
	{"golang.org/x/text", "letters sheet", ""},                              // letters: one spelling of each; sheet: files in Windows-1252
	{"golang.org/x/time", "httpapi", ""},
	{"github.com/google/go-cmp", "testkit", anything},
	{"pgregory.net/rapid", "testkit", anything},
}

// isLibrary tells whether an import leaves both the project and Go's own library.
func isLibrary(path string) bool {
	first, _, _ := strings.Cut(path, "/")
	return strings.Contains(first, ".")
}

// libraryOf finds the row of an import.
func libraryOf(table []library, path string) (library, bool) {
	for _, l := range table {
		if path == l.path || strings.HasPrefix(path, strings.TrimSuffix(l.path, "/")+"/") {
			return l, true
		}
	}
	return library{}, false
}

func badLibraries(all []pkg, table []library) []string {
	var out []string
	used := map[string]bool{}
	check := func(p pkg, path string, isTest bool) {
		l, ok := libraryOf(table, path)
		used[l.path] = used[l.path] || ok
		switch {
		case !ok:
			out = append(out, fmt.Sprintf("%s imports %s, which nobody owns", p.name(), path))
		case has(l.owners, p.name()), isTest && (l.tests == anything || has(l.tests, p.name())):
		default:
			out = append(out, fmt.Sprintf("%s imports %s, which belongs to %s", p.name(), path, l.owners))
		}
	}
	for _, p := range all {
		for _, i := range p.Imports {
			if isLibrary(i) {
				check(p, i, false)
			}
		}
		for _, i := range p.allTestImports() {
			if isLibrary(i) {
				check(p, i, true)
			}
		}
	}
	for _, l := range table {
		if !used[l.path] {
			out = append(out, l.path+" is in the table of libraries and nobody imports it")
		}
	}
	return out
}

func TestLibraries(t *testing.T) {
	t.Parallel()
	report(t, badLibraries(list(t, ""), libraries))
}

func TestLibrariesCanFail(t *testing.T) {
	t.Parallel()
	all := []pkg{
		{ImportPath: "samplan/internal/plan", Imports: []string{"gorm.io/gorm", "errors"}, TestImports: []string{"pgregory.net/rapid"}},
		{ImportPath: "samplan/internal/store", Imports: []string{"gorm.io/gorm", "github.com/left/pad"}},
		{ImportPath: "samplan/internal/org", Imports: []string{"pgregory.net/rapid"}},
	}
	table := []library{{"gorm.io/", "store", ""}, {"pgregory.net/rapid", "", anything}, {"example.org/unused", "store", ""}}
	wantBreaks(t, badLibraries(all, table), "plan imports gorm.io/gorm", "left/pad, which nobody owns", "org imports pgregory.net/rapid", "example.org/unused")
}

const mostRequirements = 26

// module is what `go mod edit -json` tells.
type module struct {
	Require []struct {
		Path     string
		Indirect bool
	}
}

// requirementBreaks counts libraries, of which some are several modules; what only tests need does not come along with the
// program.
func requirementBreaks(m module) []string {
	direct := map[string]bool{}
	for _, r := range m.Require {
		l, known := libraryOf(libraries, r.Path)
		name := r.Path
		if known {
			name = l.path
		}
		isForTests := known && l.owners == ""
		if !r.Indirect && !isForTests {
			direct[name] = true
		}
	}
	if len(direct) <= mostRequirements {
		return nil
	}
	return []string{fmt.Sprintf("%d direct requirements, at most %d: %v", len(direct), mostRequirements, slices.Sorted(maps.Keys(direct)))}
}

func TestRequirements(t *testing.T) {
	t.Parallel()
	cmd := exec.CommandContext(t.Context(), "go", "mod", "edit", "-json")
	cmd.Dir = root
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	var m module
	if err := json.Unmarshal(out, &m); err != nil {
		t.Fatal(err)
	}
	if len(m.Require) == 0 {
		t.Fatal("no requirement found")
	}
	report(t, requirementBreaks(m))
	for n := range mostRequirements + 1 {
		m.Require = append(m.Require, struct {
			Path     string
			Indirect bool
		}{Path: fmt.Sprint("example.org/planted/", n)})
	}
	wantBreaks(t, requirementBreaks(m), "direct requirements")
}
