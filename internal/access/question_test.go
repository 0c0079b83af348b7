package access

import (
	"testing"

	"github.com/casbin/casbin/v2"
	"github.com/casbin/casbin/v2/model"
	stringadapter "github.com/casbin/casbin/v2/persist/string-adapter"

	"samplan/policy"
)

// TestWhatNoLineSpeaksOfIsClosed puts some of the questions to casbin that are not put at start: the answer is no, and no
// line is named for it.
func TestWhatNoLineSpeaksOfIsClosed(t *testing.T) {
	t.Parallel()
	m, err := model.NewModelFromString(policy.Model)
	if err != nil {
		t.Fatal(err)
	}
	e, err := casbin.NewEnforcer(m, stringadapter.NewAdapter(policy.Roles+"\n"+policy.Walls))
	if err != nil {
		t.Fatal(err)
	}
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
