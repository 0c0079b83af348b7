//go:build e2e

package httpapi_test

import (
	"bytes"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// judged gives what a program made by others finds wrong in each of some resources, by FHIR's own definitions of R4.
func judged(t *testing.T, documents []string) [][]string {
	t.Helper()
	packages, err := filepath.Abs("../../.ci/npm/node_modules")
	if err != nil {
		t.Fatal(err)
	}
	validator := exec.CommandContext(t.Context(), "node", "testdata/fhir.mjs", packages) //nolint:gosec // G204: fixed words
	validator.Stdin = strings.NewReader(strings.Join(documents, "\n") + "\n")
	validator.Stderr = t.Output()
	out, err := validator.Output()
	if err != nil {
		t.Fatalf("the validator is missing or fails (npm ci --prefix .ci/npm): %v", err)
	}
	all := make([][]string, 0, len(documents))
	for line := range bytes.Lines(out) {
		var errors []string
		if err := json.Unmarshal(line, &errors); err != nil {
			t.Fatal(err)
		}
		all = append(all, errors)
	}
	if len(all) != len(documents) {
		t.Fatalf("%d documents, %d verdicts", len(documents), len(all))
	}
	return all
}

// TestE2EFHIRIsValid: for every reader of the county and each plan that it sees, among them plans that have just begun and
// plans that are over; an empty one; a Barnets plan with one party; a plan that was closed; a protected child's.
func TestE2EFHIRIsValid(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.record(w.karin, "protected-registration").Want(201)
	child := w.lena.Get("/children?limit=100").Want(200).Rows("children")[0]["id"]
	empty := w.lena.Post("/plans", object{"childId": child, "kind": "sip"}).Want(201).Text("id")
	over := w.lena.Post("/plans", object{"childId": child, "kind": "sip"}).Want(201).Text("id")
	w.lena.Post("/plans/"+over+"/status-changes", object{"to": "no-need", "on": before, "reason": "x"}).Want(201)
	var names, documents []string
	read := func(who, list, at string) {
		a := w.As(who).Get(list + "?limit=100")
		if a.Status != 200 {
			return
		}
		for _, p := range a.Rows("plans") {
			got := w.As(who).Get(at + p["id"].(string) + "/fhir").Want(200)
			names = append(names, who+" "+p["id"].(string)+" "+p["kind"].(string)+" "+p["status"].(string))
			documents = append(documents, strings.TrimSpace(got.Body))
		}
	}
	for _, p := range demo.People() {
		read(p.Key, "/plans", "/plans/")
		read(p.Key, "/my/plans", "/my/plans/")
	}
	all := strings.Join(names, "\n")
	for _, want := range []string{"lena " + empty + " sip noted", "lena " + over + " sip no-need", "barnets-plan", "amir ", "established"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not among what is tried:\n%s", want, all)
		}
	}
	for n, errors := range judged(t, documents) {
		if len(errors) > 0 {
			t.Errorf("%s: %q\n%s", names[n], errors, documents[n])
		}
	}
}

// TestE2EFHIRValidatorBites: a wrong code, a missing element, an unknown one, a wrong type and a wrong day are each found in a
// bundle that is valid without them.
func TestE2EFHIRValidatorBites(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	plan, _ := planOf(w.As("lena"), "Lo Haddad")
	good := strings.TrimSpace(w.As("lena").Get("/plans/" + plan + "/fhir").Want(200).Body)
	documents := []string{good}
	for _, planted := range [][2]string{
		{`"intent":"plan"`, `"intent":"plans"`},
		{`"intent":"plan",`, ``},
		{`"intent":"plan"`, `"intent":"plan","lastUpdated":"2020-01-01"`},
		{`"name":[{"text"`, `"name":[{"whole"`},
		{`"lifecycleStatus":"active"`, `"lifecycleStatus":"started"`},
		{`"birthDate":"2011-05-14"`, `"birthDate":"våren"`},
		{`"status":"not-started"`, `"status":"planned"`},
		{`"provision":{"type":"permit"`, `"provision":{"type":"allow"`},
	} {
		bad := strings.Replace(good, planted[0], planted[1], 1)
		if bad == good {
			t.Fatalf("nothing to plant %s in", planted[1])
		}
		documents = append(documents, bad)
	}
	for n, errors := range judged(t, documents) {
		if (len(errors) > 0) != (n > 0) {
			t.Errorf("document %d: %q", n, errors)
		}
	}
}
