package worlds

import (
	"slices"
	"time"

	"samplan/internal/civil"
)

// Inquiry is the first step of emergency access: a member of staff has asked who holds something about a child (R38).
type Inquiry struct {
	ID, Child          ID
	Person, Assignment ID
	Unit, Danger       string
	Minutes            int // ago
}

// Opening is the second step: what one unit holds about the child is open to the one who asked, for 15 minutes.
type Opening struct {
	ID, Inquiry ID
	Holder      string
	Minutes     int // ago
	Due         civil.Date
	Reviews     []Verdict
}

// Verdict is what somebody found in a review.
type Verdict struct {
	ID, Person     ID
	Unit, Says     string
	Minutes, Order int
}

// Now is the moment at which everybody asks.
func (w *World) Now() time.Time { return w.Day.Start().Add(10 * time.Hour) }

// careGivers are the units of care givers, of which a child may block any (PDL 4:4). Of them the school's medical staff
// belongs to the school: it gives in an emergency, and never receives.
var careGivers = []string{"bup", "bvc", "emi"}

func isCareGiver(unit string) bool { return slices.Contains(careGivers, unit) }

// mayAskInDanger: caseworkers and managers of health care, whether or not they work with the child.
func mayAskInDanger(r Reader) bool {
	isHealthCare := isCareGiver(r.Unit) && r.Unit != "emi"
	return isHealthCare && (r.Role == "caseworker" || r.Role == "unit-manager")
}

// InDanger gives what a unit would show of a child in an emergency: all it holds, blocked or not, but for what is meant
// for named persons.
func (w *World) InDanger(child ID, unit string) []Item {
	return where(w.Items, func(i Item) bool {
		return isCareGiver(unit) && i.Unit == unit && w.Plan(i.Plan).Child == child && i.Visibility != "named"
	})
}

// Opened gives what an opening shows a reader now: to the one who asked, under the same assignment, for 15 minutes.
func (w *World) Opened(r Reader, o Opening) []Item {
	q := w.inquiry(o.Inquiry)
	if !q.isOf(r) || !mayAskInDanger(r) || o.Minutes < 0 || o.Minutes >= 15 {
		return nil
	}
	return w.InDanger(q.Child, o.Holder)
}

func (w *World) inquiry(id ID) Inquiry {
	return find(w.Inquiries, func(q Inquiry) bool { return q.ID == id })
}

func (q Inquiry) isOf(r Reader) bool {
	return q.Person == r.Person && q.Assignment == r.Assignment.UUID()
}

// answersFor tells who learns that somebody opened: the managers of the unit that opened and of the holder.
func (w *World) answersFor(r Reader, o Opening) bool {
	return r.Role == "unit-manager" && (r.Unit == o.Holder || r.Unit == w.inquiry(o.Inquiry).Unit)
}

// watches tells who learns that it was done, and no more: the data protection officer of either principal.
func (w *World) watches(r Reader, o Opening) bool {
	mine := principalOf(r.Unit)
	return r.Role == "data-protection-officer" && (principalOf(o.Holder) == mine || principalOf(w.inquiry(o.Inquiry).Unit) == mine)
}

// principalOf: the region has health care, and the city all else, the school's medical staff too.
func principalOf(unit string) string {
	if isCareGiver(unit) && unit != "emi" {
		return "vgr"
	}
	return "goteborg"
}
