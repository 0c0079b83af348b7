package httpapi

import (
	"encoding/json"
	"slices"
	"strings"
	"sync"
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// sheet is a full plan with an item of each kind, and Karin, whose unit holds it and is bound less hard than its owner.
type sheet struct {
	filler
	view  plan.View
	karin reader
}

// sheetPolicy reads the policy once: it never changes, and evaluating it takes a fifth of a second.
var sheetPolicy = sync.OnceValues(access.Load)

func newSheet(t *testing.T) *sheet {
	t.Helper()
	policy, err := sheetPolicy()
	if err != nil {
		t.Fatal(err)
	}
	s := &sheet{}
	s.view = filled[plan.View](&s.filler)
	s.view.Parties[0].Unit = s.view.LeadUnit
	s.view.Items = nil
	for _, k := range plan.ItemKinds.Values() {
		i := filled[plan.Item](&s.filler)
		i.Kind, i.Owner, i.AuthorKind = k, s.view.LeadUnit, plan.ByStaff
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

func (s *sheet) item(k plan.ItemKind) plan.Item {
	for _, i := range s.view.Items {
		if i.Kind == k {
			return i
		}
	}
	return plan.Item{}
}

func TestNothingIsLostOfAPlan(t *testing.T) {
	t.Parallel()
	s := newSheet(t)
	w := s.karin.plan(s.view)
	wantWhole(t, w, nil)
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
	s := newSheet(t)
	row, call := filled[plan.Row](&s.filler), filled[plan.Invitation](&s.filler)
	row.LeadUnit, call.From = s.view.LeadUnit, s.view.LeadUnit
	v := filled[plan.Version](&s.filler)
	v.Items[0].Owner = s.view.LeadUnit
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
	s := newSheet(t)
	lo := s.item(plan.ChildViewKind).Author
	for n := range s.view.Items {
		s.view.Items[n].Author = lo
	}
	s.karin.actor = access.NewCitizen(lo, civil.MustParse("2026-03-02"), id.NewRequest())
	w := s.karin.myPlan(s.view)
	wantWhole(t, w, nil)
	wantDistinct(t, w)
	wantDistinct(t, w.Goals[0])
	wantDistinct(t, w.Interventions[0])
	wantDistinct(t, w.ChildViews[0])
	wantDistinct(t, w.Disagreements[0])
	wantWhole(t, myPlanRow(filled[plan.Row](&s.filler)), nil)
}

func TestAFamilysPlanTellsNothingInternal(t *testing.T) {
	t.Parallel()
	s := newSheet(t)
	guardian := access.NewCitizen(id.NewPerson(), civil.MustParse("2026-03-02"), id.NewRequest())
	s.karin.actor = guardian
	body, err := json.Marshal(s.karin.myPlan(s.view))
	if err != nil {
		t.Fatal(err)
	}
	note := s.item(plan.NoteKind)
	for name, text := range map[string]string{
		"a note":              note.Body.Reveal(),
		"a note's id":         note.ID.String(),
		"an author's name":    note.AuthorName.Reveal(),
		"an author":           note.Author.String(),
		"the secrecy's rule":  "OSL",
		"a unit's id":         s.view.LeadUnit.String(),
		"a party's contact":   s.view.Parties[0].ContactName.Reveal(),
		"a party's reason":    s.view.Parties[0].Reason.Reveal(),
		"the child's id":      s.view.Child.String(),
		"participation notes": s.view.ChildParticipationNote.Reveal(),
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

func TestNothingIsLostOfARequest(t *testing.T) {
	t.Parallel()
	f := &filler{}
	ofOthers := func(kind string, names ...string) map[string]string {
		m := map[string]string{}
		for _, n := range names {
			m["Draft."+n] = "no field of a " + kind
		}
		return m
	}
	goal, err := newGoal(filled[wire.NewGoal](f))
	wantDraft(t, goal, err, ofOthers("goal", "Words.Title", "Words.OutsideActor", "Words.ContactName", "Words.StartsOn", "Words.EndsOn", "Words.Status", "Words.Form"))
	goal, err = changedGoal(filled[wire.ChangeGoal](f))
	wantDraft(t, goal, err, ofOthers("goal", "Words.Title", "Words.OutsideActor", "Words.ContactName", "Words.StartsOn", "Words.EndsOn", "Words.Status", "Words.Form"))
	intervention, err := newIntervention(filled[wire.NewIntervention](f))
	wantDraft(t, intervention, err, ofOthers("intervention", "Words.Horizon", "Words.Form"))
	intervention, err = changedIntervention(filled[wire.ChangeIntervention](f))
	wantDraft(t, intervention, err, ofOthers("intervention", "Words.Horizon", "Words.Form"))
	textOnly := []string{"Words.Title", "Words.Horizon", "Words.Goal", "Words.OutsideActor", "Words.ContactName", "Words.StartsOn", "Words.EndsOn", "Words.Status"}
	note, err := newNote(filled[wire.NewNote](f))
	wantDraft(t, note, err, ofOthers("note", append(textOnly, "Words.Form")...))
	view, err := newChildView(filled[wire.NewChildView](f))
	wantDraft(t, view, err, ofOthers("child's view", append(textOnly, "Category")...))
	view, err = newMyChildView(filled[wire.NewMyChildView](f))
	wantDraft(t, view, err, ofOthers("child's view", append(textOnly, "Category")...))
	no, err := newDisagreement(filled[wire.NewDisagreement](f))
	wantDraft(t, no, err, ofOthers("disagreement", append(textOnly, "Category", "Words.Form")...))
	wantDraft(t, newMyDisagreement(filled[wire.NewMyDisagreement](f)), nil, ofOthers("disagreement", append(textOnly, "Category", "Words.Form")...))
}

// wantDraft is wantWhole for a draft.
func wantDraft(t *testing.T, d plan.Draft, err error, reasons map[string]string) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, d, reasons)
}

func TestNothingIsLostOfAPlansRequests(t *testing.T) {
	t.Parallel()
	f := &filler{}
	change, err := changedFrame(filled[wire.ChangePlan](f))
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, change, nil)
	wantWhole(t, partyAnswer(filled[wire.NewPartyAnswer](f)), nil)
	step, err := newStep(id.NewPlan(), filled[wire.NewStatusChange](f))
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, step, map[string]string{"Step.ID": "made by the service", "Step.From": "told by the plan", "Step.By": "told by the actor"})
	need, err := notedNeed(filled[wire.NewPlan](f))
	if err != nil || need.Child.IsZero() || need.Kind.IsZero() || need.Basis.IsZero() || len(need.Drafts) != 2 {
		t.Errorf("got %+v, %v", need, err)
	}
}

func TestWordsThatTheDomainDoesNotKnow(t *testing.T) {
	t.Parallel()
	participation := wire.CategoryParticipation
	_, err := newGoal(wire.NewGoal{Text: "mål", Horizon: wire.HorizonLong, Category: &participation})
	wantFields(t, err, fault.Field{Pointer: "/category", Code: "enum"})
	_, err = newGoal(wire.NewGoal{Text: "mål", Horizon: "soon", Category: &participation})
	wantFields(t, err, fault.Field{Pointer: "/category", Code: "enum"}, fault.Field{Pointer: "/horizon", Code: "enum"})
	_, err = notedNeed(wire.NewPlan{Kind: wire.PlanKindSip, Goals: []wire.NewGoal{
		{Text: "mål", Horizon: wire.HorizonLong}, {Text: "mål", Horizon: wire.HorizonLong, Category: &participation},
	}})
	wantFields(t, err, fault.Field{Pointer: "/goals/1/category", Code: "enum"})
	_, err = notedNeed(wire.NewPlan{Kind: wire.PlanKindSip, Interventions: []wire.NewIntervention{{Title: "insats", Category: &participation}}})
	wantFields(t, err, fault.Field{Pointer: "/interventions/0/category", Code: "enum"})
}

func wantFields(t *testing.T, err error, want ...fault.Field) {
	t.Helper()
	if !fault.Has(err, fault.CodeInvalid) {
		t.Fatalf("want invalid-value, got %v", err)
	}
	got := fault.Of(err).Fields
	if len(got) != len(want) {
		t.Fatalf("want %v, got %v", want, got)
	}
	for _, w := range want {
		if !slices.Contains(got, w) {
			t.Errorf("want %v, got %v", w, got)
		}
	}
}

func TestWhatIsLeftOutHasItsUsualValue(t *testing.T) {
	t.Parallel()
	d, err := newIntervention(wire.NewIntervention{Title: "Möter vid grinden"})
	if err != nil {
		t.Fatal(err)
	}
	if d.Visibility != plan.UnitOnly || d.Status != plan.Planned || !d.Category.IsZero() || !d.Goal.IsZero() || !d.StartsOn.IsZero() {
		t.Errorf("got %+v", d)
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
			if got := listed(c.name, child); !strings.HasPrefix(got, c.inList) || c.inList != "Lo Exempelsson" && strings.Contains(got, "Lo") {
				t.Errorf("in a list: want %s, got %s", c.inList, got)
			}
			if got := named(c.name, child); !strings.HasPrefix(got, c.inPlan) {
				t.Errorf("in the plan: want %s, got %s", c.inPlan, got)
			}
		})
	}
}

func TestWhoSpeaksAndWhoActs(t *testing.T) {
	t.Parallel()
	s := newSheet(t)
	unit := s.karin.unit(s.view.LeadUnit).Name
	i := s.item(plan.DisagreementKind)
	for kind, want := range map[plan.AuthorKind]string{plan.ByStaff: unit, plan.ByGuardian: "vårdnadshavare", plan.ByChild: "barnet"} {
		i.AuthorKind = kind
		if got := s.karin.from(i); got != want {
			t.Errorf("a disagreement of %s: want %q got %q", kind, want, got)
		}
	}
	words := s.item(plan.ChildViewKind)
	words.AuthorName = person.NewText("Bea Exempelsson")
	if got := s.karin.recordedBy(words); got != "Bea Exempelsson" {
		t.Errorf("recorded by Bea: got %q", got)
	}
	words.AuthorName, words.Author = person.Text{}, s.karin.actor.Person()
	if got := s.karin.recordedBy(words); got != "Karin" {
		t.Errorf("just recorded by Karin: got %q", got)
	}
	words.AuthorKind = plan.ByChild
	if got := s.karin.recordedBy(words); got != "barnet" {
		t.Errorf("written by the child: got %q", got)
	}
	own := s.item(plan.InterventionKind)
	own.OutsideActor = person.Text{}
	if got := s.karin.responsible(own); got != unit {
		t.Errorf("an intervention of the unit: want %q got %q", unit, got)
	}
}

func TestAnothersIsNotOnesOwn(t *testing.T) {
	t.Parallel()
	s := newSheet(t)
	other := s.item(plan.GoalKind)
	other.Owner = s.view.NextFollowUpUnit
	if s.karin.goal(other).Own {
		t.Error("another unit's goal is the reader's own")
	}
	s.karin.actor = access.NewCitizen(id.NewPerson(), civil.MustParse("2026-03-02"), id.NewRequest())
	if s.karin.isOwn(id.Unit{}) || s.karin.isOwn(s.view.LeadUnit) {
		t.Error("a citizen has a unit")
	}
}

func TestEmptyListsStayLists(t *testing.T) {
	t.Parallel()
	s := newSheet(t)
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
