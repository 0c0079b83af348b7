package worlds

import "slices"

// protected draws who has recorded how far somebody is protected: at least one unit as far as it counts, others less.
func (m *maker) protected(h Human) {
	at := slices.Index(levels, h.Protection)
	if at == 0 {
		return
	}
	first := oneOf(m.dice, units...)
	m.Protections = append(m.Protections, Protection{m.id("protection"), h.ID, first, h.Protection})
	for _, u := range units {
		if u != first && chance(m.dice, 30) {
			m.Protections = append(m.Protections, Protection{m.id("protection"), h.ID, u, levels[m.dice.Roll(at+1)]})
		}
	}
}

// whereabouts draws what units know of where a child is, who is named to know it, and from whom it is kept.
func (m *maker) whereabouts(c Human) {
	for _, u := range units {
		if chance(m.dice, 40) {
			m.place(c, u)
		}
		for _, s := range StaffOf(u) {
			if chance(m.dice, 25) {
				m.Namings = append(m.Namings, Naming{m.id("naming"), c.ID, u, s.Person, m.shortSpan()})
			}
		}
	}
	for _, a := range m.adults {
		if chance(m.dice, 40) {
			m.PlaceBlocks = append(m.PlaceBlocks, PlaceBlock{m.id("place-block"), c.ID, oneOf(m.dice, units...), a.ID, m.span()})
		}
	}
}

func (m *maker) place(c Human, unit string) {
	kind := oneOf(m.dice, "address", "school", "municipality")
	m.Places = append(m.Places, Place{m.id("place"), c.ID, unit, kind, "KANARIE-plats-" + unit, m.span(), 1 + m.dice.Roll(3)})
}

// shortSpan is a span that has an end, as namings have.
func (m *maker) shortSpan() Span {
	s := m.span()
	if s.To.IsZero() {
		s.To = m.Day.AddDays(50)
	}
	return s
}

// around draws who answers for the whole plan and calls to its follow-up.
func (m *maker) around(p *Plan) {
	if chance(m.dice, 50) {
		p.Responsible = oneOf(m.dice, "goteborg", "vgr")
	}
	if chance(m.dice, 50) {
		p.FollowUnit = oneOf(m.dice, units...)
	}
	m.stand(p)
}

// handOver draws a hand-over of a plan: it waits, was declined, or was accepted and has led to a plan that follows.
func (m *maker) handOver(p Plan) {
	to := oneOf(m.dice, units...)
	if to == p.Lead || slices.ContainsFunc(m.HandOvers, func(h HandOver) bool { return h.Plan == p.ID }) {
		return
	}
	h := HandOver{
		m.id("hand-over"), p.ID, p.Lead, to, oneOf(m.dice, "waiting", "waiting", "declined", "accepted"), oneOf(m.dice, StaffOf(p.Lead)...).Person,
		m.Day.AddDays(-3), len(m.HandOvers), 1,
	}
	m.HandOvers = append(m.HandOvers, h)
	if h.State != "accepted" {
		return
	}
	for i := range m.Plans {
		if m.Plans[i].ID == p.ID {
			m.Plans[i].Status = "moved"
		}
	}
	m.planLedBy(m.Human(p.Child), to)
	m.Plans[len(m.Plans)-1].Follows = p.ID
}
