package worlds

import "slices"

// process lets a plan that stands stand elsewhere; that it is over may be hidden, too.
func (m *maker) process(p *Plan) {
	if slices.Contains(standing, p.Status) {
		p.Status = oneOf(m.dice, standing...)
		m.stand(p)
	}
}

// why changes the words of a reason, or who declined.
func (m *maker) why(s *Step) {
	if s.Why.Unit != "" {
		s.Why.Words += " ändrat"
	}
	if s.Why.Declined != "" {
		s.Why.Declined = oneOf(m.dice, "family", "principal")
	}
}

// inCourse are mutants of how plans were followed up and what became of what they hold.
var inCourse = []func(*maker){
	func(m *maker) { remove(m.dice, &m.FollowUps) },
	func(m *maker) { m.anyPlan(m.followedUp) },
	func(m *maker) { alter(m.dice, m.FollowUps, func(f *FollowUp) { f.On = f.On.AddDays(-1) }) },
	func(m *maker) { remove(m.dice, &m.Evaluations) },
	func(m *maker) { alter(m.dice, m.Evaluations, func(e *Evaluation) { e.Words += " ändrat" }) },
	func(m *maker) { alter(m.dice, m.Items, func(i *Item) { m.evaluated(*i) }) },
}

// resign signs an answer otherwise, or not at all.
func (g *Giver) resign() {
	switch {
	case g.Signature != "":
		g.Signature = ""
	case g.Answer != "pending":
		g.Signature = "KANARIE-annan-underskrift"
	}
}
