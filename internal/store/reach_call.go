package store

import "samplan/internal/access"

// leadScope chooses plans (alias p) in which the own unit calls: it leads.
func leadScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.LeadCase, access.LeadUnit:
			return planScope([]access.Reach{r})
		}
		return "false"
	})
}

// madeScope chooses what the own unit has made by leading (alias t, of the plan p): it stays the unit's own when another leads,
// as long as the unit takes part.
func madeScope(reaches []access.Reach, t string) string {
	return anyOf(reaches, func(r access.Reach) string {
		made := t + ".unit_id = app_unit() AND " + inDomain + " AND "
		switch r {
		case access.LeadCase:
			return made + caseOf("p.child_id")
		case access.LeadUnit:
			return made + fileOf("p.child_id")
		}
		return "false"
	})
}

// receivedCallScope chooses calls to the own unit (alias v), for those who answer for it. One that is accepted is known to
// those alone who have need of the child.
func receivedCallScope(reaches []access.Reach, role access.Role) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r != access.InvitedUnit {
			return "false"
		}
		need := caseOf("v.child_id")
		if role == access.UnitManager {
			need = fileOf("v.child_id")
		}
		return "v.state <> 'accepted' OR " + need
	})
}

// meetingScope chooses meetings (alias m, of the plan p) within the reaches of a grant: those of plans in reach, those of
// the own unit, and those that the actor leads or keeps the minutes of, for a unit that takes part.
func meetingScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.ChairCase:
			return caseOf("p.child_id") + " AND " + inDomain + " AND " + chairs
		case access.LeadCase, access.LeadUnit:
			return madeScope([]access.Reach{r}, "m")
		}
		return planScope([]access.Reach{r})
	})
}

const chairs = `(EXISTS (SELECT FROM meeting_leader d WHERE d.meeting_id = m.id AND app_person() = ANY (d.person_ids))
  OR EXISTS (SELECT FROM role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = p.id AND h.person_id = app_person()
    AND y.unit_id = app_unit() AND y.state = 'accepted' AND h.role IN ('leader', 'secretary')
    AND h.starts_on <= app_today() AND (h.ends_on IS NULL OR h.ends_on >= app_today())))`
