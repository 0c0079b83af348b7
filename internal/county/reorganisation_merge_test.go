//go:build !release

package county_test

import (
	"testing"

	"samplan/internal/demo"
)

func unitPath(key string) string { return "/v1/units/" + demo.UnitID(key).String() }

// TestStoryLaterMergeR17R22: in April 2021 Funktionsstöd myndighet goes into Barn och unga 1. What was a wall between them is
// none any more, but for what a consent kept back; and nobody else learns more than before.
func TestStoryLaterMergeR17R22(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	var plan, event, deviation string
	l.on("2021-03-01", func(c client) {
		plan = "/v1/plans/" + c.get("karin", "/v1/plans").want(200).id("plans", "childName", "Lo Haddad")
		c.sharedBeforeTheMerge(plan)
		c.sixtensCall()
		c.decideForTheUnit(plan)
		deviation = c.deviationBeforeTheMerge()
		event = c.post("sam", "/v1/reorganisations", object{
			"title": "En enhet för barn", "decision": "SN 2021-02-17 § 4", "takesEffectOn": "2021-04-01",
			"moves": []object{{"kind": "merge", "unitId": demo.UnitID("fs"), "intoUnitId": demo.UnitID("bou1"), "openCasesGo": true, "oldRecordsGo": true}},
		}).want(201).header.Get("Location")
		c.get("fia", event+"/touched-cases").want(200).shows("Lo Haddad", "Tuva Ros", `"successor"`, "Barn och unga 1")
		c.post("sam", event+"/decisions", object{}).want(200)
		c.get("karin", plan).want(200).hides("Korttidsvistelse", "Beslutet omprövas")
	})
	l.on("2021-04-01", func(c client) {
		c.afterTheMerge(plan)
		c.get("sam", event).want(200).shows(`"status":"applied"`)
		c.get("lena", unitPath("fs")).want(404)
		c.get("lena", unitPath("fs")+"?on=2021-03-31").want(200).shows("Funktionsstöd myndighet")
		c.get("lena", unitPath("fs")+"/places").want(200).shows(`"validTo":"2021-03-31"`, `"successor"`, "Barn och unga 1")
		c.get("kim", "/v1/invitations").want(200).shows("Sixten Udd")
		c.callsFindTheSuccessor()
		c.get("kim", deviation).want(200).shows("Remissen kom aldrig fram.") // the manager of the unit that took over
		c.post("kim", deviation+"/manager-contacts", object{"contactedOn": "2021-04-01", "otherManager": "Chefen", "cause": "Fel nummer."}).want(200)
		c.get("karin", deviation).want(404)
		c.get("karin", "/v1/received-decisions").want(200).shows(`"outcome":"task"`, "2021-05-01").hides("Söka ny korttidsplats")
	})
}

// decideForTheUnit: a meeting gives a task to the unit that is to be merged; who takes it over has the task (R23, R46).
func (c client) decideForTheUnit(plan string) {
	c.t.Helper()
	at := "/v1/meetings/" + c.get("lena", plan+"/meetings").want(200).id("meetings", "state", "closed")
	task := object{"outcome": "task", "unitId": demo.UnitID("fs"), "dueOn": "2021-05-01"}
	c.post("lena", at+"/minutes", object{"text": "Söka ny korttidsplats", "visibility": "parties", "decision": task}).want(201)
	c.post("lena", at+"/settlements", object{}).want(200)
	c.get("bo", "/v1/received-decisions").want(200).shows(`"outcome":"task"`)
	c.get("karin", "/v1/received-decisions").want(200).hides(`"outcome":"task"`)
}

// deviationBeforeTheMerge: what Funktionsstöd entered is its own, until somebody takes over (R52).
func (c client) deviationBeforeTheMerge() string {
	c.t.Helper()
	at := "/v1/deviations/" + c.post("bo", "/v1/deviations", object{
		"kind": "reported", "category": "hand-over", "concernsUnitId": demo.UnitID("bup"), "happenedOn": "2021-03-01", "text": "Remissen kom aldrig fram.",
	}).want(201).text("id")
	c.get("fia", at).want(200)
	c.get("kim", at).want(404)
	return at
}

// callsFindTheSuccessor: a call that waited is with the unit that took over, and one that was drafted goes to it when sent (R44).
func (c client) callsFindTheSuccessor() {
	c.t.Helper()
	c.get("kim", "/v1/received-calls").want(200).shows("Sixten Udd", "Vad kan ni erbjuda?")
	plan := "/v1/plans/" + c.get("lena", "/v1/plans").want(200).id("plans", "childName", "Sixten Udd")
	calls, _ := c.get("lena", plan+"/calls").want(200).json["calls"].([]any)
	for _, row := range calls {
		if call, _ := row.(map[string]any); call["sentOn"] == nil {
			id, _ := call["id"].(string)
			c.post("lena", "/v1/calls/"+id+"/dispatches", object{}).want(200).shows("Barn och unga 1").hides("Funktionsstöd")
			return
		}
	}
	c.t.Error("no draft is left")
}

// sharedBeforeTheMerge: two consents of Lo's parents. One opens support needs to Karin's board but keeps one item back; one
// opens what Karin's board does to the school.
func (c client) sharedBeforeTheMerge(plan string) {
	c.t.Helper()
	view := c.get("bo", plan).want(200)
	child, _ := view.json["childId"].(string)
	consent := func(by string, from, to string, category string, excluded ...string) {
		made := c.post(by, "/v1/children/"+child+"/consents", object{
			"kind": "share", "purpose": "Samarbete", "form": "e-identification", "validFrom": "2021-03-01", "validTo": "2021-12-31", "excludedItemIds": append([]string{}, excluded...),
			"scopes": []object{{"fromBranchId": demo.BranchID(from), "toBranchId": demo.BranchID(to), "categories": []string{category, "participation"}}},
		}).want(201)
		id, _ := made.json["id"].(string)
		for _, guardian := range []string{"amir", "eva"} {
			c.post(guardian, "/v1/my/consents/"+id+"/answers", object{"answer": "given"}).want(200)
		}
	}
	consent("bo", "nf-support", "sh-social", "support-needs", view.id("interventions", "title", supportParties))
	consent("karin", "sh-social", "gn-school", "interventions")
	c.get("karin", plan).want(200).hides(supportParties, supportFamily)
	c.get("lena", plan).want(200).shows(socialFamily).hides(supportFamily)
}

// sixtensCall: the school calls Funktionsstöd, which has not answered when it is gone.
func (c client) sixtensCall() {
	c.t.Helper()
	row := c.get("lena", "/v1/plans?status=noted").want(200)
	plan := "/v1/plans/" + row.id("plans", "childName", "Sixten Udd")
	child, _ := c.get("lena", plan).json["childId"].(string)
	for _, to := range []string{"informed", "consenting"} {
		c.post("lena", plan+"/status-changes", object{"to": to, "on": "2021-03-01"}).want(201)
	}
	made := c.post("lena", "/v1/children/"+child+"/consents", object{
		"kind": "plan", "purpose": "En samordnad plan", "form": "e-identification", "validFrom": "2021-03-01", "validTo": "2021-12-31", "scopes": []object{},
	}).want(201)
	id, _ := made.json["id"].(string)
	c.post("sten", "/v1/my/consents/"+id+"/answers", object{"answer": "given"}).want(200)
	c.post("lena", plan+"/status-changes", object{"to": "preparing", "on": "2021-03-01"}).want(201)
	asked := object{"unitId": demo.UnitID("fs"), "mode": "called", "contribution": "Vad kan ni erbjuda?"}
	summons := object{"purpose": "Skolgången", "questions": []string{"Vad hjälper?"}, "longTermGoal": "Skola", "meetingMode": "digital", "toUnits": []object{asked}}
	call, _ := c.post("lena", plan+"/calls", summons).want(201).json["id"].(string)
	c.post("lena", plan+"/calls", summons).want(201) // a draft, to be sent when the unit is gone
	c.post("lena", "/v1/calls/"+call+"/dispatches", object{}).want(200)
	c.get("fia", "/v1/invitations").want(200).shows("Sixten Udd")
	c.get("fia", "/v1/received-calls").want(200).shows("Sixten Udd", "Vad kan ni erbjuda?")
	c.get("kim", "/v1/received-calls").want(200).hides("Sixten Udd")
	c.get("kim", "/v1/invitations").want(200).hides("Sixten Udd")
}

// afterTheMerge: Karin and Bo work with one case; what the parents kept back from Karin stays Bo's.
func (c client) afterTheMerge(plan string) {
	c.t.Helper()
	c.get("bo", plan).want(200).shows(supportFamily, supportParties, supportNote, socialFamily, socialNote)
	c.get("karin", plan).want(200).shows(supportFamily, supportNote, socialFamily, socialNote).hides(supportParties)
	c.get("kim", plan).want(200).shows(supportFamily, socialFamily).hides(supportParties)
	c.get("fia", plan).want(200).shows(supportParties, socialFamily)
	c.get("lena", plan).want(200).shows(socialFamily).hides(supportFamily, supportParties, supportNote, socialNote)
	c.get("amir", "/v1/my"+plan[len("/v1"):]).want(200).shows(supportFamily, socialFamily).hides(supportParties, supportNote)
	c.get("liv", plan).want(404)
	c.call("bo", "GET", plan, nil, "Samplan-Assignment", demo.Find("bo").AssignmentID("fs").String()).want(401)
	children := c.get("kim", "/v1/children?limit=100").want(200)
	if rows, _ := children.json["children"].([]any); len(rows) != 4 { // Lo once, Nour, Milo, Tuva once
		c.t.Errorf("after the merge Barn och unga 1 has %d open cases: %s", len(rows), children.body)
	}
	child, _ := c.get("karin", plan).json["childId"].(string)
	c.get("karin", "/v1/children/"+child+"/case-workers").want(200).shows("Karin Lund", "Bo Ström")
	c.post("lena", plan+"/parties", object{"unitId": demo.UnitID("fs"), "mode": "called"}).want(422)
}
