package worlds

import "fmt"

// summon draws a call to a meeting of a plan: a draft, or sent and answered in every way.
func (m *maker) summon(p Plan) {
	c := Call{
		ID: m.id("call"), Plan: p.ID, Unit: p.Lead, Words: fmt.Sprintf("KANARIE-kallelse-%s-%d", p.Lead, m.counts["call"]), Way: oneOf(m.dice, "place", "digital", "both"),
		Author: oneOf(m.dice, StaffOf(p.Lead)...).Person, Order: len(m.Calls), Version: 1,
	}
	if chance(m.dice, 75) {
		c.Sent, c.Version = m.Day.AddDays(-m.dice.Roll(12)), 2
		c.AnswerBy = c.Sent.AddDays(7)
	}
	for _, u := range units {
		if u != p.Lead && chance(m.dice, 40) {
			c.Addressees = append(c.Addressees, m.addressee(c, u))
		}
	}
	m.Calls = append(m.Calls, c)
	m.sweepCalls(func(ID) bool { return true })
}

func (m *maker) addressee(c Call, unit string) Addressee {
	a := Addressee{
		ID: m.id("addressee"), Unit: unit, Summons: oneOf(m.dice, "called", "invited"), State: "drafted",
		Words: fmt.Sprintf("KANARIE-fråga-%s-%d", unit, m.counts["addressee"]), Version: 1,
	}
	if c.Sent.IsZero() {
		return a
	}
	a.State, a.Version = oneOf(m.dice, "waiting", "waiting", "accepted", "declined", "passed-on"), 2
	if a.State != "waiting" {
		a.Seen, a.Answered, a.Reason = c.Sent, m.Day, "KANARIE-svar-"+unit
	}
	if a.State == "accepted" {
		a.Contact = oneOf(m.dice, StaffOf(unit)...).Person
	}
	for n := len(c.Addressees) - 1; n >= 0; n-- { // some have got it from one that it had gone to first
		if c.Addressees[n].State == "passed-on" && chance(m.dice, 60) {
			a.PassedFrom = c.Addressees[n].ID
			break
		}
	}
	return a
}
