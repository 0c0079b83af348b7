package httpapi

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// fullPlan is a full plan with an item of each kind, and Karin, whose unit holds it and is bound less hard than its owner.
type fullPlan struct {
	filler
	view  plan.View
	karin reader
}

// fullPlanPolicy reads the policy once: it never changes, and evaluating it takes a fifth of a second.
var fullPlanPolicy = sync.OnceValues(access.Load)

func newFullPlan(t *testing.T) *fullPlan {
	t.Helper()
	policy, err := fullPlanPolicy()
	if err != nil {
		t.Fatal(err)
	}
	s := &fullPlan{}
	s.view = filled[plan.View](&s.filler)
	s.view.Parties[0].Unit = s.view.LeadUnit
	s.view.Items = nil
	for _, k := range plan.ItemKinds.Values() {
		i := filled[plan.Item](&s.filler)
		i.Kind, i.Owner, i.AuthorKind, i.Placeless = k, s.view.LeadUnit, plan.ByStaff, false
		s.view.Items = append(s.view.Items, i)
	}
	d := org.Directory{Units: map[id.Unit]org.Unit{}, Principals: map[id.Principal]org.Principal{}}
	for _, u := range []id.Unit{s.view.LeadUnit, s.view.NextFollowUpUnit} {
		name := "Enhet " + u.String()[30:]
		d.Units[u] = org.Unit{ID: u, Name: name, Class: access.ClassNamed("ifo"), AuthorityName: "Nämnden", Principal: org.Principal{Name: "Exempelstads kommun"}}
	}
	p := s.view.OverallResponsible
	d.Principals[p] = org.Principal{ID: p, Name: "Exempelregionen", Kind: org.PrincipalKindNamed("region")}
	post := access.Post{Assignment: id.NewAssignment(), Role: access.Caseworker, Unit: s.view.LeadUnit, Class: access.ClassNamed("police")}
	actor := access.NewStaff(s.view.Items[0].Author, "Karin", post, civil.MustParse("2026-03-02"), id.NewRequest())
	s.karin = reader{actor, policy, org.LabelsOf(d)}
	return s
}

func (s *fullPlan) item(k plan.ItemKind) plan.Item {
	for _, i := range s.view.Items {
		if i.Kind == k {
			return i
		}
	}
	return plan.Item{}
}

func TestNothingIsLostOfAPlan(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	w := s.karin.plan(s.view)
	beside := "told with the link alone, to the unit that holds it"
	wantWhole(t, w, map[string]string{"Plan.Links.ReviewBy": beside, "Plan.Links.ReviewedOn": beside})
	wantDistinct(t, w)
	wantDistinct(t, w.Parties[0])
	wantDistinct(t, w.Goals[0])
	wantDistinct(t, w.Notes[0])
	wantDistinct(t, w.ChildViews[0])
	wantDistinct(t, w.Disagreements[0])
	wantDistinct(t, w.Interventions[0], "Intervention.Responsible") // it is the outside actor
}

func TestNothingIsLostOfTheRest(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	row, call := filled[plan.Row](&s.filler), filled[plan.Invitation](&s.filler)
	row.LeadUnit, call.From = s.view.LeadUnit, s.view.LeadUnit
	v := filled[plan.Version](&s.filler)
	v.Items[0].Owner, v.Items[0].Placeless = s.view.LeadUnit, false
	for _, w := range []any{
		s.karin.planRow(row), s.karin.invitation(call), statusChange(filled[plan.Step](&s.filler)), confirmation(filled[plan.Confirmation](&s.filler)),
		s.karin.planVersion(v), versionRow(v), itemChange(filled[plan.Change](&s.filler)), missingPart(filled[fault.Field](&s.filler)),
	} {
		wantWhole(t, w, nil)
		wantDistinct(t, w)
	}
	wantWhole(t, statutoryCheck([]fault.Field{{Pointer: "/interventions", Code: "required"}}),
		map[string]string{"StatutoryCheck.Complete": "true only when nothing is missing"})
	if !statutoryCheck(nil).Complete {
		t.Error("a plan that lacks nothing is not complete")
	}
}

func TestNothingIsLostOfAFamilysPlan(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	lo := s.item(plan.ChildViewKind).Author
	for n := range s.view.Items {
		s.view.Items[n].Author = lo
	}
	s.karin.actor = access.NewCitizen(lo, civil.MustParse("2026-03-02"), id.NewRequest())
	s.view.Parties[0].State = plan.Left
	w := s.karin.myPlan(s.view)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	wantDistinct(t, w.Parties[0])
	for _, state := range []string{"called", "invited", "declined"} { // which units were asked is told, and not on which days
		s.view.Parties[0].State = plan.PartyStates.Must(state)
		if y := s.karin.myPlan(s.view).Parties[0]; y.StartsOn != nil || y.EndsOn != nil {
			t.Errorf("%s: %v to %v", state, y.StartsOn, y.EndsOn)
		}
	}
	wantDistinct(t, w.Goals[0])
	wantDistinct(t, w.Interventions[0])
	wantDistinct(t, w.ChildViews[0])
	wantDistinct(t, w.Disagreements[0])
	wantWhole(t, s.karin.myPlanRow(filled[plan.Row](&s.filler)), nil)
}

func TestAFamilysPlanTellsNothingInternal(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	guardian := access.NewCitizen(id.NewPerson(), civil.MustParse("2026-03-02"), id.NewRequest())
	s.karin.actor = guardian
	body, err := json.Marshal(s.karin.myPlan(s.view))
	if err != nil {
		t.Fatal(err)
	}
	note := s.item(plan.NoteKind)
	for name, text := range map[string]string{
		"a note":             note.Body.Reveal(),
		"a note's id":        note.ID.String(),
		"an author's name":   note.AuthorName.Reveal(),
		"an author":          note.Author.String(),
		"the secrecy's rule": "OSL",
		"a unit's id":        s.view.LeadUnit.String(),
		"a party's contact":  s.view.Parties[0].ContactName.Reveal(),
		"a party's reason":   s.view.Parties[0].Reason.Reveal(),
		"the child's id":     s.view.Child.String(),
	} {
		if strings.Contains(string(body), text) {
			t.Errorf("%s is told to the family", name)
		}
	}
	for _, v := range s.karin.myPlan(s.view).ChildViews {
		if v.Own {
			t.Error("another's words are the reader's own")
		}
	}
}

func TestNamesInListsAndInThePlan(t *testing.T) {
	t.Parallel()
	child := id.NewPerson()
	given, family := person.NewText("Lo"), person.NewText("Exempelsson")
	for name, c := range map[string]struct {
		name           plan.ChildName
		inList, inPlan string
	}{
		"not protected":          {plan.ChildName{Given: given, Family: family, Protection: person.NoProtection}, "Lo Exempelsson", "Lo Exempelsson"},
		"marked (R31)":           {plan.ChildName{Given: given, Family: family, Protection: person.ConfidentialityMarked}, "Skyddad person", "Lo Exempelsson"},
		"assumed identity (R31)": {plan.ChildName{Given: given, Family: family, Protection: person.AssumedIdentity}, "Skyddad person", "Lo Exempelsson"},
		"level not known":        {plan.ChildName{Given: given, Family: family}, "Skyddad person", "Lo Exempelsson"},
		"name not known":         {plan.ChildName{Protection: person.NoProtection}, "Skyddad person", "Skyddad person"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if got := (reader{}).listed(c.name, child); !strings.HasPrefix(got, c.inList) || c.inList != "Lo Exempelsson" && strings.Contains(got, "Lo") {
				t.Errorf("in a list: want %s, got %s", c.inList, got)
			}
			if got := (reader{}).named(c.name, child); !strings.HasPrefix(got, c.inPlan) {
				t.Errorf("in the plan: want %s, got %s", c.inPlan, got)
			}
		})
	}
}

func TestEmptyListsStayLists(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	body, err := json.Marshal([]any{
		s.karin.plan(plan.View{}), s.karin.myPlan(plan.View{}), s.karin.planVersion(plan.Version{}), statutoryCheck(nil),
		itemChange(plan.Change{How: "added"}), versionComparison(1, 2, nil),
	})
	if err != nil {
		t.Fatal(err)
	}
	if strings.Contains(string(body), "null") {
		t.Errorf("a list is missing: %s", body)
	}
}

func TestComparedFieldsHaveTheContractsNames(t *testing.T) {
	t.Parallel()
	for kind, want := range map[plan.ItemKind]string{plan.GoalKind: "partOfGoalId", plan.InterventionKind: "goalId"} {
		if got := itemChange(plan.Change{Kind: kind, How: "changed", Fields: []string{"goal"}}).Fields[0]; got != want {
			t.Errorf("%s: want %s got %s", kind, want, got)
		}
	}
}
