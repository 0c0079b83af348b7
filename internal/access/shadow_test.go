package access

import (
	"slices"
	"strings"
	"testing"

	"samplan/policy"
)

// changed gives a policy with a line of it said otherwise.
func changed(t *testing.T, line, instead string) *Matrix {
	t.Helper()
	if !strings.Contains(policy.Roles+policy.Walls, line) {
		t.Fatalf("%q is not there", line)
	}
	m, err := Candidate(strings.Replace(policy.Roles, line, instead, 1), strings.Replace(policy.Walls, line, instead, 1))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// logged are uses of each sort, two of which no policy can say anything of.
var logged = []Use{
	{Operation: "GetPlan", Role: "caseworker", Outcome: "done", Reach: "released_case", Ground: "consent", Giver: "health", Receiver: "ifo", Requests: 2, Objects: 5},
	{Operation: "GetPlan", Role: "caseworker", Outcome: "done", Reach: "own_case", Requests: 3, Objects: 9},
	{Operation: "ListChildren", Role: "data-protection-officer", Outcome: "denied", Requests: 1},
	{Operation: "GetPlan", Role: "caseworker", Outcome: "not-found", Requests: 1},
	{Operation: "GetSomethingOld", Role: "caseworker", Outcome: "done", Reach: "own_case", Requests: 1},
}

func TestShadow(t *testing.T) {
	t.Parallel()
	const inner = `"inner secrecy: SOLPUL 10 §, PDL 4:1-2, OSL 8:1-2"` + "\n"
	for name, c := range map[string]struct {
		candidate *Matrix
		want      []string // verdict, permission, reach
	}{
		"the same policy":  {matrix(t), nil},
		"plans are closed": {changed(t, "p, caseworker, plan, read, own_case, allow, "+inner, ""), []string{"refused  own_case", "refused  released_case"}},
		"nothing is received": {
			changed(t, "p, caseworker, item, read, released_case, allow, \"consent or ground: OSL 10:1, 12:2\"\n", ""),
			[]string{"closed item read released_case"},
		},
		"own items are closed":   {changed(t, "p, caseworker, item, read, own_case, allow, "+inner, ""), []string{"closed item read own_case"}},
		"consent opens nothing":  {changed(t, "p2, any, any, consent, allow, \"OSL 10:1, 12:2\"\n", ""), []string{"walled  released_case"}},
		"another role's line":    {changed(t, "p, unit-manager, plan, read, own_unit, allow, "+inner, ""), nil},
		"an officer's own cases": {changed(t, "officer, child, read, own_unit, deny", "officer, child, read, own_unit, allow"), []string{"allowed  "}},
	} {
		var got []string
		for _, d := range matrix(t).Shadow(c.candidate, logged) {
			got = append(got, d.Verdict+" "+d.Permission+" "+d.Reach)
			if (d.Law == "") != (d.Verdict == Allowed) {
				t.Errorf("%s: paragraph %q of %+v", name, d.Law, d)
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
}

func TestCandidateIsCheckedAsAnyPolicy(t *testing.T) {
	t.Parallel()
	if _, err := Candidate("p, caseworkr, plan, read, own_case, allow, X\n", ""); err == nil {
		t.Error("a mistyped role is taken in silence")
	}
	if m, err := Candidate("", ""); err != nil || len(m.Shadow(matrix(t), logged)) != 0 {
		t.Errorf("no text is not the policy as it is: %v", err)
	}
}
