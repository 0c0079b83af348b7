//go:build !release

package county_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

type object = map[string]any

// bodyOfMove is a move of one unit to another secrecy domain, with all it holds.
func bodyOfMove(unit, branch string) object {
	return object{"kind": "move", "unitId": demo.UnitID(unit), "toBranchId": demo.BranchID(branch), "openCasesGo": true, "oldRecordsGo": true}
}

// hisingen is what the council decided: every unit of the district board moves to one of the new boards.
func hisingen() object {
	eve, day := civil.MustParse("2020-12-31"), civil.MustParse(demo.Reorganisation)
	var moves []object
	for _, u := range demo.UnitKeys() {
		before, _ := demo.PlaceOn(u, eve)
		if after, _ := demo.PlaceOn(u, day); after != before {
			moves = append(moves, bodyOfMove(u, after))
		}
	}
	return object{"title": "Nämnder i stället för stadsdelar", "decision": "KF 2020-11-26 § 12", "takesEffectOn": demo.Reorganisation, "moves": moves}
}

// TestStoryHisingenByAnEventR17R23 is story 1 by an event: drafted, previewed and decided in December, in force at midnight.
func TestStoryHisingenByAnEventR17R23(t *testing.T) {
	t.Parallel()
	l := newEmptyLife(t)
	l.undecided = true
	var plan, note, tag, event string
	l.on("2020-12-15", func(c client) {
		plan = "/v1/plans/" + c.get("karin", "/v1/plans").want(200).id("plans", "childName", "Lo Haddad")
		event = c.decidedInDecember()
		c.beforeTheWall(plan)
		made := c.call("karin", "POST", plan+"/notes", object{"text": "Ring i januari", "category": "support-needs"}, "Idempotency-Key", "note-of-karin").want(201)
		note, _ = made.json["id"].(string)
		tag = c.get("karin", "/v1/notes/"+note).want(200).header.Get("ETag")
	})
	l.on("2021-01-01", func(c client) {
		c.behindTheWall(plan)
		c.get("sam", event).want(200).shows(`"status":"applied"`)
		c.post("sam", event+"/cancellations", object{"reason": "Ångrar oss"}).want(409)
		c.get("sam", event+"/previews").want(409)
		c.nothingOutlives(plan, note, tag)
		c.oneWayThrough(plan)
		c.get("karin", "/v1/units/"+demo.UnitID("fs").String()).want(200).shows("Nämnden för funktionsstöd")
		c.get("karin", "/v1/units/"+demo.UnitID("fs").String()+"?on=2020-12-31").want(200).shows("Stadsdelsnämnden Västra Hisingen")
		c.get("karin", "/v1/units/"+demo.UnitID("fs").String()+"?on=2018-12-31").want(404)
	})
}

// decidedInDecember drafts, looks and decides, and gives the address of the event.
func (c client) decidedInDecember() string {
	c.t.Helper()
	for _, other := range []string{"karin", "kim", "agnes", "disa", "amir"} {
		c.post(other, "/v1/reorganisations", hisingen()).want(403)
	}
	event := c.post("sam", "/v1/reorganisations", hisingen()).want(201).header.Get("Location")
	c.get("sam", event+"/previews").want(200).shows("Barn och unga 1", "itemsLost", `"below":5`).hides("Haddad", "Familjebehandling", "BUP Hisingen")
	c.get("kim", event+"/previews").want(403)
	c.get("kim", event+"/touched-cases").want(200).shows("Lo Haddad", `"itemsOutOfReach":3`).hides("Skyddad person", "Nour", "Korttidsvistelse")
	c.get("sam", event+"/touched-cases").want(403)
	for _, outside := range []string{"bibi", "rut"} { // nothing of it is the region's
		c.get(outside, event).want(404)
		c.get(outside, "/v1/reorganisations").want(200).hides("stadsdelar")
	}
	fs := "/v1/units/" + demo.UnitID("fs").String()
	c.get("karin", fs+"/places").want(200).hides("Nämnden för funktionsstöd")
	c.post("sam", event+"/decisions", object{}).want(200).shows(`"status":"decided"`)
	c.post("sam", event+"/decisions", object{}).want(409)
	c.get("karin", fs+"/places").want(200).shows("Stadsdelsnämnden Västra Hisingen", "Nämnden för funktionsstöd", "2020-12-31", "2021-01-01")
	c.get("karin", fs).want(200).shows("Stadsdelsnämnden").hides("Nämnden för funktionsstöd")
	c.get("karin", "/v1/units?limit=100&on=2021-01-01").want(200).shows("Nämnden för funktionsstöd").hides("Stadsdelsnämnden")
	return event
}

// nothingOutlives: what named the assignment, the version or the key of before is of no use.
func (c client) nothingOutlives(plan, note, tag string) {
	c.t.Helper()
	c.call("karin", "GET", plan, nil, "Samplan-Assignment", demo.Find("karin").AssignmentID("bou1").String()).want(401)
	change := object{"text": "Ring i februari", "category": "support-needs"}
	c.call("karin", "PUT", "/v1/notes/"+note, change, "If-Match", tag).want(412)
	again := c.call("karin", "POST", plan+"/notes", object{"text": "Ring i januari", "category": "support-needs"}, "Idempotency-Key", "note-of-karin").want(201)
	if again.json["id"] == note {
		c.t.Error("a key of before the reorganisation gives the answer of before")
	}
	c.get("karin", plan).want(200).shows("Ring i januari")
	c.get("bo", plan).want(200).hides("Ring i januari")
}
