package worlds

import (
	"maps"

	"samplan/internal/demo"
)

func init() { maps.Copy(table, ofInformations) }

// ofInformations are the rows of the table about requests for information.
var ofInformations = map[string]operation{
	"ListInformationRequests":    list("/information-requests", "?direction=sent", "?direction=received", "?direction=sent&limit=1&page=2"),
	"GetInformationRequest":      get("/information-requests/{}", informations),
	"GetInformationDocument":     documentsOf("/information-requests/{}/document", informations),
	"SendInformationRequest":     {writes, askForInformation},
	"WithdrawInformationRequest": post(writes, "/information-requests/{}/withdrawals", informations, body(object{})),
	"AssignInformationRequest":   post(writes, "/information-requests/{}/assignments", informations, taskOf(0), taskOf(1), taskOf(2)),
	"DraftInformation": put("/information-requests/{}", informations, body(object{
		"answers": []object{{"code": "a", "values": []string{"b"}}}, "note": "c",
	})),
	"AnswerInformationRequest": post(writes, "/information-requests/{}/answers", informations, body(object{}), body(object{"ground": "general-clause", "groundReason": "a"})),
	"RefuseInformationRequest": post(writes, "/information-requests/{}/refusals", informations, body(object{"decline": "other"}), body(object{"decline": "not-known"})),
}

func informations(q *asking) []ID { return q.informations }

func taskOf(n int) func(*asking) object {
	return func(q *asking) object { return object{"ownerId": q.colleagues[n%len(q.colleagues)]} }
}

// askForInformation asks units about every child, whoever knows it.
func askForInformation(q *asking) []request {
	var all []request
	for _, c := range q.children {
		for _, u := range []string{"bup", "hs", "bou2"} {
			for _, form := range first(2, q.questionnaires) {
				all = append(all, request{method: "POST", path: "/information-requests", body: text(object{
					"childId": c, "toUnitId": demo.UnitID(u), "questionnaireId": form, "text": "a",
				})})
			}
		}
	}
	return all
}

// ofInformations: the asker knows nothing of what the receiver does with a request until it ends; whoever answers knows whether the
// wall back is open, which it cannot always see by a consent.
func (k *known) ofInformations() {
	for _, v := range k.Informations {
		if !k.SeesInformation(k.Reader, v) {
			continue
		}
		if v.From == k.Unit {
			v.Owner, v.Substitute, v.AwayFrom, v.AwayTo, v.Draft, v.Note, v.Handling = ID{}, ID{}, k.Day, k.Day, "", "", 0
			k.add("told", notice("information-answered", v.ID, v.Ended))
		} else {
			k.add("told", notice("information-waits", v.ID, v.Sent), notice("information-overdue", v.ID, v.Due.AddDays(1)))
			k.add("may tell", v.ID, k.mayTell(v.Child, v.To, v.From, "schooling"))
		}
		k.add("information", v, k.Human(v.Child).Protection, find(k.Questionnaires, func(q Questionnaire) bool { return q.ID == v.Form }))
	}
}

// inInformations are mutants of requests for information.
var inInformations = []func(*maker){
	(*maker).information, (*maker).information,
	func(m *maker) { remove(m.dice, &m.Informations) },
	func(m *maker) {
		alter(m.dice, m.Informations, func(v *Information) { v.Words, v.Version = v.Words+" ändrat", v.Version+1 })
	},
	func(m *maker) { alter(m.dice, m.Informations, m.tasked) },
	func(m *maker) { alter(m.dice, m.Informations, m.tasked) },
	func(m *maker) {
		alter(m.dice, m.Informations, func(v *Information) {
			if v.Owner != (ID{}) {
				v.Draft, v.Note, v.Handling = v.Draft+" ändrat", v.Note+" ändrat", v.Handling+1
			}
		})
	},
}
