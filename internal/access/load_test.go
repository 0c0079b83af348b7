package access

import (
	"slices"
	"strings"
	"sync"
	"testing"

	"samplan/policy"
)

// loadOnce: evaluating takes half a second under the race detector, and the matrix never changes.
var loadOnce = sync.OnceValues(Load)

// matrix is the policy as it stands.
func matrix(t *testing.T) *Matrix {
	t.Helper()
	m, err := loadOnce()
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// loadChanged loads the policy with a change to its three lists.
func loadChanged(change func(roles, walls, classes *string)) (*Matrix, error) {
	roles, walls, classes := policy.Roles, policy.Walls, policy.Classes
	change(&roles, &walls, &classes)
	return load(policy.Model, roles, walls, classes)
}

func TestDenyWins(t *testing.T) {
	t.Parallel()
	m, err := loadChanged(func(roles, walls, _ *string) {
		*roles = "p, caseworker, plan, read, own_case, deny, planted before\n" + *roles +
			"p, guardian, item, read, family_guardian, deny, planted after\n"
		*walls += "p2, lss, ifo, consent, deny, planted\n"
	})
	if err != nil {
		t.Fatal(err)
	}
	if got := m.reaches[roleRule{Caseworker, ReadPlan{}.rule()}]; len(got) != 0 {
		t.Errorf("a deny before the allow leaves %v", got)
	}
	if got := m.reaches[roleRule{Citizen, ReadItem{}.rule()}]; !slices.Equal(got, []Reach{FamilySelf}) {
		t.Errorf("an inherited deny leaves a citizen %v", got)
	}
	if _, ok := m.Opens(Wall{ClassNamed("lss"), ClassNamed("ifo"), Consent}); ok {
		t.Error("a denied wall opens")
	}
	if _, ok := m.Opens(Wall{ClassNamed("ifo"), ClassNamed("lss"), Consent}); !ok {
		t.Error("the deny reaches the other direction")
	}
}

func TestLoadRefusesWhatItDoesNotKnow(t *testing.T) {
	t.Parallel()
	for name, line := range map[string]string{
		"role":              "p, caseworkr, plan, read, own_case, allow, X",
		"resource":          "p, caseworker, plna, read, own_case, allow, X",
		"action":            "p, caseworker, plan, raed, own_case, allow, X",
		"action of another": "p, caseworker, plan, withdraw, own_case, allow, X",
		"reach":             "p, caseworker, plan, read, own_csae, allow, X",
		"effect":            "p, caseworker, plan, read, own_case, dney, X",
		"no paragraph":      `p, caseworker, plan, read, own_case, allow, ""`,
		"blank paragraph":   `p, caseworker, plan, read, own_case, allow, " "`,
		"blank law":         `p2, any, any, consent, allow, " "`,
		"too few fields":    "p, caseworker, plan, read, own_case, allow",
		"inheriting role":   "g, citizn, guardian",
		"inherited role":    "g, citizen, parent",
		"giver":             "p2, helth, any, consent, allow, X",
		"receiver":          "p2, any, helth, consent, allow, X",
		"ground":            "p2, any, any, consnt, allow, X",
		"effect of a wall":  "p2, any, any, consent, dney, X",
		"wall without law":  `p2, any, any, consent, allow, ""`,
		"wall too short":    "p2, any, any, consent, allow",
		"member of a group": "g2, helth, care",
		"unused group":      "g2, health, caer",
	} {
		if _, err := loadChanged(func(roles, _, _ *string) { *roles += line + "\n" }); err == nil {
			t.Errorf("%s: %q is taken in silence", name, line)
		}
	}
	for name, classes := range map[string]string{
		"class":      policy.Classes + "helth, OSL 25:1, reverse\n",
		"strength":   policy.Classes + "health, OSL 25:1, revers\n",
		"left out":   "health, OSL 25:1, reverse\n",
		"field lost": policy.Classes + "health, reverse\n",
	} {
		if _, err := load(policy.Model, policy.Roles, policy.Walls, classes); err == nil {
			t.Errorf("classes: %s is taken in silence", name)
		}
	}
	if _, err := load("not a model", policy.Roles, policy.Walls, policy.Classes); err == nil {
		t.Error("a broken model is taken in silence")
	}
}

// P13: once the policy is loaded, nobody asks casbin again.
//
//nolint:paralleltest // the counter is the program's; a test that loads beside this one would move it
func TestP13RequestsEvaluateNothing(t *testing.T) {
	m := matrix(t)
	before := Evaluations()
	if before == 0 {
		t.Fatal("loading is not counted")
	}
	for _, r := range allRoles {
		a := Actor{post: Post{Role: r}}
		for name := range Operations {
			m.May(a, name)
		}
		_, _ = Allow[ReadItem](m, a) // the outcome is another test's
	}
	for _, c := range Classes {
		m.Opens(Wall{c, c, Consent})
		m.WeakerThan(c, Classes[0])
	}
	if after := Evaluations(); after != before {
		t.Errorf("%d evaluations after loading", after-before)
	}
}

// TestNoRuleIsWrittenTwice: a second line of a rule would stay when somebody takes the first one away.
func TestNoRuleIsWrittenTwice(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for line := range strings.Lines(policy.Roles) {
		if strings.HasPrefix(line, "p, ") && seen[line] {
			t.Errorf("twice: %s", line)
		}
		seen[line] = true
	}
}
