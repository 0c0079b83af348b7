package worlds

import (
	"maps"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofMinutes) }

// ofMinutes are the rows of the table about minutes and decisions.
var ofMinutes = map[string]operation{
	"ListMinutes":             listOf("/meetings/{}/minutes", meetings),
	"GetMinute":               get("/minutes/{}", minutes),
	"ListDecisions":           listOf("/plans/{}/decisions", plans),
	"ListReceivedDecisions":   list("/received-decisions"),
	"ListMyMinutes":           listOf("/my/meetings/{}/minutes", meetings),
	"ListMyDecisions":         listOf("/my/plans/{}/decisions", plans),
	"GetCallDocument":         documentsOf("/calls/{}/document", sentCalls),
	"GetReceivedCallDocument": documentsOf("/received-calls/{}/document", receivedCalls),
	"GetMinutesDocument":      documentsOf("/meetings/{}/document", meetings),
	"GetMyMinutesDocument":    documentsOf("/my/meetings/{}/document", meetings),
	"GetFollowUpDocument":     documents("/plans/{}/follow-up-document"),
	"GetMyFollowUpDocument":   documents("/my/plans/{}/follow-up-document"),
	"AddMinute":               post(writes, "/meetings/{}/minutes", meetings, point("bup"), point("hs"), body(object{"text": "a", "visibility": "unit"})),
	"ChangeMinute":            put("/minutes/{}", minutes, point("bou1")),
	"SettleMinutes":           post(writes, "/meetings/{}/settlements", meetings, body(object{})),
	"CorrectMinute":           post(writes, "/minutes/{}/corrections", minutes, body(object{"text": "rätt"})),
	"CancelDecision":          post(writes, "/minutes/{}/cancellations", minutes, body(object{"reason": "fel"})),
	"AnswerDecision": post(writes, "/received-decisions/{}/answers", minutes, body(object{"answer": "accepted", "intervention": object{"title": "a"}}),
		body(object{"answer": "declined", "text": "nej"}), body(object{"answer": "done"}), body(object{"answer": "not-done"})),
}

// minutes are points, and what is no point.
func minutes(q *asking) []ID { return ofKind("minute")(q) }

// point is one that asks a unit to do something.
func point(unit string) func(*asking) object {
	return func(q *asking) object {
		return object{
			"text": "a", "category": "health", "visibility": "family",
			"decision": object{"outcome": "task", "unitId": demo.UnitID(unit), "personId": StaffOf(unit)[0].Person, "dueOn": "2030-01-01"},
		}
	}
}
