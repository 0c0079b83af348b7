package worlds

import "slices"

// emergency draws somebody who has asked about a child, now or a while ago, and often has opened what a holder has.
func (m *maker) emergency(c Human) {
	var all []Reader
	for _, u := range careGivers {
		all = append(all, where(StaffOf(u), mayAskInDanger)...)
	}
	r := oneOf(m.dice, all...)
	q := Inquiry{
		ID: m.id("inquiry"), Child: c.ID, Person: r.Person, Assignment: r.Assignment.UUID(), Unit: r.Unit, Danger: oneOf(m.dice, "life", "health"),
		Minutes: oneOf(m.dice, 1, 14, 14, 15, 60),
	}
	m.Inquiries = append(m.Inquiries, q)
	holders := where(careGivers, func(u string) bool { return len(m.InDanger(c.ID, u)) > 0 })
	if len(holders) > 0 && chance(m.dice, 80) {
		m.opening(q, oneOf(m.dice, holders...))
	}
}

func (m *maker) opening(q Inquiry, holder string) {
	o := Opening{
		ID: m.id("opening"), Inquiry: q.ID, Holder: holder, Minutes: min(q.Minutes, oneOf(m.dice, 0, 1, 14, 15, 30)),
		Due: m.Day.AddDays(oneOf(m.dice, -1, 0, 5)),
	}
	for _, u := range slices.Compact([]string{q.Unit, holder}) {
		for _, s := range StaffOf(u) {
			if s.Role == "unit-manager" && s.Person != q.Person && chance(m.dice, 40) {
				o.Reviews = append(o.Reviews, Verdict{m.id("review"), s.Person, u, oneOf(m.dice, "justified", "unjustified"), 0, len(o.Reviews)})
			}
		}
	}
	m.Openings = append(m.Openings, o)
}
