package meeting

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/org"
)

// owes is R5 written once more, in words: of a municipality and a region the one owes it to the other; one that is both owes it
// to every other municipality or region, and nobody owes anything to itself.
var owes = map[string][]string{
	"municipality": {"region", "both"}, "region": {"municipality", "both"}, "both": {"municipality", "region", "both"},
}

// TestR5TheOtherPrincipalsDuty: the duty arises with the call, for those who are called, and is there until somebody accepts.
func TestR5TheOtherPrincipalsDuty(t *testing.T) {
	t.Parallel()
	kinds := []string{"municipality", "region", "both", "independent", "state"}
	rapid.Check(t, func(t *rapid.T) {
		places, principals := map[id.Unit]org.Principal{}, []org.Principal{}
		for range 4 {
			principals = append(principals, org.Principal{ID: id.NewPrincipal(), Kind: org.PrincipalKindNamed(rapid.SampledFrom(kinds).Draw(t, "kind"))})
		}
		unit := func() id.Unit {
			u := id.NewUnit()
			places[u] = rapid.SampledFrom(principals).Draw(t, "principal")
			return u
		}
		of := func(u id.Unit) org.Principal { return places[u] }
		sender, c := unit(), Call{SentOn: civil.MustParse("2026-03-02")}
		for range rapid.IntRange(1, 5).Draw(t, "addressees") {
			c.Addressees = append(c.Addressees, Addressee{
				Unit: unit(), Summons: rapid.SampledFrom(Summonses.Values()).Draw(t, "summons"), State: rapid.SampledFrom(States.Values()[1:]).Draw(t, "state"),
			})
		}
		open := c.OpenDuties(sender, of)
		for _, p := range principals {
			var called, accepted bool
			for _, a := range c.Addressees {
				called = called || of(a.Unit) == p && a.Summons == isCalled
				accepted = accepted || of(a.Unit) == p && a.State == Accepted
			}
			must := p.ID != of(sender).ID && slices.Contains(owes[p.Kind.String()], of(sender).Kind.String())
			if got, want := slices.Contains(open, p), must && called && !accepted; got != want {
				t.Fatalf("%s called by %s, accepted %v: open %v", p.Kind, of(sender).Kind, accepted, got)
			}
		}
		for _, a := range c.Addressees {
			r := Received{Addressee: a, From: sender}
			p, by := of(a.Unit), of(sender)
			if want := a.Summons == isCalled && p.ID != by.ID && slices.Contains(owes[p.Kind.String()], by.Kind.String()); r.IsDuty(of) != want {
				t.Fatalf("%s by %s: duty %v", p.Kind, by.Kind, !want)
			}
		}
		c.SentOn = civil.Date{}
		if len(c.OpenDuties(sender, of)) > 0 {
			t.Fatal("a draft obliges somebody")
		}
	})
}
