package httpapi

import (
	"encoding/json"
	"strings"
	"testing"

	"samplan/internal/care"
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/httpapi/wire"
	"samplan/internal/person"
)

func TestNothingIsLostOfBlocksAndEmergencies(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	b, e, i := filled[care.Block](&s.filler), filled[care.Access](&s.filler), filled[care.Item](&s.filler)
	b.Unit, e.Unit, e.Holder, i.Owner = s.view.LeadUnit, s.view.LeadUnit, s.view.LeadUnit, s.view.LeadUnit
	e.ReviewDueOn, e.Reviews[0].Unit = civil.MustParse("2026-03-01"), s.view.LeadUnit
	h := care.Holder{Unit: s.view.LeadUnit, IsBlocked: true}
	for _, w := range []any{
		s.karin.block(b), s.karin.myBlock(b), s.karin.myCareUnit(s.view.LeadUnit), s.karin.emergencyItem(i), s.karin.emergencyReview(e.Reviews[0]),
		s.karin.inquiry(care.Inquiry{ID: filled[care.Inquiry](&s.filler).ID, Holders: []care.Holder{h}}),
	} {
		wantWhole(t, w, nil)
		wantDistinct(t, w)
	}
	w := s.karin.emergencyAccess(e)
	wantWhole(t, w, map[string]string{"EmergencyAccess.IsOverdue": "it is reviewed"})
	wantDistinct(t, w)
	e.Reviews = nil
	if w := s.karin.emergencyAccess(e); !w.IsOverdue || w.Reviews == nil {
		t.Errorf("nobody has reviewed it: overdue is %v, reviews %v", w.IsOverdue, w.Reviews)
	}
}

// R38: an inquiry names units and no child; what the child said of a block is not repeated to it.
func TestR38AnInquiryTellsNothingOfTheChild(t *testing.T) {
	t.Parallel()
	s := newFullPlan(t)
	i, b := filled[care.Inquiry](&s.filler), filled[care.Block](&s.filler)
	body, err := json.Marshal([]any{s.karin.inquiry(i), s.karin.myBlock(b)})
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{i.Child.String(), i.Reason.Reveal(), i.Person.String(), b.Child.String(), b.Reason.Reveal(), b.LiftingReason.Reveal(), b.RecordedBy.String()} {
		if strings.Contains(string(body), text) {
			t.Errorf("%q is told", text)
		}
	}
}

func TestNothingIsLostOfAQuestion(t *testing.T) {
	t.Parallel()
	number := demo.Find("lo").Number
	q, err := emergencyQuestion(&wire.NewEmergencyInquiry{IdentifierType: "personnummer", Identifier: number, Danger: "health", Reason: "fall"}, civil.MustParse("2026-03-02"))
	if err != nil || q.Identifier.Reveal() != number || q.Danger != care.Dangers.Must("health") || !q.Reason.Equal(person.NewText("fall")) {
		t.Errorf("got %v %v %v", q.Danger, q.Reason.Reveal(), err)
	}
	f, err := emergencyFinding(&wire.NewEmergencyReview{Verdict: "unjustified", Note: "fel barn"})
	if err != nil || f.Verdict != care.Verdicts.Must("unjustified") || !f.Note.Equal(person.NewText("fel barn")) {
		t.Errorf("got %v %v %v", f.Verdict, f.Note.Reveal(), err)
	}
}
