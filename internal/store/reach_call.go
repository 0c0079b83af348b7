package store

import "samplan/internal/access"

// sentCallScope chooses calls (alias c, of the plan p) that the own unit sends.
func sentCallScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.LeadCase, access.LeadUnit:
			return planScope([]access.Reach{r})
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
