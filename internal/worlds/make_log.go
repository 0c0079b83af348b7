package worlds

import (
	"fmt"
	"time"

	"github.com/google/uuid"
)

// entry draws an entry of the log: somebody, with or without need, of a unit that takes part or does not, on some day.
func (m *maker) entry() {
	if len(m.Plans) == 0 {
		return
	}
	p := oneOf(m.dice, m.Plans...)
	unit := oneOf(m.dice, units...)
	s := oneOf(m.dice, StaffOf(unit)...)
	e := Entry{
		ID: m.id("entry"), At: m.Day.AddDays(-m.dice.Roll(70)).Start().Add(time.Duration(m.dice.Roll(24)) * time.Hour),
		Outcome: "done", Person: s.Person, Role: s.Role, Unit: unit, Child: p.Child, Plan: p.ID, Objects: []ID{p.ID},
	}
	if chance(m.dice, 20) {
		e.Purpose = fmt.Sprintf("KANARIE-ändamål-%d", m.counts["entry"])
	}
	m.use(p, &e)
	m.Log = append(m.Log, e)
}

// use draws what was done.
func (m *maker) use(p Plan, e *Entry) {
	e.Operation = oneOf(m.dice, "GetPlan", "GetGoal", "ChangeGoal", "AddNote", "ListPlans", "ListInvitations", "GetConsent", "GetChild",
		"ListChildren", "FindChild", "GetMyPlan", "ListMyConsents", "GetConcernReport", "OpenEmergency")
	switch e.Operation {
	case "GetGoal", "ChangeGoal", "AddNote":
		if len(m.Items) > 0 {
			i := oneOf(m.dice, m.Items...)
			e.Plan, e.Child, e.Objects = i.Plan, m.Plan(i.Plan).Child, []ID{i.Plan, i.ID}
		}
	case "ListPlans":
		e.Child, e.Plan = uuid.Nil, uuid.Nil
		e.Objects = append(e.Objects, oneOf(m.dice, m.Plans...).ID)
	case "ListInvitations":
		e.Child, e.Plan, e.Objects = uuid.Nil, uuid.Nil, []ID{oneOf(m.dice, m.Parties...).ID}
	case "GetConsent":
		e.Plan, e.Objects = uuid.Nil, nil
		if len(m.Consents) > 0 {
			c := oneOf(m.dice, m.Consents...)
			e.Child, e.Objects = c.Child, []ID{c.ID}
		}
	case "GetChild":
		e.Plan, e.Objects = uuid.Nil, []ID{p.Child}
	case "ListChildren":
		e.Child, e.Plan, e.Objects = uuid.Nil, uuid.Nil, []ID{p.Child, oneOf(m.dice, m.People...).ID}
	case "FindChild":
		e.Child, e.Plan, e.Objects = uuid.Nil, uuid.Nil, nil
	case "GetMyPlan", "ListMyConsents":
		e.IsCitizen, e.Role, e.Unit, e.Person = true, "", "", oneOf(m.dice, append(idsOf(m.adults), p.Child)...)
	}
	if chance(m.dice, 15) {
		e.Outcome, e.Child, e.Plan, e.Objects = oneOf(m.dice, "denied", "not-found", "replayed"), uuid.Nil, uuid.Nil, nil
	}
}
