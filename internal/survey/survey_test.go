package survey_test

import (
	"maps"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/routine"
	"samplan/internal/survey"
)

// asked is what a child is asked after a meeting that was closed on the first of March.
func asked(t *testing.T) survey.Survey {
	t.Helper()
	all, err := routine.BuiltIns()
	if err != nil {
		t.Fatal(err)
	}
	v, _ := routine.Among(all)(routine.Base{Code: "vastbus", Version: 1})
	return survey.Survey{Meeting: id.NewMeeting(), Respondent: child, ClosedOn: civil.MustParse("2021-03-01"), Routine: v}
}

func TestR50AnAnswerIsWholeAndInTime(t *testing.T) {
	t.Parallel()
	s := asked(t)
	whole := []survey.Part{{Question: "listened", Answer: "yes"}, {Question: "important", Answer: "partly"}, {Question: "next", Answer: "no"}}
	last := civil.MustParse("2021-03-15")
	if s.ClosesOn() != last {
		t.Fatalf("it closes on %s", s.ClosesOn())
	}
	for name, c := range map[string]struct {
		parts   []survey.Part
		on      civil.Date
		code    fault.Code
		pointer string
	}{
		"whole":               {whole, last, fault.Code{}, ""},
		"with text":           {append(whole, survey.Part{Question: "more", Text: person.NewText("tack")}), last, fault.Code{}, ""},
		"a day late":          {whole, last.AddDays(1), fault.CodeEnded, ""},
		"a question is left":  {whole[:2], last, fault.CodeInvalid, "/answers"},
		"one twice":           {append(whole, whole[0]), last, fault.CodeInvalid, "/answers/3/question"},
		"of another form":     {append(whole, survey.Part{Question: "mandate", Answer: "yes"}), last, fault.CodeInvalid, "/answers/3/question"},
		"another word":        {[]survey.Part{{Question: "listened", Answer: "5"}}, last, fault.CodeInvalid, "/answers/0/answer"},
		"text for a word":     {[]survey.Part{{Question: "listened", Text: person.NewText("ja")}}, last, fault.CodeInvalid, "/answers/0/text"},
		"a word for the text": {[]survey.Part{{Question: "more", Answer: "yes"}}, last, fault.CodeInvalid, "/answers/0/text"},
	} {
		_, err := s.Take(c.parts, id.ReceiptOf(id.NewPlan().UUID()), id.NewPerson(), c.on)
		switch f := fault.Of(err); {
		case c.code == fault.Code{}:
			if err != nil {
				t.Errorf("%s: %v", name, err)
			}
		case !fault.Has(err, c.code), c.pointer != "" && f.Fields[0].Pointer != c.pointer:
			t.Errorf("%s: want %s at %q, got %v", name, c.code, c.pointer, err)
		}
	}
}

// TestR50TheReceiptAloneLeadsToTheAnswer: not the person, nor the meeting.
func TestR50TheReceiptAloneLeadsToTheAnswer(t *testing.T) {
	t.Parallel()
	s := asked(t)
	parts := []survey.Part{{Question: "listened", Answer: "yes"}, {Question: "important", Answer: "yes"}, {Question: "next", Answer: "no"}}
	who, receipt := id.NewPerson(), id.ReceiptOf(id.NewPlan().UUID())
	take := func(s survey.Survey, by id.Person, r id.Receipt) survey.Answer {
		a, err := s.Take(parts, r, by, s.ClosedOn)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	first, again := take(s, who, receipt), take(s, who, receipt)
	if first.ID != again.ID || !maps.Equal(first.Answers, again.Answers) {
		t.Error("the same receipt leads elsewhere")
	}
	other := s
	other.Meeting = id.NewMeeting()
	for _, a := range []survey.Answer{take(s, who, id.ReceiptOf(id.NewPlan().UUID())), take(s, id.NewPerson(), receipt), take(other, who, receipt)} {
		if a.ID == first.ID {
			t.Error("another leads to the same answer")
		}
	}
}
