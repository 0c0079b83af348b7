package worlds

// inCalls are mutants of calls to meetings.
var inCalls = []func(*maker){
	func(m *maker) { remove(m.dice, &m.Calls) },
	func(m *maker) {
		alter(m.dice, m.Calls, func(c *Call) { remove(m.dice, &c.Addressees) })
	},
	func(m *maker) {
		alter(m.dice, m.Calls, func(c *Call) { c.Words, c.Version = c.Words+" ändrat", c.Version+3 })
	},
	func(m *maker) {
		alter(m.dice, m.Calls, func(c *Call) {
			alter(m.dice, c.Addressees, func(a *Addressee) { a.Words, a.Version = a.Words+" ändrat", a.Version+2 })
		})
	},
	func(m *maker) {
		alter(m.dice, m.Calls, func(c *Call) {
			alter(m.dice, c.Addressees, func(a *Addressee) { *a = m.addressee(*c, a.Unit) })
		})
	},
	func(m *maker) { m.anyPlan(m.summon) },
	func(m *maker) { m.anyPlan(m.summon) },
}
