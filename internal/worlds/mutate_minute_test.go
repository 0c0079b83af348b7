package worlds

// inMinutes are mutants of minutes and of what they decided.
var inMinutes = []func(*maker){
	func(m *maker) { alter(m.dice, m.Meetings, m.familyCame) },
	func(m *maker) { alter(m.dice, m.Meetings, func(v *Meeting) { v.Days++ }) },
	func(m *maker) { remove(m.dice, &m.Minutes) },
	func(m *maker) {
		if len(m.Meetings) > 0 {
			m.minuted(oneOf(m.dice, m.Meetings...))
		}
	},
	func(m *maker) {
		if len(m.Meetings) > 0 {
			m.minuted(oneOf(m.dice, m.Meetings...))
		}
	},
	func(m *maker) {
		alter(m.dice, m.Minutes, func(v *Minute) {
			if v.isAsked() {
				v.Doer, v.Person = oneOf(m.dice, units...), ID{}
			}
		})
	},
	func(m *maker) {
		alter(m.dice, m.Minutes, func(v *Minute) {
			if v.isAsked() {
				m.answered(v, m.Plan(m.Item(v.Item).Plan))
			}
		})
	},
	func(m *maker) { alter(m.dice, m.Minutes, func(v *Minute) { remove(m.dice, &v.Corrections) }) },
	func(m *maker) {
		alter(m.dice, m.Minutes, func(v *Minute) {
			if !v.Settled.IsZero() {
				v.Corrections = append(v.Corrections, Correction{m.id("correction"), "KANARIE-rättelse igen"})
			}
		})
	},
	func(m *maker) {
		alter(m.dice, m.Minutes, func(v *Minute) {
			if v.isAsked() {
				v.Due = v.Due.AddDays(-40)
			}
		})
	},
}
