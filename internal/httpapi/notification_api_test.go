package httpapi_test

import (
	"testing"

	"github.com/google/uuid"

	"samplan/internal/demo"
)

// given records a consent of the school's that both guardians give; it ends on 2021-02-01.
func (w *walls) given() string {
	id := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	w.answer(w.eva, id, "given").Want(200)
	return id
}

// TestR18PeopleAreToldThatAConsentEnds: the recorder and those who were asked, from the routine's days before the end until
// as many after it; nobody else, and nothing of whom or what it is about.
func TestR18PeopleAreToldThatAConsentEnds(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	id := w.given()
	lena := w.lena.Get("/notifications").Want(200).Shows(`"kind":"consent-ends-soon"`, id, `"since":"2021-01-02"`, `"isRead":false`)
	lena.Hides("Lo", "Haddad", "Herrgårdsskolan", w.child)
	w.As("rolf").Get("/notifications").Want(200).Shows(id)
	for _, who := range []string{"amir", "eva"} {
		w.As(who).Get("/my/notifications").Want(200).Shows(id, "Ett samtycke går snart ut.").Hides("Lo", "Herrgårdsskolan")
	}
	for _, who := range []string{"karin", "kim", "siv", "bea", "liv"} { // also those whom the consent names
		w.As(who).Get("/notifications").Want(200).Hides(id)
	}
	w.As("samira").Get("/my/notifications").Want(200).Hides(id)
	w.As("disa").Get("/notifications").Refused(403, "denied")
	w.amir.Get("/notifications").Refused(403, "denied")

	n, _ := lena.Row("notifications", "resourceId", id)["id"].(string)
	if v, err := uuid.Parse(n); err != nil || v.Version() != 8 || v.Variant() != uuid.RFC4122 {
		t.Errorf("a notification has the id %s: %v", n, err)
	}
	for range 2 {
		w.lena.Post("/notifications/"+n+"/readings", object{}).Want(200).Shows(`"isRead":true`)
	}
	w.lena.Get("/notifications").Want(200).Shows(`"isRead":true`)
	w.As("rolf").Get("/notifications").Want(200).Hides(`"isRead":true`) // each for oneself
	w.As("karin").Post("/notifications/"+n+"/readings", object{}).Refused(404, "not-found")
	w.lena.Post("/notifications/"+madeUp+"/readings", object{}).Refused(404, "not-found")

	for day, want := range map[string]string{"2021-02-01": "consent-ends-soon", "2021-02-02": "consent-expired", "2021-03-03": "consent-expired", "2021-03-04": ""} {
		w.On(day)
		rows := w.lena.Get("/notifications?limit=100").Want(200).Rows("notifications")
		got := ""
		for _, r := range rows {
			if r["resourceId"] == id {
				got, _ = r["kind"].(string)
			}
		}
		if got != want {
			t.Errorf("%s: told of %q, want %q", day, got, want)
		}
	}
	w.On(after)
	w.amir.Post("/my/consents/"+id+"/withdrawals", object{}).Want(200)
	w.lena.Get("/notifications").Want(200).Hides(id)
	w.eva.Get("/my/notifications").Want(200).Hides(id)
}

// TestR34WhatIsToldGoesWithTheRight: whoever no longer works with the case is told nothing, and has nothing to mark.
func TestR34WhatIsToldGoesWithTheRight(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	id := w.given()
	n, _ := w.lena.Get("/notifications").Want(200).Row("notifications", "resourceId", id)["id"].(string)
	w.Owner.ExecContext(t.Context(), //nolint:errcheck,gosec // what is not done shows below
		`UPDATE case_worker SET valid = daterange(lower(valid), '2021-01-04') WHERE child_id = $1 AND person_id = $2`, w.child, demo.Find("lena").PersonID())
	w.lena.Get("/notifications").Want(200).Hides(id)
	w.lena.Post("/notifications/"+n+"/readings", object{}).Refused(404, "not-found")
	w.As("rolf").Get("/notifications").Want(200).Shows(id)
}

// TestR38TheManagersAreToldOfAnEmergency: those of both units until somebody has reviewed it, and not the one who opened.
func TestR38TheManagersAreToldOfAnEmergency(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	vera := w.As("vera")
	inquiry := vera.Post("/emergency-inquiries", inDanger("lo")).Want(201).Text("id")
	id := vera.Post("/emergency-inquiries/"+inquiry+"/openings", object{"unitId": demo.UnitID("bup"), "reason": canary}).Want(201).Text("id")
	told := w.As("bibi").Get("/notifications").Want(200).Shows(id, `"kind":"emergency-to-review"`).Hides(canary, w.child)
	if told.JSON() == nil {
		t.Error("no answer")
	}
	for _, who := range []string{"vera", "bea", "karin", "kim"} {
		w.As(who).Get("/notifications").Want(200).Hides(id)
	}
	w.As("bibi").Post("/emergency-accesses/"+id+"/reviews", object{"verdict": "justified", "note": "a"}).Want(201)
	w.As("bibi").Get("/notifications").Want(200).Hides(id)
}

// TestR44ACallIsTold: to those who may answer it, until somebody does.
func TestR44ACallIsTold(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	plan, child := planOf(w.karin, "Milo Ros")
	id := w.karin.Post("/plans/"+plan+"/parties", object{"unitId": demo.UnitID("bup"), "mode": "called"}).Want(201).Text("id")
	w.karin.Get("/notifications").Want(200).Hides(id)
	w.As("vera").Get("/notifications").Want(200).Hides(id)
	w.As("bea").Get("/notifications").Want(200).Shows(id)
	w.As("bibi").Get("/notifications").Want(200).Shows(id, `"kind":"call-waits"`).Hides("Milo", child, plan)
	w.As("bibi").Post("/parties/"+id+"/answers", object{"answer": "accepted"}).Want(200)
	w.As("bibi").Get("/notifications").Want(200).Hides(id)
}

// TestR47AFollowUpIsTold: to those of the unit that calls to it who may see the plan, before the day and after it.
func TestR47AFollowUpIsTold(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	for day, want := range map[string]string{"2021-01-04": "follow-up-due", "2021-02-02": "follow-up-overdue"} {
		w.On(day)
		w.lena.Get("/notifications").Want(200).Shows(`"kind":"` + want + `"`)
		w.As("siv").Get("/notifications").Want(200).Hides("follow-up")
		w.karin.Get("/notifications").Want(200).Hides("follow-up")
		w.amir.Get("/my/notifications").Want(200).Hides("follow-up")
	}
}

// TestContactAddressIsOnesOwn: as staff and as family, one each, seen by nobody else; a version guards it.
func TestContactAddressIsOnesOwn(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	const at = "/contact-address"
	none := w.lena.Get(at).Want(200)
	for _, bad := range []string{"a@b@c.se", "Lena <a@b.se>", "a@b.se,c@d.se", "a b@c.se", "a@b.se\r\nBcc: c@d.se", "@b.se"} {
		if got := w.lena.Put(at, none.ETag(), object{"email": bad}); got.Status != 422 && got.Status != 400 {
			t.Errorf("%q: %d %s", bad, got.Status, got.Body)
		}
	}
	set := w.lena.Put(at, none.ETag(), object{"email": "lena@skola.example"}).Want(200).Shows("lena@skola.example")
	w.lena.Put(at, none.ETag(), object{"email": "x@skola.example"}).Refused(412, "stale-version")
	w.As("rolf").Get(at).Want(200).Hides("lena@skola.example")
	w.amir.Get(at).Refused(403, "denied")
	mine := w.amir.Get("/my" + at).Want(200)
	w.amir.Put("/my"+at, mine.ETag(), object{"email": "amir@hem.example"}).Want(200)
	w.eva.Get("/my" + at).Want(200).Hides("amir@hem.example")
	w.lena.Put(at, set.ETag(), object{}).Want(200).Hides("lena@skola.example")
}
