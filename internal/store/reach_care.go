package store

import "samplan/internal/access"

// What the reaches mean for blocks and emergency access; as in reach.go, what is not listed opens nothing.

// blockScope chooses blocks (alias b) within the reaches of a grant: of the own domain's units, or the child's own.
func blockScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return "b.unit_id = " + ownUnits + " AND " + caseOf("b.child_id")
		case access.OwnUnit:
			return "b.unit_id = " + ownUnits + " AND " + fileOf("b.child_id")
		case access.Self:
			return "b.child_id = app_person()"
		}
		return "false"
	})
}

// blockLiftScope chooses the blocks (alias b) that may be lifted: of the own unit, or the child's own.
func blockLiftScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return "b.unit_id = app_unit() AND " + caseOf("b.child_id")
		case access.OwnUnit:
			return "b.unit_id = app_unit() AND " + fileOf("b.child_id")
		case access.Self:
			return "b.child_id = app_person()"
		}
		return "false"
	})
}

// careUnitScope chooses units (alias n) that the child may block: those in its own plans.
func careUnitScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.FamilySelf {
			return "n.id IN (SELECT app_my_units())"
		}
		return "false"
	})
}

// emergencyScope chooses inquiries and openings (alias e) of the actor; assignmentArg is the placeholder of the assignment.
func emergencyScope(reaches []access.Reach, assignmentArg string) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.InEmergency {
			return "e.person_id = app_person() AND e.unit_id = app_unit() AND e.assignment_id = " + assignmentArg
		}
		return "false"
	})
}

// emergencyAccesses are the openings (alias e) that the holder of a grant answers for. Whoever sees no content gets them
// without child and reason, and the reviews without notes.
func emergencyAccesses(reaches []access.Reach) string {
	const columns = "id, person_id, unit_id, holder_unit_id, danger, opened_at, opens_until, review_due_on"
	for _, r := range reaches {
		switch r {
		case access.OwnUnit:
			return `(SELECT ` + columns + `, child_id, reason::text AS reason, true AS has_notes FROM emergency_access
			         WHERE app_unit() IN (unit_id, holder_unit_id)) e`
		case access.OwnPrincipal:
			return `(SELECT ` + columns + `, NULL::uuid AS child_id, NULL::text AS reason, false AS has_notes FROM app_principal_emergencies()) e`
		}
	}
	return `(SELECT ` + columns + `, child_id, reason::text AS reason, false AS has_notes FROM emergency_access WHERE false) e`
}
