package httpapi_test

import (
	"maps"
	"testing"

	"samplan/internal/demo"
)

// TestR12AConsentHasAllItsParts: about whom, who is asked as what, to what, from where, to where, which information, what not,
// from when until when, how, on which evidence, recorded by whom; and without an end there is none.
func TestR12AConsentHasAllItsParts(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	item := w.lena.Get(w.plan).ID("interventions", "title", ofSchool)
	d := object{
		"kind": "share", "purpose": "Att genomföra planen", "form": "written", "evidence": "Pärm 12", "validFrom": after, "validTo": "2021-02-01",
		"excludedItemIds": []string{item}, "scopes": []any{object{
			"fromBranchId": demo.BranchID("gn-school"), "toBranchId": demo.BranchID("sh-social"), "categories": []string{"interventions", "goals"},
		}},
	}
	made := w.lena.Post("/children/"+w.child+"/consents", d).Want(201)
	w.lena.Get("/consents/"+made.Text("id")).Want(200).Shows(
		`"childId":"`+w.child, `"kind":"share"`, `"purpose":"Att genomföra planen"`, `"form":"written"`, `"evidence":"Pärm 12"`, `"validFrom":"2021-01-04"`,
		`"validTo":"2021-02-01"`, "Herrgårdsskolan", `"capacity":"guardian"`, `"answer":"pending"`, demo.BranchID("gn-school").String(),
		demo.BranchID("sh-social").String(), `"goals"`, `"interventions"`, item, `"flags":[]`,
	)
	for _, part := range []string{"kind", "purpose", "form", "validFrom", "validTo", "scopes"} {
		without := maps.Clone(d)
		delete(without, part)
		w.lena.Post("/children/"+w.child+"/consents", without).Refused(400, "malformed-request")
	}
}

// TestR14HindranceIsFlagged: that one guardian answered alone is said with the consent, and why beside the answer; only where
// it was recorded is the reason seen.
func TestR14HindranceIsFlagged(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	const flag = `"flags":["one-guardian-hindered"]`
	made := w.ask(w.karin, "oral", "sh-social", "gn-school", nil).Hides("one-guardian-hindered")
	path := "/consents/" + made.Text("id")
	giver := func(name string) any { return made.Row("givers", "name", name)["personId"] }
	w.karin.Post(path+"/answers", object{"personId": giver("Amir Haddad"), "answer": "given"}).Want(200).Shows(`"flags":[]`, `"state":"pending"`)
	w.karin.Post(path+"/answers", object{"personId": giver("Eva Haddad"), "answer": "hindered", "reason": canary}).Want(200).Shows(flag, `"state":"live"`, canary)
	w.lena.Get(path).Want(200).Shows(flag, `"state":"live"`).Hides(canary)
	for _, guardian := range []string{"amir", "eva"} {
		w.As(guardian).Get("/my"+path).Want(200).Shows(`"state":"live"`).Hides("hindered\"]", canary)
	}
	alone := w.ask(w.karin, "oral", "sh-social", "gn-school", nil)
	for _, name := range []string{"Amir Haddad", "Eva Haddad"} {
		answered := w.karin.Post("/consents/"+alone.Text("id")+"/answers", object{"personId": giver(name), "answer": "hindered", "reason": canary})
		if name == "Eva Haddad" { // somebody has to be there who decides
			answered.Refused(422, "invalid-value", "/answer")
		}
	}
}

// TestR17APartyThatLeavesSeesNoMore: neither what was shared with it, nor does it share on.
func TestR17APartyThatLeavesSeesNoMore(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	to := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	from := w.ask2(t)
	for _, c := range []string{to, from} {
		w.answer(w.amir, c, "given").Want(200)
		w.answer(w.eva, c, "given").Want(200)
	}
	item := w.karin.Get(w.plan).Want(200).Shows(ofSchool).ID("interventions", "title", ofSchool)
	w.lena.Get(w.plan).Want(200).Shows(ofSocial)
	for _, row := range w.karin.Get(w.plan).Rows("parties") {
		if row["own"] == true && row["unit"].(map[string]any)["name"] == "Barn och unga 1" {
			w.karin.Post("/parties/"+row["id"].(string)+"/departures", object{"reason": "klart"}).Want(200)
		}
	}
	w.karin.Get(w.plan).Refused(404, "not-found")
	w.karin.Get("/interventions/"+item).Refused(404, "not-found")
	w.lena.Get(w.plan).Want(200).Hides(ofSocial)
	w.lena.Get("/consents/" + to).Want(200).Shows(`"state":"live"`) // it stands, for those who are left
}

// TestR13AddingAPartyNeverWidens: a unit that comes later gets nothing by a consent that does not name its domain, and a new
// consent does not reach back either way.
func TestR13AddingAPartyNeverWidens(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	c := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, c, "given").Want(200)
	w.answer(w.eva, c, "given").Want(200)
	before := w.lena.Get("/consents/" + c).Want(200)
	w.lena.Post(w.plan+"/parties", object{"unitId": demo.UnitID("boc"), "mode": "called"}).Want(201)
	cilla := w.As("cilla")
	call := cilla.Get("/invitations").Want(200).Rows("invitations")[0]["partyId"].(string)
	cilla.Post("/parties/"+call+"/answers", object{"answer": "accepted"}).Want(200)
	cilla.Get(w.plan).Want(200).Hides(ofSchool, ofSocial)
	cilla.Get("/consents/"+c).Refused(404, "not-found")
	w.karin.Get(w.plan).Want(200).Shows(ofSchool)
	if now := w.lena.Get("/consents/" + c).Want(200); now.Body != before.Body {
		t.Errorf("the consent was %s\nand is %s", before.Body, now.Body)
	}
}
