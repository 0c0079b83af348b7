package worlds

import (
	"encoding/json"
	"slices"
)

// consentAges draws from which ages a child consents.
func (m *maker) consentAges() {
	from := oneOf(m.dice, [2]int{}, [2]int{9, 15}, [2]int{14, 17}, [2]int{15, 0}, [2]int{0, 14}, [2]int{4, 0})
	m.Ages.Together, m.Ages.Alone = from[0], from[1]
}

// byAge says who consents for a child whose maturity the unit has not assessed.
func (w *World) byAge(child ID, unit string) string {
	switch {
	case w.Ages.Alone > 0 && w.hasTurned(w.Ages.Alone, child, unit):
		return "child-alone"
	case w.Ages.Together > 0 && w.hasTurned(w.Ages.Together, child, unit):
		return "together"
	}
	return "guardians"
}

// givenByAge: each side has given that the child's age calls for, and each that was asked: growing older opens nothing (R16).
func (w *World) givenByAge(c *Consent, childGave bool) bool {
	isChild := func(g Giver) bool { return g.Capacity == "child" }
	isOther := func(g Giver) bool { return !isChild(g) }
	who := w.byAge(c.Child, c.Unit)
	needsChild := who != "guardians" || slices.ContainsFunc(c.Givers, isChild)
	needsGuardians := who != "child-alone" || slices.ContainsFunc(c.Givers, isOther)
	return (childGave || !needsChild) && (!needsGuardians || w.guardiansGave(c))
}

// consentAges are the ages as a routine profile has them.
func (a Ages) consentAges() string {
	type row map[string]any
	var rows []row
	from := 0
	until := func(age int, givers string) {
		if age > from {
			rows = append(rows, row{"fromAge": from, "untilAge": age, "givers": givers, "source": row{"basis": "setting", "reference": "drawn"}})
			from = age
		}
	}
	alone := orMajority(a.Alone)
	until(min(orMajority(a.Together), alone), "guardians")
	until(alone, "together")
	until(orMajority(0), "child-alone")
	text, _ := json.Marshal(rows) // numbers and words
	return string(text)
}

func orMajority(age int) int {
	if age == 0 {
		return 18
	}
	return age
}
