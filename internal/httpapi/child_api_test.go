package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"

	"samplan/internal/civil"
)

func search(number string) object {
	return object{"identifierType": "personnummer", "identifier": number}
}

// TestR22WhatAnotherServiceKnows: that somebody else has a case about the child leaves no trace.
func TestR22WhatAnotherServiceKnows(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	vera, lena := api.As("vera"), api.As("lena")
	known, fresh := demo.Find("sixten").Number, persontest.TestNumber(civil.MustParse("2012-11-21"), 19)
	for _, number := range []string{known, fresh} {
		vera.Send("POST", "/child-searches", search(number)).Want(200).Hides("Udd")
		body := search(number)
		body["givenName"], body["familyName"], body["birthDate"], body["reason"] = "Kalle", "Ek", "2012-11-21", "Besök"
		made := vera.Post("/children", body).Want(201).Shows("Kalle").Hides("Sixten", "Udd", number)
		vera.Post("/children", body).Refused(409, "duplicate").Hides(number)
		vera.Send("POST", "/child-searches", search(number)).Want(200).Shows(made.Text("id"))
		vera.Get("/children/" + made.Text("id") + "/relations").Want(200).Hides("Sten")
		vera.Get("/children/" + made.Text("id") + "/consents").Want(200).Shows(`"totalRecords":0`)
		vera.Get("/plans").Want(200).Hides(made.Text("id"))
	}
	lena.Send("POST", "/child-searches", search(known)).Want(200).Shows("Sixten").Hides("Kalle")
	api.As("rolf").Send("POST", "/child-searches", search(known)).Want(200).Shows("Sixten")
	api.As("siv").Send("POST", "/child-searches", search(known)).Want(200).Shows(`"children":[]`)
	api.As("agnes").Send("POST", "/child-searches", search(known)).Refused(403, "denied").Hides(known)
}

// TestR31ProtectedChild: lists show a neutral reference; a level is only ever raised.
func TestR31ProtectedChild(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	karin := api.As("karin")
	row := karin.Get("/children?limit=100").Want(200).Hides("Nour").Row("children", "protection", "confidentiality-marking")
	path := "/children/" + row["id"].(string)
	karin.Get("/plans?limit=100").Want(200).Hides("Nour")
	shown := karin.Get(path).Want(200).Shows("Nour")
	raise := func(level string) object {
		return object{"givenName": "Nour", "familyName": "Nouri", "protection": level}
	}
	karin.Put(path, shown.ETag(), raise("none")).Refused(422, "invalid-value", "/protection")
	raised := karin.Put(path, shown.ETag(), raise("protected-registration")).Want(200)
	karin.Put(path, shown.ETag(), raise("assumed-identity")).Refused(412, "stale-version")
	karin.Put(path, raised.ETag(), raise("confidentiality-marking")).Refused(422, "invalid-value", "/protection")
	mine := first(api.As("samira").Get("/my/plans").Want(200).Hides("Nour"), "plans", "id")
	api.As("samira").Get("/my/plans/" + mine).Want(200).Shows("Nour")
	for _, who := range []string{"liv", "lena", "samira"} {
		a := api.As(who).Get(path)
		if a.Status != 404 && a.Status != 403 {
			t.Errorf("%s got %d", who, a.Status)
		}
	}
}

// TestR41TheLastDayOfACase: on the day after it a caseworker knows nothing of the child any more; the manager does.
func TestR41TheLastDayOfACase(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	karin, kim := api.As("karin"), api.As("kim")
	plan, child := planOf(karin, "Milo Ros")
	row := kim.Get("/children/"+child+"/case-workers").Want(200).ID("caseWorkers", "name", "Karin Lund")
	karin.Post("/case-workers/"+row+"/endings", object{"endsOn": before}).Refused(403, "denied")
	kim.Post("/case-workers/"+row+"/endings", object{"endsOn": before}).Want(200)
	karin.Get("/plans/" + plan).Want(200)
	api.On("2020-12-16")
	karin.Get("/plans/"+plan).Refused(404, "not-found")
	karin.Get("/children/"+child).Refused(404, "not-found")
	karin.Get("/plans?limit=100").Want(200).Hides("Milo")
	kim.Get("/plans/" + plan).Want(200).Shows("Milo")
	kim.Post("/children/"+child+"/case-workers", object{"personId": demo.Find("karin").PersonID(), "validFrom": "2020-12-16"}).Want(201)
	karin.Get("/plans/" + plan).Want(200).Shows("Milo")
}

// TestCustodyEnds: the guardian sees the plan on the last day, and not on the next; nor does a consent hold.
func TestCustodyEnds(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	karin, mia := api.As("karin"), api.As("mia")
	plan, child := planOf(karin, "Milo Ros")
	relation := karin.Get("/children/"+child+"/relations").Want(200).ID("relations", "givenName", "Mia")
	consent := karin.Get("/children/"+child+"/consents").Want(200).Shows(`"state":"live"`).ID("consents", "kind", "plan")
	karin.Post("/relations/"+relation+"/endings", object{"endsOn": before, "reason": "Dom"}).Want(200)
	mia.Get("/my/plans/" + plan).Want(200)
	api.On("2020-12-16")
	mia.Get("/my/plans/"+plan).Refused(404, "not-found")
	mia.Get("/my/plans").Want(200).Hides("Milo").Shows("Tuva") // the siblings' custody has not ended
	karin.Get("/consents/" + consent).Want(200).Shows(`"state":"lapsed"`)
	api.As("milo").Get("/my/plans/" + plan).Want(200)
}

// TestOneAssignmentPerRequest: who has several says which one counts; only one's own counts, and only while it lasts.
func TestOneAssignmentPerRequest(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	tove := w.As("tove")
	if n := len(tove.Get("/me").Want(200).Rows("assignments")); n != 2 {
		t.Errorf("want two assignments, got %d", n)
	}
	tove.Get("/plans").Refused(400, "assignment-required", "Samplan-Assignment")
	for _, unit := range []string{"bou2", "rf"} {
		tove.At(unit).Get("/plans").Want(200).Shows(`"totalRecords":0`)
		tove.At(unit).Get("/colleagues").Want(200).Shows("Tove Dahl")
	}
	for _, foreign := range []string{demo.Find("liv").AssignmentID("bou2").String(), madeUp} {
		tove.Under(foreign).Get("/plans").Refused(401, "unauthenticated")
		tove.Under(foreign).Get("/me").Refused(401, "unauthenticated")
	}
	w.exec(`UPDATE assignment SET valid = daterange(lower(valid), '2020-12-16') WHERE id = $1`, demo.Find("tove").AssignmentID("rf"))
	w.On("2020-12-16")
	tove.At("rf").Get("/plans").Refused(401, "unauthenticated")
	tove.Get("/plans").Want(200)
	w.As("amir").Get("/me").Want(200).Shows("citizen").Hides("Haddad", "personId")
	w.As("").Get("/me").Refused(401, "unauthenticated")
}
