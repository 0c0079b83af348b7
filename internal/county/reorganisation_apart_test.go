//go:build !release

package county_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestReorganisationTakesWhatLiesApart: when a unit merges into another, the reports it has sent and received (R26), the
// questions it has put (R25) and its decisions about custody (R15) are the other unit's. Nobody else sees more than before.
func TestReorganisationTakesWhatLiesApart(t *testing.T) {
	t.Parallel()
	const told, answered = "Orolig för syskonen", "Ett beslut om en åtgärd"
	l := newLife(t)
	var child, sent, received string
	l.on("2021-03-01", func(c client) {
		child = c.get("karin", "/v1/plans").want(200).field("plans", "childName", "Milo Ros", "childId")
		at := "/v1/children/" + child
		sent = c.post("karin", at+"/concern-reports", object{"toUnitId": demo.UnitID("boc"), "text": told, "reportedOn": "2021-03-01"}).want(201).header.Get("Location")
		c.post("karin", at+"/custody-decisions", object{"decidedOn": "2021-02-01", "appeal": "none", "measures": []string{"open-care"}, "reason": answered}).want(201)
		p := demo.Find("milo")
		c.post("karin", "/v1/known-questions", object{"identifierType": "personnummer", "identifier": p.Number, "toBranchId": demo.BranchID("ce-social"), "reason": told}).want(200)

		lo := c.get("lena", "/v1/plans").want(200).field("plans", "childName", "Lo Haddad", "childId")
		received = c.post("lena", "/v1/children/"+lo+"/concern-reports", object{"toUnitId": demo.UnitID("bou1"), "text": told, "reportedOn": "2021-03-01"}).want(201).header.Get("Location")
		c.post("kim", received+"/receipts", object{"handlerId": demo.Find("karin").PersonID()}).want(200)
		event := c.post("sam", "/v1/reorganisations", object{
			"title": "Barn och unga blir en enhet", "decision": "SN 2020-1", "takesEffectOn": "2021-04-01",
			"moves": []object{{"kind": "merge", "unitId": demo.UnitID("bou1"), "intoUnitId": demo.UnitID("bou2"), "openCasesGo": true, "oldRecordsGo": true}},
		}).want(201).header.Get("Location")
		c.post("sam", event+"/decisions", object{}).want(200)
	})
	l.on("2021-04-01", func(c client) {
		c.get("karin", sent).want(200).shows(told, "Barn och unga 2")
		c.get("karin", received).want(200).shows(told, "Barn och unga 2", "Karin")
		c.get("lena", received).want(200).shows("Barn och unga 2").hides("Karin")
		c.get("ola", sent).want(200).shows("Barn och unga 2")
		c.get("liv", received).want(404).hides(told) // of the unit, but not the handler
		c.get("karin", "/v1/children/"+child+"/custody-decisions").want(200).shows(answered)
		c.get("kim", "/v1/known-questions?direction=sent").want(200).shows(told, "Barn och unga 2")
		c.get("bo", received).want(404).hides(told)
		done := object{"decision": "opened", "decidedOn": "2021-04-01", "message": "Tack"}
		c.post("karin", received+"/decisions", done).want(200)
		c.get("lena", received).want(200).shows(`"decision":"opened"`)
	})
}

// TestR4NoRequestIsLostWithItsUnit: what families have asked of a unit that merges into another is the other unit's to answer,
// whether or not it was taken up; and so is what they ask from then on.
func TestR4NoRequestIsLostWithItsUnit(t *testing.T) {
	t.Parallel()
	const why = "Vi orkar inte samordna allt"
	l := newLife(t)
	var waits, assessed string
	asks := object{"principalId": demo.PrincipalID("goteborg"), "givenName": "Milo", "familyName": "Ros", "birthDate": "2010-10-10", "text": why, "help": why}
	asGuardian := object{"relation": "parent-custodian", "givenName": "Mia", "familyName": "Ros", "identifierType": "personnummer", "identifier": demo.Find("milo").Number}
	l.on("2021-03-01", func(c client) {
		made := c.post("milo", "/v1/my/plan-requests", asks).want(201)
		waits, _ = made.json["id"].(string)
		asks["asGuardian"] = asGuardian
		made = c.post("mia", "/v1/my/plan-requests", asks).want(201)
		assessed, _ = made.json["id"].(string)
		c.post("kim", "/v1/plan-requests/"+assessed+"/assessments", object{"handlerId": demo.Find("karin").PersonID()}).want(200)
		event := c.post("sam", "/v1/reorganisations", object{
			"title": "Barn och unga blir en enhet", "decision": "SN 2020-1", "takesEffectOn": "2021-04-01",
			"moves": []object{{"kind": "merge", "unitId": demo.UnitID("bou1"), "intoUnitId": demo.UnitID("bou2"), "openCasesGo": true, "oldRecordsGo": true}},
		}).want(201).header.Get("Location")
		c.post("sam", event+"/decisions", object{}).want(200)
	})
	l.on("2021-04-01", func(c client) {
		c.get("kim", "/v1/plan-requests").want(200).shows(waits, assessed)
		c.get("karin", "/v1/plan-requests/"+assessed).want(200).shows(why, "Karin")
		c.get("liv", "/v1/plan-requests/"+assessed).want(404).hides(why)
		c.get("milo", "/v1/my/plan-requests/"+waits).want(200).shows("Barn och unga 2", `"isOverdue":true`)
		c.post("karin", "/v1/plan-requests/"+assessed+"/answers", object{"outcome": "refused", "role": "Handläggare", "reason": "En plan finns."}).want(200)
		c.post("mia", "/v1/my/plan-requests", asks).want(201).shows("Barn och unga 2")
	})
}

// TestReorganisationTakesBlocksAndEmergencies: when a care unit merges into another, the blocks at it, with what was said of
// them, and what was opened there in an emergency are the other unit's (R38, R39). What was open is closed.
func TestReorganisationTakesBlocksAndEmergencies(t *testing.T) {
	t.Parallel()
	const said, danger = "Vill inte att andra läser", "Medvetslös"
	l := newLife(t)
	var alva, opened string
	l.on("2021-03-31", func(c client) {
		alva = c.get("vera", "/v1/plans").want(200).field("plans", "childName", "Alva Grip", "childId")
		c.post("vera", "/v1/children/"+alva+"/blocks", object{"saidBy": "child", "reason": said}).want(201)
		asked := c.post("vera", "/v1/emergency-inquiries", object{
			"identifierType": "personnummer", "identifier": demo.Find("lo").Number, "danger": "life", "reason": danger,
		}).want(201)
		id, _ := asked.json["id"].(string)
		made := c.post("vera", "/v1/emergency-inquiries/"+id+"/openings", object{"unitId": demo.UnitID("bup"), "reason": danger}).want(201)
		opened, _ = made.json["id"].(string)
		c.get("vera", "/v1/emergency-accesses/"+opened+"/items").want(200)
		c.get("bibi", "/v1/emergency-accesses").want(200).shows(danger, "Barnhälsovården Hisingen")
		c.get("bibi", "/v1/children/"+alva+"/blocks").want(404).hides(said)
		event := c.post("rut", "/v1/reorganisations", object{
			"title": "Barnhälsovården går in i BUP", "decision": "HSN 2021-3", "takesEffectOn": "2021-04-01",
			"moves": []object{{"kind": "merge", "unitId": demo.UnitID("bvc"), "intoUnitId": demo.UnitID("bup"), "openCasesGo": true, "oldRecordsGo": true}},
		}).want(201).header.Get("Location")
		c.post("rut", event+"/decisions", object{}).want(200)
	})
	l.on("2021-04-01", func(c client) {
		c.get("vera", "/v1/children/"+alva+"/blocks").want(200).shows(said, "BUP Hisingen")
		c.get("vera", "/v1/emergency-accesses/"+opened+"/items").want(404)
		c.get("bibi", "/v1/emergency-accesses").want(200).shows(danger).hides("Barnhälsovården Hisingen")
		c.post("bibi", "/v1/emergency-accesses/"+opened+"/reviews", object{"verdict": "justified", "note": danger}).want(201)
		c.get("rolf", "/v1/emergency-accesses").want(200).hides(danger)
	})
}
