package httpapi

import (
	"slices"
	"strings"
	"testing"

	"samplan/internal/fault"
	"samplan/internal/httpapi/wire"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// draftFields are those that no kind of item has all of.
var draftFields = []string{
	"Category", "Words.Title", "Words.Horizon", "Words.Goal", "Words.OutsideActor", "Words.ContactName", "Words.StartsOn", "Words.EndsOn",
	"Words.Status", "Words.Form", "Words.Area", "Words.Sort", "Words.SpokenBy", "Words.Catalogue.Entry", "Words.Catalogue.Name",
	"File.State", "File.MediaType", "File.Size", "File.Key", "File.MeantFor", "Ask.KeepFromGuardians", "Ask.Why",
}

// having gives a reason for each field that a kind of item does not have.
func having(kind string, fields ...string) map[string]string {
	reasons := map[string]string{}
	for _, f := range draftFields {
		if !slices.Contains(fields, strings.TrimPrefix(f, "Words.")) {
			reasons["Draft."+f] = "no field of a " + kind
		}
	}
	return reasons
}

func TestNothingIsLostOfARequest(t *testing.T) {
	t.Parallel()
	f := &filler{}
	ofGoal := having("goal", "Category", "Horizon", "Goal", "Area")
	goal, err := newGoal(filled[wire.NewGoal](f))
	wantDraft(t, goal, err, ofGoal)
	goal, err = changedGoal(filled[wire.ChangeGoal](f))
	wantDraft(t, goal, err, ofGoal)
	ofIntervention := having("intervention", "Category", "Title", "Goal", "OutsideActor", "ContactName", "StartsOn", "EndsOn", "Status", "Catalogue.Entry")
	intervention, err := newIntervention(filled[wire.NewIntervention](f))
	wantDraft(t, intervention, err, ofIntervention)
	intervention, err = changedIntervention(filled[wire.ChangeIntervention](f))
	wantDraft(t, intervention, err, ofIntervention)
	ofObservation := having("strength or a need", "Category", "Area", "Sort")
	strength, err := newObservation(filled[wire.NewObservation](f))
	wantDraft(t, strength, err, ofObservation)
	strength, err = changedObservation(filled[wire.ChangeObservation](f))
	wantDraft(t, strength, err, ofObservation)
	file, err := newAttachment(filled[wire.NewAttachment](f))
	wantDraft(t, file, err, having("file", "Category", "Title", "File.State", "File.MediaType", "File.MeantFor"))
	note, err := newNote(filled[wire.NewNote](f))
	wantDraft(t, note, err, having("note", "Category"))
	view, err := newChildView(filled[wire.NewChildView](f))
	wantDraft(t, view, err, having("child's view", "Form", "Area", "SpokenBy"))
	view, err = newMyChildView(filled[wire.NewMyChildView](f))
	wantDraft(t, view, err, having("child's own view", "Form", "Area", "Ask.KeepFromGuardians", "Ask.Why"))
	no, err := newDisagreement(filled[wire.NewDisagreement](f))
	wantDraft(t, no, err, having("disagreement"))
	wantDraft(t, newMyDisagreement(filled[wire.NewMyDisagreement](f)), nil, having("disagreement"))
	said, err := newComment(filled[wire.NewComment](f))
	wantDraft(t, said, err, having("comment", "Goal"))
	wantDraft(t, newMyComment(filled[wire.NewMyComment](f)), nil, having("comment", "Goal"))
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
	held, err := newFollowUp(id.NewPlan(), filled[wire.NewFollowUp](f))
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, held, map[string]string{
		"FollowUp.ID": "made by the service", "FollowUp.By": "told by the actor", "FollowUp.CreatedAt": "told by the clock",
	})
	ofItem := map[string]string{
		"Evaluation.ID": "made by the item", "Evaluation.Plan": "told by the item", "Evaluation.Item": "told by the item",
		"Evaluation.Kind": "told by the item", "Evaluation.By": "told by the actor",
	}
	found, err := newGoalEvaluation(filled[wire.NewGoalEvaluation](f))
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, found, ofItem)
	if found, err = newInterventionEvaluation(filled[wire.NewInterventionEvaluation](f)); err != nil {
		t.Fatal(err)
	}
	wantWhole(t, found, ofItem)
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
