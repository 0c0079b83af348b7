package consent

import (
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/person"
)

func decided() CustodyDraft {
	open := Measures.Must("open-care")
	return CustodyDraft{Measures: []Measure{open, open, Measures.Must("contact-person")}, DecidedOn: today, Reason: person.NewText("behov")}
}

func TestR15DecideTakesTheListedMeasuresAlone(t *testing.T) {
	t.Parallel()
	d, err := Decide(lo, decided(), today, time.Time{})
	if err != nil || len(d.Measures) != 2 || d.Child != lo || d.Appeal != notAppealed || d.Version != 1 {
		t.Errorf("%+v (%v)", d, err)
	}
	for _, foreign := range []string{"sip", "plan", "share", ""} {
		if _, err := Measures.Parse(foreign); err == nil {
			t.Errorf("%q is a measure", foreign)
		}
	}
	for name, c := range map[string]struct {
		change  func(*CustodyDraft)
		code    fault.Code
		pointer string
	}{
		"no measure":       {func(d *CustodyDraft) { d.Measures = nil }, fault.CodeInvalid, "/measures"},
		"an empty measure": {func(d *CustodyDraft) { d.Measures[1] = Measure{} }, fault.CodeInvalid, "/measures"},
		"no day":           {func(d *CustodyDraft) { d.DecidedOn = civil.Date{} }, fault.CodeInvalid, "/decidedOn"},
		"tomorrow":         {func(d *CustodyDraft) { d.DecidedOn = today.AddDays(1) }, fault.CodeDates, "/decidedOn"},
		"no reason":        {func(d *CustodyDraft) { d.Reason = person.Text{} }, fault.CodeReasonRequired, "/reason"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := decided()
			c.change(&d)
			_, err := Decide(lo, d, today, time.Time{})
			said(t, err, c.code, c.pointer)
		})
	}
}

func TestR15DecisionEndsOnce(t *testing.T) {
	t.Parallel()
	d, err := Decide(lo, decided(), today, time.Time{})
	if err != nil {
		t.Fatal(err)
	}
	why := person.NewText("upphävt")
	said(t, d.End(today.AddDays(-1), why), fault.CodeDates, "/endsOn")
	said(t, d.End(today, person.Text{}), fault.CodeReasonRequired, "/reason")
	said(t, d.End(today, why), fault.Code{}, "")
	said(t, d.End(today, why), fault.CodeAnswered, "")
	if d.Version != 2 || d.Tag() != "2" || d.EndsOn != today {
		t.Errorf("%+v", d)
	}
}

func TestR18ExpiresSoon(t *testing.T) {
	t.Parallel()
	v := View{Consent: jointly(Given, Given, Given), InForce: true, RemindDays: 10} // its last day is in ten days
	for day, want := range map[civil.Date]bool{today.AddDays(-1): false, today: true, today.AddDays(10): true} {
		if got := v.ExpiresSoon(day); got != want {
			t.Errorf("%s: %t", day, got)
		}
	}
	v.InForce = false
	if v.ExpiresSoon(today) {
		t.Error("what is not in force is reminded of")
	}
}

func TestR14HinderedIsFlagged(t *testing.T) {
	t.Parallel()
	for _, answers := range [][]Choice{nil, {Given}, {Given, Given, Given}, {Refused, Given}} {
		if c := jointly(answers...); len(c.Flags()) != 0 {
			t.Errorf("%v: %v", answers, c.Flags())
		}
	}
	if c := jointly(Given, Hindered); len(c.Flags()) != 1 || c.Flags()[0] != OneGuardianHindered {
		t.Errorf("one is hindered: %v", c.Flags())
	}
}
