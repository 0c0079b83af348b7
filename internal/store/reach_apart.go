package store

import "samplan/internal/access"

// What lies between two units and not between two domains: concern reports (R26) and questions whether a child is known
// (R25). One side is what the own unit sent, the other what it got.

// onSide gives the reaches that lead to what was sent, or to what was received; none gives the reach that opens nothing.
func onSide(reaches []access.Reach, sent bool) []access.Reach {
	var some []access.Reach
	for _, r := range reaches {
		if (r == access.OwnCase || r == access.OwnUnit) == sent {
			some = append(some, r)
		}
	}
	if some == nil {
		return []access.Reach{{}}
	}
	return some
}

// concernScope chooses concern reports (alias c) within the reaches of a grant.
func concernScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return "c.from_unit_id = app_unit() AND " + caseOf("c.child_id")
		case access.OwnUnit:
			return "c.from_unit_id = app_unit() AND " + fileOf("c.child_id")
		case access.ReceivedCase:
			return `c.to_unit_id = app_unit() AND EXISTS (SELECT FROM concern_handling mine
			  WHERE mine.report_id = c.id AND mine.unit_id = app_unit() AND mine.handler_id = app_person())`
		case access.ReceivedUnit:
			return "c.to_unit_id = app_unit()"
		}
		return "false"
	})
}

// questionScope chooses questions under SoL 15:8 (alias q) within the reaches of a grant.
func questionScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return "q.unit_id = app_unit() AND " + caseOf("q.child_id")
		case access.OwnUnit:
			return "q.unit_id = app_unit() AND " + fileOf("q.child_id")
		case access.ReceivedUnit:
			return "EXISTS (SELECT FROM known_question_unit mine WHERE mine.question_id = q.id AND mine.unit_id = app_unit())"
		}
		return "false"
	})
}
