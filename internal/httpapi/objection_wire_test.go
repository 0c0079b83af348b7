package httpapi

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"samplan/internal/id"
	"samplan/internal/objection"
	"samplan/internal/person"
	"samplan/internal/plan"

	"samplan/internal/httpapi/wire"
)

func TestNothingIsLostOfAnObjection(t *testing.T) {
	t.Parallel()
	o := filled[objection.Objection](&filler{})
	for _, w := range []any{objected(o), myObjected(o)} {
		wantWhole(t, w, nil)
		wantDistinct(t, w)
	}
	wantWhole(t, newMyObjection(filled[wire.NewMyObjection](&filler{})), map[string]string{"Draft.Speaker": "follows from the plan"})
	asked := filled[wire.NewObjection](&filler{})
	asked.Speaker = "child"
	draft, err := newObjection(asked)
	if err != nil {
		t.Fatal(err)
	}
	wantWhole(t, draft, nil)
	decided := filled[wire.NewObjectionDecision](&filler{})
	decided.Outcome = "corrected"
	decision, err := objectionDecision(decided)
	if err != nil {
		t.Fatal(err)
	}
	later := "said by the service"
	wantWhole(t, decision, map[string]string{"Decision.DecidedOn": later, "Decision.DecidedBy": later})
	if o.Keeping.ID = (id.ObjectionKeeping{}); objected(o).Keeping != nil {
		t.Error("there is a decision on who is told, and none was made")
	}
}

// TestR60EveryCopyHasIt: whatever is shown, written or exported of an item says what is said to be wrong in it.
func TestR60EveryCopyHasIt(t *testing.T) {
	t.Parallel()
	x := exchangedSheet(t)
	x.view.Placeless = false
	staffs, familys := &paper{}, &paper{}
	staffs.plan(x.plan(x.view))
	familys.myPlan(x.myPlan(x.view))
	exported := []string{"goal", "intervention", "child-view", "disagreement", "plan-evaluation"}
	for _, i := range x.view.Items {
		kind, text := i.Kind.String(), i.Objections[0].Text.Reveal()
		if kind == "minute" { // shown with its meeting
			m := filled[plan.Minute](&filler{})
			m.Item = i
			page, copied := &paper{}, &paper{}
			page.minutes(wire.Meeting{}, []wire.Minute{x.minute(m)})
			copied.myMinutes(wire.MyMeeting{}, []wire.MyMinute{x.myMinute(m)})
			wantIn(t, "minutes", text, page.Blocks, copied.Blocks)
			continue
		}
		if kind == "comment" { // is in no document
			wantIn(t, kind, text, x.plan(x.view), x.myPlan(x.view))
			continue
		}
		wantIn(t, kind, text, x.plan(x.view), staffs.Blocks)
		if kind != "note" { // which the family never sees
			wantIn(t, kind, text, x.myPlan(x.view), familys.Blocks)
		}
		if slices.Contains(exported, kind) {
			wantIn(t, kind, text, x.exchange(person.Child{}, nil, nil), x.myExchange(nil))
		}
	}
	v := filled[plan.Version](&filler{})
	v.Items[0].Kind = plan.GoalKind
	page := &paper{}
	page.version(x.planVersion(v))
	wantIn(t, "version", v.Items[0].Objections[0].Text.Reveal(), x.planVersion(v), page.Blocks)
}

// wantIn fails for each copy that lacks a text.
func wantIn(t *testing.T, what, text string, copies ...any) {
	t.Helper()
	for _, c := range copies {
		whole, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(string(whole), text) {
			t.Errorf("%s: %T lacks what is said to be wrong", what, c)
		}
	}
}
