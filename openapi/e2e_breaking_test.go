//go:build e2e

package openapi_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
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
	now, err := load(t).MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	all, passed := compare(t, last.text, now, "--err-ignore", breaksFile)
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
	whole, _ := compare(t, last.text, now)
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
	before, err := load(t).MarshalJSON()
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
