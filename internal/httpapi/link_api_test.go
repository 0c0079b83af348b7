package httpapi_test

import "testing"

// linked is a link to the plan under LSS that the disability services hold.
func linked(visibility string) object {
	return object{"kind": "lss-plan", "holder": canary, "reference": "FS 2020/114", "on": "2020-01-20", "visibility": visibility}
}

// TestR10AnotherPlanIsToldByReference: which plan, with whom, by which number; behind the same walls as any item, and with no
// place for anything that the other plan holds.
func TestR10AnotherPlanIsToldByReference(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	own := w.karin.Post(w.plan+"/links", linked("unit")).Want(201).Shows("FS 2020/114", canary, `"kind":"lss-plan"`).Text("id")
	w.karin.Get(w.plan).Want(200).Shows(own, canary)
	w.karin.Get("/links/" + own).Want(200).Shows(`"reviewBy":"2021-01-20"`)
	for _, c := range []string{"lena", "bea", "liv", "vera"} {
		w.As(c).Get("/links/"+own).Refused(404, "not-found")
	}
	for _, reader := range []string{"lena", "bea"} {
		w.As(reader).Get(w.plan).Want(200).Hides(own, canary)
	}
	w.amir.Get(w.my).Want(200).Hides(own, canary)
	shown := linked("family")
	shown["kind"], shown["category"] = "action-programme", "support-needs"
	w.karin.Put("/links/"+own, w.karin.Get("/links/"+own).ETag(), shown).Want(200).Hides("reviewBy")
	w.amir.Get(w.my).Want(200).Shows("FS 2020/114", `"kind":"action-programme"`)
	with := linked("unit")
	with["text"] = canary
	w.karin.Post(w.plan+"/links", with).Want(400) // no content of the other plan
}

// TestR11AnLSSPlanRemindsEveryYear: by the interval of the routine, in the inbox of the unit that holds the link and nobody
// else's, without content; until somebody notes that it was reviewed, and again a year later.
func TestR11AnLSSPlanRemindsEveryYear(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	link := w.karin.Post(w.plan+"/links", linked("parties")).Want(201).Text("id")
	other := linked("parties")
	other["kind"] = "habilitation-plan"
	free := w.karin.Post(w.plan+"/links", other).Want(201).Hides("reviewBy").Text("id")
	w.karin.Get("/notifications").Want(200).Hides(link)
	w.On("2020-12-21") // thirty days before
	w.karin.Get("/notifications").Want(200).Shows("link-review-due", link).Hides("Haddad", canary, free)
	w.kim.Get("/notifications").Want(200).Shows("link-review-due", link)
	for _, who := range []string{"lena", "bea", "bibi", "liv"} {
		w.As(who).Get("/notifications").Want(200).Hides(link)
	}
	w.karin.Post("/links/"+free+"/reviews", object{"on": "2020-12-21"}).Refused(422, "not-reviewed")
	w.karin.Post("/links/"+link+"/reviews", object{"on": "2020-12-22"}).Refused(422, "dates-out-of-order", "/on")
	w.karin.Post("/links/"+link+"/reviews", object{"on": "2020-01-19"}).Refused(422, "dates-out-of-order", "/on")
	w.As("liv").Post("/links/"+link+"/reviews", object{"on": "2020-12-21"}).Refused(404, "not-found")
	w.karin.Post("/links/"+link+"/reviews", object{"on": "2020-12-21"}).Want(200).Shows(`"reviewBy":"2021-12-21"`, `"reviewedOn":"2020-12-21"`)
	w.karin.Get("/notifications").Want(200).Hides(link)
}

// TestR11OverdueReviewsAreTold: a plan that should have been reviewed goes on being told of.
func TestR11OverdueReviewsAreTold(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	late := linked("unit")
	late["on"] = "2019-11-01"
	link := w.karin.Post(w.plan+"/links", late).Want(201).Shows(`"reviewBy":"2020-11-01"`).Text("id")
	w.karin.Get("/notifications").Want(200).Shows("link-review-overdue", link)
}

// TestR11TheReviewHasItsOwnTag: what is shown of a review moves the link's tag, and not the plan's, which does not show it.
func TestR11TheReviewHasItsOwnTag(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	body := linked("parties")
	body["category"] = "support-needs"
	created := w.karin.Post(w.plan+"/links", body).Want(201)
	at := "/links/" + created.Text("id")
	before, plan := w.karin.Get(at).Want(200), w.karin.Get(w.plan).Want(200)
	if before.ETag() != created.ETag() {
		t.Errorf("tags: created %s, read %s", created.ETag(), before.ETag())
	}
	w.On("2020-12-21")
	reviewed := w.karin.Post(at+"/reviews", object{"on": "2020-12-21"}).Want(200).Shows(`"reviewBy":"2021-12-21"`)
	after := w.karin.Get(at).Want(200)
	if after.ETag() == before.ETag() || after.ETag() != reviewed.ETag() {
		t.Errorf("%s before, %s after, %s with the answer", before.ETag(), after.ETag(), reviewed.ETag())
	}
	if now := w.karin.Get(w.plan).Want(200).ETag(); now != plan.ETag() {
		t.Error("a review that the plan does not show moves its tag")
	}
	w.karin.Put(at, before.ETag(), body).Refused(412, "stale-version")
	changed := w.karin.Put(at, after.ETag(), body).Want(200)
	w.karin.Put(at, changed.ETag(), body).Want(200)
}
