package worlds

import "slices"

// inAims are mutants of what items point at.
var inAims = []func(*maker){
	func(m *maker) { alter(m.dice, m.Items, m.aim) },
	func(m *maker) { alter(m.dice, m.Items, m.aim) },
	func(m *maker) { alter(m.dice, m.Items, func(i *Item) { i.Goal = ID{} }) },
}

// sweepAims lets nothing point at a goal that is gone.
func (w *World) sweepAims() {
	for n := range w.Items {
		i := &w.Items[n]
		if !slices.ContainsFunc(w.Items, func(g Item) bool { return g.ID == i.Goal }) {
			i.Goal = ID{}
		}
	}
}
