package worlds

import "samplan/internal/demo"

var receivers = []string{"bou1", "bou2", "rf"}

// apart draws what lies apart from plans and cases.
func (m *maker) apart() {
	for range m.dice.Roll(4) {
		m.concern()
	}
	for range m.dice.Roll(3) {
		m.question()
	}
	for range m.dice.Roll(3) {
		m.custody()
	}
}

// concern draws a report by a unit that has or had a case.
func (m *maker) concern() {
	if len(m.Files) == 0 {
		return
	}
	f := oneOf(m.dice, m.Files...)
	c := Concern{
		ID: m.id("concern"), Child: f.Child, From: f.Unit, To: oneOf(m.dice, receivers...), Given: f.Given, Family: f.Family, Birth: f.Birth,
		Words: "KANARIE-oro-" + f.Unit, Reported: m.Day.AddDays(-20), Sent: m.Day.AddDays(-20 + m.dice.Roll(20)),
		Author: oneOf(m.dice, StaffOf(f.Unit)...).Person, Order: len(m.Concerns), Version: 1,
	}
	if c.From == c.To {
		return
	}
	if chance(m.dice, 60) {
		c.Received, c.Version = m.Day, 2
		m.handle(&c)
	}
	if !c.Received.IsZero() && chance(m.dice, 40) {
		c.Decision, c.Decided, c.Feedback, c.Version = oneOf(m.dice, "opened", "not-opened"), m.Day, m.Day, 3
	}
	m.Concerns = append(m.Concerns, c)
}

// handle gives a report to somebody at the unit that got it.
func (m *maker) handle(c *Concern) {
	c.Handling = Handling{Handler: oneOf(m.dice, StaffOf(c.To)...).Person, Version: c.Handling.Version + 1}
	if chance(m.dice, 50) {
		c.Handling.Assessed = m.Day
	}
}

// question draws a question by a social board to another one.
func (m *maker) question() {
	social := where(m.Files, func(f File) bool { return isSocial(f.Unit) })
	if len(social) == 0 {
		return
	}
	f := oneOf(m.dice, social...)
	branch := oneOf(m.dice, "sh-social", "nf-support", "ce-social")
	q := Question{
		ID: m.id("question"), Child: f.Child, Unit: f.Unit, Person: StaffOf(f.Unit)[0].Person, Branch: branch, Reason: "KANARIE-skäl-" + f.Unit,
		On: m.Day.AddDays(-1 - m.dice.Roll(30)), Order: len(m.Questions),
	}
	for _, u := range units {
		if lies, _ := demo.PlaceOn(u, m.Day); lies == branch && u != f.Unit && m.hasFile(u, f.Child) {
			q.Known = append(q.Known, u)
		}
	}
	m.Questions = append(m.Questions, q)
}

// custody draws a decision of a unit of the social board.
func (m *maker) custody() {
	ifo := where(m.Files, func(f File) bool { return demo.ClassOf(f.Unit) == "ifo" })
	if len(ifo) == 0 {
		return
	}
	f := oneOf(m.dice, ifo...)
	d := Custody{
		ID: m.id("custody"), Child: f.Child, Unit: f.Unit, Recorder: StaffOf(f.Unit)[0].Person, Appeal: oneOf(m.dice, "none", "appealed"),
		Words: "KANARIE-beslut-" + f.Unit, Decided: m.Day.AddDays(-m.dice.Roll(60)), Order: len(m.Custody), Version: 1,
	}
	if chance(m.dice, 30) {
		d.Ends, d.Version = m.Day, 2
	}
	m.Custody = append(m.Custody, d)
}
