package worlds

import (
	"maps"

	"samplan/internal/civil"
)

func init() { maps.Copy(table, ofTransitions) }

// ofTransitions are the rows of the table about plans that are to go over.
var ofTransitions = map[string]operation{
	"PlanTransition":     post(writes, "/plans/{}/transitions", plans, goesTo(0, "move"), goesTo(1, "adult-services"), goesTo(3, "move")),
	"ListTransitions":    listOf("/plans/{}/transitions", plans),
	"ListMyTransitions":  listOf("/my/plans/{}/transitions", plans),
	"GetTransition":      get("/transitions/{}", plannedTransitions),
	"ChangeTransition":   put("/transitions/{}", plannedTransitions, goesTo(2, "")),
	"CarryOutTransition": post(writes, "/transitions/{}/carry-outs", plannedTransitions, body(object{})),
	"CancelTransition":   post(writes, "/transitions/{}/cancellations", plannedTransitions, body(object{"reason": "a"})),
}

func plannedTransitions(q *asking) []ID { return q.transitions }

func goesTo(n int, kind string) func(*asking) object {
	return func(q *asking) object {
		o := object{"startsOn": q.day, "planGoesOn": n != 1, "forFamily": true, "reason": "a", "receivers": []any{object{"toUnitId": q.units[n]}}}
		if kind != "" {
			o["kind"] = kind
		}
		return o
	}
}

// ofTransitions: the family is not told who planned it, nor why.
func (k *known) ofTransitions() {
	for _, v := range k.Transitions {
		if !k.SeesTransition(k.Reader, v) {
			continue
		}
		if !k.IsCitizen() && v.State == "planned" {
			k.add("told", notice("transition-due", v.ID, k.toldOf(v)), notice("transition-overdue", v.ID, v.On.AddDays(1)))
		}
		if k.IsCitizen() {
			v.ID, v.By, v.Unit, v.Words, v.Version = ID{}, ID{}, "", "", 0
		}
		k.add("transition", v)
	}
}

// toldOf is from which day a transition is told of: some time before its day, and not before it was planned.
func (w *World) toldOf(v Transition) civil.Date {
	from, planned := v.On.AddDays(-30), w.Day.AddDays(-9)
	if from.Before(planned) {
		return planned
	}
	return from
}

// inTransitions are mutants of plans that are to go over.
var inTransitions = []func(*maker){
	func(m *maker) { m.anyPlan(m.transition) }, func(m *maker) { m.anyPlan(m.transition) },
	func(m *maker) { remove(m.dice, &m.Transitions) },
	func(m *maker) {
		alter(m.dice, m.Transitions, func(v *Transition) { v.Words, v.Version = v.Words+" ändrat", v.Version+1 })
	},
	func(m *maker) { alter(m.dice, m.Transitions, func(v *Transition) { v.ForFamily = !v.ForFamily }) },
	func(m *maker) { alter(m.dice, m.Transitions, func(v *Transition) { v.On = v.On.AddDays(3) }) },
	func(m *maker) { alter(m.dice, m.Transitions, m.received) },
}
