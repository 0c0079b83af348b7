package worlds

import (
	"fmt"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
)

// units are those that take part: three of one domain, one that leaves it on the day of the reorganisation, and strangers.
var units = []string{"bou1", "bou2", "fs", "hs", "bup", "sos", "rf", "bvc", "emi"}

var days = []civil.Date{
	civil.MustParse("2020-12-31"), civil.MustParse(demo.Reorganisation), civil.MustParse("2021-09-15"), civil.MustParse("2020-09-01"), civil.MustParse("2021-10-03"),
}

// maker draws a world, fact by fact.
type maker struct {
	*World
	dice   Dice
	salt   string
	counts map[string]int
	adults []Human
	// isOther: the world is being made another one. How far somebody is protected is one for all services (R31), so it is no
	// difference that could be hidden.
	isOther bool
}

// New draws a world. The salt tells its ids from those of other worlds.
func New(d Dice, salt string) *World {
	ages := Ages{ChildFrom: oneOf(d, 0, 13, 13, 16), GuardianUntil: oneOf(d, 13, 16, 18, 18, 18)}
	m := &maker{World: &World{Day: oneOf(d, days...), Ages: ages, Clients: registered(), Imports: unitImports(), Messages: registerImports()}, dice: d, salt: salt, counts: map[string]int{}}
	m.catalogued()
	for n := range 3 {
		m.adults = append(m.adults, m.human(m.Day.AddYears(-30-n), n))
	}
	for n := range 1 + d.Roll(3) {
		m.child(n)
	}
	for range 3 + d.Roll(8) {
		m.consent()
	}
	m.apart()
	for range d.Roll(4) {
		m.disclosure()
	}
	for range d.Roll(14) {
		m.entry()
	}
	for range d.Roll(3) {
		m.emergency(oneOf(d, m.People[len(m.adults):]...))
	}
	// Last, as whatever is drawn anew should be: so the rest of a seed's world stays what it was.
	for _, p := range m.Plans {
		for range d.Roll(5) {
			m.role(p)
		}
		m.observe(p)
		if chance(d, 25) {
			m.itemOf(p, m.taking(p).Unit, "plan-evaluation")
		}
	}
	for _, v := range m.Meetings {
		for range d.Roll(4) {
			m.minuted(v)
		}
	}
	for range d.Roll(4) {
		m.request()
	}
	for n := range m.Meetings {
		m.familyCame(&m.Meetings[n])
	}
	m.newest()
	return m.World
}

// newest draws what worlds have had since, the newest at the end.
func (m *maker) newest() {
	m.changingHands()
	m.polled()
	m.consentAges()
	m.explained()
	m.takenBack()
	m.carded()
	m.deviated()
	m.asked()
	m.read()
	m.inquired()
	m.commented()
	m.aimed()
	m.objected()
	m.weeded()
	m.met()
	m.publiclyAsked()
	m.extracted()
	m.away()
	m.extended()
	m.goingOver()
	m.formulated()
}

func (m *maker) id(kind string) ID {
	m.counts[kind]++
	return named(kind, fmt.Sprintf("%s/%d", m.salt, m.counts[kind]))
}

func (m *maker) human(birth civil.Date, serial int) Human {
	level := "none"
	if !m.isOther && chance(m.dice, 30) {
		level = oneOf(m.dice, "confidentiality-marking", "protected-registration")
	}
	h := Human{m.id("person"), persontest.TestNumber(birth, serial), birth, level}
	m.People = append(m.People, h)
	m.protected(h)
	return h
}

// child draws a child of an age on either side of 18, with what each unit knows of it, and its plans.
func (m *maker) child(serial int) {
	birth := m.Day.AddYears(-oneOf(m.dice, 3, 9, 14, 17))
	if chance(m.dice, 20) {
		birth = m.Day.AddYears(-18).AddDays(oneOf(m.dice, 0, 1))
	}
	c := m.human(birth, serial)
	for _, u := range units {
		if chance(m.dice, 65) {
			m.knowledge(c, u)
		}
	}
	m.whereabouts(c)
	if chance(m.dice, 30) {
		m.block(c, units)
	}
	if chance(m.dice, 25) {
		m.block(c, careGivers)
	}
	for range 1 + m.dice.Roll(2) {
		m.plan(c)
	}
}

func (m *maker) knowledge(c Human, unit string) {
	if chance(m.dice, 90) {
		m.file(c, unit)
	}
	for _, s := range StaffOf(unit) {
		if chance(m.dice, 55) {
			m.Workers = append(m.Workers, Worker{m.id("worker"), c.ID, unit, s.Person, m.span()})
		}
	}
	for _, a := range m.adults {
		if chance(m.dice, 45) {
			kind := oneOf(m.dice, "parent-custodian", "parent-custodian", "appointed-custodian", "god-man", "parent-without-custody", "close-person")
			m.Relations = append(m.Relations, Relation{
				m.id("relation"), c.ID, a.ID, unit, kind, "Vuxen", "Känd av " + unit, m.span(),
			})
		}
	}
	if chance(m.dice, 25) {
		outcome := oneOf(m.dice, "guardians", "together", "child-alone")
		m.Maturity = append(m.Maturity, Maturity{m.id("maturity"), c.ID, unit, outcome, m.Day.AddDays(-m.dice.Roll(60))})
	}
}

// file opens a unit's case; a unit may know better than others when the child was born.
func (m *maker) file(c Human, unit string) {
	birth := c.Birth
	if chance(m.dice, 8) {
		birth = m.Day.AddYears(-18).AddDays(oneOf(m.dice, 0, 1))
	}
	m.Files = append(m.Files, File{
		m.id("file"), c.ID, unit, fmt.Sprintf("Barn %d", m.counts["file"]), "Känd av " + unit, birth, m.span(), 1 + m.dice.Roll(3),
	})
}

// span draws days that mostly hold today; some ended yesterday, some end today.
func (m *maker) span() Span {
	s := Span{From: m.Day.AddDays(-100 - m.dice.Roll(200))}
	switch m.dice.Roll(7) {
	case 0:
		s.To = m.Day.AddDays(-1)
	case 1:
		s.To = m.Day
	case 2:
		s.From = m.Day
	}
	return s
}
