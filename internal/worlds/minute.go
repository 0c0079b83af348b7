package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Minute is what an item of kind minute is: a point of the minutes of a meeting, and what it decided.
type Minute struct {
	Item, Meeting ID
	Settled       civil.Date
	Outcome       string
	Doer          string // the unit that is asked
	Person        ID     // of it
	Due           civil.Date
	State         string
	Answer        string
	Became        ID // the intervention that came of it
	Corrections   []Correction
}

// Correction stands beside a settled point.
type Correction struct {
	ID    ID
	Words string
}

// SeesMinute tells whether a point is there for the reader: as its item is; and who keeps the minutes of the unit
// whose meeting it is reads what that unit has written itself, and nothing else.
func (w *World) SeesMinute(r Reader, i Item) bool {
	keeps := r.Role == "administrator" && i.Unit == r.Unit && r.has(w.meetingOf(i.ID)) && w.SeesPlan(r, w.Plan(i.Plan)) && w.IsWithin(r, i)
	return keeps || w.SeesItem(r, i)
}

func (w *World) meetingOf(point ID) Meeting {
	v := find(w.Minutes, func(v Minute) bool { return v.Item == point })
	return find(w.Meetings, func(m Meeting) bool { return m.ID == v.Meeting })
}

// Chairs tells whether the reader leads a meeting, or is leader or secretary of its plan today, for a unit that takes part.
func (w *World) Chairs(r Reader, m Meeting) bool {
	return slices.Contains(m.Leaders, r.Person) || slices.ContainsFunc(w.RoleHolders, func(h RoleHolder) bool {
		y := w.partyOf(h.Party)
		return h.Plan == m.Plan && h.Person == r.Person && (h.Role == "leader" || h.Role == "secretary") && h.Valid.Has(w.Day) &&
			y.Unit == r.Unit && y.State == "accepted"
	})
}

// isAsked tells whether a unit is asked something.
func (v Minute) isAsked() bool { return !v.Settled.IsZero() && v.Doer != "" }

// SeesAsked tells whether it is there that the reader's unit is asked something: for those who answer, in plans that they see.
func (w *World) SeesAsked(r Reader, v Minute) bool {
	return v.isAsked() && v.Doer == r.Unit && slices.Contains([]string{"caseworker", "unit-manager", "meeting-leader"}, r.Role) &&
		w.SeesPlan(r, w.Plan(w.Item(v.Item).Plan))
}

// SeesDoer tells a reader of the point whom it asks: the domain that wrote, the unit itself, and whoever sees that it takes
// part.
func (w *World) SeesDoer(r Reader, i Item, unit string) bool {
	return w.together(i.Unit, r.Unit) || unit == r.Unit || slices.ContainsFunc(w.Parties, func(y Party) bool {
		p := w.Plan(i.Plan)
		isShown := w.KnowsPlace(r, p.Child) && (r.IsCitizen() || w.IsOpen(p, unit, r.Unit, "participation"))
		return y.Plan == i.Plan && y.Unit == unit && (isShown || !r.IsCitizen() && (w.together(y.Unit, r.Unit) || w.together(y.By, r.Unit)))
	})
}

func (w *World) cloneMinutes(c *World) {
	c.Minutes = slices.Clone(w.Minutes)
	for n := range c.Minutes {
		c.Minutes[n].Corrections = slices.Clone(c.Minutes[n].Corrections)
	}
}

// sweepMinutes removes points without a meeting or an item, and items without a point.
func (w *World) sweepMinutes(isPlan func(ID) bool) {
	w.Minutes = where(w.Minutes, func(v Minute) bool {
		return isPlan(w.Item(v.Item).Plan) && slices.ContainsFunc(w.Meetings, func(m Meeting) bool { return m.ID == v.Meeting })
	})
	w.Items = keep(w.Items, func(i Item) bool {
		return i.Kind != "minute" || slices.ContainsFunc(w.Minutes, func(v Minute) bool { return v.Item == i.ID })
	})
	for n := range w.Minutes {
		if !isPlan(w.Item(w.Minutes[n].Became).Plan) {
			w.Minutes[n].Became = ID{}
		}
	}
}
