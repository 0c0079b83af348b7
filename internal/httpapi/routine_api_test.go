package httpapi_test

import (
	"slices"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// ownRoutine is a profile of a principal's own: in a hurry, and else as Västra Götaland.
func ownRoutine(version, from string) string {
	return `{"code": "hisingen", "version": ` + version + `, "validFrom": "` + from + `", "base": {"code": "vastbus", "version": 1},
	  "names": {"sv": "Hisingens rutin", "en": "The routine of Hisingen"},
	  "deadlines": {"reply-to-call": {"length": 4, "unit": "working-days", "onFreeDay": "stays", "soonDays": 1,
	    "source": {"basis": "practice", "reference": "Beslut i lokala gruppen"}}}}`
}

// TestR45APrincipalWorksByItsOwnProfile: loaded whole or not at all, chosen from a day, and nobody else's business.
func TestR45APrincipalWorksByItsOwnProfile(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	sam, rut, karin, bea := w.As("sam"), w.As("rut"), w.As("karin"), w.As("bea")
	const inForce = "/routine-profiles/in-force"
	karin.Get(inForce).Want(200).Shows(`"code":"vastbus"`, `"kind":"meeting-held","length":21`, `"basis":"agreement"`).Hides("principalId")
	broken := strings.NewReplacer(`"length": 4`, `"length": 0`, `"version": 1, "v`, `"version": 2, "v`).Replace(ownRoutine("1", before))
	sam.Post("/routine-profile-checks", object{"document": broken}).Want(200).
		Shows(`{"code":"out-of-range","pointer":"/deadlines/reply-to-call/length"}`, `{"code":"out-of-order","pointer":"/version"}`)
	sam.Post("/routine-profile-checks", object{"document": ownRoutine("1", before)}).Want(200).Shows(`"faults":[]`)
	sam.Post("/routine-profiles", object{"document": broken}).
		Refused(422, "invalid-value", "/document/deadlines/reply-to-call/length", "/document/version")
	sam.Post("/routine-choices", object{"code": "hisingen", "validFrom": before}).Refused(422, "invalid-value", "/code")
	own := sam.Post("/routine-profiles", object{"document": ownRoutine("1", after)}).Want(201)
	sam.Post("/routine-profiles", object{"document": ownRoutine("1", after)}).Refused(422, "invalid-value", "/document/validFrom", "/document/version")
	sam.Post("/routine-choices", object{"code": "hisingen", "validFrom": before}).Refused(422, "dates-out-of-order", "/validFrom")
	sam.Post("/routine-choices", object{"code": "hisingen", "validFrom": "2020-12-14"}).Refused(422, "dates-out-of-order", "/validFrom")
	sam.Post("/routine-choices", object{"code": "hisingen", "validFrom": after}).Want(200)
	karin.Get(inForce).Want(200).Shows(`"code":"vastbus"`)

	at := "/routine-profiles/" + own.Text("id")
	bea.Get(at).Refused(404, "not-found")
	bea.Get("/routine-profiles").Want(200).Hides("hisingen").Shows(`"totalRecords":6`)
	rut.Get("/routine-choices").Want(200).Hides("hisingen")
	rut.Post("/routine-profiles", object{"document": ownRoutine("1", after)}).Want(201)
	for _, who := range []string{"karin", "kim", "agnes", "disa"} {
		w.As(who).Get(at).Want(200).Shows(`"document":`, "Beslut i lokala gruppen", `"length":4`)
		w.As(who).Post("/routine-profiles", object{"document": ownRoutine("2", "2022-01-01")}).Refused(403, "denied")
		w.As(who).Post("/routine-profile-checks", object{"document": "{}"}).Refused(403, "denied")
		w.As(who).Post("/routine-choices", object{"code": "national", "validFrom": after}).Refused(403, "denied")
	}
	w.As("amir").Get(inForce).Refused(403, "denied")

	w.On(after)
	karin.Get(inForce).Want(200).Shows(`"code":"hisingen"`, `"kind":"reply-to-call","length":4`, `"kind":"meeting-held","length":21`)
	bea.Get(inForce).Want(200).Shows(`"code":"vgr"`)
	rows := sam.Get("/routine-profiles").Want(200).Rows("routineProfiles")
	for _, r := range rows {
		if isOwn := r["code"] == "hisingen"; r["isOwn"] != isOwn || r["isInForce"] != isOwn {
			t.Errorf("listed as %v", r)
		}
	}
	sam.Get("/routine-choices").Want(200).Shows(`"code":"hisingen","validFrom":"2021-01-04"`, `"totalRecords":2`)
}

// TestR45TheProfileSaysWhichPlansThereAre: a kind that it lacks is not made, nor grown into; what is there goes on.
func TestR45TheProfileSaysWhichPlansThereAre(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	lena, vera, rut := w.As("lena"), w.As("vera"), w.As("rut")
	_, sixten := planOf(lena, "Sixten Udd")
	lena.Post("/plans", object{"childId": sixten, "kind": "barnets-plan"}).Refused(422, "invalid-value", "/kind")
	lena.Post("/plans", object{"childId": sixten, "kind": "sip"}).Want(201)
	plan, alva := planOf(vera, "Alva Grip")
	vera.Post("/plans", object{"childId": alva, "kind": "barnets-plan"}).Want(201)

	alone := `{"code": "alone", "version": 1, "validFrom": "` + before + `", "base": {"code": "vastbus", "version": 1},
	  "names": {"sv": "Bara Barnets plan", "en": "The child's plan alone"}, "planKinds": ["barnets-plan"]}`
	rut.Post("/routine-profiles", object{"document": alone}).Want(201)
	rut.Post("/routine-choices", object{"code": "alone", "validFrom": before}).Want(200)
	vera.Post("/plans/"+plan+"/growths", object{}).Refused(422, "invalid-value", "/kind")
	rut.Post("/routine-choices", object{"code": "vastbus", "validFrom": before}).Want(200)
	vera.Post("/plans", object{"childId": alva, "kind": "barnets-plan"}).Refused(422, "invalid-value", "/kind")
	vera.Post("/plans/"+plan+"/goals", object{"text": "Leker", "horizon": "short"}).Want(201)
	vera.Post("/plans/"+plan+"/growths", object{}).Want(201)
}

// TestR49WhoCoordinatesIsSuggested: by the plan's profile and the child's age today, with the rule and the units of that kind
// that take part. Nobody is appointed; the family reads the words of its plan.
func TestR49WhoCoordinatesIsSuggested(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	lena, sam, sten := w.As("lena"), w.As("sam"), w.As("sten")
	old, child := planOf(lena, "Sixten Udd")
	lena.Get("/plans/"+old+"/coordinator-suggestion").Want(200).Shows(`"candidates":[]`).Hides("source", "role")
	lena.Get("/plans/"+old+"/words").Want(200).Shows(`"term":"call"`, "kallelse till SIP", `"code":"relations"`)
	sam.Post("/routine-choices", object{"code": "kronobarn", "validFrom": before}).Want(200)
	at := "/plans/" + lena.Post("/plans", object{"childId": child, "kind": "barnets-plan"}).Want(201).Text("id")
	suggested := lena.Get(at+"/coordinator-suggestion").Want(200).
		Shows(`"code":"headteacher"`, `"fromAge":6`, `"untilAge":18`, `"until":"birthday"`, `"unitClasses":["school","independent-school"]`, `"basis":"agreement"`)
	suggested.Shows(`"unitIds":["` + demo.UnitID("hs").String() + `"]`)
	lena.Get(at+"/role-holders").Want(200).Hides("headteacher", `"coordinator"`)
	for _, who := range []string{"karin", "bea", "ulf"} {
		w.As(who).Get(at+"/coordinator-suggestion").Refused(404, "not-found")
		w.As(who).Get(at+"/words").Refused(404, "not-found")
	}
	w.As("sam").Get(at+"/coordinator-suggestion").Refused(403, "denied")
	sten.Get("/my"+at+"/words").Refused(404, "not-found") // not told yet
	lena.Post(at+"/status-changes", object{"to": "informed", "on": before}).Want(201)
	sten.Get("/my"+at+"/words").Want(200).Shows("Barnets bästa-hjulet", `"code":"cared-for"`, "Barnets plan").Hides("shanarri", "source")
	w.As("amir").Get("/my"+at+"/words").Refused(404, "not-found")
	lena.Get("/plans/" + old + "/words").Want(200).Hides("hjulet") // as it was made
}

// TestR45HowThePlansDeadlinesStand: each counts from what everybody who sees the plan knows, by the plan's own profile.
func TestR45HowThePlansDeadlinesStand(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	karin, lena := w.As("karin"), w.As("lena")
	sixten, _ := planOf(lena, "Sixten Udd") // noted in November, and nobody told
	lena.Get("/plans/"+sixten+"/deadlines").Want(200).Shows(`{"countsFrom":"2020-11-09","dueOn":"2020-11-`, `"kind":"start-of-work","state":"breached"`,
		`{"kind":"meeting-held","state":"not-begun"}`)
	tuva, _ := planOf(karin, "Tuva Ros") // called and met on one day, and nothing sent since
	karin.Get("/plans/"+tuva+"/deadlines").Want(200).Shows(`"kind":"start-of-work","state":"met"`, `"kind":"meeting-held","state":"met"`,
		`"kind":"plan-sent","state":"breached"`, `{"kind":"follow-up","state":"not-begun"}`)
	for _, who := range []string{"liv", "bea"} {
		w.As(who).Get("/plans/"+tuva+"/deadlines").Refused(404, "not-found")
	}
	w.As("sam").Get("/plans/"+tuva+"/deadlines").Refused(403, "denied")
	lena.Post("/plans/"+sixten+"/status-changes", object{"to": "declined", "on": before, "declinedBy": "family", "reason": canary}).Want(201)
	lena.Get("/plans/"+sixten+"/deadlines").Want(200).Shows("start-of-work").Hides("meeting-held", "follow-up")
}

// TestR45AFamilySeesItsDeadlines: in plain words, and only those that count from a day that it sees: neither when a need was
// noted nor when a version was dispatched can be reckoned from them.
func TestR45AFamilySeesItsDeadlines(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	lena := w.As("lena")
	lo, _ := planOf(lena, "Lo Haddad")
	at := "/my/plans/" + lo + "/deadlines"
	lena.Get("/plans/"+lo+"/deadlines").Want(200).Shows("start-of-work", "plan-sent", "countsFrom", "meeting-held")
	for _, who := range []string{"amir", "eva", "lo"} {
		w.As(who).Get(at).Want(200).Shows(`"kind":"meeting-held"`, `"kind":"follow-up"`, "Planen ska ha följts upp. ", "The plan is to have been followed up. ").
			Hides("start-of-work", "plan-sent", "countsFrom", "reason", "callId", "addresseeId", "reply-to-call", "call-before-meeting")
	}
	for _, who := range []string{"mia", "samira"} {
		w.As(who).Get(at).Refused(404, "not-found")
	}
	lena.Get(at).Refused(403, "denied")
	sixten, _ := planOf(lena, "Sixten Udd") // nobody told
	w.As("amir").Get("/my/plans/"+sixten+"/deadlines").Refused(404, "not-found")
}

// TestR45WhyADeadlineWasBroken: the leading unit says why, for itself alone; the last word holds, and none is thrown away.
func TestR45WhyADeadlineWasBroken(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	lena, karin := w.As("lena"), w.As("karin")
	lo, _ := planOf(lena, "Lo Haddad")
	at, because := "/plans/"+lo+"/deadline-reasons", func(kind, text string) object { return object{"deadline": kind, "reason": text} }
	lena.Post(at, because("meeting-held", canary)).Refused(409, "deadline-not-broken") // it was kept
	lena.Post(at, because("follow-up", canary)).Refused(409, "deadline-not-broken")    // there is time
	karin.Post(at, because("plan-sent", canary)).Refused(403, "denied")                // takes part, and does not lead
	w.As("liv").Post(at, because("plan-sent", canary)).Refused(404, "not-found")
	w.As("sam").Post(at, because("plan-sent", canary)).Refused(403, "denied")
	before := karin.Get("/plans/" + lo + "/deadlines").Want(200).Body
	lena.Post(at, because("plan-sent", "Posten var sen.")).Want(201).Shows(`"countsFrom":"2020-10-05"`, `"deadline":"plan-sent"`)
	lena.Post(at, because("plan-sent", "Vi glömde det.")).Want(201)
	for _, who := range []string{"lena", "rolf"} { // and who answers for the unit
		w.As(who).Get("/plans/" + lo + "/deadlines").Want(200).Shows(`"reason":"Vi glömde det."`).Hides("Posten")
	}
	for _, who := range []string{"karin", "kim", "bea", "mats"} { // also of the same domain
		w.As(who).Get("/plans/"+lo+"/deadlines").Want(200).Hides("glömde", "Posten", "reason")
	}
	if now := karin.Get("/plans/" + lo + "/deadlines").Body; now != before {
		t.Errorf("a reason leaves a trace for others: %s", now)
	}
	sixten, _ := planOf(lena, "Sixten Udd")
	lena.Post("/plans/"+sixten+"/deadline-reasons", because("start-of-work", "Sjukdom.")).Want(201)
	lena.Post("/plans/"+sixten+"/status-changes", object{"to": "declined", "on": day, "declinedBy": "family", "reason": canary}).Want(201)
	lena.Post("/plans/"+sixten+"/deadline-reasons", because("start-of-work", canary)).Refused(409, "plan-closed")
	lena.Get("/plans/" + sixten + "/deadlines").Want(200).Shows("Sjukdom.")
}

// TestR45APlanRemembersItsVersion: whatever the principal chooses later.
func TestR45APlanRemembersItsVersion(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	lena, sam := w.As("lena"), w.As("sam")
	_, child := planOf(lena, "Sixten Udd")
	add := func() { lena.Post("/plans", object{"childId": child, "kind": "sip"}).Want(201) }
	add()
	sam.Post("/routine-choices", object{"code": "kronobarn", "validFrom": before}).Want(200)
	add()
	var got []string
	rows, err := w.Owner.QueryContext(t.Context(), `SELECT v.code FROM plan p JOIN routine_version v ON v.id = p.routine_version_id
	  WHERE p.child_id = $1 ORDER BY p.created_at DESC, p.id DESC LIMIT 2`, child)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = rows.Close() }() // read to its end
	for rows.Next() {
		var code string
		if err := rows.Scan(&code); err != nil {
			t.Fatal(err)
		}
		got = append(got, code)
	}
	if !slices.Equal(got, []string{"kronobarn", "vastbus"}) || rows.Err() != nil {
		t.Errorf("plans were made under %v (%v)", got, rows.Err())
	}
	if _, err := w.Owner.ExecContext(t.Context(), "UPDATE plan SET routine_version_id = NULL"); err == nil {
		t.Error("a plan can forget its version")
	}
}
