package access

import (
	"testing"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	stringadapter "github.com/casbin/casbin/v2/persist/string-adapter"

	"samplan/policy"
)

// enforcer has every line of the policy.
func enforcer(t *testing.T) *casbin.Enforcer {
	t.Helper()
	m, err := model.NewModelFromString(policy.Model)
	if err != nil {
		t.Fatal(err)
	}
	e, err := casbin.NewEnforcer(m, stringadapter.NewAdapter(policy.Roles+"\n"+policy.Walls))
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// TestWhatNoLineSpeaksOfIsClosed puts some of the questions to casbin that are not put at start: the answer is no, and no
// line is named for it.
func TestWhatNoLineSpeaksOfIsClosed(t *testing.T) {
	t.Parallel()
	e := enforcer(t)
	roles, err := roleQuestions(e)
	if err != nil {
		t.Fatal(err)
	}
	walls, err := wallQuestions(e)
	if err != nil {
		t.Fatal(err)
	}
	ctx := casbin.NewEnforceContext("2")
	ctx.EType = "e"
	for n := 0; n < len(allRoles)*len(permissions)*len(Reaches); n += 37 { // a prime: every role, permission and reach comes up
		role, p := allRoles[n%len(allRoles)], permissions[n/len(allRoles)%len(permissions)].rule()
		reach := Reaches[n/len(allRoles)/len(permissions)]
		if !roles[[4]string{role.name, p.resource, p.action, reach.name}] {
			if ok, why, err := e.EnforceEx(role.name, p.resource, p.action, reach.name); ok || len(why) > 0 || err != nil {
				t.Errorf("%s %s %s: %t by %q, %v", role, p, reach, ok, why, err)
			}
		}
	}
	for n := 0; n < len(Classes)*len(Classes)*len(grounds); n += 5 {
		w := Wall{Classes[n%len(Classes)], Classes[n/len(Classes)%len(Classes)], grounds[n/len(Classes)/len(Classes)]}
		if !walls[[3]string{w.Giver.name, w.Receiver.name, w.Ground.name}] {
			if ok, why, err := e.EnforceEx(ctx, w.Giver.name, w.Receiver.name, w.Ground.name); ok || len(why) > 0 || err != nil {
				t.Errorf("%v: %t by %q, %v", w, ok, why, err)
			}
		}
	}
}

// TestLinesOfAnotherKindSayNothing puts questions to every line of the policy: the answers are those of the few that are asked at start.
func TestLinesOfAnotherKindSayNothing(t *testing.T) {
	t.Parallel()
	e, asked := enforcer(t), matrix(t)
	n := 0
	for _, role := range allRoles {
		for _, p := range permissions {
			key := roleRule{role, p.rule()}
			for _, reach := range asked.reaches[key] {
				if n++; n%7 != 0 {
					continue
				}
				ok, why, err := e.EnforceEx(role.name, key.rule.resource, key.rule.action, reach.name)
				if !ok || err != nil || why[len(why)-1] != asked.laws[lawKey(key, reach)] {
					t.Errorf("%s %s %s: %t by %q, %v", role, p, reach, ok, why, err)
				}
			}
		}
	}
	ctx := casbin.NewEnforceContext("2")
	ctx.EType = "e"
	for _, giver := range Classes {
		for n, receiver := range Classes {
			w := Wall{giver, receiver, grounds[n]}
			ok, why, err := e.EnforceEx(ctx, giver.name, receiver.name, w.Ground.name)
			law, isOpen := asked.Opens(w)
			if ok != isOpen || err != nil || ok && why[len(why)-1] != law {
				t.Errorf("%v: %t by %q, %v", w, ok, why, err)
			}
		}
	}
}
