package concern_test

import (
	"fmt"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/concern"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	today = civil.MustParse("2026-03-02")
	by    = concern.Sender{Person: id.NewPerson(), Unit: id.NewUnit()}
	lo    = person.Child{ID: id.NewPerson(), Name: person.NewName("Lo", "Ek"), BirthDate: civil.MustParse("2016-05-14")}
	terms = concern.Terms{Assess: 0, Decide: 14, Feedback: 7}
)

func draft() concern.Draft {
	return concern.Draft{To: id.NewUnit(), Text: person.NewText("oro"), ReportedOn: today}
}

func sent(t *testing.T) concern.Report {
	t.Helper()
	r, err := concern.New(lo, draft(), by, today, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	r.Terms = terms
	return r
}

func said(t *testing.T, name string, err error, want fault.Code, pointer string) {
	t.Helper()
	f := fault.Of(err)
	if err == nil || f.Code != want || pointer != "" && (len(f.Fields) != 1 || f.Fields[0].Pointer != pointer) {
		t.Errorf("%s: want %s at %s, got %v", name, want, pointer, err)
	}
}

func TestNewRefusesR26(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change  func(*concern.Draft)
		code    fault.Code
		pointer string
	}{
		"to oneself":          {func(d *concern.Draft) { d.To = by.Unit }, fault.CodeInvalid, "/toUnitId"},
		"without words":       {func(d *concern.Draft) { d.Text = person.Text{} }, fault.CodeInvalid, "/text"},
		"without a day":       {func(d *concern.Draft) { d.ReportedOn = civil.Date{} }, fault.CodeInvalid, "/reportedOn"},
		"of a day that comes": {func(d *concern.Draft) { d.ReportedOn = today.AddDays(1) }, fault.CodeDates, "/reportedOn"},
	} {
		d := draft()
		c.change(&d)
		_, err := concern.New(lo, d, by, today, time.Time{})
		said(t, name, err, c.code, c.pointer)
	}
}

func TestNewTellsWhatTheSenderKnowsR26(t *testing.T) {
	t.Parallel()
	r := sent(t)
	if r.Child != lo.ID || fmt.Sprint(r.Name.Reveal()) != fmt.Sprint(lo.Name.Reveal()) || r.BirthDate != lo.BirthDate || r.From != by.Unit || r.Author != by.Person || r.SentOn != today || r.Version != 1 {
		t.Errorf("%+v", r)
	}
	if r.AssessBy() != today || r.DecideBy() != today.AddDays(14) || !r.FeedbackBy().IsZero() {
		t.Errorf("assess by %s, decide by %s, feedback by %s", r.AssessBy(), r.DecideBy(), r.FeedbackBy())
	}
}

func TestReceiveR26(t *testing.T) {
	t.Parallel()
	r, first, second := sent(t), id.NewPerson(), id.NewPerson()
	said(t, "by nobody", r.Receive(concern.Receipt{}, today), fault.CodeInvalid, "/handlerId")
	said(t, "assessed tomorrow", r.Receive(concern.Receipt{Handler: first, AssessedOn: today.AddDays(1)}, today), fault.CodeDates, "/assessedOn")
	said(t, "assessed before", r.Receive(concern.Receipt{Handler: first, AssessedOn: today.AddDays(-1)}, today), fault.CodeDates, "/assessedOn")
	if err := r.Receive(concern.Receipt{Handler: first, AssessedOn: today}, today.AddDays(1)); err != nil {
		t.Fatal(err)
	}
	tag := r.Tag()
	if err := r.Receive(concern.Receipt{Handler: second}, today.AddDays(3)); err != nil {
		t.Fatal(err)
	}
	want := concern.Handling{Handler: second, AssessedOn: today, Version: 2}
	if r.ReceivedOn != today.AddDays(1) || r.Handling != want || r.Version != 2 || r.Tag() == tag {
		t.Errorf("received on %s, %+v, version %d, tag %s", r.ReceivedOn, r.Handling, r.Version, r.Tag())
	}
	seenBySender := r
	seenBySender.Handling = concern.Handling{}
	if seenBySender.Tag() != "2" {
		t.Errorf("the sender's tag tells of the handling: %s", seenBySender.Tag())
	}
}

func TestAnswerR26(t *testing.T) {
	t.Parallel()
	r := sent(t)
	f := concern.Feedback{Decision: concern.Decisions.Must("not-opened"), DecidedOn: today.AddDays(5)}
	said(t, "before it is received", r.Answer(f, today.AddDays(6)), fault.CodeNotReceived, "")
	if err := r.Receive(concern.Receipt{Handler: id.NewPerson()}, today); err != nil {
		t.Fatal(err)
	}
	said(t, "decided tomorrow", r.Answer(f, today.AddDays(4)), fault.CodeDates, "/decidedOn")
	early := f
	early.DecidedOn = today.AddDays(-1)
	said(t, "decided before it was sent", r.Answer(early, today), fault.CodeDates, "/decidedOn")
	said(t, "without a decision", r.Answer(concern.Feedback{DecidedOn: today}, today), fault.CodeInvalid, "/decision")
	said(t, "without a day", r.Answer(concern.Feedback{Decision: f.Decision}, today), fault.CodeInvalid, "/decidedOn")
	if err := r.Answer(f, today.AddDays(6)); err != nil {
		t.Fatal(err)
	}
	if r.FeedbackOn != today.AddDays(6) || r.FeedbackBy() != today.AddDays(12) || r.Version != 3 {
		t.Errorf("feedback on %s, due %s, version %d", r.FeedbackOn, r.FeedbackBy(), r.Version)
	}
	said(t, "twice", r.Answer(f, today.AddDays(7)), fault.CodeAnswered, "")
}
