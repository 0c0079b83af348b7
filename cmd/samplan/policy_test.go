package main

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"samplan/internal/store"
	"samplan/internal/testkit"
	"samplan/policy"
)

// candidate writes a policy from which a line is taken.
func candidate(t *testing.T, text, without string) string {
	t.Helper()
	if strings.Count(text, without) != 1 {
		t.Fatalf("%q is there %d times", without, strings.Count(text, without))
	}
	file := filepath.Join(t.TempDir(), "candidate.csv")
	if err := os.WriteFile(file, []byte(strings.Replace(text, without, "", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

// TestPolicyShadow tries candidates on what the county did in the autumn of 2020.
func TestPolicyShadow(t *testing.T) {
	d := testkit.NewDatabase(t, store.Options{})
	if err := testkit.LoadCounty(t.Context(), d.URL); err != nil {
		t.Fatal(err)
	}
	u, err := url.Parse(d.URL)
	if err != nil {
		t.Fatal(err)
	}
	u.User = url.User("samplan_migrate")
	t.Setenv("SAMPLAN_DATABASE_URL", u.String())
	shadow := func(args ...string) said {
		return run(t, append([]string{"policy", "shadow", "--from", "2020-09-01", "--to", "2020-12-31"}, args...)...)
	}

	const dispatch = "p, caseworker, plan, dispatch, lead_case, allow, \"SoL 10:8-9\"\n"
	got := shadow("--roles", candidate(t, policy.Roles, dispatch))
	if got.code != 0 || got.complaints != "" {
		t.Fatalf("got %+v", got)
	}
	for _, want := range []string{"refused", "caseworker", "DispatchPlan", "SoL 10:8-9"} {
		if !strings.Contains(got.out, want) {
			t.Errorf("%q is missing in\n%s", want, got.out)
		}
	}
	for _, never := range []string{"GetPlan", "Lena", "Haddad", "unit-manager"} {
		if strings.Contains(got.out, never) {
			t.Errorf("%q is told in\n%s", never, got.out)
		}
	}

	const received = "p, caseworker, item, read, released_case, allow, \"consent or ground: OSL 10:1, 12:2\"\n"
	got = shadow("--roles", candidate(t, policy.Roles, received))
	if !strings.Contains(got.out, "closed") || !strings.Contains(got.out, "item read") || !strings.Contains(got.out, "released_case") {
		t.Errorf("got %+v", got)
	}
	const consent = "p2, any, any, consent, allow, \"OSL 10:1, 12:2\"\n"
	got = shadow("--walls", candidate(t, policy.Walls, consent))
	if !strings.Contains(got.out, "walled") || !strings.Contains(got.out, "school > ifo by consent") && !strings.Contains(got.out, "by consent") {
		t.Errorf("got %+v", got)
	}
	same := shadow("--walls", candidate(t, policy.Walls+"\n# nothing\n", "# nothing\n"))
	if !strings.Contains(same.out, "\n0 different decisions") {
		t.Errorf("the same policy: %+v", same)
	}
}

func TestPolicyShadowRefuses(t *testing.T) {
	t.Parallel()
	file := candidate(t, policy.Roles+"# nothing\n", "# nothing\n")
	broken := candidate(t, policy.Roles+"p, caseworkr, plan, read, own_case, allow, X\n# nothing\n", "# nothing\n")
	for name, c := range map[string]struct{ args, want string }{
		"nothing":         {"policy", "usage: samplan policy shadow"},
		"another word":    {"policy check", "usage: samplan policy shadow"},
		"no days":         {"policy shadow --roles " + file, "usage: samplan policy shadow"},
		"no candidate":    {"policy shadow --from 2020-12-01", "name at least one of the files"},
		"no day":          {"policy shadow --from 1/12 --roles " + file, "want days as 2020-12-31"},
		"back in time":    {"policy shadow --from 2020-12-02 --to 2020-12-01 --roles " + file, "in order"},
		"no such file":    {"policy shadow --from 2020-12-01 --roles " + file + ".none", "read candidate"},
		"a broken policy": {"policy shadow --from 2020-12-01 --roles " + broken, "names something unknown"},
		"another flag":    {"policy shadow --form 2020-12-01", "policy shadow -h tells the flags"},
	} {
		got := run(t, strings.Fields(c.args)...)
		if got.code != 1 || got.out != "" || !strings.Contains(got.complaints, c.want) {
			t.Errorf("%s: want %q, got %+v", name, c.want, got)
		}
	}
}
