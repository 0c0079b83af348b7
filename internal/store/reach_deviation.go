package store

import "samplan/internal/access"

// deviationScope chooses deviations (alias d, who entered it as w) within the reaches of a grant.
func deviationScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.Self:
			return "d.unit_id = app_unit() AND w.person_id = app_person()"
		case access.OwnUnit:
			return "d.unit_id = app_unit()"
		}
		return "false"
	})
}

// caseScope chooses what groups have (alias c) within the reaches of a grant.
func caseScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.GroupMember:
			return "c.group_id IN (SELECT app_my_groups())"
		case access.GroupChair:
			return "c.group_id IN (SELECT app_chaired_groups())"
		}
		return "false"
	})
}

// linkScope chooses the links to a child (alias k) that a grant for children lets the actor see: of the own cases alone.
func linkScope(g access.Grant[access.ReadChild]) string {
	return "EXISTS (SELECT FROM case_file f WHERE f.child_id = k.child_id AND " + childScope(g.Reaches()) + ")"
}
