package worlds

import "samplan/internal/civil"

// Reading is that somebody of the family has confirmed to have read a plan.
type Reading struct {
	Plan, Person ID
	On           civil.Date
	Number       int
}

// read draws confirmations of adults and children.
func (m *maker) read() {
	for _, p := range m.Plans {
		if chance(m.dice, 40) {
			m.reading(p)
		}
	}
}

// reading adds one more confirmation, of a day on which nobody has confirmed yet.
func (m *maker) reading(p Plan) {
	m.Readings = append(m.Readings, Reading{p.ID, oneOf(m.dice, append(idsOf(m.adults), p.Child)...), m.Day.AddDays(-len(m.Readings)), m.dice.Roll(3)})
}

// SeesReading tells whether a confirmation is there: for whoever made it, and for the unit that leads the plan.
func (w *World) SeesReading(r Reader, d Reading) bool {
	if !w.SeesPlan(r, w.Plan(d.Plan)) {
		return false
	}
	return r.IsCitizen() && d.Person == r.Person || !r.IsCitizen() && w.Plan(d.Plan).Lead == r.Unit
}

func (w *World) rowsOfReadings(add func(string, row)) {
	for _, d := range w.Readings {
		add("plan_reading", row{"plan_id": d.Plan, "person_id": d.Person, "confirmed_on": d.On, "number": d.Number})
	}
}
