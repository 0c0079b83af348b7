package worlds

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// What lies between two units: concern reports (R26), questions whether a child is known (R25); and decisions in the place of
// a guardian's consent (R15), which lie with one.

// Concern is a concern report, with what the receiver does with it.
type Concern struct {
	ID, Child                   ID
	From, To                    string
	Given, Family, Words        string
	Birth, Reported, Sent       civil.Date
	Received, Decided, Feedback civil.Date
	Decision                    string
	Author                      ID
	Order, Version              int
	Handling                    Handling
}

// Handling is the receiver's own information about a report; it has no handler until somebody handles it.
type Handling struct {
	Handler  ID
	Assessed civil.Date
	Version  int
}

// Question is a question under SoL 15:8, with the units by whose cases it was answered with yes.
type Question struct {
	ID, Child, Person ID
	Unit, Branch      string
	Reason            string
	On                civil.Date
	Known             []string
	Order             int
}

// Custody is a decision under FB 6:13 a.
type Custody struct {
	ID, Child, Recorder ID
	Unit, Appeal, Words string
	Decided, Ends       civil.Date
	Order, Version      int
}

// SeesConcern tells whether a report is there for the reader: at the unit that sent it for those who work with the child and
// who answer for its case; at the unit that got it for the manager and the handler. Nobody else, whatever else they see.
func (w *World) SeesConcern(r Reader, c Concern) bool {
	switch {
	case r.IsCitizen() || r.Role != "caseworker" && r.Role != "unit-manager":
		return false
	case r.Unit == c.From:
		return w.hasNeed(r, c.Child)
	case r.Unit == c.To:
		return r.Role == "unit-manager" || c.Handling.Handler == r.Person
	}
	return false
}

// SeesQuestion tells whether a question is there: for the unit that asked as its cases are, and for the managers of units
// that were the reason for a yes.
func (w *World) SeesQuestion(r Reader, q Question) bool {
	switch {
	case r.IsCitizen() || r.Role != "caseworker" && r.Role != "unit-manager":
		return false
	case r.Unit == q.Unit && w.hasNeed(r, q.Child):
		return true
	}
	return r.Role == "unit-manager" && slices.Contains(q.Known, r.Unit)
}

// SeesCustody tells whether a decision is there: in the own unit's open case, for those who decide on it.
func (w *World) SeesCustody(r Reader, d Custody) bool {
	return d.Unit == r.Unit && w.mayDecide(r, d.Child)
}

// mayDecide: somebody who works with the own unit's open case, or answers for it.
func (w *World) mayDecide(r Reader, child ID) bool {
	return !r.IsCitizen() && (r.Role == "caseworker" || r.Role == "unit-manager") && w.hasCase(r.Unit, child) && w.hasNeed(r, child)
}

// Known answers the reader's question whether a board knows a child; may is whether it may be put at all: between social
// boards of one municipality, about a child of one's own case (SoL 15:8).
func (w *World) Known(r Reader, child ID, board string) (known, may bool) {
	branch, _ := w.domain(r.Unit)
	own, ours := demo.BoardOf(branch)
	if !w.mayDecide(r, child) || !isSocial(r.Unit) || own == board || ours != "goteborg" {
		return false, false
	}
	for _, u := range demo.UnitKeys() {
		branch, _ := w.domain(u)
		if b, theirs := demo.BoardOf(branch); b == board && theirs == ours && isSocial(u) {
			may = true
			known = known || w.hasFile(u, child)
		}
	}
	return known, may
}

func isSocial(unit string) bool {
	class := demo.ClassOf(unit)
	return class == "ifo" || class == "lss"
}

// isApartPossible: who reports, asks or decides has or had a case, and so has every unit by which a child was known.
func (w *World) isApartPossible() bool {
	for _, c := range w.Concerns {
		if !w.hasFile(c.From, c.Child) {
			return false
		}
	}
	for _, q := range w.Questions {
		if !w.hasFile(q.Unit, q.Child) || slices.ContainsFunc(q.Known, func(u string) bool { return !w.hasFile(u, q.Child) }) {
			return false
		}
	}
	return !slices.ContainsFunc(w.Custody, func(d Custody) bool { return !w.hasFile(d.Unit, d.Child) })
}
