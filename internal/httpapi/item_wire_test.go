package httpapi

import (
	"testing"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

func TestWhoSpeaksAndWhoActs(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	unit := s.karin.unit(s.view.LeadUnit).Name
	i := s.item(plan.DisagreementKind)
	for kind, want := range map[plan.AuthorKind]string{plan.ByStaff: unit, plan.ByGuardian: "vårdnadshavare", plan.ByChild: "barnet"} {
		i.AuthorKind = kind
		if got := given(s.karin.from(i)); got != want {
			t.Errorf("a disagreement of %s: want %q got %q", kind, want, got)
		}
	}
	words := s.item(plan.ChildViewKind)
	words.AuthorName = person.NewText("Bea Exempelsson")
	if got := given(s.karin.recordedBy(words)); got != "Bea Exempelsson" {
		t.Errorf("recorded by Bea: got %q", got)
	}
	words.AuthorName, words.Author = person.Text{}, s.karin.actor.Person()
	if got := given(s.karin.recordedBy(words)); got != "Karin" {
		t.Errorf("just recorded by Karin: got %q", got)
	}
	words.AuthorKind = plan.ByChild
	if got := given(s.karin.recordedBy(words)); got != "barnet" {
		t.Errorf("written by the child: got %q", got)
	}
	own := s.item(plan.InterventionKind)
	own.OutsideActor = person.Text{}
	if got := given(s.karin.responsible(own)); got != unit {
		t.Errorf("an intervention of the unit: want %q got %q", unit, got)
	}
}

func TestAnothersIsNotOnesOwn(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
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
