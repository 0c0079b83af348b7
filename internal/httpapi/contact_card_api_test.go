package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestR51TheUnitSaysHowItIsReached: its manager publishes, the owner confirms or replaces, others of the unit and other units do
// neither; what was said stays to be seen, and who owns it is told to the own unit alone.
func TestR51TheUnitSaysHowItIsReached(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	kim, liv := w.As("kim"), w.As("liv")
	first := object{"purpose": "Stöd till familjer", "phone": "031-111 11 11", "hours": "Vardagar 8–16", "languages": []any{"sv", "ar"}, "ownerId": demo.Find("karin").PersonID()}
	w.karin.Post("/contact-cards", first).Refused(403, "denied") // until there is a card that she owns
	for _, who := range []string{"disa", "sam"} {
		w.As(who).Post("/contact-cards", first).Refused(403, "denied")
	}
	card := kim.Post("/contact-cards", first).Want(201).Shows(`"number":1`, `"validUntil":"2021-06-15"`, `"isOutdated":false`, "Karin").Text("id")
	at := "/contact-cards/" + card
	w.bea.Get(at).Want(200).Shows("031-111 11 11").Hides("ownerId", "Karin")
	w.amir.Get(at).Refused(403, "denied")
	w.bea.Post(at+"/confirmations", object{}).Refused(403, "denied")
	liv.Post(at+"/confirmations", object{}).Refused(403, "denied")
	liv.Post("/contact-cards", first).Refused(403, "denied")
	w.karin.Post("/contact-cards/"+madeUp+"/confirmations", object{}).Refused(404, "not-found")

	w.On("2021-05-17")
	w.karin.Get("/notifications").Want(200).Shows("contact-card-due", card)
	kim.Get("/notifications").Want(200).Shows("contact-card-due", card)
	w.As("liv").Get("/notifications").Want(200).Hides(card)
	w.bea.Get("/notifications").Want(200).Hides(card)
	w.On("2021-06-16")
	w.karin.Get("/notifications").Want(200).Shows("contact-card-outdated", card).Hides("031-111")
	w.karin.Get(at).Want(200).Shows(`"isOutdated":true`)
	w.karin.Post(at+"/confirmations", object{"validUntil": "2021-06-30"}).Want(200).Shows(`"isOutdated":false`, `"confirmedOn":"2021-06-16"`, `"publishedOn":"2020-12-15"`)
	w.karin.Get("/notifications").Want(200).Shows("contact-card-due") // it was given few days

	second := w.karin.Post("/contact-cards", object{
		"purpose": "Stöd till familjer", "phone": "031-222 22 22", "hours": "Vardagar 8–16", "languages": []any{"sv"}, "ownerId": demo.Find("kim").PersonID(),
	}).Want(201).Shows(`"number":2`).Text("id")
	w.karin.Get("/notifications").Want(200).Hides(card, second)
	w.karin.Post("/contact-cards/"+second+"/confirmations", object{}).Refused(403, "denied") // it is another's now
	kim.Post(at+"/confirmations", object{}).Refused(409, "already-replaced")
	w.bea.Get("/contact-cards").Want(200).Shows("031-222").Hides("031-111")
	w.bea.Get("/units/"+demo.UnitID("bou1").String()+"/contact-cards").Want(200).Shows("031-222", "031-111", `"totalRecords":2`)
	w.bea.Get(at).Want(200).Shows(`"isReplaced":true`, "031-111")
}

// TestR31TheFamilyKnowsWhomToCall: the cards of the units that take part, while it may know which they are; others' are not there.
func TestR31TheFamilyKnowsWhomToCall(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	cards := w.my + "/contact-cards"
	w.amir.Get(cards).Want(200).Shows(`"totalRecords":0`)
	card := object{"purpose": "Stöd", "phone": "031-111 11 11", "hours": "8–16", "languages": []any{"sv"}}
	for who, phone := range map[string]string{"kim": "031-111 11 11", "bibi": "031-222 22 22", "ola": "031-333 33 33"} {
		card["phone"], card["ownerId"] = phone, demo.Find(who).PersonID()
		w.As(who).Post("/contact-cards", card).Want(201)
	}
	w.amir.Get(cards).Want(200).Shows("031-111", "031-222", `"totalRecords":2`).Hides("031-333", "owner")
	w.karin.Get(cards).Refused(403, "denied")
	w.As("mia").Get(cards).Refused(404, "not-found")
	amir := w.karin.Get(w.child+"/relations").Want(200).Row("relations", "givenName", "Amir")["personId"]
	w.karin.Post(w.child+"/whereabouts-blocks", object{"personId": amir, "reason": canary}).Want(201)
	w.amir.Get(cards).Want(200).Shows(`"totalRecords":0`).Hides("031-")
	w.eva.Get(cards).Want(200).Shows("031-111", "031-222")
}
