//go:build !release

package county_test

import (
	"strings"
	"testing"

	"samplan/internal/demo"
)

const (
	partOfKarin, partOfBo, partOfFia = "Barn och unga 3", "Funktionsstöd barn", "Funktionsstöd stöd och service"
)

// TestStoryTheUnitIsDividedR17R22R41: Enheten delas. In April 2021 Karin leaves Barn och unga 1 for a unit of her own, with the
// cases that are hers alone; Funktionsstöd myndighet is no more, and Bo and Fia have a unit each. Nobody sees more than before.
func TestStoryTheUnitIsDividedR17R22R41(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	var plan, tuva, nours, note, tag, event string
	var parts map[string]string
	l.on("2021-03-01", func(c client) {
		plan = "/v1/plans/" + c.get("karin", "/v1/plans").want(200).id("plans", "childName", "Lo Haddad")
		tuva = "/v1/plans/" + c.get("karin", "/v1/plans").want(200).id("plans", "childName", "Tuva Ros")
		c.post("karin", tuva+"/deadline-reasons", object{"deadline": "plan-sent", "reason": "Posten var sen."}).want(201)
		nours = c.kimWorksWithNour()
		c.sharedBeforeTheMerge(plan)
		c.sixtensCall()
		note = c.get("karin", plan).want(200).id("notes", "text", "Mamma vill bli ringd efter klockan 16.")
		tag = c.get("karin", "/v1/notes/"+note).want(200).header.Get("ETag")
		event, parts = c.draftedDivision()
		c.placed(event, parts)
		c.get("kim", event+"/touched-cases").want(200).shows("Lo Haddad", partOfKarin, `"leadChanges":true`).hides(partOfBo)
		c.get("fia", event+"/touched-cases").want(200).shows("Lo Haddad", partOfBo).hides(partOfKarin)
		c.get("lena", plan).want(200).shows(socialFamily)
		c.post("sam", event+"/decisions", object{}).want(200).shows(`"status":"decided"`)
		c.get("kim", "/v1/units/"+parts[partOfKarin]).want(404) // not before its day
		c.get("kim", "/v1/units/"+parts[partOfKarin]+"?on=2021-04-01").want(200).shows(partOfKarin)
	})
	l.on("2021-04-01", func(c client) {
		c.get("sam", event).want(200).shows(`"status":"applied"`)
		c.afterTheDivision(plan, nours, note, tag)
		c.get("karin", tuva+"/deadlines").want(200).shows("Posten var sen.") // what her unit said goes with the case
		c.historyOfTheParts(parts)
	})
}

// kimWorksWithNour: the manager takes part in Nour's case, which then is not Karin's alone.
func (c client) kimWorksWithNour() (plan string) {
	c.t.Helper()
	row := c.get("karin", "/v1/plans").want(200)
	rows, _ := row.json["plans"].([]any)
	for _, r := range rows {
		p, _ := r.(map[string]any)
		id, _ := p["id"].(string)
		view := c.get("karin", "/v1/plans/"+id).want(200)
		if child, _ := view.json["childId"].(string); child != "" && strings.Contains(view.body, "Nour har en trygg vardag") {
			c.post("kim", "/v1/children/"+child+"/case-workers", object{"personId": demo.Find("kim").PersonID(), "validFrom": "2021-03-01"}).want(201)
			return "/v1/plans/" + id
		}
	}
	c.t.Fatal("Nour has no plan")
	return ""
}

// draftedDivision drafts that both units are divided, and gives the parts by their names.
func (c client) draftedDivision() (event string, parts map[string]string) {
	c.t.Helper()
	part := func(name, branch string) object { return object{"name": name, "branchId": demo.BranchID(branch)} }
	rest := part(partOfFia, "nf-support")
	rest["takesRest"] = true
	draft := object{
		"title": "Mindre enheter", "decision": "SN 2021-02-17 § 5", "takesEffectOn": "2021-04-01",
		"moves": []object{
			{"kind": "split", "unitId": demo.UnitID("bou1"), "openCasesGo": true, "oldRecordsGo": true, "parts": []object{part(partOfKarin, "sh-social")}},
			{"kind": "split", "unitId": demo.UnitID("fs"), "openCasesGo": true, "oldRecordsGo": true, "parts": []object{part(partOfBo, "nf-support"), rest}},
		},
	}
	c.post("kim", "/v1/reorganisations", draft).want(403)
	made := c.post("sam", "/v1/reorganisations", draft).want(201)
	parts = map[string]string{}
	moves, _ := made.json["moves"].([]any)
	for _, m := range moves {
		move, _ := m.(map[string]any)
		all, _ := move["parts"].([]any)
		for _, p := range all {
			row, _ := p.(map[string]any)
			name, _ := row["name"].(string)
			parts[name], _ = row["unitId"].(string)
		}
	}
	return made.header.Get("Location"), parts
}

// placed: each manager says who of the own unit goes where. The administrator is told numbers, and decides nothing before.
func (c client) placed(event string, parts map[string]string) {
	c.t.Helper()
	with := func(part, who string) object {
		return object{"unitId": parts[part], "staffIds": []any{demo.Find(who).PersonID()}}
	}
	c.post("sam", event+"/decisions", object{}).want(422)
	c.post("kim", event+"/placements", object{"parts": []object{with(partOfKarin, "bo")}}).want(422)
	c.post("kim", event+"/placements", object{"parts": []object{with(partOfBo, "karin")}}).want(422)
	c.post("kim", event+"/placements", object{"parts": []object{with(partOfKarin, "karin")}}).want(200)
	c.post("fia", event+"/placements", object{"parts": []object{with(partOfBo, "bo"), with(partOfFia, "fia")}}).want(200)
	c.get("sam", event+"/previews").want(200).shows(partOfKarin, partOfBo, `"cases":{"below":5}`, `"consents":{"below":5}`).hides("Haddad", "Familjebehandling")
	c.get("bibi", event).want(404)
	c.get("mats", event).want(404)
}

// afterTheDivision: each sees the own cases and no others; consents from before do not reach the new units.
func (c client) afterTheDivision(plan, nours, note, tag string) {
	c.t.Helper()
	c.get("karin", plan).want(200).shows(socialFamily, socialNote, partOfKarin).hides(supportFamily, supportParties, supportNote, schoolFamily)
	c.get("bo", plan).want(200).shows(supportFamily, supportNote, partOfBo).hides(socialFamily, socialNote)
	for _, other := range []string{"kim", "agnes", "fia", "liv"} {
		c.get(other, plan).want(404)
		c.get(other, "/v1/children?limit=100").want(200).hides("Lo")
	}
	c.get("kim", nours).want(200).shows("Nour har en trygg vardag")
	c.get("karin", nours).want(404)
	c.get("karin", "/v1/children?limit=100").want(200).shows("Lo")
	c.get("lena", plan).want(200).shows(schoolFamily).hides(socialFamily, supportFamily)
	c.get("amir", "/v1/my"+plan[len("/v1"):]).want(200).shows(socialFamily, supportFamily, schoolFamily).hides(socialNote, supportNote)
	c.get("fia", "/v1/invitations").want(200).shows("Sixten Udd") // the call that waited is with what goes on of the unit
	c.get("bo", "/v1/invitations").want(200).hides("Sixten Udd")
	c.get("kim", "/v1/colleagues").want(200).shows("Kim Berg", "Agnes Holm").hides("Karin Lund")
	c.get("karin", "/v1/colleagues").want(200).shows("Karin Lund").hides("Kim Berg")
	c.call("karin", "GET", plan, nil, "Samplan-Assignment", demo.Find("karin").AssignmentID("bou1").String()).want(401)
	c.call("karin", "PUT", "/v1/notes/"+note, object{"text": "Ring", "category": "family-situation"}, "If-Match", tag).want(412)
}

// historyOfTheParts: the directory of any day, with what came before and after.
func (c client) historyOfTheParts(parts map[string]string) {
	c.t.Helper()
	c.get("lena", "/v1/units/"+parts[partOfKarin]).want(200).shows(partOfKarin, "Socialnämnd Hisingen")
	c.get("lena", "/v1/units/"+parts[partOfKarin]+"?on=2021-03-31").want(404)
	c.get("lena", "/v1/units/"+parts[partOfKarin]+"/places").want(200).shows(`"validFrom":"2021-04-01"`, `"predecessor"`, "Barn och unga 1")
	c.get("lena", unitPath("bou1")).want(200).shows("Barn och unga 1")
	c.get("lena", unitPath("bou1")+"/places").want(200).hides("successor", "2021-03-31")
	c.get("lena", unitPath("fs")).want(404)
	c.get("lena", unitPath("fs")+"/places").want(200).shows(`"validTo":"2021-03-31"`, `"successor"`, partOfFia)
	c.get("lena", "/v1/units?limit=100").want(200).shows(partOfKarin, partOfBo, partOfFia).hides("Funktionsstöd myndighet")
	c.get("lena", "/v1/units?limit=100&on=2021-03-31").want(200).shows("Funktionsstöd myndighet").hides(partOfKarin, partOfBo, partOfFia)
}
