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
