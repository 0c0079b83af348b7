package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// roles gives who has which role in a plan, from when until when, as a reader sees it.
func roles(c testkit.Client, plan string) []string {
	var all []string
	for _, h := range c.Get(plan + "/role-holders").Want(200).Rows("roleHolders") {
		text := h["role"].(string) + " " + h["personName"].(string) + " " + h["startsOn"].(string)
		if last, ok := h["endsOn"].(string); ok {
			text += " " + last
		}
		all = append(all, text)
	}
	return all
}

func wantRoles(t *testing.T, c testkit.Client, plan string, want ...string) {
	t.Helper()
	got := roles(c, plan)
	if len(got) != len(want) {
		t.Fatalf("want %q, got %q", want, got)
	}
	for n := range want {
		if got[n] != want[n] {
			t.Errorf("want %q, got %q", want[n], got[n])
		}
	}
}

// TestR48TheCoordinatorIsHandedOver: the school coordinates, hands over to child psychiatry, which accepts; no day is
// without a coordinator and none has two. The family reads who it is.
func TestR48TheCoordinatorIsHandedOver(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	holders, offers := w.plan+"/role-holders", w.plan+"/role-offers"
	role := object{"role": "coordinator", "startsOn": before}
	for _, outsider := range []string{"liv", "cilla", "vera"} {
		w.As(outsider).Get(holders).Refused(404, "not-found")
		w.As(outsider).Post(holders, role).Refused(404, "not-found")
		w.As(outsider).Post(offers, object{"role": "coordinator", "unitId": demo.UnitID("bup"), "startsOn": before}).Refused(404, "not-found")
	}
	w.karin.Post(holders, role).Refused(403, "denied") // a party that has no role to give
	w.lena.Post(holders, object{"role": "coordinator", "personId": demo.Find("karin").PersonID(), "startsOn": before}).
		Refused(422, "unknown-colleague", "/personId")
	first := w.lena.Post(holders, role).Want(201).Text("id")
	w.lena.Post("/role-holders/"+first+"/endings", object{"endsOn": before}).Refused(409, "successor-required")
	w.karin.Post("/role-holders/"+first+"/endings", object{"endsOn": before}).Refused(404, "not-found")

	w.karin.Post(offers, object{"role": "coordinator", "unitId": demo.UnitID("bup"), "startsOn": before}).Refused(403, "denied")
	w.lena.Post(offers, object{"role": "coordinator", "unitId": demo.UnitID("bvc"), "startsOn": before}).Refused(422, "not-a-party", "/unitId")
	w.lena.Post(offers, object{"role": "coordinator", "unitId": demo.UnitID("hs"), "startsOn": before}).Refused(422, "unknown-unit", "/unitId")
	offer := object{"role": "coordinator", "unitId": demo.UnitID("bup"), "startsOn": "2020-12-20"}
	id := w.lena.Post(offers, offer).Want(201).Text("id")
	w.lena.Post(offers, offer).Refused(409, "duplicate")
	for _, outsider := range []string{"karin", "rolf", "ulf", "siv"} {
		w.As(outsider).Get("/role-offers").Want(200).Shows(`"totalRecords":0`).Hides(id)
		w.As(outsider).Post("/role-offers/"+id+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	}
	w.bea.Get("/role-offers").Want(200).Shows(id, "Lo Haddad", "Herrgårdsskolan", `"waiting"`)
	answer := "/role-offers/" + id + "/answers"
	w.bea.Post(answer, object{"answer": "declined"}).Refused(422, "reason-required", "/reason")
	w.bea.Post(answer, object{"answer": "accepted", "contactPersonId": demo.Find("karin").PersonID()}).Refused(422, "unknown-colleague", "/contactPersonId")
	w.bea.Post(answer, object{"answer": "accepted"}).Want(200).Shows(`"accepted"`)
	w.bea.Post(answer, object{"answer": "accepted"}).Refused(409, "already-answered")
	handed := []string{"coordinator Lena Björk 2020-12-15 2020-12-19", "coordinator Bea Sjö 2020-12-20"}
	wantRoles(t, w.lena, w.plan, handed...)
	wantRoles(t, w.karin, w.plan, handed...)
	w.amir.Get("/my"+w.plan+"/role-holders").Want(200).Shows("Bea Sjö", "BUP Hisingen", "Lena Björk").Hides(`"id"`)
	w.As("sten").Get("/my"+w.plan+"/role-holders").Refused(404, "not-found")
}

// TestR41R48StandingInAndLeaving: somebody stands in for the coordinator until a last day; the unit cannot leave before it
// has handed over; who follows ends both.
func TestR41R48StandingInAndLeaving(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	holders := w.plan + "/role-holders"
	offer := w.lena.Post(w.plan+"/role-offers", object{"role": "coordinator", "unitId": demo.UnitID("bup"), "startsOn": before}).Want(201).Text("id")
	w.As("bibi").Post("/role-offers/"+offer+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID()}).Want(200)
	var bea string
	for _, h := range w.bea.Get(holders).Rows("roleHolders") {
		bea, _ = h["id"].(string)
	}
	w.On("2020-12-16")
	away := object{"role": "coordinator", "personId": demo.Find("bibi").PersonID(), "startsOn": "2020-12-16", "endsOn": "2020-12-31", "standsInForId": bea}
	w.lena.Post(holders, object{"role": "coordinator", "startsOn": "2020-12-16", "endsOn": "2020-12-31", "standsInForId": bea}).
		Refused(422, "invalid-value", "/standsInForId") // another unit's
	w.bea.Post(holders, object{"role": "coordinator", "startsOn": "2020-12-16", "standsInForId": bea}).Refused(422, "dates-out-of-order", "/endsOn")
	w.bea.Post(holders, object{"role": "coordinator", "startsOn": "2020-12-16", "endsOn": "2020-12-31"}).Refused(422, "dates-out-of-order", "/endsOn")
	w.bea.Post(holders, away).Want(201).Shows("Bibi Lind", bea)
	w.amir.Get("/my" + w.plan + "/role-holders").Want(200).Shows(`"substitute":true`)
	for _, y := range w.bea.Get(w.plan).Want(200).Rows("parties") {
		if y["own"] == true {
			w.bea.Post("/parties/"+y["id"].(string)+"/departures", object{"reason": canary}).Refused(409, "successor-required")
		}
	}
	w.On("2020-12-20")
	w.lena.Post(holders, object{"role": "coordinator", "startsOn": "2020-12-20"}).Want(201)
	wantRoles(t, w.lena, w.plan,
		"coordinator Bea Sjö 2020-12-15 2020-12-19", "coordinator Bibi Lind 2020-12-16 2020-12-19", "coordinator Lena Björk 2020-12-20")
	for _, y := range w.bea.Get(w.plan).Want(200).Rows("parties") {
		if y["own"] == true {
			w.bea.Post("/parties/"+y["id"].(string)+"/departures", object{"reason": canary}).Want(200)
		}
	}
}

// TestR48TwoLeaders: two lead at the most, one of them neutral; they end by themselves, and with the part of their unit.
func TestR48TwoLeaders(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	holders := w.plan + "/role-holders"
	lead := object{"role": "leader", "startsOn": before}
	w.lena.Post(holders, lead).Want(201)
	offer := w.lena.Post(w.plan+"/role-offers", object{"role": "leader", "unitId": demo.UnitID("sos"), "startsOn": before}).Want(201).Text("id")
	w.As("moa").Get("/role-offers").Want(200).Shows(offer)
	w.As("moa").Post("/role-offers/"+offer+"/answers", object{"answer": "accepted"}).Want(200)
	w.lena.Post(holders, lead).Refused(409, "duplicate", "/role")
	w.lena.Post(w.plan+"/role-offers", object{"role": "leader", "unitId": demo.UnitID("bup"), "startsOn": before}).Refused(409, "duplicate", "/role")
	wantRoles(t, w.lena, w.plan, "leader Lena Björk 2020-12-15", "leader Moa Falk 2020-12-15")
	moa := w.lena.Get(holders).ID("roleHolders", "personName", "Moa Falk")
	w.As("bo").Post("/role-holders/"+moa+"/endings", object{"endsOn": before}).Refused(404, "not-found")
	w.On("2020-12-16")
	mats := w.As("mats")
	for _, y := range mats.Get(w.plan).Want(200).Rows("parties") {
		if y["own"] == true {
			mats.Post("/parties/"+y["id"].(string)+"/departures", object{"reason": canary}).Want(200)
		}
	}
	wantRoles(t, w.lena, w.plan, "leader Lena Björk 2020-12-15", "leader Moa Falk 2020-12-15 2020-12-16")
	w.lena.Post(holders, object{"role": "leader", "startsOn": "2020-12-17"}).Want(201)
	w.lena.Post(holders, object{"role": "overall-responsible", "startsOn": "2020-12-17"}).Want(201)
	contact := object{"role": "overall-responsible", "unitId": demo.UnitID("bup"), "startsOn": "2020-12-17"}
	w.lena.Post(w.plan+"/role-offers", contact).Refused(422, "not-a-statutory-principal", "/unitId") // the municipality answers for the whole
}

// TestAnAdministratorDispatchesUnread: she sends what the unit has settled and reads none of it (scenario 5).
func TestAnAdministratorDispatchesUnread(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	karin, agnes := api.As("karin"), api.As("agnes")
	plan, _ := planOf(karin, "Milo Ros")
	secret := karin.Post("/plans/"+plan+"/interventions", object{"title": canary, "visibility": "parties"}).Want(201).Text("id")
	karin.Post("/plans/"+plan+"/role-holders", object{"role": "secretary", "personId": demo.Find("agnes").PersonID(), "startsOn": before}).Want(201)
	agnes.Get("/plans/"+plan+"/role-holders").Want(200).Shows("Agnes Holm", "secretary")
	agnes.Post("/plans/"+plan+"/dispatches", object{}).Want(201).Hides(canary)
	agnes.Get("/plans/"+plan).Want(200).Hides(canary, secret)
	agnes.Get("/plans/"+plan+"/versions/1").Want(403).Hides(canary, secret)
	agnes.Get("/interventions/" + secret).Want(403).Hides(canary)
	agnes.Post("/plans/"+plan+"/role-holders", object{"role": "secretary", "startsOn": before}).Refused(403, "denied")
}
