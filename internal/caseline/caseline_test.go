package caseline_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"samplan/internal/caseline"
	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/id"
)

var (
	today = civil.MustParse("2026-03-02")
	all   = []deidentify.Warning{deidentify.RareCombination}
	kinds = []caseline.MarkKind{caseline.PlanNoted, caseline.Lead, caseline.Party, caseline.Meeting, caseline.Intervention, caseline.Consent, caseline.ChildView}
)

func drawn(t *rapid.T) caseline.Line {
	var l caseline.Line
	begins := today.AddDays(-rapid.IntRange(0, 6500).Draw(t, "begins"))
	for range rapid.IntRange(0, 25).Draw(t, "marks") {
		lane := rapid.SampledFrom([]caseline.LaneKind{caseline.OfPlan, caseline.OfFamily, caseline.OfUnit, caseline.Outside}).Draw(t, "lane")
		var a caseline.Actor
		switch n := rapid.IntRange(0, 3).Draw(t, "who"); lane {
		case caseline.OfUnit:
			a = caseline.Actor{ID: id.NewUnit(), Name: fmt.Sprint("Enhetsnamn", n), Authority: "Nämnden X", Principal: "Kommunen Y", Service: []string{"ifo", "health", "school", "police"}[n]}
		case caseline.Outside:
			a = caseline.Actor{Name: fmt.Sprint("Kontaktperson", n)}
		}
		m := caseline.Mark{
			Kind: rapid.SampledFrom(kinds).Draw(t, "kind"), On: begins.AddDays(rapid.IntRange(0, 7000).Draw(t, "day")),
			Detail: "i ord", Quoted: rapid.SampledFrom([]string{"", "Lo Ek 20110514-9802", "Fritext"}).Draw(t, "text"),
		}
		if m.Kind.Lasts() && rapid.Bool().Draw(t, "ends") {
			m.Until = m.On.AddDays(rapid.IntRange(0, 900).Draw(t, "lasts"))
		}
		l.Add(lane, a, m)
	}
	return l
}

func days(l caseline.Line) []civil.Date {
	var out []civil.Date
	for _, lane := range l.Lanes {
		for _, m := range lane.Marks {
			out = append(out, m.On)
			if !m.Until.IsZero() {
				out = append(out, m.Until)
			}
		}
	}
	return out
}

// TestR54TeachingKeepsTheTimeBetweenEventsAlone: each day is moved by the same whole weeks, none is one of the case's own, and
// nothing that points anybody out is left.
func TestR54TeachingKeepsTheTimeBetweenEventsAlone(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		l := drawn(t).By(today)
		for n := range l.Lanes { // marks that differ in what is left out become one
			for m := range l.Lanes[n].Marks {
				l.Lanes[n].Marks[m].Detail = fmt.Sprint(n, " ", m)
			}
		}
		chance := rapid.SliceOfN(rapid.Byte(), 4, 4).Draw(t, "chance")
		got, _, err := l.ForTeaching(today, all, bytes.NewReader(chance))
		if err != nil {
			t.Fatal(err)
		}
		for n := range l.Lanes { // what is to end goes on
			for m := range l.Lanes[n].Marks {
				if v := &l.Lanes[n].Marks[m]; v.Until.After(today) {
					v.Until = civil.Date{}
				}
			}
		}
		was, is := days(l), days(got)
		if len(was) != len(is) {
			t.Fatalf("%d days became %d", len(was), len(is))
		}
		for n := range was {
			if step := is[n].DaysSince(was[n]); step%7 != 0 || step != is[0].DaysSince(was[0]) {
				t.Fatalf("a day was moved by %d, another one by %d", step, is[0].DaysSince(was[0]))
			}
			if slices.Contains(was, is[n]) {
				t.Fatalf("%s is a day of the case", is[n])
			}
		}
		for n, lane := range got.Lanes {
			if lane.Kind != l.Lanes[n].Kind || lane.Actor.Service != l.Lanes[n].Actor.Service || !lane.Actor.ID.IsZero() {
				t.Fatalf("%v became %v", l.Lanes[n], lane)
			}
		}
		for _, word := range []string{"Enhetsnamn", "Nämnden", "Kommunen", "Kontaktperson", "Lo Ek", "20110514", "Fritext"} {
			if strings.Contains(fmt.Sprintf("%+v", got), word) {
				t.Fatalf("%s is told: %+v", word, got)
			}
		}
	})
}

// TestR54PlannedEndsAreNotTold: a consent until the last day of a year would tell by how much the line was moved.
func TestR54PlannedEndsAreNotTold(t *testing.T) {
	t.Parallel()
	for until, ends := range map[string]bool{"2026-12-31": false, "2026-03-03": false, "2026-03-02": true, "2025-12-31": true} {
		var l caseline.Line
		l.Add(caseline.OfFamily, caseline.Actor{}, caseline.Mark{Kind: caseline.Consent, On: today.AddDays(-99), Until: civil.MustParse(until)})
		got, _, err := l.ForTeaching(today, nil, bytes.NewReader(make([]byte, 4)))
		if err != nil || got.Lanes[0].Marks[0].Until.IsZero() == ends {
			t.Errorf("%s: %v %v", until, got, err)
		}
	}
}

// TestR54StepsAreDrawnAnew: no two draws say of each other by how much the case was moved, and the line itself stays as it was.
func TestR54StepsAreDrawnAnew(t *testing.T) {
	t.Parallel()
	var l caseline.Line
	l.Add(caseline.OfPlan, caseline.Actor{}, caseline.Mark{Kind: caseline.PlanNoted, On: today})
	before := days(l)
	steps := map[int]bool{}
	for n := range 200 {
		got, _, err := l.ForTeaching(today, nil, bytes.NewReader([]byte{0, 0, byte(n >> 4), byte(n)}))
		if err != nil {
			t.Fatal(err)
		}
		steps[days(got)[0].DaysSince(today)] = true
	}
	if len(steps) < 150 || !cmp.Equal(before, days(l), cmp.Comparer(func(a, b civil.Date) bool { return a == b })) {
		t.Errorf("%d steps; the line is %v", len(steps), days(l))
	}
	if _, _, err := l.ForTeaching(today, nil, bytes.NewReader(nil)); err == nil {
		t.Error("a step that was not drawn")
	}
}

// TestR54WhatIsRareIsWarnedOf, and a protected child's line does not leave the case.
func TestR54WhatIsRareIsWarnedOf(t *testing.T) {
	t.Parallel()
	of := func(services ...string) caseline.Line {
		var l caseline.Line
		for _, s := range services {
			l.Add(caseline.OfUnit, caseline.Actor{Name: s, Service: s}, caseline.Mark{Kind: caseline.Party, On: today})
		}
		return l
	}
	outside := of("ifo")
	outside.Add(caseline.Outside, caseline.Actor{Name: "a"}, caseline.Mark{Kind: caseline.Intervention, On: today})
	for name, c := range map[string]struct {
		line caseline.Line
		rare bool
	}{
		"two": {of("ifo", "health"), false}, "two of a kind": {of("ifo", "ifo"), false}, "none": {caseline.Line{}, false},
		"four": {of("ifo", "health", "school", "lss"), true}, "the police": {of("police"), true}, "outside": {outside, true},
	} {
		_, warned, err := c.line.ForTeaching(today, nil, bytes.NewReader(make([]byte, 4)))
		if fault.Has(err, fault.CodeConfirmWarnings) != c.rare || (err == nil) == c.rare || warned != nil {
			t.Errorf("%s: %v %v", name, warned, err)
		}
		if _, warned, err = c.line.ForTeaching(today, all, bytes.NewReader(make([]byte, 4))); err != nil || (len(warned) == 1) != c.rare {
			t.Errorf("%s, confirmed: %v %v", name, warned, err)
		}
	}
	protected := of("ifo")
	protected.IsProtected = true
	if _, _, err := protected.ForTeaching(today, all, bytes.NewReader(make([]byte, 4))); !fault.Has(err, fault.CodeNotForTeaching) {
		t.Errorf("a protected child: %v", err)
	}
}

// TestR54LineIsInOrder: nothing to come, nothing twice, no lane without a mark, the plan and the family first.
func TestR54LineIsInOrder(t *testing.T) {
	t.Parallel()
	unit, late := caseline.Actor{Name: "B"}, caseline.Actor{Name: "A"}
	at := func(k caseline.MarkKind, days int) caseline.Mark {
		return caseline.Mark{Kind: k, On: today.AddDays(days)}
	}
	var l caseline.Line
	l.Add(caseline.OfUnit, caseline.Actor{Name: "C"}, at(caseline.Party, 1))
	l.Add(caseline.OfUnit, late, at(caseline.Party, -1))
	l.Add(caseline.OfUnit, unit, at(caseline.Lead, -3))
	l.Add(caseline.Outside, caseline.Actor{Name: "D"}, at(caseline.Intervention, -2))
	l.Add(caseline.OfFamily, caseline.Actor{}, at(caseline.ChildView, 0))
	l.Add(caseline.OfPlan, caseline.Actor{}, at(caseline.Meeting, 0))
	l.Add(caseline.OfPlan, caseline.Actor{}, at(caseline.Meeting, 0))
	l.Add(caseline.OfPlan, caseline.Actor{}, at(caseline.PlanNoted, 0))
	l.Add(caseline.OfPlan, caseline.Actor{}, caseline.Mark{Kind: caseline.Meeting})
	var got []string
	for _, lane := range l.By(today).Lanes {
		got = append(got, fmt.Sprint(lane.Kind, lane.Actor.Name, len(lane.Marks), lane.Marks[0].Kind))
	}
	want := []string{"plan2plan-noted", "family1child-view", "unitB1lead", "outsideD1intervention", "unitA1party"}
	for n := range got {
		got[n] = strings.ReplaceAll(got[n], " ", "")
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
