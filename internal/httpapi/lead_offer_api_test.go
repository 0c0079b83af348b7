package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

func leadOf(unit string) object { return object{"unitId": demo.UnitID(unit)} }

// TestR48TheLeadIsTakenOverByAcceptance: the unit that leads goes on until the other has accepted; from then on that unit steers,
// in the same status and with the same history, which tells who led. Who is not one of the two does not learn of the offer.
func TestR48TheLeadIsTakenOverByAcceptance(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.plan + "/lead-offers"
	w.lena.Post(at, leadOf("bvc")).Refused(422, "not-a-party", "/unitId")
	w.lena.Post(at, leadOf("hs")).Refused(422, "unknown-unit", "/unitId")
	w.karin.Post(at, leadOf("bup")).Refused(403, "denied")
	for _, outsider := range []string{"liv", "cilla", "vera"} {
		w.As(outsider).Post(at, leadOf("bup")).Refused(404, "not-found")
	}
	offer := w.lena.Post(at, leadOf("bup")).Want(201).Shows(`"state":"waiting"`).Text("id")
	w.lena.Post(at, leadOf("bou1")).Refused(409, "duplicate")
	answers := "/lead-offers/" + offer + "/answers"
	w.bea.Get("/lead-offers").Want(200).Shows(offer)
	w.bea.Get("/notifications").Want(200).Shows("lead-offered", offer)
	for _, outsider := range []string{"karin", "bo", "moa", "liv", "vera"} {
		w.As(outsider).Get("/notifications").Want(200).Hides("lead-offered")
	}
	for _, outsider := range []string{"karin", "bo", "liv", "vera"} {
		w.As(outsider).Get("/lead-offers").Want(200).Hides(offer)
		w.As(outsider).Post(answers, object{"answer": "accepted"}).Refused(404, "not-found")
	}
	w.lena.Post(answers, object{"answer": "accepted"}).Refused(404, "not-found")
	w.bea.Post("/lead-offers/"+offer+"/withdrawals", object{}).Refused(404, "not-found")
	w.bea.Post(answers, object{"answer": "declined"}).Refused(422, "reason-required", "/reason")
	was := w.lena.Get(w.plan).Want(200).Text("status")
	w.bea.Post(answers, object{"answer": "accepted"}).Want(200).Shows(`"state":"accepted"`)
	w.bea.Post(answers, object{"answer": "accepted"}).Refused(409, "already-answered")

	w.lena.Post(w.plan+"/status-changes", object{"to": "withdrawn", "on": before, "reason": "x"}).Refused(403, "denied")
	w.lena.Post(at, leadOf("bou1")).Refused(403, "denied")
	w.bea.Get(w.plan).Want(200).Shows(`"status":"`+was+`"`, "Herrgårdsskolan", "Barn och unga 1")
	w.bea.Post(w.plan+"/follow-ups", object{"on": before, "childParticipation": "present"}).Want(201)
	w.bea.Post(w.plan+"/status-changes", object{"to": "following-up", "on": before}).Want(201)
	w.bea.Post(w.plan+"/meetings", booked()).Want(201)
	for _, who := range []string{w.plan, w.my} {
		reader := w.karin
		if who == w.my {
			reader = w.amir
		}
		rows := reader.Get(who+"/leads").Want(200).Shows("Herrgårdsskolan", "BUP Hisingen").Rows("leads")
		if len(rows) != 2 || rows[0]["endsOn"] != "2020-12-14" || rows[1]["startsOn"] != before || rows[1]["endsOn"] != nil {
			t.Errorf("%s tells of %v", who, rows)
		}
	}
	w.bea.Get(w.plan+"/role-holders").Want(200).Shows(`"caller"`, "Bea Sjö")
	w.amir.Get(w.my).Want(200).Shows("BUP Hisingen", "Anpassad studiegång")
	w.eva.Get(w.my).Want(200)
	w.As("lo").Get(w.my).Want(200)
}

// TestR48TheTakeOverOpensNothing: what the unit before wrote, called and noted stays its own; the new lead reads what it could
// read before. Meetings to come go along.
func TestR48TheTakeOverOpensNothing(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	w.lena.Post(w.plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
	w.lena.Post(w.plan+"/interventions", object{"title": canary, "visibility": "parties", "category": "health"}).Want(201)
	call := w.lena.Post(w.plan+"/calls", summons("bou1", canary)).Want(201).Text("id")
	ahead := w.lena.Post(w.plan+"/meetings", booked()).Want(201).Text("id")
	held := ""
	for _, m := range w.lena.Get(w.plan + "/meetings").Want(200).Rows("meetings") {
		if m["state"] == "closed" {
			held, _ = m["id"].(string)
		}
	}
	was := w.bea.Get(w.plan).Want(200)
	offer := w.lena.Post(w.plan+"/lead-offers", leadOf("bup")).Want(201).Text("id")
	w.bea.Post("/lead-offers/"+offer+"/answers", object{"answer": "accepted"}).Want(200)

	after := w.bea.Get(w.plan).Want(200).Hides(canary)
	for _, list := range []string{"goals", "interventions", "childViews", "notes", "parties"} {
		if len(was.Rows(list)) != len(after.Rows(list)) {
			t.Errorf("%s: %d became %d", list, len(was.Rows(list)), len(after.Rows(list)))
		}
	}
	w.bea.Get("/calls/"+call).Refused(404, "not-found")
	w.bea.Get(w.plan+"/calls").Want(200).Hides(call, canary)
	w.lena.Get("/calls/" + call).Want(200).Shows(canary)
	w.lena.Get(w.plan + "/calls").Want(200).Shows(call)
	w.lena.Post("/calls/"+call+"/dispatches", object{}).Refused(404, "not-found")
	w.bea.Get("/meetings/" + held).Want(200).Hides("Karin Lund")
	w.lena.Get("/meetings/" + held).Want(200).Shows("Karin Lund")
	w.bea.Post("/meetings/"+held+"/cancellations", object{}).Refused(403, "denied")
	w.bea.Post("/meetings/"+ahead+"/cancellations", object{}).Want(200)
	w.lena.Get(w.plan).Want(200).Shows(canary, `"own":true`)
	w.lena.Post(w.plan+"/notes", object{"text": canary, "category": "health"}).Want(201)
}

// TestR48WhoCannotKnowAllIsNotAsked: a unit that may not know who takes part cannot lead, nor while a call waits, nor where the
// child is protected; and an offer is gone when one of these comes between, when it is withdrawn, and when the plan ends.
func TestR48WhoCannotKnowAllIsNotAsked(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.plan + "/lead-offers"
	offer := w.lena.Post(at, leadOf("bup")).Want(201).Text("id")
	w.lena.Post(w.plan+"/parties", object{"unitId": demo.UnitID("bvc"), "mode": "invited"}).Want(201)
	w.bea.Get("/lead-offers").Want(200).Hides(offer)
	w.bea.Post("/lead-offers/"+offer+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	w.lena.Get("/lead-offers").Want(200).Shows(offer)
	w.lena.Post("/lead-offers/"+offer+"/withdrawals", object{}).Want(200).Shows(`"state":"withdrawn"`)
	w.lena.Post("/lead-offers/"+offer+"/withdrawals", object{}).Refused(409, "already-answered")
	w.lena.Post(at, leadOf("bup")).Refused(422, "receiver-cannot-lead", "/unitId")
	vera := w.As("vera")
	for _, y := range vera.Get("/invitations").Want(200).Rows("invitations") {
		party, _ := y["partyId"].(string)
		vera.Post("/parties/"+party+"/answers", object{"answer": "accepted"})
	}
	w.lena.Post(at, leadOf("bup")).Refused(422, "receiver-cannot-lead", "/unitId") // no consent tells it of the child health care

	other := newGuarded(t)
	at = other.plan + "/lead-offers"
	offer = other.lena.Post(at, leadOf("bup")).Want(201).Text("id")
	other.record(other.lena, "confidentiality-marking").Want(201)
	other.bea.Post("/lead-offers/"+offer+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	other.lena.Post("/lead-offers/"+offer+"/withdrawals", object{}).Want(200)
	other.lena.Post(at, leadOf("bup")).Refused(422, "receiver-cannot-lead", "/unitId")

	ended := newGuarded(t)
	offer = ended.lena.Post(ended.plan+"/lead-offers", leadOf("bup")).Want(201).Text("id")
	ended.lena.Post(ended.plan+"/status-changes", object{"to": "withdrawn", "on": before, "reason": "x"}).Want(201)
	ended.bea.Post("/lead-offers/"+offer+"/answers", object{"answer": "accepted"}).Refused(409, "already-answered")
	ended.lena.Get("/lead-offers").Want(200).Shows("plan-over")
	left := newGuarded(t)
	offer = left.lena.Post(left.plan+"/lead-offers", leadOf("bup")).Want(201).Text("id")
	for _, own := range left.bea.Get(left.plan).Want(200).Rows("parties") {
		if party, _ := own["id"].(string); own["own"] == true {
			left.bea.Post("/parties/"+party+"/departures", object{"reason": "x"}).Want(200)
		}
	}
	left.lena.Get("/lead-offers").Want(200).Shows(offer, `"reason":"left"`)
}
