package transition_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/transition"
)

var today = civil.MustParse("2026-03-02")

func drawn(t *rapid.T) transition.Case {
	branches := []id.Branch{id.NewBranch(), id.NewBranch(), id.NewBranch()}
	var units []transition.Unit
	for n := range 5 {
		units = append(units, transition.Unit{ID: id.NewUnit(), Branch: branches[n%len(branches)]})
	}
	unit := func() transition.Unit { return rapid.SampledFrom(units).Draw(t, "unit") }
	day := func() civil.Date { return today.AddDays(rapid.IntRange(0, 400).Draw(t, "day")) }
	mayBe := func() civil.Date {
		if rapid.Bool().Draw(t, "is") {
			return day()
		}
		return civil.Date{}
	}
	flag := func() bool { return rapid.Bool().Draw(t, "flag") }
	c := transition.Case{
		Kind: rapid.SampledFrom(transition.Kinds.Values()).Draw(t, "kind"), On: day(), AdultOn: day(), From: units[0], To: units[rapid.IntRange(1, 4).Draw(t, "to")],
		LeadUnit: unit().ID, FollowUpOn: mayBe(), FollowUpUnit: unit().ID, Parties: []transition.Party{{Unit: units[0]}},
	}
	for _, u := range units[1:] {
		if flag() {
			c.Parties = append(c.Parties, transition.Party{Unit: u, Waits: flag()})
		}
	}
	for range rapid.IntRange(0, 4).Draw(t, "many") {
		v := transition.Consent{ID: id.NewConsent(), ToPlan: flag(), Last: day(), ByChild: flag()}
		if !v.ToPlan {
			v.Ways = []transition.Way{{From: rapid.SampledFrom(branches).Draw(t, "from"), To: rapid.SampledFrom(branches).Draw(t, "into")}}
		}
		c.Consents = append(c.Consents, v)
		c.Roles = append(c.Roles, transition.Holder{ID: id.NewRoleHolder(), Unit: unit().ID, Last: mayBe()})
		c.Interventions = append(c.Interventions, transition.Carried{ID: id.NewItem(), Unit: unit().ID, Last: mayBe(), IsOver: flag()})
		c.Requests = append(c.Requests, id.NewInformationRequest())
	}
	return c
}

func count(lines []transition.Line, is func(transition.Line) bool) int {
	n := 0
	for _, l := range lines {
		if is(l) {
			n++
		}
	}
	return n
}

// TestR20NothingIsLostInATransition: whatever the unit before still has in hand on the day is asked for, once; and what is over, or
// another unit's, is not.
func TestR20NothingIsLostInATransition(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t)
		lines := c.Checklist()
		open := func(u id.Unit, last civil.Date) int {
			if u == c.From.ID && (last.IsZero() || !last.Before(c.On)) {
				return 1
			}
			return 0
		}
		for _, h := range c.Roles {
			if got := count(lines, func(l transition.Line) bool { return l.Role == h.ID }); got != open(h.Unit, h.Last) {
				t.Fatalf("a role stands %d times", got)
			}
		}
		for _, i := range c.Interventions {
			want := open(i.Unit, i.Last)
			if i.IsOver {
				want = 0
			}
			if got := count(lines, func(l transition.Line) bool { return l.Intervention == i.ID }); got != want {
				t.Fatalf("an intervention stands %d times, not %d", got, want)
			}
		}
		for _, q := range c.Requests {
			if count(lines, func(l transition.Line) bool { return l.Request == q }) != 1 {
				t.Fatal("a request is lost")
			}
		}
		if leads := count(lines, func(l transition.Line) bool { return l.Kind == transition.Lead }) == 1; leads != (c.LeadUnit == c.From.ID) {
			t.Fatalf("the lead: %v", leads)
		}
	})
}

// TestR13NothingIsCarriedWithoutAConsent: of each service that takes part either a consent that holds on the day names it and the
// receiving one, or the list says that none does. What the child has not said itself holds no longer than until it is of age (R17).
func TestR13NothingIsCarriedWithoutAConsent(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		c := drawn(t)
		lines := c.Checklist()
		grown := !c.On.Before(c.AdultOn)
		holds := func(v transition.Consent) bool { return !v.Last.Before(c.On) && (v.ByChild || !grown) }
		for _, y := range c.Parties {
			if y.Waits || y.Branch == c.To.Branch {
				continue
			}
			named := slices.ContainsFunc(c.Consents, func(v transition.Consent) bool {
				return holds(v) && slices.Contains(v.Ways, transition.Way{From: y.Branch, To: c.To.Branch})
			})
			asked := count(lines, func(l transition.Line) bool {
				return l.Kind == transition.ConsentMissing && slices.ContainsFunc(c.Parties, func(p transition.Party) bool { return p.ID == l.Unit && p.Branch == y.Branch })
			})
			if named != (asked == 0) || asked > 1 {
				t.Fatalf("named %v, asked for %d times", named, asked)
			}
			back := slices.ContainsFunc(c.Consents, func(v transition.Consent) bool {
				return holds(v) && slices.Contains(v.Ways, transition.Way{From: c.To.Branch, To: y.Branch})
			})
			asked = count(lines, func(l transition.Line) bool {
				return l.Kind == transition.ConsentBack && slices.ContainsFunc(c.Parties, func(p transition.Party) bool { return p.ID == l.Unit && p.Branch == y.Branch })
			})
			stays := slices.ContainsFunc(c.Parties, func(p transition.Party) bool { return !p.Waits && p.ID != c.From.ID && p.Branch == y.Branch })
			if want := !back && stays; want != (asked == 1) || asked > 1 {
				t.Fatalf("back %v, asked for %d times", back, asked)
			}
		}
		for _, v := range c.Consents {
			if got := count(lines, func(l transition.Line) bool { return l.Consent == v.ID }); (got == 0) != holds(v) {
				t.Fatalf("%v ends %d times", v, got)
			}
		}
		own := slices.ContainsFunc(c.Consents, func(v transition.Consent) bool { return v.ToPlan && holds(v) })
		if asks := count(lines, func(l transition.Line) bool { return l.Kind == transition.PlanConsent }) == 1; asks != (grown && !own) {
			t.Fatalf("of the young person: %v", asks)
		}
	})
}

// TestTheReceivingUnitIsAsked until it takes part.
func TestTheReceivingUnitIsAsked(t *testing.T) {
	t.Parallel()
	from, to := transition.Unit{ID: id.NewUnit()}, transition.Unit{ID: id.NewUnit()}
	for _, tt := range []struct {
		party []transition.Party
		want  transition.LineKind
	}{
		{nil, transition.PartyMissing},
		{[]transition.Party{{Unit: from}, {Unit: to, Waits: true}}, transition.PartyWaits},
		{[]transition.Party{{Unit: from}, {Unit: to}}, transition.LineKind{}},
	} {
		lines := transition.Case{From: from, To: to, On: today, Parties: tt.party}.Checklist()
		var got transition.LineKind
		if len(lines) > 0 {
			got = lines[0].Kind
		}
		if got != tt.want {
			t.Errorf("%v: %v", tt.party, got)
		}
	}
}
