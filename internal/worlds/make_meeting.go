package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// convene draws a meeting of a plan: to come or held, with who came, who leads and what the family answered.
func (m *maker) convene(p Plan) {
	v := Meeting{
		ID: m.id("meeting"), Plan: p.ID, Unit: p.Lead, State: oneOf(m.dice, "scheduled", "scheduled", "closed", "cancelled"), Way: "both",
		Place: fmt.Sprintf("KANARIE-mötesplats-%d", m.counts["meeting"]), Link: fmt.Sprintf("KANARIE-länk-%d", m.counts["meeting"]),
		Sequence: m.dice.Roll(3), Days: oneOf(m.dice, -4, 0, 5), Order: len(m.Meetings), Version: 1 + m.dice.Roll(3),
	}
	if of := where(m.Calls, func(c Call) bool { return c.Plan == p.ID }); len(of) > 0 && chance(m.dice, 50) {
		v.Call = oneOf(m.dice, of...).ID
	}
	if chance(m.dice, 60) {
		v.Leaders = []ID{oneOf(m.dice, StaffOf(oneOf(m.dice, units...))...).Person}
	}
	if v.State == "closed" {
		v.NextUnit, v.Next = oneOf(m.dice, units...), m.Day.AddDays(60)
		if chance(m.dice, 30) {
			v.NextUnit, v.Closing, v.Next = "", "no-need", civil.Date{}
		}
	}
	for _, u := range units {
		if v.State != "cancelled" && chance(m.dice, 40) {
			v.Attendances = append(v.Attendances, m.attends(u))
		} else if v.State == "closed" && chance(m.dice, 20) {
			v.NoShows = append(v.NoShows, u)
		}
	}
	for _, h := range m.People {
		if chance(m.dice, 25) && (h.ID == p.Child || slices.ContainsFunc(m.adults, func(a Human) bool { return a.ID == h.ID })) {
			v.Replies = append(v.Replies, Reply{h.ID, oneOf(m.dice, "comes", "cannot", "proposes"), "KANARIE-familjens svar"})
		}
	}
	m.Meetings = append(m.Meetings, v)
}

func (m *maker) attends(unit string) Attendance {
	return Attendance{
		m.id("attendance"), unit, oneOf(m.dice, "came", "digital", "absent-with-notice", "absent", "represented"),
		oneOf(m.dice, StaffOf(unit)...).Person, chance(m.dice, 50), 1 + m.dice.Roll(2),
	}
}
