package httpapi_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// local is the group of Hisingen, sspf the one that follows youths by consent.
var (
	local = "/collaboration-groups/" + demo.GroupID("hisingen").String()
	sspf  = "/collaboration-groups/" + demo.GroupID("sspf-hisingen").String()
)

func tells(text string) object {
	return object{"basis": "anonymised", "question": "Vem tar första steget?", "text": text}
}

// seatIn is the seat of somebody in the group of Hisingen.
func seatIn(person string) string {
	for _, g := range demo.Groups {
		for _, s := range g.Seats {
			if g.Key == "hisingen" && s.Person == person {
				return g.MemberID(s).String()
			}
		}
	}
	return ""
}

// TestR29EveryMemberRaisesCasesAlike: whoever sits there brings cases to the agenda; a cancelled session passes them on; who spoke for
// what, the outcome and its follow-up are written down. Nobody else has any of it.
func TestR29EveryMemberRaisesCasesAlike(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kim, rolf, bea, moa, karin := w.As("kim"), w.As("rolf"), w.As("bea"), w.As("moa"), w.As("karin")
	rolf.Post(local+"/sessions", weekly("2020-12-17", "2021-01-14")).Refused(403, "denied")
	karin.Post(local+"/sessions", weekly("2020-12-17", "2021-01-14")).Refused(404, "not-found")
	planned := moa.Post(local+"/sessions", weekly("2020-12-17", "2021-01-14")).Want(201)
	if n := len(planned.Rows("sessions")); n != 3 { // none on Christmas Eve and New Year's Eve
		t.Errorf("%d sessions: %s", n, planned.Body)
	}
	kim.Post(local+"/sessions", weekly("2021-01-14", "2021-01-14")).Refused(409, "duplicate")
	one, two := "/forum-sessions/"+planned.ID("sessions", "on", "2020-12-17"), "/forum-sessions/"+planned.ID("sessions", "on", "2021-01-07")
	byRolf := rolf.Post(local+"/forum-cases", tells("En elev kommer sällan till skolan.")).Want(201).Shows(`"own":true`, "Herrgårdsskolan").Text("id")
	byBea := bea.Post(local+"/forum-cases", tells("En ungdom sover inte.")).Want(201).Text("id")
	later := tells("Ett barn väntar.")
	later["takeUpFrom"] = "2020-12-18"
	byKim := kim.Post(local+"/forum-cases", later).Want(201).Text("id")
	for _, who := range []string{"karin", "petra", "disa", "sam", "fia"} {
		w.As(who).Get(local+"/forum-cases").Hides(byRolf, byBea, byKim, "sällan")
		w.As(who).Get("/forum-cases/" + byRolf).Hides("sällan")
		w.As(who).Get(one).Hides(byRolf)
	}
	karin.Get("/forum-cases/"+byRolf).Refused(404, "not-found")
	karin.Get(local+"/sessions").Refused(404, "not-found")
	rolf.Get(one).Want(200).Shows(byRolf, byBea).Hides(byKim)
	rolf.Post(one+"/cancellations", object{"reason": "Många är sjuka."}).Refused(403, "denied")
	kim.Post(one+"/cancellations", object{"reason": "Många är sjuka."}).Want(200).Shows("Många är sjuka").Hides(byRolf)
	kim.Post(one+"/cancellations", object{"reason": "Igen"}).Refused(409, "already-ended")
	rolf.Get(two).Want(200).Shows(byRolf, byBea, byKim)

	at := "/forum-cases/" + byRolf
	bea.Post(at+"/contributions", object{"text": "Vi prövar att träffas hemma."}).Want(200).Shows("Bea Sjö", "hemma")
	bea.Post(at+"/contributions", object{"text": "Skolan ringer.", "memberId": seatIn("rolf")}).Refused(403, "denied")
	moa.Post(at+"/contributions", object{"text": "Skolan ringer.", "memberId": seatIn("rolf")}).Want(200).Shows("Rolf Ask")
	outcome := object{"outcome": "advice", "text": "Skolan prövar en kortare dag.", "followUpOn": "2021-01-14", "responsibleId": seatIn("bea")}
	rolf.Post(at+"/outcomes", outcome).Refused(403, "denied")
	moa.Post(at+"/outcomes", outcome).Want(200).Shows(`"outcome":"advice"`, "Bea Sjö", `"expiresOn":"2021-07-13"`)
	rolf.Post(at+"/follow-ups", object{"text": "Det går bättre."}).Refused(403, "denied")
	w.On("2021-01-13")
	kim.Get("/forum-sessions/"+planned.ID("sessions", "on", "2021-01-14")).Want(200).Shows(`"followUps":[{`, byRolf)
	bea.Post(at+"/follow-ups", object{"text": "Det går bättre."}).Want(200).Shows("bättre", `"followedUpOn":"2021-01-13"`)
	moa.Post(at+"/outcomes", outcome).Refused(409, "illegal-forum-step")

	rolf.Post("/forum-cases/"+byBea+"/withdrawals", object{}).Refused(403, "denied")
	bea.Post("/forum-cases/"+byBea+"/withdrawals", object{}).Want(200)
	bea.Get("/forum-cases/"+byBea).Refused(404, "not-found")
	wantNoText(t, w, "sover inte")
}

// wantNoText: a text is nowhere in what forums keep.
func wantNoText(t *testing.T, w *testkit.API, text string) {
	t.Helper()
	var n int
	err := w.Owner.QueryRowContext(t.Context(), `SELECT (SELECT count(*) FROM forum_case_text WHERE body LIKE '%' || $1 || '%') + (SELECT count(*) FROM forum_contribution WHERE body LIKE '%' || $1 || '%')`, text).Scan(&n)
	if err != nil || n != 0 {
		t.Errorf("%q is kept in %d places: %v", text, n, err)
	}
}

// TestR29OnlyTheRaisingUnitKnowsTheChild: a case without names holds no link that members could follow; at the raising unit those who
// work with the child open it with a reason, each time anew.
func TestR29OnlyTheRaisingUnitKnowsTheChild(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kim, karin := w.As("kim"), w.As("karin")
	_, milo := planOf(karin, "Milo Ros")
	d := tells("En elev kommer sällan till skolan.")
	d["childId"] = milo
	id := kim.Post(local+"/forum-cases", d).Want(201).Hides(milo, "Milo", "Ros").Text("id")
	at := "/forum-cases/" + id
	for _, who := range []string{"rolf", "bea", "moa", "liv", "vera"} {
		w.As(who).Get(at).Want(200).Hides(milo, "Milo", "Kim", `"own":true`)
		w.As(who).Post(at+"/link-openings", object{"reason": "Nyfiken"}).Hides(milo)
	}
	w.As("rolf").Post(at+"/link-openings", object{"reason": "Nyfiken"}).Refused(403, "denied")
	w.As("agnes").Post(at+"/link-openings", object{"reason": "Nyfiken"}).Refused(403, "denied")
	w.As("bo").Post(at+"/link-openings", object{"reason": "Nyfiken"}).Refused(404, "not-found")
	kim.Post(at+"/link-openings", object{}).Want(400)
	karin.Get(at).Refused(404, "not-found") // no member
	karin.Post(at+"/link-openings", object{"reason": "Familjen har frågat."}).Want(200).Shows(milo)
	kim.Post(at+"/link-openings", object{"reason": "Inför mötet."}).Want(200).Shows(milo)
	var opened, logged int
	if err := w.Owner.QueryRowContext(t.Context(), `SELECT (SELECT count(*) FROM forum_link_opening), (SELECT count(*) FROM audit_entry WHERE operation = 'OpenForumLink' AND child_id = $1)`, milo).
		Scan(&opened, &logged); err != nil || opened != 2 || logged != 2 {
		t.Errorf("%d openings are kept, %d logged: %v", opened, logged, err)
	}
	if other := kim.Post(local+"/forum-cases", tells("Ett barn väntar.")).Want(201).Text("id"); true {
		kim.Post("/forum-cases/"+other+"/link-openings", object{"reason": "Inför mötet."}).Refused(403, "denied") // of nobody
	}
}

// TestR29TextsEnd: from the day after the last a case is there for nobody, and the job removes its words and the link; what was learnt
// stays.
func TestR29TextsEnd(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kim, rolf := w.As("kim"), w.As("rolf")
	_, milo := planOf(w.As("karin"), "Milo Ros")
	d := tells("En elev kommer sällan till skolan.")
	d["childId"] = milo
	at := "/forum-cases/" + kim.Post(local+"/forum-cases", d).Want(201).Shows(`"expiresOn":"2021-06-13"`).Text("id")
	rolf.Post(at+"/contributions", object{"text": "Vi ringer sällan."}).Want(200)
	rolf.Post(local+"/learning-points", object{"text": "Ring Milo"}).Refused(422, "confirm-warnings", "/text") // rolf has no such case
	kim.Post(local+"/learning-points", object{"text": "Ring Milo"}).Refused(422, "identifying-text", "/text")
	kim.Post(local+"/learning-points", object{"text": "Hör av er tidigt."}).Want(201)
	weed := func(day string) {
		t.Helper()
		w.On(day)
		if err := w.Store.Weed(t.Context(), civil.MustParse(day)); err != nil {
			t.Fatal(err)
		}
	}
	weed("2021-06-13")
	rolf.Get(at).Want(200).Shows("sällan")
	w.On("2021-06-14")
	rolf.Get(at).Refused(404, "not-found")
	rolf.Get(local + "/forum-cases").Want(200).Shows(`"totalRecords":0`)
	kim.Post(at+"/link-openings", object{"reason": "Inför mötet."}).Refused(404, "not-found")
	weed("2021-06-14")
	wantNoText(t, w, "sällan")
	var links int
	if err := w.Owner.QueryRowContext(t.Context(), "SELECT count(*) FROM forum_case_child").Scan(&links); err != nil || links != 0 {
		t.Errorf("%d links are kept: %v", links, err)
	}
	rolf.Get(local + "/learning-points").Want(200).Shows("Hör av er tidigt")
}

// follows lets lena raise a case of Lo's in the SSPF group, by a consent to some.
func (w *walls) follows(t *testing.T, to ...string) (at, consent string) {
	t.Helper()
	var scopes []any
	for _, branch := range to {
		scopes = append(scopes, object{"fromBranchId": demo.BranchID("gn-school"), "toBranchId": demo.BranchID(branch), "categories": []string{"schooling"}})
	}
	consent = w.ask(w.lena, "e-identification", "gn-school", "sh-social", object{"scopes": scopes}).Text("id")
	d := object{"basis": "consent", "childId": w.child, "consentId": consent, "category": "schooling", "question": "Vem följer upp?", "text": "Lo Haddad är borta på kvällarna."}
	w.answer(w.amir, consent, "given").Want(200)
	w.lena.Post(sspf+"/forum-cases", d).Refused(422, "consent-not-live", "/consentId")
	w.answer(w.eva, consent, "given").Want(200)
	d["category"] = "health"
	w.lena.Post(sspf+"/forum-cases", d).Refused(422, "consent-not-live", "/consentId")
	d["category"] = "schooling"
	return "/forum-cases/" + w.lena.Post(sspf+"/forum-cases", d).Want(201).Text("id"), consent
}

// TestR29ACaseByConsentEndsWithIt: whom the consent names sees the case while it is in force; its withdrawal, and a protection that is
// raised, close it at the next reading. The raising unit keeps it.
func TestR29ACaseByConsentEndsWithIt(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	at, consent := w.follows(t, "sh-social")
	w.lena.Get(at).Want(200).Shows("Lo Haddad")
	w.karin.Get(at).Want(200).Shows("Lo Haddad", `"category":"schooling"`).Hides(w.child)
	w.As("liv").Get(at).Want(200) // of the same domain
	for _, who := range []string{"bea", "petra", "kim", "rolf"} {
		w.As(who).Get(at).Refused(404, "not-found")
	}
	w.As("bea").Get(sspf + "/forum-cases").Want(200).Shows(`"totalRecords":0`).Hides("Haddad")
	w.karin.Post(at+"/contributions", object{"text": "Vi träffar Lo i veckan."}).Want(200)
	w.karin.Post(at+"/outcomes", object{"outcome": "sip", "text": "Lo behöver en plan."}).Want(200)
	protect := func(level string) {
		t.Helper()
		if _, err := w.Owner.ExecContext(t.Context(), "UPDATE person SET protection = $1 WHERE id = $2", level, w.child); err != nil {
			t.Fatal(err)
		}
	}
	protect("confidentiality-marking")
	w.karin.Get(at).Refused(404, "not-found")
	w.lena.Get(at).Want(200)
	protect("none")
	w.karin.Get(at).Want(200).Shows("Lo behöver en plan")
	w.amir.Post("/my/consents/"+consent+"/withdrawals", object{"reason": "Vi vill inte längre."}).Want(200)
	w.karin.Get(at).Refused(404, "not-found")
	w.karin.Post(at+"/contributions", object{"text": "Vi träffar Lo."}).Refused(404, "not-found")
	w.karin.Get(sspf + "/forum-cases").Want(200).Shows(`"totalRecords":0`)
	w.lena.Get(at).Want(200).Shows("Lo behöver en plan")
}

// TestR28PoliceInAForum: the police is a member as the others, and sees of the cases what was released to it, and nothing of the rest.
func TestR28PoliceInAForum(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	petra := w.As("petra")
	w.As("karin").Post(sspf+"/sessions", weekly("2021-01-21", "2021-01-21")).Want(201)
	session := "/forum-sessions/" + first(petra.Get(sspf+"/sessions").Want(200), "sessions", "id")
	social, _ := w.follows(t, "sh-social")
	petra.Get(social).Refused(404, "not-found")
	petra.Get(session).Want(200).Shows(`"cases":[]`).Hides("Haddad")
	shared, _ := w.follows(t, "sh-social", "police")
	petra.Get(shared).Want(200).Shows("Lo Haddad").Hides(w.child)
	petra.Get(social).Refused(404, "not-found") // another consent opens nothing of the first
	petra.Get(session).Want(200).Shows(shared[len("/forum-cases/"):]).Hides(social[len("/forum-cases/"):])
	petra.Get(sspf + "/forum-cases").Want(200).Shows(`"totalRecords":1`)
	w.lena.Get(session).Want(200).Shows(shared[len("/forum-cases/"):], social[len("/forum-cases/"):])
}
