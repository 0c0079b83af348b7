package worlds

import "slices"

// inEmergencies are mutants of what happens in an emergency.
var inEmergencies = []func(*maker){
	func(m *maker) { remove(m.dice, &m.Inquiries) },
	func(m *maker) { remove(m.dice, &m.Openings) },
	func(m *maker) {
		alter(m.dice, m.Openings, func(o *Opening) { o.Due, o.Reviews = m.Day.AddDays(-3), nil })
	},
	func(m *maker) {
		alter(m.dice, m.Inquiries, func(q *Inquiry) { q.Danger, q.Minutes = "health", 90 })
	},
	func(m *maker) { m.anyPlan(func(p Plan) { m.emergency(m.Human(p.Child)) }) },
}

// sweepEmergencies removes openings whose inquiry is gone.
func (w *World) sweepEmergencies() {
	w.Openings = where(w.Openings, func(o Opening) bool {
		return slices.ContainsFunc(w.Inquiries, func(q Inquiry) bool { return q.ID == o.Inquiry })
	})
}
