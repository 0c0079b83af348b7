//go:build !release

package county_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestStoryHandedToTheRegionR23: Resursenheten Familj goes from the municipality to the region. Both must decide. The unit and
// its staff go; its cases stay with the municipality, where Barn och unga 1 keeps them (R23).
func TestStoryHandedToTheRegionR23(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	var plan, event string
	l.on("2021-05-03", func(c client) {
		plan = c.familyUnitKnowsMilo()
		event = c.decidedByBoth()
	})
	l.on("2021-06-01", func(c client) {
		c.get("tove", "/v1/children").want(400) // two assignments still, so that one must be named
		rf := c.assignmentOfTove()
		c.tove(rf, "/v1/children").want(200).hides("Milo")
		c.tove(rf, plan).want(404)
		c.tove(rf, unitPath("rf")).want(200).shows("Västra Götalandsregionen")
		c.tove(demo.Find("tove").AssignmentID("rf").String(), plan).want(401)
		c.get("karin", plan).want(200).shows("Milo äter frukost", "Barn och unga 1")
		c.get("kim", "/v1/children?limit=100").want(200).shows("Milo")
		c.get("bea", plan).want(404)
		c.tove(demo.Find("tove").AssignmentID("bou2").String(), plan).want(404)
		c.get("mia", "/v1/my"+plan[len("/v1"):]).want(200).shows("Milo äter frukost")
		c.get("rut", event).want(200).shows(`"status":"applied"`)
		c.get("lena", unitPath("rf")+"/places").want(200).shows("Göteborgs Stad", "Västra Götalandsregionen", `"validTo":"2021-05-31"`)
	})
}

// tove reads under one of her assignments.
func (c client) tove(assignment, path string) answer {
	c.t.Helper()
	return c.call("tove", "GET", path, nil, "Samplan-Assignment", assignment)
}

// assignmentOfTove finds her present assignment at the family unit.
func (c client) assignmentOfTove() string {
	c.t.Helper()
	rows, _ := c.get("tove", "/v1/me").want(200).json["assignments"].([]any)
	for _, r := range rows {
		row, _ := r.(map[string]any)
		if of, _ := row["unit"].(map[string]any); of["name"] == demo.UnitName("rf") {
			id, _ := row["id"].(string)
			return id
		}
	}
	c.t.Fatal("tove has no assignment at the family unit")
	return ""
}

// familyUnitKnowsMilo: Tove opens the family unit's own case about Milo, whom Barn och unga 1 knows too, with a plan.
func (c client) familyUnitKnowsMilo() (plan string) {
	c.t.Helper()
	rf := []string{"Samplan-Assignment", demo.Find("tove").AssignmentID("rf").String(), "Idempotency-Key"}
	post := func(path string, body any) answer {
		return c.call("tove", "POST", path, body, append(rf, "key-of-tove-"+path[len(path)-4:])...).want(201)
	}
	milo, mia := demo.Find("milo"), demo.Find("mia")
	child, _ := post("/v1/children", object{
		"identifierType": "personnummer", "identifier": milo.Number, "givenName": "Milo", "familyName": "Ros-Berg", "birthDate": milo.Birth, "reason": "Stöd i hemmet",
	}).json["id"].(string)
	post("/v1/children/"+child+"/relations", object{
		"identifierType": "personnummer", "identifier": mia.Number, "kind": "parent-custodian", "givenName": "Mia", "familyName": "Ros", "validFrom": "2021-05-03",
	})
	plan = post("/v1/plans", object{
		"childId": child, "kind": "sip", "goals": []object{{"text": "Milo äter frukost", "horizon": "short", "visibility": "family"}},
	}).header.Get("Location")
	post(plan+"/status-changes", object{"to": "informed", "on": "2021-05-03"})
	c.get("karin", plan).want(200).shows("Milo äter frukost") // one domain, and she works with Milo too
	c.get("bea", plan).want(404)
	return plan
}

// decidedByBoth: the municipality drafts and decides; nothing is decided until the region has too.
func (c client) decidedByBoth() (event string) {
	c.t.Helper()
	move := object{
		"kind": "move", "unitId": demo.UnitID("rf"), "toBranchId": demo.BranchID("primary"),
		"openCasesGo": false, "oldRecordsGo": false, "keeperUnitId": demo.UnitID("bou1"),
	}
	draft := object{"title": "Familjecentral i regionen", "decision": "KF 2021-04-22 § 9", "takesEffectOn": "2021-06-01", "moves": []object{move}}
	c.post("rut", "/v1/reorganisations", draft).want(422) // not the region's unit
	event = c.post("sam", "/v1/reorganisations", draft).want(201).shows("Västra Götalandsregionen").header.Get("Location")
	c.get("sam", event+"/previews").want(200).shows("Resursenheten Familj", `"cases":{"below":5}`, `"leads":{"below":5}`)
	c.get("rut", event+"/previews").want(200).hides("Resursenheten Familj", "Barn och unga")
	c.post("sam", event+"/decisions", object{}).want(200).shows(`"status":"drafted"`)
	c.post("sam", event+"/decisions", object{}).want(409)
	c.get("karin", unitPath("rf")+"/places").want(200).hides("Västra Götalandsregionen")
	c.post("rut", event+"/decisions", object{}).want(200).shows(`"status":"decided"`)
	c.get("karin", unitPath("rf")+"/places").want(200).shows("Västra Götalandsregionen")
	return event
}
