package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Protection is a level that a unit has recorded; of each unit the last in the list counts.
type Protection struct {
	ID, Child   ID
	Unit, Level string
}

// Place is a word on where a child is, as a unit knows it.
type Place struct {
	ID, Child         ID
	Unit, Kind, Words string
	Valid             Span
	Version           int
}

// Naming lets somebody at a unit know where a protected child is.
type Naming struct {
	ID, Child ID
	Unit      string
	Person    ID
	Valid     Span
}

// PlaceBlock keeps from somebody close to the child where it is.
type PlaceBlock struct {
	ID, Child ID
	Unit      string
	Person    ID
	Valid     Span
}

// HandOver is a plan that is handed over.
type HandOver struct {
	ID, Plan        ID
	From, To, State string
	By              ID
	Offered         civil.Date
	Order, Version  int
}

var levels = []string{"none", "confidentiality-marking", "protected-registration", "assumed-identity"}

// strictest is the level that counts: of all units, or of all but one.
func (w *World) strictest(child ID, but string) string {
	last := map[string]string{}
	for _, p := range w.Protections {
		if p.Child == child {
			last[p.Unit] = p.Level
		}
	}
	most := 0
	for unit, level := range last {
		if unit != but {
			most = max(most, slices.Index(levels, level))
		}
	}
	return levels[most]
}

// KnowsPlace tells whether a reader may know where a child is from what others hold. Of an unprotected child staff may; of
// a protected one who is named at the own unit (R31). Family may unless any unit has blocked it (R35).
func (w *World) KnowsPlace(r Reader, child ID) bool {
	if r.IsCitizen() {
		return !slices.ContainsFunc(w.PlaceBlocks, func(b PlaceBlock) bool { return b.Child == child && b.Person == r.Person && b.Valid.Has(w.Day) })
	}
	return w.Human(child).Protection == "none" || slices.ContainsFunc(w.Namings, func(n Naming) bool {
		return n.Child == child && n.Unit == r.Unit && n.Person == r.Person && n.Valid.Has(w.Day)
	})
}

// SeesWhereabouts tells whether a word on where a child is is there: for those who decide on the own unit's case about the
// child, and may know the place.
func (w *World) SeesWhereabouts(r Reader, p Place) bool {
	return p.Unit == r.Unit && w.handles(r, p.Child) && w.KnowsPlace(r, p.Child)
}

// handles tells whether a reader does the work with the own unit's open case about a child.
func (w *World) handles(r Reader, child ID) bool {
	return (r.Role == "caseworker" || r.Role == "unit-manager") && w.hasCase(r.Unit, child) && w.hasNeed(r, child)
}

// called tells whether the reader's own domain has called a unit to a plan.
func (w *World) called(r Reader, plan ID, unit string) bool {
	return slices.ContainsFunc(w.Parties, func(y Party) bool { return y.Plan == plan && y.Unit == unit && w.together(y.By, r.Unit) })
}

// SeesHolder tells whether a reader of an item may know who holds it and who carries it out.
func (w *World) SeesHolder(r Reader, i Item) bool {
	return w.KnowsPlace(r, w.Plan(i.Plan).Child) || w.together(i.Unit, r.Unit) || w.called(r, i.Plan, i.Unit)
}

// SeesFramePlace tells whether a reader of a plan may know who answers for the whole.
func (w *World) SeesFramePlace(r Reader, p Plan) bool {
	return w.KnowsPlace(r, p.Child) || w.together(p.Lead, r.Unit)
}

// SeesHandOver tells whether a hand-over is there: one that waits, for those who may answer; for the one who made it, with
// need of the child.
func (w *World) SeesHandOver(r Reader, h HandOver) bool {
	answers := r.Role == "caseworker" || r.Role == "unit-manager"
	waits := h.To == r.Unit && h.State == "waiting"
	return answers && (waits || h.From == r.Unit && h.By == r.Person && w.hasNeed(r, w.Plan(h.Plan).Child))
}

func (w *World) cloneProtected(c *World) {
	c.Protections, c.Places, c.Namings = slices.Clone(w.Protections), slices.Clone(w.Places), slices.Clone(w.Namings)
	c.PlaceBlocks, c.HandOvers = slices.Clone(w.PlaceBlocks), slices.Clone(w.HandOvers)
}

// isProtectedAsRecorded: the level that counts for somebody is the strictest that is recorded, and a naming and a block
// of the same person do not overlap with another.
func (w *World) isProtectedAsRecorded() bool {
	for _, h := range w.People {
		if w.strictest(h.ID, "") != h.Protection {
			return false
		}
	}
	type key struct {
		child, person ID
		unit          string
	}
	named, blocked, waiting := map[key]bool{}, map[key]bool{}, map[ID]bool{}
	for _, n := range w.Namings {
		k := key{n.Child, n.Person, n.Unit}
		if named[k] {
			return false
		}
		named[k] = true
	}
	for _, b := range w.PlaceBlocks {
		k := key{b.Child, b.Person, b.Unit}
		if blocked[k] {
			return false
		}
		blocked[k] = true
	}
	for _, h := range w.HandOvers {
		if h.From == h.To || h.State == "waiting" && waiting[h.Plan] {
			return false
		}
		waiting[h.Plan] = waiting[h.Plan] || h.State == "waiting"
	}
	return true
}

// sweepProtected removes hand-overs of plans that are gone, and what says that a plan followed one of them.
func (w *World) sweepProtected(isPlan func(ID) bool) {
	w.HandOvers = where(w.HandOvers, func(h HandOver) bool { return isPlan(h.Plan) })
	for i := range w.Plans {
		if !isPlan(w.Plans[i].Follows) {
			w.Plans[i].Follows = ID{}
		}
	}
}

func (w *World) isToldOfProtected(h ID) bool {
	return slices.ContainsFunc(w.Protections, func(p Protection) bool { return p.Child == h }) ||
		slices.ContainsFunc(w.Places, func(p Place) bool { return p.Child == h }) ||
		slices.ContainsFunc(w.Namings, func(n Naming) bool { return n.Child == h }) ||
		slices.ContainsFunc(w.PlaceBlocks, func(b PlaceBlock) bool { return b.Child == h || b.Person == h })
}
