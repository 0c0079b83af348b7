package worlds

// inMeetings are mutants of meetings.
var inMeetings = []func(*maker){
	func(m *maker) { remove(m.dice, &m.Meetings) },
	func(m *maker) {
		alter(m.dice, m.Meetings, func(v *Meeting) { v.Place, v.Version = v.Place+" ändrat", v.Version+1 })
	},
	func(m *maker) {
		alter(m.dice, m.Meetings, func(v *Meeting) { v.Link, v.Version = v.Link+" ändrat", v.Version+1 })
	},
	func(m *maker) {
		alter(m.dice, m.Meetings, func(v *Meeting) { v.Leaders = []ID{oneOf(m.dice, Staff()...).Person} })
	},
	func(m *maker) {
		alter(m.dice, m.Meetings, func(v *Meeting) {
			if v.NextUnit != "" {
				v.NextUnit = oneOf(m.dice, units...)
			}
		})
	},
	func(m *maker) { alter(m.dice, m.Meetings, func(v *Meeting) { remove(m.dice, &v.Attendances) }) },
	func(m *maker) {
		alter(m.dice, m.Meetings, func(v *Meeting) {
			alter(m.dice, v.Attendances, func(a *Attendance) { *a = m.attends(a.Unit) })
		})
	},
	func(m *maker) { alter(m.dice, m.Meetings, func(v *Meeting) { remove(m.dice, &v.Replies) }) },
	func(m *maker) { alter(m.dice, m.Meetings, func(v *Meeting) { remove(m.dice, &v.NoShows) }) },
	func(m *maker) { m.anyPlan(m.convene) },
	func(m *maker) { m.anyPlan(m.convene) },
}
