package httpapi_test

import (
	"slices"
	"strings"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
)

// TestR32NoLink: the database keeps one number of an assumed identity, whoever writes.
func TestR32NoLink(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	child := strings.TrimPrefix(w.child, "/children/")
	second := "INSERT INTO person_identifier (type, value, person_id) VALUES ('samordningsnummer', $1, $2)"
	number := persontest.TestCoordinationNumber(civil.MustParse("2011-05-14"), 2)
	w.record(w.karin, "assumed-identity").Want(201)
	if _, err := w.Owner.ExecContext(t.Context(), second, number, child); err == nil {
		t.Error("an assumed identity got a second number")
	}
	w.record(w.karin, "protected-registration").Want(201)
	if _, err := w.Owner.ExecContext(t.Context(), second, number, child); err != nil {
		t.Errorf("before, a second number is possible: %v", err)
	}
	raise := "UPDATE person SET protection = 'assumed-identity' WHERE id = $1"
	if _, err := w.Owner.ExecContext(t.Context(), raise, child); err == nil {
		t.Error("somebody with two numbers got an assumed identity: that is a link")
	}
	other := object{
		"identifierType": "personnummer", "identifier": persontest.TestNumber(civil.MustParse("2011-05-15"), 4), "givenName": "Lo", "familyName": "Haddad",
		"birthDate": "2011-05-14", "reason": canary, "protection": "assumed-identity",
	}
	if made := w.karin.Post("/children", other).Want(201).Text("id"); made == child {
		t.Error("the same name made two people one")
	}
}

// TestR33CallsGoWithoutPlace: a call about a protected child says who calls and nothing of child or place.
func TestR33CallsGoWithoutPlace(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	karin, bibi := api.As("karin"), api.As("bibi")
	plan, child := planOf(karin, "Milo Ros")
	karin.Post("/children/"+child+"/whereabouts", object{"kind": "meeting-place", "text": canary}).Want(201)
	karin.Post("/plans/"+plan+"/parties", object{"unitId": demo.UnitID("bup"), "mode": "called"}).Want(201)
	bibi.Get("/invitations").Want(200).Shows("Milo Ros")
	karin.Post("/children/"+child+"/protections", object{"level": "confidentiality-marking", "reason": canary}).Want(201)
	call := bibi.Get("/invitations").Want(200).Shows("Skyddad person").Hides("Milo", "Ros", canary).Rows("invitations")[0]
	for field := range call {
		if !slices.Contains([]string{"partyId", "planId", "childName", "kind", "mode", "fromUnit", "addedOn"}, field) {
			t.Errorf("a call tells %s", field)
		}
	}
	callOf(karin, "/plans/"+plan, "bup", "Vad kan ni bidra med?")
	told := bibi.Get(received(bibi)).Want(200).Shows("Skyddad person", "both").Hides("Milo", "Ros")
	if strings.Contains(strings.ToLower(told.Body), "whereabouts") || strings.Contains(strings.ToLower(told.Body), "place") {
		t.Errorf("a call to a meeting tells of a place: %s", told.Body)
	}
}

// TestR34RaisingReachesOldVersions: what was dispatched before is shown through what counts now, compared too.
func TestR34RaisingReachesOldVersions(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	made := w.karin.Post(w.plan+"/interventions", object{"title": "Avlastning", "contactName": "Anna", "visibility": "family"}).Want(201)
	w.lena.Post(w.plan+"/dispatches", object{}).Want(201)
	w.karin.Put("/interventions/"+made.Text("id"), made.ETag(), object{
		"title": "Avlastning", "contactName": canary, "status": "planned", "category": "interventions", "visibility": "family",
	}).Want(200)
	w.lena.Post(w.plan+"/dispatches", object{}).Want(201)
	older, newer := w.plan+"/versions/2", w.plan+"/versions/3"
	was := w.bea.Get(older).Want(200).Shows("Barn och unga 1")
	w.bea.Get(older + "/comparisons/3").Want(200).Shows("contactName")
	tag := w.bea.Get(w.plan).ETag()
	w.record(w.karin, "confidentiality-marking").Want(201)
	now := w.bea.Get(older).Want(200).Shows("Avlastning", "BUP Hisingen").Hides("Barn och unga 1", "Funktionsstöd", "Herrgårdsskolan")
	w.bea.Get(newer).Want(200).Hides("Barn och unga 1", canary)
	w.bea.Get(older + "/comparisons/3").Want(200).Shows(`"changes":[]`).Hides("contactName")
	w.lena.Get(older + "/comparisons/3").Want(200).Shows("contactName")
	if now.ETag() == was.ETag() || w.bea.Get(w.plan).ETag() == tag {
		t.Error("what is shown has changed, and its tag has not")
	}
	for _, c := range []testkit.Client{w.karin, w.lena, w.bea, w.amir} {
		for _, list := range []string{"/plans", "/children", "/invitations", "/my/plans", "/my/consents"} {
			c.Get(list).Hides("Lo Haddad")
		}
	}
}

// TestR35OneGuardianOnly: a unit that knows the guardian decides, whoever leads the plan; nobody else is told; the guardian
// reads a plan that names nobody, until the block ends.
func TestR35OneGuardianOnly(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	at := w.child + "/whereabouts-blocks"
	amir := w.karin.Get(w.child+"/relations").Want(200).Row("relations", "givenName", "Amir")["personId"]
	body := object{"personId": amir, "reason": canary}
	w.bea.Post(at, body).Refused(422, "invalid-value", "/personId") // child psychiatry knows of no guardian
	w.karin.Post(at, object{"personId": demo.Find("kim").PersonID(), "reason": canary}).Refused(422, "invalid-value", "/personId")
	w.amir.Post(w.my+"/disagreements", object{"text": "Jag håller inte med"}).Want(201)
	whole := w.amir.Get(w.my).Want(200).Shows("Barn och unga 1", "Herrgårdsskolan", "Göteborgs Stad")
	block := w.karin.Post(at, body).Want(201).Text("id")
	w.karin.Post(at, body).Refused(409, "duplicate")
	w.karin.Get(at).Want(200).Shows(canary)
	w.lena.Get(at).Want(200).Shows(`"totalRecords":0`)
	for who, status := range map[string]int{"liv": 404, "agnes": 403, "amir": 403} {
		w.As(who).Get(at).Want(status).Hides(canary)
	}
	seen := w.amir.Get(w.my).Want(200).Shows("Familjebehandling", "Korttidsvistelse", "Jag håller inte med", "vårdnadshavare", `"parties":[]`).
		Hides("Barn och unga", "Herrgårdsskolan", "Göteborg", "Samverkan", "Funktionsstöd", "responsible", `"by"`, "overallResponsible", canary)
	if len(seen.Rows("interventions")) != len(whole.Rows("interventions")) {
		t.Error("an intervention is gone with its place")
	}
	w.amir.Get("/my/consents").Want(200).Shows(`"scopes":[]`).Hides("Västra Hisingen", "Hälso", "Grundskola")
	w.amir.Get("/my/plans").Want(200).Shows("Lo Haddad")
	for _, other := range []testkit.Client{w.eva, w.As("lo")} {
		other.Get(w.my).Want(200).Shows("Barn och unga 1", "Herrgårdsskolan")
	}
	w.eva.Get("/my/consents").Want(200).Shows("Grundskola")
	w.lena.Get(w.plan).Want(200).Shows("Barn och unga 1")
	w.lena.Post("/whereabouts-blocks/"+block+"/endings", object{"endsOn": before}).Refused(404, "not-found")
	w.karin.Post("/whereabouts-blocks/"+block+"/endings", object{"endsOn": before}).Want(200)
	w.On("2020-12-16")
	w.amir.Get(w.my).Want(200).Shows("Barn och unga 1")
}

// TestHandOverDeclined: the plan stays, and the one who handed it over reads why.
func TestHandOverDeclined(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	offer := object{"toUnitId": demo.UnitID("ro-bof"), "reason": canary}
	w.karin.Post(w.plan+"/hand-overs", offer).Refused(403, "denied")
	w.lena.Post(w.plan+"/hand-overs", object{"toUnitId": demo.UnitID("hs"), "reason": canary}).Refused(422, "unknown-unit", "/toUnitId")
	w.lena.Post(w.plan+"/hand-overs", object{"toUnitId": madeUp, "reason": canary}).Refused(422, "unknown-unit", "/toUnitId")
	id := w.lena.Post(w.plan+"/hand-overs", offer).Want(201).Hides(canary).Text("id")
	ronja := w.As("ronja")
	ronja.Get("/hand-overs").Want(200).Shows("Lo Haddad", id).Hides(canary)
	w.karin.Post("/hand-overs/"+id+"/answers", object{"answer": "accepted"}).Refused(404, "not-found")
	ronja.Post("/hand-overs/"+id+"/answers", object{"answer": "declined"}).Refused(422, "reason-required", "/reason")
	ronja.Post("/hand-overs/"+id+"/answers", object{"answer": "accepted", "contactPersonId": demo.Find("karin").PersonID()}).
		Refused(422, "unknown-colleague", "/contactPersonId")
	ronja.Post("/hand-overs/"+id+"/answers", object{"answer": "declined", "reason": "Barnet har inte flyttat hit"}).Want(200)
	ronja.Get("/hand-overs").Want(200).Shows(`"totalRecords":0`)
	ronja.Get(w.child).Refused(404, "not-found")
	w.lena.Get("/hand-overs").Want(200).Shows(`"declined"`, "Barnet har inte flyttat hit")
	w.As("rolf").Get("/hand-overs").Want(200).Shows(`"totalRecords":0`)
	w.lena.Get(w.plan).Want(200).Shows(`"established"`)
}

// TestHandOverOfAnEndedPlan: what has ended meanwhile cannot be taken over.
func TestHandOverOfAnEndedPlan(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	id := w.lena.Post(w.plan+"/hand-overs", object{"toUnitId": demo.UnitID("ro-bof"), "reason": canary}).Want(201).Text("id")
	w.lena.Post(w.plan+"/status-changes", object{"to": "withdrawn", "on": before, "reason": canary}).Want(201)
	w.As("ronja").Post("/hand-overs/"+id+"/answers", object{"answer": "accepted"}).Refused(409, "plan-closed")
	w.As("ronja").Get(w.child).Refused(404, "not-found")
	w.As("ronja").Get("/hand-overs").Want(200).Shows(id) // nothing was kept of the attempt
	w.lena.Post(w.plan+"/hand-overs", object{"toUnitId": demo.UnitID("bup"), "reason": canary}).Refused(409, "plan-closed")
}
