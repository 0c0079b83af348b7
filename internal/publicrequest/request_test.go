package publicrequest

import (
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var (
	today = civil.MustParse("2026-03-02")
	karin = id.NewPerson()
	why   = Refusal{person.NewText("OSL 26:1"), person.NewText("harm")}
)

func text(words ...string) []person.Text {
	var all []person.Text
	for _, w := range words {
		all = append(all, person.NewText(w))
	}
	return all
}

func listed(words ...string) Listed {
	l := Listed{Item: id.NewItem(), Tag: "1", Content: Content{Kind: "note", WrittenOn: today}}
	for _, w := range words {
		l.Content.Parts = append(l.Content.Parts, Part{"text", person.NewText(w)})
	}
	return l
}

func TestR59WhatIsMaskedIsGone(t *testing.T) {
	t.Parallel()
	c := listed("Lo Haddad, LO\nHADDAD och lo haddads pappa (a+b)", "Ring Lo").Content
	left, missing := c.Mask(text("Lo", "lo haddad", "(a+b)"))
	if missing >= 0 {
		t.Errorf("%d is missing", missing)
	}
	for _, p := range left.Parts {
		for _, gone := range []string{"lo", "haddad ", "a+b", "Haddad,"} {
			if strings.Contains(strings.ToLower(p.Text.Reveal()), gone) {
				t.Errorf("%q is left in %q", gone, p.Text.Reveal())
			}
		}
	}
	if got := left.Parts[0].Text.Reveal(); got != "[maskat], [maskat] och [maskat]s pappa [maskat]" {
		t.Error(got)
	}
	if _, missing := c.Mask(text("Lo", "Amir")); missing != 1 {
		t.Errorf("%d is missing", missing)
	}
	if _, missing := c.Mask(text(" ")); missing != 0 {
		t.Error("nothing was found")
	}
}

func TestR59TheHarmTest(t *testing.T) {
	t.Parallel()
	reservation := person.NewText("not to be passed on")
	for _, c := range []struct {
		name string
		a    Assessment
		code fault.Code
	}{
		{"out", Assessment{Outcome: Out}, fault.Code{}},
		{"out, with a reservation", Assessment{Outcome: Out, Reservation: reservation}, fault.Code{}},
		{"masked", Assessment{Outcome: Masked, Paragraph: why.Paragraph, Reason: why.Reason, Masks: text("Lo")}, fault.Code{}},
		{"refused", Assessment{Outcome: Refused, Paragraph: why.Paragraph, Reason: why.Reason}, fault.Code{}},
		{"refused, with a reservation", Assessment{Outcome: Refused, Paragraph: why.Paragraph, Reason: why.Reason, Reservation: reservation}, fault.CodeInvalid},
		{"refused without a reason", Assessment{Outcome: Refused, Paragraph: why.Paragraph}, fault.CodeReasonRequired},
		{"masked without a paragraph", Assessment{Outcome: Masked, Reason: why.Reason, Masks: text("Lo")}, fault.CodeReasonRequired},
		{"masked, nothing", Assessment{Outcome: Masked, Paragraph: why.Paragraph, Reason: why.Reason}, fault.CodeInvalid},
		{"masked, what is not there", Assessment{Outcome: Masked, Paragraph: why.Paragraph, Reason: why.Reason, Masks: text("Eva")}, fault.CodeInvalid},
		{"out, with masks", Assessment{Outcome: Out, Masks: text("Lo")}, fault.CodeInvalid},
	} {
		got, err := Request{State: Open}.Assess(listed("Lo"), c.a)
		if c.code != (fault.Code{}) {
			if fault.Of(err).Code != c.code {
				t.Errorf("%s: %v", c.name, err)
			}
		} else if err != nil || got.Of != "1" {
			t.Errorf("%s: %v, %+v", c.name, err, got)
		}
	}
	if _, err := (Request{State: Decided}).Assess(listed("Lo"), Assessment{Outcome: Out}); !fault.Has(err, fault.CodeAnswered) {
		t.Errorf("tested after the decision: %v", err)
	}
}

func TestR59TheDecision(t *testing.T) {
	t.Parallel()
	as := func(o Outcome, of string, masks ...string) Listed {
		l := listed("Lo is here")
		l.Assessment = Assessment{Outcome: o, Of: of, Masks: text(masks...)}
		return l
	}
	for _, c := range []struct {
		name    string
		all     []Listed
		refusal Refusal
		code    fault.Code
		given   []string
	}{
		{"all of it", []Listed{as(Out, "1")}, Refusal{}, fault.Code{}, []string{"Lo is here"}},
		{"some of it", []Listed{as(Masked, "1", "lo"), as(Refused, "1")}, why, fault.Code{}, []string{"[maskat] is here", ""}},
		{"nothing, of something", []Listed{as(Refused, "1")}, why, fault.Code{}, []string{""}},
		{"nothing, of nothing", nil, why, fault.Code{}, nil},
		{"nothing, without a reason", nil, Refusal{}, fault.CodeReasonRequired, nil},
		{"some of it, without a reason", []Listed{as(Out, "1"), as(Masked, "1", "lo")}, Refusal{}, fault.CodeReasonRequired, nil},
		{"not tested", []Listed{as(Outcome{}, "")}, why, fault.CodeInvalid, nil},
		{"changed since", []Listed{as(Out, "0")}, why, fault.CodeInvalid, nil},
	} {
		q := Request{State: Open, Version: 1, Listed: c.all}
		err := q.Decide(c.refusal, karin, today)
		if c.code != (fault.Code{}) {
			if fault.Of(err).Code != c.code || q.State != Open {
				t.Errorf("%s: %v", c.name, err)
			}
			continue
		}
		if err != nil || q.State != Decided || q.Version != 2 {
			t.Errorf("%s: %v, %+v", c.name, err, q)
		}
		for n, want := range c.given {
			got := ""
			if parts := q.Listed[n].Preview(Decided).Parts; len(parts) > 0 {
				got = parts[0].Text.Reveal()
			}
			if got != want {
				t.Errorf("%s: %q leaves, want %q", c.name, got, want)
			}
		}
		if err := q.Decide(c.refusal, karin, today); !fault.Has(err, fault.CodeAnswered) {
			t.Errorf("%s: decided twice: %v", c.name, err)
		}
	}
}

func TestR59NothingIsRegisteredBeforeItCame(t *testing.T) {
	t.Parallel()
	if _, err := Register(text("x")[0], person.Text{}, today.AddDays(1), id.NewUnit(), karin, today); !fault.Has(err, fault.CodeDates) {
		t.Errorf("registered before it came: %v", err)
	}
}
