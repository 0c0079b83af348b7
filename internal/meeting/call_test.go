package meeting

import (
	"errors"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	today = civil.MustParse("2026-03-02")
	noon  = today.Start().Add(12 * time.Hour)
)

func text(s string) person.Text { return person.NewText(s) }

// said fails unless the fault has the code, and points where it should.
func said(t *testing.T, what string, err error, code fault.Code, pointer string) {
	t.Helper()
	var f *fault.Error
	if !errors.As(err, &f) || f.Code != code || pointer != "" && (len(f.Fields) != 1 || f.Fields[0].Pointer != pointer) {
		t.Errorf("%s: got %v, want %s at %q", what, err, code, pointer)
	}
}

func frame() Frame {
	return Frame{Plan: id.NewPlan(), Child: id.NewPerson(), Lead: id.NewUnit(), IsOpen: true, HasConsent: true, AnswerBy: today.AddDays(7)}
}

func draft(units ...id.Unit) Draft {
	d := Draft{Words: Words{
		Purpose: text("dela ansvaret"), Questions: []person.Text{text("vad hjälper?")}, LongTermGoal: text("trivs"), Way: Ways.Must("both"),
	}}
	for _, u := range units {
		d.Addressees = append(d.Addressees, Invitee{u, isCalled, text("vad kan ni göra?")})
	}
	return d
}

// TestR43ACallIsDraftedThenSent: each unit once, never oneself; sent once, with a consent in force; then it stays.
func TestR43ACallIsDraftedThenSent(t *testing.T) {
	t.Parallel()
	f, bup, school := frame(), id.NewUnit(), id.NewUnit()
	_, err := NewCall(f, draft(bup, f.Lead), id.NewPerson(), noon)
	said(t, "calling oneself", err, fault.CodeNotAUnit, "/toUnits/1/unitId")
	_, err = NewCall(f, draft(bup, school, bup), id.NewPerson(), noon)
	said(t, "calling twice", err, fault.CodeNotAUnit, "/toUnits/2/unitId")
	closed := f
	closed.IsOpen = false
	_, err = NewCall(closed, draft(bup), id.NewPerson(), noon)
	said(t, "of a closed plan", err, fault.CodePlanClosed, "")
	c, err := NewCall(f, draft(bup, school), id.NewPerson(), noon)
	if err != nil || c.Addressees[0].State != Drafted {
		t.Fatalf("%v %+v", err, c)
	}
	tag := c.Tag()
	if err := c.Change(f, draft(bup)); err != nil || len(c.Addressees) != 1 || c.Tag() == tag {
		t.Fatalf("%v %+v", err, c)
	}
	without := f
	without.HasConsent = false
	said(t, "without consent", c.Send(without, today), fault.CodeConsentNeeded, "")
	said(t, "to a unit that nobody answers for", c.Send(f, today), fault.CodeNotAUnit, "")
	said(t, "of a closed plan", c.Send(closed, today), fault.CodePlanClosed, "")
	c.Addressees[0].Now = school // bup has closed, and the school took over
	if err := c.Send(f, today); err != nil {
		t.Fatal(err)
	}
	if a := c.Addressees[0]; a.Unit != school || a.State != Waiting || c.SentOn != today {
		t.Errorf("sent on %s to %+v", c.SentOn, a)
	}
	said(t, "twice", c.Send(f, today), fault.CodeCallSent, "")
	said(t, "changed after it was sent", c.Change(f, draft(bup)), fault.CodeCallSent, "")
}

// TestR45ACallIsAnsweredInTime: by the routine's days; what is unanswered after them is overdue, what is answered never.
func TestR45ACallIsAnsweredInTime(t *testing.T) {
	t.Parallel()
	c := sent(t)
	for day, want := range map[civil.Date]bool{today: false, today.AddDays(7): false, today.AddDays(8): true} {
		if got := c.IsOverdue(c.Addressees[0], day); got != want {
			t.Errorf("on %s overdue is %t", day, got)
		}
	}
	if err := c.Addressees[0].Take(Answer{Accept: true, Contact: id.NewPerson()}, today); err != nil {
		t.Fatal(err)
	}
	if c.IsOverdue(c.Addressees[0], today.AddDays(99)) {
		t.Error("an answered call is overdue")
	}
}

func sent(t *testing.T) Call {
	t.Helper()
	f := frame()
	c, err := NewCall(f, draft(id.NewUnit(), id.NewUnit()), id.NewPerson(), noon)
	for n := range c.Addressees {
		c.Addressees[n].Now = c.Addressees[n].Unit
	}
	if err := errors.Join(err, c.Send(f, today)); err != nil {
		t.Fatal(err)
	}
	return c
}

// TestR44Answers: who is called says why it does not come; who accepted may say that somebody else comes, and nothing else.
func TestR44Answers(t *testing.T) {
	t.Parallel()
	a := sent(t).Addressees[0]
	said(t, "no without a reason", a.Take(Answer{}, today), fault.CodeReasonRequired, "/reason")
	invited := a
	invited.Summons = Summonses.Must("invited")
	if err := invited.Take(Answer{}, today); err != nil {
		t.Error("an invited unit says no as it likes:", err)
	}
	first, second := id.NewPerson(), id.NewPerson()
	for _, who := range []id.Person{first, second} {
		if err := a.Take(Answer{Accept: true, Contact: who}, today); err != nil || a.Contact != who || a.SeenOn != today {
			t.Errorf("%v %+v", err, a)
		}
	}
	if err := a.Take(Answer{Accept: true, Contact: first}, today.AddDays(9)); err != nil || a.AnsweredOn != today {
		t.Errorf("who comes was changed, and it was answered on %s: %v", a.AnsweredOn, err)
	}
	said(t, "no after yes", a.Take(Answer{Reason: text("x")}, today), fault.CodeAnswered, "")
	_, err := a.PassOn(id.NewUnit(), text("x"), today)
	said(t, "passed on after yes", err, fault.CodeAnswered, "")
	v := a.Version
	if a.See(today.AddDays(1)); a.Version != v || a.SeenOn != today {
		t.Error("the first time that it was seen counts")
	}
}

// TestR44TheDutyStays: a call that was passed on leaves the duty where it was until somebody it went to has accepted.
func TestR44TheDutyStays(t *testing.T) {
	t.Parallel()
	c := sent(t)
	_, err := c.Addressees[0].PassOn(c.Addressees[0].Unit, text("x"), today)
	said(t, "passed on to oneself", err, fault.CodeNotAUnit, "/unitId")
	duty := func(when string, want ...bool) {
		t.Helper()
		for n, a := range c.Addressees {
			if got := c.IsResponsible(a); got != want[n] {
				t.Errorf("%s: addressee %d is responsible: %t", when, n, got)
			}
		}
	}
	pass := func(n int) {
		t.Helper()
		next, err := c.Addressees[n].PassOn(id.NewUnit(), text("fel enhet"), today)
		if err != nil {
			t.Fatal(err)
		}
		c.Addressees = append(c.Addressees, next)
	}
	pass(0)
	duty("passed on", true, true, false)
	pass(2)
	duty("passed on further", true, true, false, false)
	if err := c.Addressees[3].Take(Answer{Accept: true, Contact: id.NewPerson()}, today); err != nil {
		t.Fatal(err)
	}
	duty("taken", false, true, false, true)
	c.Addressees[1].Summons = Summonses.Must("invited")
	duty("who is invited has none", false, false, false, true)
}
