package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// Transition is that a plan is to go over on a day, as the unit that led it then has planned.
type Transition struct {
	ID, Plan, By      ID
	Unit, Kind, State string
	On                civil.Date
	GoesOn, ForFamily bool
	Words             string
	Receivers         []Receiver
	Order, Version    int
}

// Receiver is who takes over from a unit: a unit, or somebody outside.
type Receiver struct{ From, To, Outside string }

// IsTransitionOf tells whether the walls alone let the reader know of a transition: the own unit's, and of the family what it is told of;
// where the place is open (R31, R35).
func (w *World) IsTransitionOf(r Reader, v Transition) bool {
	isTold := v.Unit == r.Unit
	if r.IsCitizen() {
		isTold = v.ForFamily && w.isFamily(r, w.Plan(v.Plan))
	}
	return isTold && w.KnowsPlace(r, w.Plan(v.Plan).Child)
}

// SeesTransition tells whether a transition is there for the reader.
func (w *World) SeesTransition(r Reader, v Transition) bool {
	return (r.IsCitizen() || w.changesHands(r, w.Plan(v.Plan))) && w.IsTransitionOf(r, v)
}

// goingOver draws transitions in all plans.
func (m *maker) goingOver() {
	for _, p := range m.Plans {
		for range m.dice.Roll(4) {
			m.transition(p)
		}
	}
}

// transition draws one that the unit that leads has planned, or has carried out or called off; the latter also of a unit that led.
func (m *maker) transition(p Plan) {
	v := Transition{
		ID: m.id("transition"), Plan: p.ID, Unit: p.Lead, Kind: oneOf(m.dice, "move", "adult-services"), State: oneOf(m.dice, "planned", "planned", "carried-out", "cancelled"),
		On: m.Day.AddDays(oneOf(m.dice, -3, 0, 0, 9, 400)), GoesOn: chance(m.dice, 70), ForFamily: chance(m.dice, 60), Order: len(m.Transitions), Version: 1,
	}
	if isOver(p) && v.State == "planned" {
		v.State = "cancelled"
	}
	if v.State != "planned" {
		v.Unit, v.Version = oneOf(m.dice, p.Lead, m.taking(p).Unit), 2
	}
	v.By, v.Words = oneOf(m.dice, StaffOf(v.Unit)...).Person, fmt.Sprintf("KANARIE-övergång-%s-%d", v.Unit, v.Order)
	m.received(&v)
	if !slices.ContainsFunc(m.Transitions, v.isSecondOf) {
		m.Transitions = append(m.Transitions, v)
	}
}

// received draws who takes over: from the own unit, and perhaps from another party.
func (m *maker) received(v *Transition) {
	v.Receivers = nil
	for _, from := range []string{v.Unit, m.taking(m.Plan(v.Plan)).Unit} {
		r := Receiver{From: from, To: oneOf(m.dice, units...)}
		if chance(m.dice, 15) {
			r.To, r.Outside = "", "KANARIE-utanför"
		}
		if r.To != from && !slices.ContainsFunc(v.Receivers, func(o Receiver) bool { return o.From == from }) {
			v.Receivers = append(v.Receivers, r)
		}
		if chance(m.dice, 60) {
			return
		}
	}
}

func (v Transition) isSecondOf(o Transition) bool {
	return v.ID != o.ID && v.State == "planned" && o.State == "planned" && v.Plan == o.Plan && v.Kind == o.Kind
}

// areTransitionsPossible: one of each kind is planned at a time.
func (w *World) areTransitionsPossible() bool {
	return !slices.ContainsFunc(w.Transitions, func(v Transition) bool { return slices.ContainsFunc(w.Transitions, v.isSecondOf) })
}

// sweepTransitions removes those of plans that are gone; what is planned is the lead's, of a plan that goes on.
func (w *World) sweepTransitions(isPlan func(ID) bool) {
	w.Transitions = where(w.Transitions, func(v Transition) bool {
		p := w.Plan(v.Plan)
		return isPlan(v.Plan) && (v.State != "planned" || p.Lead == v.Unit && !isOver(p))
	})
}

func (w *World) cloneTransitions(c *World) {
	c.Transitions = slices.Clone(w.Transitions)
	for n := range c.Transitions {
		c.Transitions[n].Receivers = slices.Clone(c.Transitions[n].Receivers)
	}
}

var transitionTables = []string{"plan_transition", "plan_transition_receiver"}

func (w *World) rowsOfTransitions(add func(string, row)) {
	for _, v := range w.Transitions {
		r := row{
			"id": v.ID, "plan_id": v.Plan, "unit_id": unitID(v.Unit), "kind": v.Kind, "state": v.State, "starts_on": v.On, "plan_goes_on": v.GoesOn,
			"for_family": v.ForFamily, "reason": v.Words, "planned_by": v.By, "planned_on": w.Day.AddDays(-9), "created_at": w.moment(v.Order), "version": v.Version,
		}
		if v.State != "planned" {
			r["ended_on"], r["ended_by"], r["end_reason"] = w.Day.AddDays(-1), v.By, v.Words
		}
		add("plan_transition", r)
		for n, to := range v.Receivers {
			add("plan_transition_receiver", row{
				"transition_id": v.ID, "since": 1, "number": n + 1, "from_unit_id": unitID(to.From), "to_unit_id": unitOrNull(to.To), "outside_actor": textOrNull(to.Outside),
			})
		}
	}
}
