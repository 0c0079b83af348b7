package httpapi

import (
	"encoding/json"
	"strings"
	"testing"

	"samplan/internal/person"
	"samplan/internal/plan"
)

// TestR31NothingTellsThePlace: of an item and a frame without place no field names a unit, a principal, an actor outside
// or somebody to turn to; the secrecy that binds it, and whether it is one's own, stay.
func TestR31NothingTellsThePlace(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	v := s.view
	v.Placeless, v.Parties = true, nil
	whole := s.item(plan.InterventionKind)
	words := s.item(plan.GoalKind).Body.Reveal()
	for n := range v.Items {
		v.Items[n].Placeless, v.Items[n].Owner = true, s.view.NextFollowUpUnit
		v.Items[n].HidePlace()
	}
	frozen := filled[plan.Frozen](&s.filler)
	frozen.Placeless, frozen.Owner = true, s.view.NextFollowUpUnit
	hidden := []string{
		s.karin.unit(s.view.NextFollowUpUnit).Name, "Exempelregionen", whole.AuthorName.Reveal(), whole.ContactName.Reveal(),
		whole.OutsideActor.Reveal(), frozen.ContactName.Reveal(), frozen.OutsideActor.Reveal(),
	}
	old := plan.Version{Items: []plan.Frozen{frozen}}
	old.Items[0].HidePlace()
	v.HidePlace()
	body, err := json.Marshal([]any{
		s.karin.plan(v).Goals, s.karin.plan(v).Interventions, s.karin.plan(v).ChildViews, s.karin.plan(v).Disagreements,
		s.karin.plan(v).OverallResponsible, s.karin.plan(v).NextFollowUpUnit, s.karin.myPlan(v), s.karin.planVersion(old),
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range hidden {
		if strings.Contains(string(body), text) {
			t.Errorf("%q is told: %s", text, body)
		}
	}
	if !strings.Contains(string(body), words) || !strings.Contains(string(body), `"secrecy"`) {
		t.Errorf("the words and their secrecy are gone: %s", body)
	}
	if changes := plan.Compare(old, plan.Version{Items: []plan.Frozen{elsewhere(old.Items[0])}}); len(changes) != 0 {
		t.Errorf("the comparison tells of %+v", changes)
	}
}

// elsewhere is the same item carried out by others, as a reader without place gets it.
func elsewhere(f plan.Frozen) plan.Frozen {
	f.OutsideActor, f.ContactName = person.NewText("Skolan i en annan kommun"), person.NewText("En annan")
	f.HidePlace()
	return f
}

func TestNothingIsLostOfWhereabouts(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	h := filled[plan.HandOver](&s.filler)
	h.From, h.To = s.view.LeadUnit, s.view.NextFollowUpUnit
	for _, w := range []any{
		protectionWire(filled[person.ProtectionRecord](&s.filler)), whereaboutsWire(filled[person.Whereabouts](&s.filler)),
		readerWire(filled[person.WhereaboutsReader](&s.filler)), blockWire(filled[person.WhereaboutsBlock](&s.filler)), s.karin.handOver(h),
	} {
		wantWhole(t, w, nil)
		wantDistinct(t, w)
	}
}
