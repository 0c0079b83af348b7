package httpapi_test

import "samplan/internal/testkit"

// askPrivacy lets Lo write something that its guardians are not told of.
func (w *town) askPrivacy(ids map[string]string) {
	w.As("lo").Post("/my/plans/"+ids["loPlan"]+"/child-views", object{"text": canary, "form": "written", "keepFromGuardians": true, "why": canary}).Want(201)
	amir, mine := w.As("amir"), "/my/plans/"+ids["loPlan"]
	amir.Put(mine+"/readings", amir.Get(mine).ETag(), object{}).Want(200)
	about := first(w.As("karin").Get("/plans/"+ids["planId"]), "goals", "id")
	ids["commentId"] = w.As("karin").Post("/plans/"+ids["planId"]+"/comments", object{"text": canary, "visibility": "family", "aboutId": about}).Want(201).Text("id")
	ids["askedPrivacy"] = first(w.As("lena").Get("/items/"+toAssess(w.As("lena"))+"/withholdings"), "withholdings", "id")
}

// toAssess gives the words whose child asks that guardians are not told, as a member of staff is told of them.
func toAssess(c testkit.Client) string {
	item, _ := c.Get("/notifications?limit=100").Want(200).Row("notifications", "kind", "child-asks-privacy")["resourceId"].(string)
	return item
}

// commentSamples come before the plan is over.
func commentSamples(add adder, ids map[string]string, lo []string) {
	add("karin", "AddComment", object{"text": canary, "visibility": "family", "aboutId": ids["goalId"]})
	add("karin", "GetComment", nil)
	add("amir", "AddMyComment", object{"text": canary}, lo...)
}

func (w *town) privacySamples(add adder) {
	add("lena", "AssessWithholding", object{"reason": canary}, "withholdingId", "askedPrivacy")
	add("lo", "ListMyKeptWords", nil, "planId", "loPlan")
	add("amir", "ConfirmMyReading", object{}, "planId", "loPlan")
	add("amir", "ListMyReadings", nil, "planId", "loPlan")
	add("lena", "ListReadings", nil, "planId", "loPlan")
}
