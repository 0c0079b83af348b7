package transition_test

import (
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/transition"
)

// TestR42ATransitionEndsOnce: what is planned is carried out or called off; nothing follows after that, and each change counts a version.
func TestR42ATransitionEndsOnce(t *testing.T) {
	t.Parallel()
	why := person.NewText("x")
	deeds := map[string]func(*transition.Transition) error{
		"change":    func(v *transition.Transition) error { return v.Change(transition.Draft{On: today}) },
		"cancel":    func(v *transition.Transition) error { return v.Cancel(why, today) },
		"carry out": func(v *transition.Transition) error { return v.CarryOut(today) },
	}
	ends := map[string]transition.State{"change": transition.Planned, "cancel": transition.Cancelled, "carry out": transition.CarriedOut}
	for first, end := range ends {
		for second, do := range deeds {
			v := transition.Of(id.NewPlan(), transition.ToAdultServices, transition.Draft{On: today})
			if err := deeds[first](&v); err != nil || v.State != end || v.Version != 2 || v.EndedOn.IsZero() != (end == transition.Planned) {
				t.Fatalf("%s: %v, %+v", first, err, v)
			}
			if err := do(&v); (err == nil) != (end == transition.Planned) || err != nil && !fault.Has(err, fault.CodeEnded) {
				t.Errorf("%s, then %s: %v", first, second, err)
			}
		}
	}
}

// TestWhoTakesOverFromWhom has the rules of receivers.
func TestWhoTakesOverFromWhom(t *testing.T) {
	t.Parallel()
	own, other, to := id.NewUnit(), id.NewUnit(), id.NewUnit()
	outside := person.NewText("Skolan i Oslo")
	for name, c := range map[string]struct {
		on   civil.Date
		all  []transition.Receiver
		want string
	}{
		"a unit":                 {today, []transition.Receiver{{To: to}}, ""},
		"from another":           {today, []transition.Receiver{{To: to}, {From: other, To: to}}, ""},
		"who is not here":        {today.AddDays(1), []transition.Receiver{{Outside: outside}}, ""},
		"to a party":             {today, []transition.Receiver{{To: other}}, ""},
		"a day that is over":     {today.AddDays(-1), []transition.Receiver{{To: to}}, "/startsOn"},
		"nobody":                 {today, []transition.Receiver{{}}, "/receivers/0/toUnitId"},
		"both":                   {today, []transition.Receiver{{To: to, Outside: outside}}, "/receivers/0/toUnitId"},
		"itself":                 {today, []transition.Receiver{{To: own}}, "/receivers/0/toUnitId"},
		"twice":                  {today, []transition.Receiver{{To: to}, {From: own, To: other}}, "/receivers/1/fromUnitId"},
		"who does not take part": {today, []transition.Receiver{{From: to, To: other}}, "/receivers/0/fromUnitId"},
	} {
		d := transition.Draft{On: c.on, Receivers: c.all}
		err := d.Fits(own, []id.Unit{own, other}, today)
		if c.want == "" {
			if err != nil || d.Receivers[0].From.IsZero() {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if f := fault.Of(err); len(f.Fields) != 1 || f.Fields[0].Pointer != c.want {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestR48WhatIsOffered: every role and intervention that the checklist asks for is offered once, to the receiving unit and for its first
// day, and the lead on that day and not before; where the plan ends here the plan alone is. What is offered is not left.
func TestR48WhatIsOffered(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t)
		for n := range c.Roles {
			c.Roles[n].Role = rapid.SampledFrom([]string{"coordinator", "leader"}).Draw(t, "role")
		}
		day := today.AddDays(rapid.IntRange(0, 400).Draw(t, "today"))
		goesOn := rapid.Bool().Draw(t, "goes on")
		lines, offers := c.Checklist(), c.Offers(goesOn, day)
		kinds := map[transition.OfferKind]int{}
		for n, o := range offers {
			kinds[o.Kind]++
			isLead := o.Kind == transition.OfLead || o.Kind == transition.OfPlan
			if o.To != c.To.ID || o.On != c.On || o.IsAmong(offers[:n]) || (o.Outcome == transition.Later) != (isLead && day.Before(c.On)) {
				t.Fatalf("offered: %+v", o)
			}
		}
		if leads := kinds[transition.OfLead] + kinds[transition.OfPlan]; (leads == 1) != (c.LeadUnit == c.From.ID) || leads > 1 || (kinds[transition.OfPlan] > 0) && goesOn {
			t.Fatalf("the lead is offered %d times", leads)
		}
		if !goesOn && len(offers) != kinds[transition.OfPlan] {
			t.Fatal("of a plan that ends here more than the plan is offered")
		}
		for n := range offers {
			offers[n].Outcome = rapid.SampledFrom(transition.Outcomes.Values()).Draw(t, "outcome")
		}
		left := transition.Left(lines, offers)
		for _, o := range offers {
			has := count(left, func(l transition.Line) bool {
				return o.Kind == transition.OfIntervention && l.Intervention == o.Intervention && l.Kind == transition.Intervention ||
					o.Kind == transition.OfRole && l.Kind == transition.Role && o.Holders[0] == l.Role ||
					(o.Kind == transition.OfLead || o.Kind == transition.OfPlan) && l.Kind == transition.Lead
			})
			if (has == 0) != o.Waits() {
				t.Fatalf("%s: %d lines are left of %+v", o.Outcome, has, o)
			}
		}
	})
}
