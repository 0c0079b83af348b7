package plan_test

import (
	"reflect"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

func TestHandOver(t *testing.T) {
	t.Parallel()
	day, why, by := civil.MustParse("2026-03-02"), person.NewText("flytt"), id.NewPerson()
	open := plan.Plan{ID: id.NewPlan(), Child: id.NewPerson(), Kind: plan.SIP, Status: plan.Informed, LeadUnit: id.NewUnit()}
	closed := open
	closed.Status = plan.Declined
	offer := func(p plan.Plan, to id.Unit, reason person.Text) (plan.HandOver, string) {
		h, err := p.Offer(to, reason, by, day, time.Time{})
		if err != nil {
			return h, fault.Of(err).Code.String()
		}
		return h, ""
	}
	other := id.NewUnit()
	h, code := offer(open, other, why)
	if code != "" || h.From != open.LeadUnit || h.To != other || h.Plan != open.ID || h.Child != open.Child || h.State != plan.HandOverWaits || h.By != by {
		t.Fatalf("offered %+v, %s", h, code)
	}
	for name, v := range map[string]struct {
		p      plan.Plan
		to     id.Unit
		reason person.Text
		want   string
	}{
		"a plan that has ended": {closed, other, why, "plan-closed"},
		"to oneself":            {open, open.LeadUnit, why, "unknown-unit"},
		"without reason":        {open, other, person.Text{}, "reason-required"},
	} {
		if _, code := offer(v.p, v.to, v.reason); code != v.want {
			t.Errorf("%s: want %s, got %q", name, v.want, code)
		}
	}
	no := h
	if err := no.Take(plan.Answer{}, day); !fault.Has(err, fault.CodeReasonRequired) {
		t.Errorf("a no without reason: %v", err)
	}
	if err := no.Take(plan.Answer{Reason: why}, day); err != nil || no.State.String() != "declined" || no.AnsweredOn != day || no.Tag() != "2" {
		t.Errorf("declined %+v, %v", no, err)
	}
	yes := h
	if err := yes.Take(plan.Answer{Accept: true}, day); err != nil || yes.State != plan.HandOverAccepted {
		t.Errorf("accepted %+v, %v", yes, err)
	}
	if err := yes.Take(plan.Answer{Accept: true}, day); !fault.Has(err, fault.CodeAnswered) {
		t.Errorf("accepted twice: %v", err)
	}
}

func TestR31PlacelessViews(t *testing.T) {
	t.Parallel()
	school := id.NewUnit()
	v := plan.View{Parties: []plan.Party{{Unit: school}}}
	v.OverallResponsible, v.NextFollowUpUnit = id.NewPrincipal(), school
	whole := v
	whole.HidePlace()
	if whole.OverallResponsible.IsZero() || whole.NextFollowUpUnit.IsZero() {
		t.Error("a view with place lost it")
	}
	v.Placeless = true
	v.HidePlace()
	if !v.OverallResponsible.IsZero() || v.NextFollowUpUnit != school {
		t.Errorf("the follow-up is called by a party that is seen: %+v", v.Plan)
	}
	v.Parties = nil
	if v.HidePlace(); !v.NextFollowUpUnit.IsZero() {
		t.Error("the follow-up is called by a party that is not seen")
	}
	words := plan.Words{Body: person.NewText("ord"), OutsideActor: person.NewText("förening"), ContactName: person.NewText("Anna")}
	i := plan.Item{Words: words, AuthorName: person.NewText("Bea"), Placeless: true}
	if i.HidePlace(); !i.OutsideActor.IsZero() || !i.ContactName.IsZero() || !i.AuthorName.IsZero() || !i.Body.Equal(words.Body) {
		t.Errorf("an item without place: %+v", i)
	}
	i = plan.Item{Words: words}
	if i.HidePlace(); !reflect.DeepEqual(i.Words, words) {
		t.Error("an item with place lost it")
	}
}
