package transition

import (
	"fmt"
	"strconv"
	"time"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Transition is that a plan is to go over to other units on a day, as the unit that leads it has planned.
type Transition struct {
	ID        id.Transition
	Plan      id.Plan
	Child     id.Person
	Unit      id.Unit // that planned it, whose own it is
	Kind      Kind
	State     State
	Draft     // what may be changed while it is planned
	PlannedBy id.Person
	Planner   person.Text // the name, read with it
	PlannedOn civil.Date
	CreatedAt time.Time
	EndedOn   civil.Date
	EndReason person.Text
	Version   int
}

// Draft is what is planned.
type Draft struct {
	On         civil.Date // the first day at the receiving units
	PlanGoesOn bool       // the receiving unit leads this plan on; otherwise it begins one of its own, and this one ends as moved (R31)
	ForFamily  bool       // the family is told
	Reason     person.Text
	Receivers  []Receiver
}

// Receiver is who takes over from a unit that takes part: another unit, or somebody who is not in the directory.
type Receiver struct {
	From, To id.Unit
	Outside  person.Text
}

// Of makes a transition of a plan.
func Of(p id.Plan, k Kind, d Draft) Transition {
	return Transition{ID: id.NewTransition(), Plan: p, Kind: k, State: Planned, Draft: d, Version: 1}
}

// Tag names this version of the transition.
func (t Transition) Tag() string { return strconv.Itoa(t.Version) }

// IsOpen tells whether it is still to be carried out.
func (t Transition) IsOpen() bool { return t.State == Planned }

// Change plans it anew. Faults: already-ended.
func (t *Transition) Change(d Draft) error {
	if !t.IsOpen() {
		return fault.New(fault.CodeEnded)
	}
	t.Draft = d
	t.Version++
	return nil
}

// Cancel calls it off. Faults: already-ended.
func (t *Transition) Cancel(reason person.Text, today civil.Date) error {
	return t.end(Cancelled, reason, today)
}

// CarryOut ends it when all has been offered. Faults: already-ended.
func (t *Transition) CarryOut(today civil.Date) error { return t.end(CarriedOut, person.Text{}, today) }

func (t *Transition) end(as State, reason person.Text, today civil.Date) error {
	if err := step(t.State, as); err != nil {
		return err
	}
	t.State, t.EndReason, t.EndedOn = as, reason, today
	t.Version++
	return nil
}

// Fits checks what is planned: no day that is over, of each unit that takes part one receiver, and none that is the unit itself. Where
// none is named that hands over, own does. Faults: dates-out-of-order, invalid-value, not-a-party.
func (d *Draft) Fits(own id.Unit, parties []id.Unit, today civil.Date) error {
	if d.On.Before(today) {
		return fault.At(fault.CodeDates, "/startsOn", "past")
	}
	takesPart, hands := map[id.Unit]bool{}, map[id.Unit]bool{}
	for _, u := range parties {
		takesPart[u] = true
	}
	for n := range d.Receivers {
		r := &d.Receivers[n]
		if r.From.IsZero() {
			r.From = own
		}
		at := func(field string) string { return fmt.Sprintf("/receivers/%d/%s", n, field) }
		switch {
		case r.To.IsZero() == r.Outside.IsZero():
			return fault.At(fault.CodeInvalid, at("toUnitId"), "one-receiver")
		case r.From == r.To:
			return fault.At(fault.CodeInvalid, at("toUnitId"), "same-unit")
		case hands[r.From]:
			return fault.At(fault.CodeInvalid, at("fromUnitId"), "twice")
		case !takesPart[r.From]:
			return fault.At(fault.CodeNotAParty, at("fromUnitId"), "not-a-party")
		}
		hands[r.From] = true
	}
	return nil
}

// To finds from whom a unit takes over.
func (t Transition) To(u id.Unit) (Receiver, bool) {
	for _, r := range t.Receivers {
		if r.To == u {
			return r, true
		}
	}
	return Receiver{}, false
}
