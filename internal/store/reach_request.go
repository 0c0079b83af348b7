package store

import "samplan/internal/access"

// requestScope chooses requests for a plan (alias q) within the reaches of a grant.
func requestScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.ReceivedCase:
			return `q.unit_id = app_unit() AND EXISTS (SELECT FROM plan_request_handling mine
			  WHERE mine.request_id = q.id AND mine.unit_id = app_unit() AND mine.handler_id = app_person())`
		case access.ReceivedUnit:
			return "q.unit_id = app_unit()"
		case access.Self:
			return "q.id IN (SELECT app_my_requests())"
		}
		return "false"
	})
}
