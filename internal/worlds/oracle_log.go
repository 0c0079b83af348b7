package worlds

import (
	"slices"
	"time"

	"github.com/google/uuid"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// Entry is an entry of the log: what somebody did.
type Entry struct {
	ID                 ID
	At                 time.Time
	Operation, Outcome string
	Person             ID
	IsCitizen          bool
	Role, Unit         string // staff
	Child, Plan        ID
	Objects            []ID // an operation on an item names it last
	Purpose            string
}

// about tells, of the operations that worlds log, what each is about.
var about = map[string]string{
	"GetPlan": "plan", "ListPlans": "plan", "GetGoal": "item", "ChangeGoal": "item", "AddNote": "item", "ListInvitations": "call",
	"GetConsent": "consent", "GetChild": "case", "ListChildren": "case", "FindChild": "case", "OpenEmergency": "case", "GetMyPlan": "own", "ListMyConsents": "own",
}

// IsTold tells whether the log extract of a citizen tells of an entry as one about a child (R37).
func (w *World) IsTold(r Reader, e Entry, child ID) bool {
	mine := where(w.Plans, func(p Plan) bool { return p.Child == child && w.isFamily(r, p) })
	if !r.IsCitizen() || e.Outcome != "done" || len(mine) == 0 {
		return false
	}
	if e.IsCitizen {
		return e.Person == r.Person && about[e.Operation] == "own" && w.isOwnUse(r, e, mine)
	}
	day := civil.Of(e.At)
	atWork := where(mine, func(p Plan) bool { return w.tookPart(r, p, e.Unit, day) })
	isOf := func(p Plan) bool { return p.ID == e.Plan || e.Plan == uuid.Nil && slices.Contains(e.Objects, p.ID) }
	switch about[e.Operation] {
	case "plan":
		return slices.ContainsFunc(atWork, isOf)
	case "item":
		return slices.ContainsFunc(w.Items, func(i Item) bool {
			isIn := func(p Plan) bool { return p.ID == i.Plan && w.isForFamily(r, i, p) }
			return i.ID == e.Objects[len(e.Objects)-1] && slices.ContainsFunc(atWork, isIn)
		})
	case "call":
		return slices.ContainsFunc(w.Parties, func(y Party) bool {
			return y.Unit == e.Unit && w.SeesParty(r, y) && slices.Contains(e.Objects, y.ID) && slices.ContainsFunc(mine, func(p Plan) bool { return p.ID == y.Plan })
		})
	case "consent":
		return len(atWork) > 0 && slices.ContainsFunc(w.Consents, func(c Consent) bool {
			return c.Child == child && slices.Contains(e.Objects, c.ID) && w.SeesConsent(r, &c)
		})
	case "case":
		return len(atWork) > 0 && (e.Child == child || slices.Contains(e.Objects, child))
	}
	return false // what is not known to be harmless is not told
}

func (w *World) isOwnUse(r Reader, e Entry, mine []Plan) bool {
	isMine := func(p ID) bool { return slices.ContainsFunc(mine, func(v Plan) bool { return v.ID == p }) }
	return (e.Plan == uuid.Nil || isMine(e.Plan)) && (e.Child == mine[0].Child || slices.ContainsFunc(e.Objects, isMine) ||
		slices.ContainsFunc(w.Consents, func(c Consent) bool {
			return c.Child == mine[0].Child && slices.Contains(e.Objects, c.ID) && w.SeesConsent(r, &c)
		}))
}

// tookPart tells whether a unit took part in a plan on a day, as far as the reader sees that it did at all.
func (w *World) tookPart(r Reader, p Plan, unit string, day civil.Date) bool {
	return slices.ContainsFunc(w.Parties, func(y Party) bool {
		from := y.Answered
		if from.IsZero() {
			from = y.Added
		}
		return y.Plan == p.ID && y.Unit == unit && w.SeesParty(r, y) && (y.State == "accepted" || y.State == "left") && Span{from, y.Departed}.Has(day)
	})
}

// MayReview tells whether an entry may be in a review of the reader: of one's own unit or principal, never one's own (R40).
func (w *World) MayReview(r Reader, e Entry) bool {
	if e.IsCitizen || e.Person == r.Person {
		return false
	}
	switch r.Role {
	case "unit-manager":
		return e.Unit == r.Unit
	case "data-protection-officer":
		return w.principal(e.Unit, civil.Of(e.At)) == w.principal(r.Unit, w.Day)
	}
	return false
}

func (w *World) principal(unit string, day civil.Date) string {
	branch, _ := demo.PlaceOn(unit, day)
	return demo.PrincipalOf(branch)
}

// IsOfPrincipal tells whether an item is held by a unit of the principal of a data protection officer.
func (w *World) IsOfPrincipal(r Reader, i Item) bool {
	return r.Role == "data-protection-officer" && w.principal(i.Unit, w.Day) == w.principal(r.Unit, w.Day)
}
