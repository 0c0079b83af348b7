package httpapi

import (
	"testing"

	"samplan/internal/consent"
	"samplan/internal/objection"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

// exchangedSheet is a full plan with a role and what became of its goal.
func exchangedSheet(t *testing.T) exchanged {
	t.Helper()
	s := newFullPlan(t)
	h, e := filled[plan.RoleHolder](&s.filler), filled[plan.Evaluation](&s.filler)
	h.Unit, h.Role = s.view.LeadUnit, plan.Coordinator
	e.Item, e.Outcome = s.item(plan.GoalKind).ID, plan.Outcomes.Must("reached")
	s.view.Parties[0].State, s.view.Kind = plan.Accepted, plan.SIP
	for n := range s.view.Items {
		s.view.Items[n].Horizon = plan.Horizons.Must("long")
		s.view.Items[n].Objections[0].Speaker = objection.Child
	}
	return exchanged{reader: s.karin, view: s.view, roles: []plan.RoleHolder{h}, evaluations: []plan.Evaluation{e}}
}

// TestNothingIsLostForARecordSystem: what the plan's own answer has and a record has a place for is there.
func TestNothingIsLostForARecordSystem(t *testing.T) {
	t.Parallel()
	x := exchangedSheet(t)
	var f filler
	c := filled[consent.View](&f)
	c.Unit, c.Givers[0].Answer, c.Kind = x.view.LeadUnit, consent.Given, consent.ToShare
	c.Scopes[0].Categories[0] = consent.Categories.Must("health")
	r := x.exchange(filled[person.Child](&f), []person.Identifier{{}}, []consent.View{c})
	known := map[string]string{
		"Record.Notes.Author": "the evaluation of the whole is the leading unit's", "Record.Child.Numbers.Type": "the test's number is empty",
		"Record.Child.Numbers.OID": "likewise", "Record.Child.Numbers.Value": "likewise", "Record.Child.IsProtected": "the test's child is not",
		"Record.Interventions.Outcomes": "the test evaluates the goal", "Record.Consents.Givers.IsChild": "the test's giver is not",
		"Record.Consents.Scopes.From.Name": "the directory of the test has no branches", "Record.Consents.Scopes.To.Name": "likewise",
		"Record.Consents.Scopes.From.Principal": "a branch is named alone", "Record.Consents.Scopes.To.Principal": "likewise",
	}
	wantWhole(t, r, known)
	if n := len(r.Notes); n != 6 {
		t.Errorf("%d notes, want the child's words, a disagreement and the evaluation, each with an objection", n)
	}
}

// TestUnitsByName: a name that two parties have is no longer one of them.
func TestUnitsByName(t *testing.T) {
	t.Parallel()
	units := partiesByName([]wire.MyParty{
		{Unit: "Elevhälsan", Principal: "a"}, {Unit: "Elevhälsan", Principal: "b"}, {Unit: "BUP", Principal: "c"},
	})
	for name, want := range map[string]string{"Elevhälsan": "", "BUP": "c", "Okänd": ""} {
		if u := units.named(name); u.Name != name || u.Principal != want {
			t.Errorf("%s: %+v", name, u)
		}
	}
}
