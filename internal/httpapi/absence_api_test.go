package httpapi_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// TestR51TheUnitsOwnRoutine: its manager writes it, the unit sees it beside each request that it is to answer, and nobody else does; a
// version stays, and the last one counts.
func TestR51TheUnitsOwnRoutine(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	body, bibi := asking(l), l.As("bibi")
	bibi.Post("/contact-cards", aCard("bea")).Want(201)
	l.share("participation")
	at := "/information-requests/" + l.lena.Post("/information-requests", body).Want(201).Text("id")
	before := bibi.Get(at).Want(200).Hides(`"routine"`)
	l.bea.Post("/information-routines", object{"text": "Ring först."}).Refused(403, "denied")
	for _, who := range []string{"sam", "disa", "sten"} {
		l.As(who).Get("/information-routines").Refused(403, "denied")
	}
	bibi.Post("/information-routines", object{"text": "Ring först."}).Want(201).Shows(`"number":1`)
	bibi.Post("/information-routines", object{"text": "Skriv till mentorn."}).Want(201).Shows(`"number":2`, `"isReplaced":false`)
	l.bea.Get("/information-routines").Want(200).Shows("Ring först.", "Skriv till mentorn.", `"isReplaced":true`, `"totalRecords":2`)
	for _, who := range []string{"lena", "karin", "vera"} {
		l.As(who).Get("/information-routines").Want(200).Shows(`"totalRecords":0`).Hides("Ring först.")
	}
	after := bibi.Get(at).Want(200).Shows("Skriv till mentorn.").Hides("Ring först.")
	if before.ETag() == after.ETag() {
		t.Error("the ETag says nothing of the routine")
	}
	asker := l.lena.Get(at).Want(200).Hides("Skriv till mentorn.", `"routine"`)
	bibi.Post("/information-routines", object{"text": "Svara inom en vecka."}).Want(201)
	if again := l.lena.Get(at).Want(200); again.ETag() != asker.ETag() || again.Body != asker.Body {
		t.Error("the asker can tell that the unit has a routine")
	}
	l.lena.Get(at+"/document").Want(200).Hides("mentorn", "en vecka")
}

// TestR41SomebodyStandsIn: who is away says so, or the manager does; on those days what is up to the one is up to the other, and is the
// first one's again on the day after; who is back earlier has it back that day. Others of the unit, and other units, see none of it.
func TestR41SomebodyStandsIn(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	body, bibi := asking(l), l.As("bibi")
	bibi.Post("/contact-cards", aCard("bea")).Want(201)
	l.share("participation")
	id := l.lena.Post("/information-requests", body).Want(201).Text("id")
	at := "/information-requests/" + id
	bibi.Post(at+"/assignments", object{"ownerId": demo.Find("bea").PersonID()}).Want(200)
	l.bea.Post("/absences", away("karin", "2020-12-16", "2021-01-15")).Refused(422, unknownColleague, "/substituteId")
	theirs := away("bea", "2020-12-16", "2021-01-15")
	theirs["personId"] = demo.Find("bibi").PersonID()
	l.bea.Post("/absences", theirs).Refused(403, "denied")
	absence := l.bea.Post("/absences", away("bibi", "2020-12-16", "2021-01-15")).Want(201).Shows(`"isAway":false`, "Bibi").Text("id")
	l.bea.Post("/absences", away("bibi", "2021-01-15", "2021-01-20")).Refused(409, "duplicate")
	bibi.Get("/absences").Want(200).Shows(absence)
	for _, who := range []string{"karin", "lena", "vera", "agnes", "moa"} {
		l.As(who).Get("/absences").Want(200).Shows(`"totalRecords":0`)
		l.As(who).Post("/absences/"+absence+"/endings", object{}).Refused(404, "not-found")
	}
	for _, who := range []string{"sam", "disa", "asta", "arne", "sten"} {
		l.As(who).Get("/absences").Refused(403, "denied")
	}
	bibi.Get("/notifications").Want(200).Hides(id)
	l.bea.Get(at).Want(200)

	l.On("2020-12-16")
	l.bea.Get(at).Refused(404, "not-found")
	l.bea.Get("/notifications").Want(200).Hides(id, "information-waits", "contact-card")
	bibi.Get("/notifications").Want(200).Shows("information-waits", id)
	bibi.Get("/absences").Want(200).Shows(`"isAway":true`)
	l.bea.Post("/absences/"+absence+"/endings", object{}).Want(200).Shows(`"isAway":false`, `"backOn":"2020-12-16"`)
	l.bea.Post("/absences/"+absence+"/endings", object{}).Refused(409, "already-ended")
	l.bea.Get(at).Want(200)
	again := away("bea", "2020-12-17", "2020-12-18")
	bibi.Post("/absences", again).Want(201)
	l.bea.Get("/absences").Want(200).Shows(`"totalRecords":2`)
	last := bibi.Get("/absences").ID("absences", "startsOn", "2020-12-17")
	l.bea.Post("/absences/"+last+"/endings", object{}).Refused(403, "denied") // one stands in, and is not the one who is away

	day := civil.MustParse("2021-12-18")
	for n, want := range []int{2, 1} { // kept for a year
		if err := l.Store.Weed(t.Context(), day.AddDays(n)); err != nil {
			t.Fatal(err)
		}
		if got := len(bibi.Get("/absences").Want(200).Rows("absences")); got != want {
			t.Errorf("%s: %d are kept", day.AddDays(n), got)
		}
	}
}

// TestR51TheManagerIsToldWhenNobodyIsThere: the one who stands in is away, too.
func TestR51TheManagerIsToldWhenNobodyIsThere(t *testing.T) {
	t.Parallel()
	l := newLife(t)
	kim := l.As("kim")
	body := asking(l)
	body["toUnitId"] = demo.UnitID("bou1")
	kim.Post("/contact-cards", aCard("karin")).Want(201)
	scope := object{"fromBranchId": demo.BranchID("vh-school"), "toBranchId": demo.BranchID("vh-social"), "categories": []any{"participation"}}
	consent := l.lena.Post("/children/"+l.child+"/consents", signed("share", scope)).Want(201).Text("id")
	l.sten.Post("/my/consents/"+consent+"/answers", object{"answer": "given"}).Want(200)
	id := l.lena.Post("/information-requests", body).Want(201).Text("id")
	kim.Post("/information-requests/"+id+"/assignments", object{"ownerId": demo.Find("karin").PersonID()}).Want(200)
	l.As("karin").Post("/absences", away("agnes", "2020-12-16", "2020-12-20")).Want(201)
	l.On("2020-12-16")
	kim.Get("/notifications").Want(200).Hides("information-waits")
	l.As("agnes").Post("/absences", away("karin", "2020-12-16", "2020-12-16")).Want(201)
	kim.Get("/notifications").Want(200).Shows("information-waits", id)
	l.On("2020-12-17")
	kim.Get("/notifications").Want(200).Hides("information-waits")
}
