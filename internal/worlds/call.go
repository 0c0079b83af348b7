package worlds

import (
	"slices"

	"samplan/internal/civil"
)

// Call is a call to a meeting of a plan, drafted or sent.
type Call struct {
	ID, Plan       ID
	Unit           string // whose call it is: that led when it was written
	Words, Way     string
	Author         ID
	Sent, AnswerBy civil.Date
	Order, Version int
	Addressees     []Addressee
}

// Addressee is a unit that a call names.
type Addressee struct {
	ID                   ID
	Unit, Summons, State string
	Words, Reason        string
	Seen, Answered       civil.Date
	Contact, PassedFrom  ID
	Version              int
}

// SeesSentCall tells whether a call is there for the reader as its sender: those who work with the child, and their manager,
// at the unit whose call it is, while it takes part (R43).
func (w *World) SeesSentCall(r Reader, c Call) bool {
	return c.Unit == r.Unit && (r.Role == "caseworker" || r.Role == "unit-manager") && w.SeesPlan(r, w.Plan(c.Plan))
}

// SeesReceivedCall tells whether a call is there for the reader as one of its addressees: for all who answer for the unit,
// once accepted for those who have need of the child (R44).
func (w *World) SeesReceivedCall(r Reader, c Call, a Addressee) bool {
	answers := r.Role == "caseworker" || r.Role == "unit-manager"
	return !c.Sent.IsZero() && a.Unit == r.Unit && answers && (a.State != "accepted" || w.hasNeed(r, w.Plan(c.Plan).Child))
}

func (w *World) cloneCalls(c *World) {
	c.Calls = slices.Clone(w.Calls)
	for n := range c.Calls {
		c.Calls[n].Addressees = slices.Clone(c.Calls[n].Addressees)
	}
}

// sweepCalls removes the calls of plans that are gone, and what was passed on by an addressee that is gone.
func (w *World) sweepCalls(isPlan func(ID) bool) {
	w.Calls = where(w.Calls, func(c Call) bool { return isPlan(c.Plan) && len(c.Addressees) > 0 })
	for n := range w.Calls {
		c := &w.Calls[n]
		c.Addressees = where(c.Addressees, func(a Addressee) bool {
			return a.PassedFrom == ID{} || slices.ContainsFunc(c.Addressees, func(from Addressee) bool { return from.ID == a.PassedFrom })
		})
	}
}
