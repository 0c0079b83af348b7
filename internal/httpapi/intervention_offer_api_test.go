package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestR6AnInterventionChangesHandsByAcceptance: it stays where it is until the other unit has accepted; then that unit begins
// one of its own from the day on, and the one before ends. Who may not read it is not asked, and whoever no longer may is not
// told that it was.
func TestR6AnInterventionChangesHandsByAcceptance(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	bea := w.bea
	open := w.karin.Post(w.plan+"/interventions", object{"title": canary, "visibility": "family", "category": "health"}).Want(201).Text("id")
	item := "/interventions/" + open
	to := func(unit, from string) object { return object{"unitId": demo.UnitID(unit), "startsOn": from} }
	w.karin.Post(item+"/offers", to("bup", before)).Refused(422, "receiver-cannot-read", "/unitId")
	w.karin.Post("/items/"+open+"/disclosures", toBUP("Barnet behöver det")).Want(201)
	w.karin.Post(item+"/offers", to("bvc", before)).Refused(422, "not-a-party", "/unitId")
	w.karin.Post(item+"/offers", to("bou1", before)).Refused(422, "unknown-unit", "/unitId")
	w.karin.Post(item+"/offers", to("bup", "2020-12-14")).Refused(422, "dates-out-of-order", "/startsOn")
	for _, outsider := range []string{"liv", "cilla", "vera", "lena"} {
		w.As(outsider).Post(item+"/offers", to("bup", before)).Refused(404, "not-found")
	}
	bea.Post(item+"/offers", to("hs", before)).Refused(403, "denied")
	offer := w.karin.Post(item+"/offers", to("bup", "2020-12-20")).Want(201).Shows(`"state":"waiting"`).Text("id")
	w.karin.Post(item+"/offers", to("bup", before)).Refused(409, "duplicate")
	at := "/intervention-offers/" + offer
	bea.Get("/intervention-offers").Want(200).Shows(offer, open).Hides(canary)
	bea.Get("/notifications").Want(200).Shows("intervention-offered", offer)
	for _, outsider := range []string{"liv", "vera", "lena", "rolf"} {
		w.As(outsider).Get("/intervention-offers").Want(200).Hides(offer)
		w.As(outsider).Post(at+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	}
	w.karin.Post(at+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	bea.Post(at+"/withdrawals", object{}).Refused(404, "not-found")
	bea.Post(at+"/answers", object{"answer": "declined"}).Refused(422, "reason-required", "/reason")
	w.karin.Get(item).Want(200).Shows(`"status":"planned"`).Hides("endsOn")

	taken := bea.Post(at+"/answers", object{"answer": "accepted"}).Want(200).Shows(`"state":"accepted"`).Text("newInterventionId")
	bea.Post(at+"/answers", object{"answer": "accepted"}).Refused(409, "already-answered")
	bea.Get("/interventions/"+taken).Want(200).Shows(canary, `"startsOn":"2020-12-20"`, "Bea Sjö", "BUP Hisingen")
	w.karin.Get(item).Want(200).Shows(`"endsOn":"2020-12-19"`, "Barn och unga 1")
	w.karin.Get("/intervention-offers").Want(200).Shows(`"state":"accepted"`).Hides(taken)
	w.karin.Get("/interventions/"+taken).Refused(404, "not-found") // what the other unit holds is behind its own wall

	second := w.karin.Post(w.plan+"/interventions", object{"title": "En till", "visibility": "parties", "category": "health"}).Want(201).Text("id")
	disclosed := w.karin.Post("/items/"+second+"/disclosures", toBUP("Barnet behöver det")).Want(201).Text("id")
	at = "/intervention-offers/" + w.karin.Post("/interventions/"+second+"/offers", to("bup", before)).Want(201).Text("id")
	w.karin.Post("/disclosures/"+disclosed+"/endings", object{"reason": "Fel"}).Want(200)
	bea.Get("/intervention-offers").Want(200).Hides(second)
	bea.Get("/notifications").Want(200).Hides("intervention-offered")
	bea.Post(at+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	w.karin.Post(at+"/withdrawals", object{}).Want(200).Shows(`"state":"withdrawn"`)
	w.karin.Post(at+"/withdrawals", object{}).Refused(409, "already-answered")
}

// TestR6WhatIsKeptBackStaysKeptBack: guardians from whom the intervention is withheld do not see the one that follows.
func TestR6WhatIsKeptBackStaysKeptBack(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	for _, isKept := range []bool{false, true} {
		title := "Insats öppen"
		if isKept {
			title = "Insats undantagen"
		}
		item := w.karin.Post(w.plan+"/interventions", object{"title": title, "visibility": "family"}).Want(201).Text("id")
		if isKept {
			w.karin.Post("/items/"+item+"/withholdings", object{"everyGuardian": true, "reason": "Hot"}).Want(201)
		}
		w.karin.Post("/items/"+item+"/disclosures", toBUP("Barnet behöver det")).Want(201)
		at := "/intervention-offers/" + w.karin.Post("/interventions/"+item+"/offers", object{"unitId": demo.UnitID("bup"), "startsOn": before}).Want(201).Text("id")
		taken := w.bea.Post(at+"/answers", object{"answer": "accepted"}).Want(200).Text("newInterventionId")
		w.bea.Get("/interventions/" + taken).Want(200).Shows(title)
	}
	w.amir.Get(w.my).Want(200).Shows("Insats öppen").Hides("Insats undantagen")
	w.eva.Get(w.my).Want(200).Shows("Insats öppen").Hides("Insats undantagen")
	w.As("lo").Get(w.my).Want(200).Shows("Insats undantagen")
}
