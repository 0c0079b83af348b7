//go:build !release

package county_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestReorganisationNamesNobodyR31: when two units merge, what one has recorded of a protected child goes with the case:
// the level, where the child is, from whom that is kept. Who was named to know it must be named anew.
func TestReorganisationNamesNobodyR31(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	var child, at string
	l.on("2021-03-01", func(c client) {
		child = c.get("karin", "/v1/plans").want(200).field("plans", "childName", "Milo Ros", "childId")
		at = "/v1/children/" + child
		c.post("karin", at+"/whereabouts", object{"kind": "address", "text": hiddenAddress}).want(201)
		mother := c.get("karin", at+"/relations").want(200).first("relations", "personId")
		c.post("karin", at+"/whereabouts-blocks", object{"personId": mother, "reason": "OSL 26:2"}).want(201)
		c.post("karin", at+"/protections", object{"level": "protected-registration", "reason": "Beslut"}).want(201)
		c.post("kim", at+"/whereabouts-readers", object{"personId": demo.Find("karin").PersonID(), "reason": "Möter barnet", "validTo": "2021-12-31"}).want(201)
		c.get("karin", at+"/whereabouts").want(200).shows(hiddenAddress)
		event := c.post("sam", "/v1/reorganisations", object{
			"title": "Barn och unga blir en enhet", "decision": "SN 2020-1", "takesEffectOn": "2021-04-01",
			"moves": []object{{"kind": "merge", "unitId": demo.UnitID("bou1"), "intoUnitId": demo.UnitID("bou2"), "openCasesGo": true, "oldRecordsGo": true}},
		}).want(201).header.Get("Location")
		c.post("sam", event+"/decisions", object{}).want(200)
	})
	l.on("2021-04-01", func(c client) {
		c.get("karin", at).want(200).shows("protected-registration")
		c.get("karin", at+"/protections").want(200).shows("protected-registration")
		c.get("karin", at+"/whereabouts").want(404).hides(hiddenAddress)
		c.get("kim", at+"/whereabouts-readers").want(200).shows(`"totalRecords":0`)
		c.get("karin", at+"/whereabouts-blocks").want(200).shows("OSL 26:2")
		c.post("kim", at+"/whereabouts-readers", object{"personId": demo.Find("karin").PersonID(), "reason": "Möter barnet", "validTo": "2021-12-31"}).want(201)
		c.get("karin", at+"/whereabouts").want(200).shows(hiddenAddress)
		c.post("kim", at+"/protections", object{"level": "none", "reason": "Beslutet har upphört"}).want(201)
		c.get("karin", at).want(200).shows(`"none"`)
	})
}
