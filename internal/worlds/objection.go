package worlds

import (
	"fmt"
	"slices"

	"samplan/internal/civil"
)

// Objection is what somebody thinks is wrong in an item (R60).
type Objection struct {
	ID, Item, Author   ID
	Speaker, Words     string
	ByStaff, Kept      bool
	Made               civil.Date
	Outcome, Decided   string
	KeptBecause        string
	KeepingBy, Keeping ID
	Order              int
}

// objected draws objections to items of all plans.
func (m *maker) objected() {
	for range m.dice.Roll(6) {
		m.objection()
	}
}

// objection draws one of a guardian, of the child, or taken down by staff, in each state.
func (m *maker) objection() {
	if len(m.Items) == 0 {
		return
	}
	i := oneOf(m.dice, m.Items...)
	v := Objection{
		ID: m.id("objection"), Item: i.ID, Author: oneOf(m.dice, m.adults...).ID, Speaker: oneOf(m.dice, "guardian", "child"),
		ByStaff: chance(m.dice, 30), Made: m.Day.AddDays(-m.dice.Roll(20)), Order: len(m.Objections),
	}
	v.Words = fmt.Sprintf("KANARIE-fel-%s-%d", i.Unit, v.Order)
	switch {
	case v.ByStaff:
		v.Author = oneOf(m.dice, StaffOf(i.Unit)...).Person
	case v.Speaker == "child":
		v.Author = m.Plan(i.Plan).Child
	}
	m.decide(&v)
	m.keep(&v)
	m.Objections = append(m.Objections, v)
}

func (m *maker) decide(v *Objection) {
	v.Outcome, v.Decided = oneOf(m.dice, "", "corrected", "stands"), fmt.Sprintf("KANARIE-rättat-%d", m.dice.Roll(1000))
}

// keep lets guardians be told or not, decided by staff or asked by the child.
func (m *maker) keep(v *Objection) {
	v.Kept, v.Keeping = chance(m.dice, 40), ID{}
	if v.Kept || chance(m.dice, 30) {
		v.Keeping, v.KeptBecause = m.id("keeping"), fmt.Sprintf("KANARIE-för-sig-%d", m.dice.Roll(1000))
		v.KeepingBy = oneOf(m.dice, v.Author, StaffOf(m.Item(v.Item).Unit)[0].Person)
	}
}

// SeesObjection tells whether an objection is there: for whoever reads the item, unless it is kept from guardians and the reader
// is one of them, and has not written it.
func (w *World) SeesObjection(r Reader, v Objection) bool {
	i := w.Item(v.Item)
	return w.SeesMinute(r, i) && (!v.Kept || !r.IsCitizen() || r.Person == v.Author || r.Person == w.Plan(i.Plan).Child)
}

func (w *World) sweepObjections() {
	w.Objections = where(w.Objections, func(v Objection) bool {
		return slices.ContainsFunc(w.Items, func(i Item) bool { return i.ID == v.Item })
	})
}

func (w *World) isToldOfObjections(h ID) bool {
	return slices.ContainsFunc(w.Objections, func(v Objection) bool { return v.Author == h })
}

var objectionTables = []string{"objection", "objection_decision", "objection_keeping"}

// rowsOfRights gives what people have asked about what is kept of them.
func (w *World) rowsOfRights(add func(string, row)) {
	w.rowsOfObjections(add)
	w.rowsOfPublicRequests(add)
}

func (w *World) rowsOfObjections(add func(string, row)) {
	for _, v := range w.Objections {
		add("objection", row{
			"id": v.ID, "item_id": v.Item, "speaker": v.Speaker, "by_staff": v.ByStaff, "person_id": v.Author, "body": v.Words, "made_on": v.Made,
			"is_kept": v.Kept, "created_at": w.moment(v.Order),
		})
		if v.Outcome != "" {
			correction := v.Decided
			if v.Outcome == "stands" {
				correction = ""
			}
			add("objection_decision", row{
				"objection_id": v.ID, "outcome": v.Outcome, "correction": textOrNull(correction), "reason": v.Decided, "decided_by": StaffOf(w.Item(v.Item).Unit)[0].Person,
				"decided_on": w.Day, "created_at": w.moment(v.Order),
			})
		}
		if v.Keeping != (ID{}) {
			add("objection_keeping", row{
				"id": v.Keeping, "objection_id": v.ID, "is_kept": v.Kept, "reason": v.KeptBecause, "decided_by": v.KeepingBy, "decided_on": w.Day,
				"created_at": w.moment(v.Order),
			})
		}
	}
}
