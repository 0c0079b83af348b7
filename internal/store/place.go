package store

import (
	"samplan/internal/access"
)

// Here stands what tells where a child is, and to whom it is shown (R31, R35): the compartment of whereabouts, and what
// the plan shows of others: who takes part, who holds an item, who carries it out.

// mayPlace: the child is not protected, or the actor is named for it by the own unit today.
func mayPlace(child string) string {
	return `(EXISTS (SELECT FROM person ch WHERE ch.id = ` + child + ` AND ch.protection = 'none')
	  OR EXISTS (SELECT FROM whereabouts_reader n WHERE n.child_id = ` + child + ` AND n.unit_id = app_unit()
	    AND n.person_id = app_person() AND n.valid @> app_today()))`
}

// placeScope chooses the own unit's cases (alias f) whose compartment of whereabouts is open to the actor.
func placeScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.NamedCase:
			return openFile + " AND " + caseOf("f.child_id") + " AND " + mayPlace("f.child_id")
		case access.NamedUnit:
			return openFile + " AND " + mayPlace("f.child_id")
		}
		return "false"
	})
}

// partyScope chooses parties (alias y) of the plan at hand, whose walls and place app_open_plan has computed before: those
// of the own domain and those that it called; others through a wall that is open for participation. The family sees all.
// Beyond the own and the called it takes that the actor may know where the child is.
func partyScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase, access.OwnUnit:
			return ownOrCalled + ` OR y.plan_id = (SELECT app_plan()) AND y.plan_id = (SELECT app_place())
			  AND (y.unit_id::text || ':participation') = ANY ((SELECT app_open())::text[])`
		case access.FamilyGuardian, access.FamilySelf:
			return "y.plan_id = app_place()"
		}
		return "false"
	})
}

const (
	ownOrCalled = `ARRAY[y.unit_id, y.added_by_unit_id] && (SELECT app_own_units())::uuid[]`

	// placelessItem: the item (alias i) must not tell who holds it or carries it out: the place is closed to the actor,
	// and the holder is neither of the own domain nor called by it.
	placelessItem = `(i.plan_id IS DISTINCT FROM (SELECT app_place()) AND NOT i.owner_unit_id = ` + ownUnits + `
	  AND NOT EXISTS (SELECT FROM known_party y WHERE y.plan_id = i.plan_id AND y.unit_id = i.owner_unit_id AND y.added_by_unit_id = ` + ownUnits + `))`

	// placelessPlan: so it is with the frame (alias p), which the own domain knows when it leads.
	placelessPlan = `(p.id IS DISTINCT FROM app_place() AND NOT p.lead_unit_id = ` + ownUnits + `)`
)
