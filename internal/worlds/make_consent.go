package worlds

import (
	"samplan/internal/civil"
	"samplan/internal/demo"
)

// consent draws a consent about a child of a plan, mostly given by all who decide and opening between units of the plan.
func (m *maker) consent() {
	if len(m.Plans) == 0 {
		return
	}
	p := oneOf(m.dice, m.Plans...)
	unit := oneOf(m.dice, p.Lead, m.anyThatKnows(p.Child))
	c := Consent{
		ID: m.id("consent"), Child: p.Child, Unit: unit, Kind: oneOf(m.dice, "share", "share", "share", "share", "plan", "other-person"),
		Form: oneOf(m.dice, "written", "oral", "e-identification"), Purpose: "KANARIE-samtycke-" + unit,
		Recorder: StaffOf(unit)[0].Person, Valid: m.term(), Order: len(m.Consents), Version: 1 + m.dice.Roll(3),
	}
	if chance(m.dice, 16) {
		c.Withdrawn = m.Day.AddDays(-m.dice.Roll(2))
	}
	m.ask(&c)
	if len(c.Givers) == 0 {
		return
	}
	c.sign()
	if !c.Withdrawn.IsZero() {
		c.WithdrawnBy = c.Givers[0].Person
	}
	if c.Kind != "plan" {
		m.scope(&c, p)
		if len(c.Scopes) == 0 {
			return
		}
	}
	m.Consents = append(m.Consents, c)
}

// anyThatKnows draws a unit that knows of somebody who decides for the child.
func (m *maker) anyThatKnows(child ID) string {
	known := where(m.Relations, func(r Relation) bool { return r.Child == child })
	if len(known) == 0 {
		return oneOf(m.dice, units...)
	}
	return oneOf(m.dice, known...).Unit
}

// term draws how long a consent counts: from before or since the reorganisation, until long after or just about today.
func (m *maker) term() Span {
	from := oneOf(m.dice, m.Day.AddDays(-200), m.Day.AddDays(-200), m.Day.AddDays(-200), m.Day.AddDays(-10), m.Day, m.Day.AddDays(1), civil.MustParse(demo.Reorganisation))
	to := oneOf(m.dice, m.Day.AddDays(200), m.Day.AddDays(200), m.Day.AddDays(200), m.Day.AddDays(200), m.Day, m.Day.AddDays(-1))
	if to.Before(from) {
		to = from.AddDays(100)
	}
	return Span{from, to}
}

// ask draws who was asked: those who decide today as the unit knows it, now and then somebody else or not all of them.
func (m *maker) ask(c *Consent) {
	if c.Kind == "other-person" {
		g := Giver{Person: oneOf(m.dice, m.adults...).ID, Capacity: "subject", Answer: oneOf(m.dice, "given", "given", "given", "pending")}
		if g.Answer == "given" {
			g.On = m.Day.AddDays(-1)
		}
		c.Givers = []Giver{g}
		return
	}
	seen := map[ID]bool{}
	add := func(p ID, capacity string) {
		answer := "given"
		if chance(m.dice, 15) {
			answer = oneOf(m.dice, "pending", "refused", "hindered")
		}
		if seen[p] || capacity == "child" && answer == "hindered" {
			return
		}
		g := Giver{Person: p, Capacity: capacity, Answer: answer}
		if answer != "pending" {
			g.On = m.Day.AddDays(-1)
		}
		if answer == "hindered" {
			g.Reason = "kan inte nås"
		}
		seen[p] = true
		c.Givers = append(c.Givers, g)
	}
	for _, a := range m.adults {
		if m.decides(a.ID, c.Child, c.Unit) != chance(m.dice, 4) {
			add(a.ID, "guardian")
		}
	}
	if chance(m.dice, 35) || m.isAdult(c.Child, c.Unit) {
		add(c.Child, "child")
	}
}

// sign lets every second answer be signed in an e-service, without a draw: so the rest of a seed's world stays what it was.
func (c *Consent) sign() {
	for n := range c.Givers {
		if g := &c.Givers[n]; g.Answer == "given" && (c.Order+n)%2 == 0 {
			g.Signature = "KANARIE-underskrift-" + g.Capacity
		}
	}
}

// scope draws what a consent opens and what it keeps back.
func (m *maker) scope(c *Consent, p Plan) {
	of := where(m.Parties, func(y Party) bool { return y.Plan == p.ID })
	accepted := where(of, func(y Party) bool { return y.State == "accepted" })
	have := map[Scope]bool{}
	for range 1 + m.dice.Roll(4) {
		from, _ := demo.PlaceOn(oneOf(m.dice, of...).Unit, oneOf(m.dice, m.Day, m.Day, m.Day, m.Day, m.Day, civil.MustParse("2020-01-01")))
		to, _ := demo.PlaceOn(oneOf(m.dice, accepted...).Unit, m.Day)
		every := chance(m.dice, 60)
		for _, category := range categories {
			s := Scope{from, to, category}
			if from != to && !have[s] && (every || chance(m.dice, 40)) {
				have[s] = true
				c.Scopes = append(c.Scopes, s)
			}
		}
	}
	for _, i := range m.Items {
		if c.Kind == "share" && m.Plan(i.Plan).Child == c.Child && chance(m.dice, 12) {
			c.Excluded = append(c.Excluded, i.ID)
		}
	}
}
