package worlds

import (
	"fmt"
	"slices"
)

// minuted draws a point of the minutes of a meeting, by some unit that takes part or did: a draft for the own unit, or settled,
// with or without a decision.
func (m *maker) minuted(of Meeting) {
	p := m.Plan(of.Plan)
	m.itemOf(p, m.taking(p).Unit, "minute")
	i := &m.Items[len(m.Items)-1]
	i.Frozen = nil
	v := Minute{Item: i.ID, Meeting: of.ID}
	if chance(m.dice, 70) {
		m.decided(&v, i)
		v.Settled = m.Day.AddDays(-1 - m.dice.Roll(3))
		if v.Outcome != "" {
			m.answered(&v, p)
		}
		for range m.dice.Roll(2) {
			v.Corrections = append(v.Corrections, Correction{m.id("correction"), fmt.Sprintf("KANARIE-rättelse-%d", m.counts["correction"])})
		}
	} else if i.Visibility != "named" {
		i.Visibility, i.Withheld = "unit", nil
		m.decided(&v, i)
	}
	m.Minutes = append(m.Minutes, v)
}

// familyCame draws how the family took part in a meeting.
func (m *maker) familyCame(v *Meeting) {
	v.OfFamily = nil
	for _, h := range m.People {
		if chance(m.dice, 20) && (h.ID == m.Plan(v.Plan).Child || slices.ContainsFunc(m.adults, func(a Human) bool { return a.ID == h.ID })) {
			v.OfFamily = append(v.OfFamily, Reply{Person: h.ID, Reply: oneOf(m.dice, "came", "digital", "absent", "represented")})
		}
	}
}

func (m *maker) decided(v *Minute, i *Item) {
	v.Outcome = oneOf(m.dice, "", "none", "intervention", "task", "task")
	if v.Outcome != "intervention" && v.Outcome != "task" {
		return
	}
	v.Doer = oneOf(m.dice, append([]string{i.Unit}, units...)...)
	v.Due = m.Day.AddDays(oneOf(m.dice, -1, 0, 20))
	if chance(m.dice, 40) {
		v.Person = oneOf(m.dice, StaffOf(v.Doer)...).Person
	}
}

// answered lets what a settled point asks be waiting, answered or cancelled.
func (m *maker) answered(v *Minute, p Plan) {
	v.Answer, v.Became = "", ID{}
	switch v.Outcome {
	case "none":
		v.State = "noted"
		return
	case "intervention":
		v.State = oneOf(m.dice, "proposed", "proposed", "accepted", "declined", "cancelled")
	default:
		v.State = oneOf(m.dice, "open", "open", "done", "not-done", "cancelled")
	}
	if v.State != "proposed" && v.State != "open" {
		v.Answer = fmt.Sprintf("KANARIE-beslutssvar-%d", m.dice.Roll(1000))
	}
	if of := where(m.Items, func(i Item) bool { return i.Plan == p.ID && i.Kind == "intervention" }); v.State == "accepted" && len(of) > 0 {
		v.Became = oneOf(m.dice, of...).ID
	}
}
