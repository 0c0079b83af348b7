//go:build e2e

package openapi_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"
)

// oasdiff is the program that compares contracts; .ci/run names and installs its version.
var oasdiff = cmp.Or(os.Getenv("SAMPLAN_TEST_OASDIFF"), "oasdiff")

// broken is what oasdiff says of a change that breaks a client.
type broken struct {
	Text, Operation, Path string
	Level                 int
}

const levelError = 3

// compare runs oasdiff as the gate does; it passes when exit is 0.
func compare(t *testing.T, before, after []byte, more ...string) (all []broken, passed bool) {
	t.Helper()
	dir := t.TempDir()
	args := []string{"breaking", filepath.Join(dir, "before"), filepath.Join(dir, "after"), "--fail-on", "ERR", "--format", "json"}
	for i, text := range [][]byte{before, after} {
		if err := os.WriteFile(args[i+1], text, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.CommandContext(t.Context(), oasdiff, append(args, more...)...).Output()
	var exit *exec.ExitError
	if err != nil && (!errors.As(err, &exit) || exit.ExitCode() != 1) {
		t.Fatalf("oasdiff: %v", err)
	}
	if text := strings.TrimSpace(string(out)); strings.HasPrefix(text, "[") {
		if err := json.Unmarshal(out, &all); err != nil {
			t.Fatal(err)
		}
	}
	return all, err == nil
}

// TestE2EBreaking is the gate: nothing breaks a client of the last release but what breaking.txt tells, and that still does.
func TestE2EBreaking(t *testing.T) {
	last := lastRelease(t)
	now, err := asJSON()
	if err != nil {
		t.Fatal(err)
	}
	before, now := grown(t, last.text, now)
	all, passed := compare(t, before, now, "--err-ignore", breaksFile)
	for _, b := range all {
		if b.Level >= levelError {
			t.Errorf("breaks clients of %s: %s %s %s", last.version, b.Operation, b.Path, b.Text)
		}
	}
	if !passed && !t.Failed() {
		t.Error("oasdiff refuses the contract and does not tell why")
	}
	text, err := os.ReadFile(breaksFile)
	if err != nil {
		t.Fatal(err)
	}
	meant, err := excuses(string(text), last.version)
	if err != nil {
		t.Fatal(err)
	}
	whole, _ := compare(t, before, now)
	for _, line := range stale(meant, whole) {
		t.Errorf("%s: no such break any more: %s", breaksFile, line)
	}
}

// stale gives the excuses that excuse nothing.
func stale(meant []excuse, all []broken) (out []string) {
	for _, e := range meant {
		found := false
		for _, b := range all {
			found = found || strings.EqualFold(e.change, b.Operation+" "+b.Path+" "+b.Text)
		}
		if !found {
			out = append(out, e.change)
		}
	}
	return out
}

// TestE2EBreakingBites plants breaks, and an excuse for one of them.
func TestE2EBreakingBites(t *testing.T) {
	before, err := asJSON()
	if err != nil {
		t.Fatal(err)
	}
	for name, plant := range map[string]func(*openapi3.T){
		"an operation is removed": func(d *openapi3.T) { d.Paths.Delete("/me") },
		"a request asks for more": func(d *openapi3.T) {
			s := d.Components.Schemas["NewCatalogueEntry"].Value
			s.Required = append(s.Required, "description")
		},
		"an answer has another type": func(d *openapi3.T) {
			d.Components.Schemas["ApiInfo"].Value.Properties["apiName"].Value.Type = &openapi3.Types{openapi3.TypeInteger}
		},
	} {
		doc := load(t)
		plant(doc)
		after, err := doc.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		all, passed := compare(t, before, after)
		if passed || len(all) == 0 {
			t.Errorf("%s: not noticed", name)
			continue
		}
		var lines strings.Builder
		for _, b := range all {
			_, _ = lines.WriteString(b.Operation + " " + b.Path + " " + b.Text + " # planted\n")
		}
		file := filepath.Join(t.TempDir(), "breaking.txt")
		if err := os.WriteFile(file, []byte(lines.String()), 0o600); err != nil {
			t.Fatal(err)
		}
		if left, passed := compare(t, before, after, "--err-ignore", file); !passed {
			t.Errorf("%s: written down and refused all the same: %v", name, left)
		}
		meant, err := excuses(lines.String()+"GET /gone was removed # long ago\n", "0.1.0")
		if err != nil {
			t.Fatal(err)
		}
		if got := stale(meant, all); len(got) != 1 || got[0] != "GET /gone was removed" {
			t.Errorf("%s: want the stale excuse alone, got %v", name, got)
		}
	}
	if _, passed := compare(t, before, before); !passed {
		t.Error("a contract breaks itself")
	}
}

// grown takes from two contracts the lists of values that may grow (x-grows), of which oasdiff would call each new value a break,
// after a look at them: they may grow, and nothing else.
func grown(t *testing.T, before, after []byte) (was, is []byte) {
	t.Helper()
	var docs [2]struct {
		whole   map[string]any
		schemas map[string]any
	}
	for i, text := range [][]byte{before, after} {
		doc, err := openapi3.NewLoader().LoadFromData(text) // a released contract is YAML
		if err != nil {
			t.Fatal(err)
		}
		if text, err = doc.MarshalJSON(); err != nil {
			t.Fatal(err)
		}
		if err := json.Unmarshal(text, &docs[i].whole); err != nil {
			t.Fatal(err)
		}
		components, _ := docs[i].whole["components"].(map[string]any)
		docs[i].schemas, _ = components["schemas"].(map[string]any)
	}
	for name, s := range docs[1].schemas {
		now, _ := s.(map[string]any)
		if now["x-grows"] != true {
			continue
		}
		old, _ := docs[0].schemas[name].(map[string]any)
		for _, lost := range shrunk(old["enum"], now["enum"]) {
			t.Errorf("%s has lost the value %v", name, lost)
		}
		delete(old, "enum")
		delete(now, "enum")
	}
	for i, to := range []*[]byte{&was, &is} {
		text, err := json.Marshal(docs[i].whole)
		if err != nil {
			t.Fatal(err)
		}
		*to = text
	}
	return was, is
}

// shrunk gives the values of a list that another lacks.
func shrunk(before, after any) (lost []any) {
	old, _ := before.([]any)
	now, _ := after.([]any)
	for _, v := range old {
		if !slices.Contains(now, v) {
			lost = append(lost, v)
		}
	}
	return lost
}

// TestE2EBreakingLetsListsGrow: a new value of a list that may grow breaks nobody; of another it does, and a lost one always.
func TestE2EBreakingLetsListsGrow(t *testing.T) {
	before, err := asJSON()
	if err != nil {
		t.Fatal(err)
	}
	for name, passes := range map[string]bool{"ProblemCode": true, "PlanStatus": false} {
		doc := load(t)
		s := doc.Components.Schemas[name].Value
		s.Enum = append(s.Enum, "planted")
		after, err := doc.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		was, is := grown(t, before, after)
		if _, passed := compare(t, was, is); passed != passes {
			t.Errorf("a new value of %s passes: %v", name, passed)
		}
	}
	if lost := shrunk([]any{"a", "b"}, []any{"b", "c"}); len(lost) != 1 || lost[0] != "a" {
		t.Errorf("lost %v", lost)
	}
}
