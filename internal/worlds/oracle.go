package worlds

import (
	"slices"

	"github.com/google/uuid"
)

// The oracle: who sees what, from confidentiality.md 2 and the law, in Go over plain facts.

// hasNeed: inner secrecy. To be a colleague is not enough: one works with the child's case, or answers for the unit's.
func (w *World) hasNeed(r Reader, child ID) bool {
	switch r.Role {
	case "caseworker", "meeting-leader":
		return slices.ContainsFunc(w.Workers, func(k Worker) bool {
			return k.Child == child && k.Unit == r.Unit && k.Person == r.Person && k.Valid.Has(w.Day)
		})
	case "unit-manager", "administrator":
		return w.hasCase(r.Unit, child)
	}
	return false
}

// hasCase: the unit has an open case about the child.
func (w *World) hasCase(unit string, child ID) bool { return w.caseOf(unit, child).ID != uuid.Nil }

func (w *World) caseOf(unit string, child ID) File {
	return find(w.Files, func(f File) bool { return f.Unit == unit && f.Child == child && f.Valid.Has(w.Day) })
}

// isFamily: custody today, as the unit that leads the plan knows it, of a child under 18 (R20), or the child itself, at the
// ages of the routine profile; and only once the family has been informed.
func (w *World) isFamily(r Reader, p Plan) bool {
	if !r.IsCitizen() || p.Informed.IsZero() || p.Informed.After(w.Day) {
		return false
	}
	return w.isChildOf(r, p) || !w.hasTurned(w.Ages.GuardianUntil, p.Child, p.Lead) && w.decides(r.Person, p.Child, p.Lead)
}

// decides: a relation of custody, or a god man, today, as a unit knows it (FB 6:11).
func (w *World) decides(person, child ID, unit string) bool {
	return slices.ContainsFunc(w.Relations, func(r Relation) bool {
		return r.Child == child && r.Person == person && r.Unit == unit && r.Valid.Has(w.Day) &&
			slices.Contains([]string{"parent-custodian", "appointed-custodian", "temporary-custodian", "god-man"}, r.Kind)
	})
}

// isAdult: by the birth date that the unit at hand knows.
func (w *World) isAdult(child ID, unit string) bool { return w.hasTurned(18, child, unit) }

// SeesPlan tells whether the frame of a plan is there for the reader: staff with need, where a unit of the own secrecy
// domain takes part; the family.
func (w *World) SeesPlan(r Reader, p Plan) bool {
	if r.IsCitizen() {
		return w.isFamily(r, p)
	}
	return w.hasNeed(r, p.Child) && slices.ContainsFunc(w.Parties, func(y Party) bool {
		return y.Plan == p.ID && y.State == "accepted" && w.together(y.Unit, r.Unit)
	})
}

// SeesParty tells whether a plan's reader sees that a unit takes part: that is the unit's own information (R22, R28), for
// its own domain, the domain that called it, the family, and whom a consent lets know; the last two only when they may know
// where the child is (R31, R35).
func (w *World) SeesParty(r Reader, y Party) bool {
	p := w.Plan(y.Plan)
	switch {
	case !w.SeesPlan(r, p):
		return false
	case r.IsCitizen():
		return w.KnowsPlace(r, p.Child)
	}
	return w.together(y.Unit, r.Unit) || w.together(y.By, r.Unit) || w.KnowsPlace(r, p.Child) && w.IsOpen(p, y.Unit, r.Unit, "participation")
}

// SeesConfirmation tells whether a reader of the party sees whether it has confirmed.
func (w *World) SeesConfirmation(r Reader, y Party) bool {
	return w.SeesParty(r, y) && !r.IsCitizen() && (w.together(y.Unit, r.Unit) || w.together(y.By, r.Unit))
}

// SeesItem tells whether an item is there for the reader: rule 1 own, rule 2 party, rule 3 family.
func (w *World) SeesItem(r Reader, i Item) bool {
	p := w.Plan(i.Plan)
	switch {
	case r.IsCitizen():
		return w.isFamily(r, p) && w.isForFamily(r, i, p)
	case r.Role == "administrator" || !w.hasNeed(r, p.Child):
		return false // an administrator books and files, and reads no content
	}
	isOpen := i.Unit == r.Unit || !w.isBlocked(p.Child, i.Unit)
	return isOpen && w.IsWithin(r, i) || w.isReleased(r, i, p)
}

func (w *World) isReleased(r Reader, i Item, p Plan) bool { return w.Reaches(r.Unit, i, p) }

// Reaches tells whether an item that is meant for the parties comes through the wall to a unit of another domain.
func (w *World) Reaches(unit string, i Item, p Plan) bool {
	isMeant := i.Visibility == "parties" || i.Visibility == "family"
	byConsent := w.IsOpen(p, i.Unit, unit, i.Category) && !w.isKeptBack(i.ID, unit) && !w.isUntold(i, unit)
	return isMeant && !w.isBlocked(p.Child, i.Unit) && (byConsent || w.isDisclosed(unit, i, p))
}

// SeesCase tells whether a unit's case is there for the reader.
func (w *World) SeesCase(r Reader, f File) bool {
	return f.Unit == r.Unit && f.Valid.Has(w.Day) && w.hasNeed(r, f.Child)
}

// SeesRelation tells whether a relation is there: as the own unit knows it, in an open case, for those who decide on it.
func (w *World) SeesRelation(r Reader, v Relation) bool {
	return v.Unit == r.Unit && w.hasCase(r.Unit, v.Child) && w.hasNeed(r, v.Child) && (r.Role == "caseworker" || r.Role == "unit-manager")
}

// SeesWorker tells whether it is there who works with a case.
func (w *World) SeesWorker(r Reader, k Worker) bool {
	return k.Unit == r.Unit && w.hasCase(r.Unit, k.Child) && w.hasNeed(r, k.Child) && r.Role != "meeting-leader"
}

// SeesCall tells whether a call that waits for an answer is there: for all who answer for the own unit (R44).
func (w *World) SeesCall(r Reader, y Party) bool {
	isWaiting := y.State == "called" || y.State == "invited"
	return y.Unit == r.Unit && isWaiting && slices.Contains([]string{"caseworker", "unit-manager", "administrator"}, r.Role)
}

// IsWithin tells whether an item is held in the reader's own secrecy domain and not for somebody else by name.
func (w *World) IsWithin(r Reader, i Item) bool {
	return w.together(i.Unit, r.Unit) && (i.Visibility != "named" || slices.Contains(i.Named, r.Person))
}
