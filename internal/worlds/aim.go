package worlds

import "slices"

// pointing are the kinds that may point at a goal of their plan.
var pointing = []string{"goal", "intervention", "comment"}

// commented draws comments, which are in no version.
func (m *maker) commented() {
	for _, p := range m.Plans {
		for range m.dice.Roll(3) {
			m.itemOf(p, m.taking(p).Unit, "comment")
			m.Items[len(m.Items)-1].Frozen = nil
		}
	}
}

// aimed lets items point at goals of their plans, also at such as their readers may not see.
func (m *maker) aimed() {
	for n := range m.Items {
		if chance(m.dice, 60) {
			m.aim(&m.Items[n])
		}
	}
}

// aim lets an item that may point at a goal point at another one of its plan.
func (m *maker) aim(i *Item) {
	goals := where(m.Items, func(g Item) bool { return g.Plan == i.Plan && g.Kind == "goal" && g.ID != i.ID })
	if slices.Contains(pointing, i.Kind) && len(goals) > 0 {
		i.Goal = oneOf(m.dice, goals...).ID
	}
}

// seesGoal tells whether a reader of an item is shown what it points at: whoever sees that, too.
func (w *World) seesGoal(r Reader, i Item) bool {
	return i.Goal != ID{} && w.SeesItem(r, w.Item(i.Goal))
}
