package care

import (
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	noon   = time.Date(2021, 1, 4, 12, 0, 0, 1500, civil.Zone()) // a Monday
	reason = person.NewText("medvetslös")
)

func inquiry(t *testing.T) Inquiry {
	t.Helper()
	i, err := ask(Question{Danger: Dangers.Must("life"), Reason: reason}, Asker{id.NewPerson(), id.NewAssignment(), id.NewUnit()}, noon)
	if err != nil {
		t.Fatal(err)
	}
	i.Child, i.Holders = id.NewPerson(), []Holder{{Unit: id.NewUnit(), Class: access.ClassNamed("health"), IsBlocked: true, ReviewDays: 3}}
	return i
}

func TestR38AnInquirySaysWhy(t *testing.T) {
	t.Parallel()
	life := Dangers.Must("life")
	for name, c := range map[string]struct {
		question Question
		code     fault.Code
	}{
		"no danger": {Question{Reason: reason}, fault.CodeInvalid},
		"no reason": {Question{Danger: life}, fault.CodeReasonRequired},
	} {
		if _, err := ask(c.question, Asker{}, noon); !fault.Has(err, c.code) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if i := inquiry(t); i.ID.IsZero() || i.Danger != life || i.AskedAt != time.Date(2021, 1, 4, 11, 0, 0, 1000, time.UTC) {
		t.Errorf("got %+v", i)
	}
}

func TestR38AnOpeningIsOpenFor15Minutes(t *testing.T) {
	t.Parallel()
	i := inquiry(t)
	at := noon.Add(10 * time.Minute)
	e, err := i.open(i.Holders[0].Unit, reason, at)
	if err != nil {
		t.Fatal(err)
	}
	if e.OpensUntil.Sub(e.OpenedAt) != 15*time.Minute || e.ReviewDueOn.String() != "2021-01-08" || e.Child != i.Child || e.Asker != i.Asker || e.Danger != i.Danger {
		t.Errorf("got %+v", e)
	}
	for after, want := range map[time.Duration]bool{
		-time.Second: false, 0: true, 15*time.Minute - time.Microsecond: true, 15 * time.Minute: false, time.Hour: false,
	} {
		if e.isOpen(e.OpenedAt.Add(after)) != want {
			t.Errorf("%s after it was opened: open is %v", after, !want)
		}
	}
}

func TestR38WhatAnInquiryOpens(t *testing.T) {
	t.Parallel()
	i := inquiry(t)
	holder := i.Holders[0].Unit
	for name, c := range map[string]struct {
		unit   id.Unit
		reason person.Text
		after  time.Duration
		code   fault.Code
	}{
		"another unit":            {id.NewUnit(), reason, 0, fault.CodeNotAUnit},
		"no unit":                 {id.Unit{}, reason, 0, fault.CodeNotAUnit},
		"the asker's own unit":    {i.Unit, reason, 0, fault.CodeNotAUnit},
		"no reason":               {holder, person.Text{}, 0, fault.CodeReasonRequired},
		"an inquiry that is over": {holder, reason, 15 * time.Minute, fault.CodeNotFound},
		"before it was asked":     {holder, reason, -time.Minute, fault.CodeNotFound},
	} {
		if _, err := i.open(c.unit, c.reason, noon.Add(c.after)); !fault.Has(err, c.code) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	if _, err := i.open(holder, reason, noon.Add(15*time.Minute-time.Second)); err != nil {
		t.Error(err)
	}
}

func TestR38NobodyReviewsTheirOwn(t *testing.T) {
	t.Parallel()
	i := inquiry(t)
	e, err := i.open(i.Holders[0].Unit, reason, noon)
	if err != nil {
		t.Fatal(err)
	}
	manager := func(p id.Person) access.Actor {
		return access.NewStaff(p, "Bibi", access.Post{Assignment: id.NewAssignment(), Role: access.UnitManager, Unit: id.NewUnit()}, e.ReviewDueOn, id.NewRequest())
	}
	good := Finding{Verdicts.Must("justified"), reason}
	if _, err := e.review(good, manager(e.Person), noon); !fault.Has(err, fault.CodeDenied) { // under whatever assignment
		t.Errorf("who opened reviews: %v", err)
	}
	bibi := manager(id.NewPerson())
	for name, f := range map[string]Finding{"no verdict": {Note: reason}, "no note": {Verdict: good.Verdict}} {
		if _, err := e.review(f, bibi, noon); !fault.Has(err, fault.CodeInvalid) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	v, err := e.review(good, bibi, noon)
	if err != nil || v.Access != e.ID || v.Person != bibi.Person() || v.Unit != bibi.Unit() || v.Name.Reveal() != "Bibi" || v.Verdict != good.Verdict || !v.Note.Equal(reason) {
		t.Errorf("got %+v, %v", v, err)
	}
	for day, want := range map[string]bool{"2021-01-08": false, "2021-01-09": true} {
		if got := e.IsOverdue(civil.MustParse(day)); got != want {
			t.Errorf("%s: overdue is %v", day, got)
		}
	}
	if e.Reviews = []Review{v}; e.IsOverdue(civil.MustParse("2021-02-01")) {
		t.Error("overdue, and reviewed")
	}
}

func TestR39ABlockIsLiftedOnce(t *testing.T) {
	t.Parallel()
	today := civil.MustParse("2021-01-04")
	b := newBlock(id.NewPerson(), id.NewUnit(), id.NewPerson(), today, noon)
	if b.SetOn != today || !b.LiftedOn.IsZero() || b.Tag() != "1" {
		t.Errorf("got %+v", b)
	}
	if err := b.lift(today.AddDays(1)); err != nil || b.LiftedOn != today.AddDays(1) || b.Tag() != "2" {
		t.Errorf("got %+v, %v", b, err)
	}
	if err := b.lift(today.AddDays(2)); !fault.Has(err, fault.CodeLifted) || b.LiftedOn != today.AddDays(1) {
		t.Errorf("lifted twice: %+v, %v", b, err)
	}
}
