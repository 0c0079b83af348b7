package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

var longer = object{"reason": "Uppgifterna finns i flera system"}

// TestTheTimeForAnExtractIsExtendedOnce: by the manager, by what the routine says, before the first time is over; clock and reminders
// follow, and whoever asked is told so, and why, and nobody else.
func TestTheTimeForAnExtractIsExtendedOnce(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	amir, kim := k.As("amir"), k.As("kim")
	at := k.asks("amir")
	of := at[len("/my/data-extracts/"):]
	request := "/public-requests/" + of
	for _, who := range []string{"karin", "disa"} {
		k.As(who).Post(request+"/extensions", longer).Refused(403, "denied")
	}
	amir.Post(request+"/extensions", longer).Refused(403, "denied")
	k.As("rolf").Post(request+"/extensions", longer).Refused(404, "not-found")
	other := k.karin.Post("/public-requests", object{"text": "x", "receivedOn": "2020-12-01"}).Want(201).Text("id")
	kim.Post("/public-requests/"+other+"/extensions", longer).Refused(403, "denied")
	before := amir.Get(at).ETag()
	amir.Get("/my/notifications?limit=100").Want(200).Hides("extract-extended", of)
	k.On("2021-01-15")
	kim.Post(request+"/extensions", longer).Want(200).Shows(`"answerBy":"2021-03-15"`, `"extendedOn":"2021-01-15"`, "flera system")
	kim.Post(request+"/extensions", longer).Refused(409, "duplicate")
	if amir.Get(at).Want(200).Shows(`"answerBy":"2021-03-15"`, `"extendedOn":"2021-01-15"`, "flera system").ETag() == before {
		t.Error("the version is the same")
	}
	amir.Get("/my/data-extracts").Want(200).Shows(`"answerBy":"2021-03-15"`, "flera system")
	amir.Get(at+"/page?language=sv-simple").Want(200).Shows("Därför tar det längre tid", "flera system")
	told := amir.Get("/my/notifications?limit=100").Want(200).Shows("extract-extended", of, `"data-extract"`, `"since":"2021-01-15"`, "har förlängts")
	told.Hides("flera system", "extract-answered", demo.UnitID("bou1").String(), "Barn och unga")
	for _, who := range []string{"eva", "lo", "mia"} {
		k.As(who).Get("/my/notifications?limit=100").Want(200).Hides("extract-extended", of)
	}
	k.On("2021-01-16")
	k.karin.Get("/notifications?limit=100").Want(200).Shows("extract-waits").Hides("extract-overdue")
	k.On("2021-03-16")
	k.karin.Get("/notifications?limit=100").Want(200).Shows("extract-overdue").Hides("extract-waits")
	amir.Get("/my/notifications?limit=100").Want(200).Hides("extract-extended") // after the routine's days
}

// TestAnExtractIsNotExtendedWhenItIsLate: nor when it is decided.
func TestAnExtractIsNotExtendedWhenItIsLate(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	kim := k.As("kim")
	k.On("2021-01-15")
	request := "/public-requests/" + k.asked("mia", "bou1", "2021-02-15")
	k.On("2021-02-16")
	kim.Post(request+"/extensions", longer).Refused(409, "too-late")
	kim.Post(request+"/decisions", object{}).Want(200)
	kim.Post(request+"/extensions", longer).Refused(409, "already-answered")
}

// TestWhoAskedIsToldWhatCameOfIt: of an answer and of a decision on an objection, each of the own, as long as what it is about is there.
func TestWhoAskedIsToldWhatCameOfIt(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	k.show()
	amir, eva, lo := k.As("amir"), k.As("eva"), k.As("lo")
	objection := amir.Post("/my/items/"+k.item+"/objections", object{"text": "Det stämmer inte"}).Want(201).Text("id")
	kept := lo.Post("/my/items/"+k.item+"/objections", object{"text": "KANARIE-fel", "keepFromGuardians": true}).Want(201).Text("id")
	taken := k.karin.Post("/items/"+k.item+"/objections", object{"speaker": "guardian", "text": "Muntligt"}).Want(201).Text("id")
	at := k.asks("eva")
	of := at[len("/my/data-extracts/"):]
	news := func(who string) string { return k.As(who).Get("/my/notifications?limit=100").Want(200).Body }
	before := map[string]string{"amir": news("amir"), "eva": news("eva"), "lo": news("lo"), "mia": news("mia")}

	for _, o := range []string{objection, kept, taken} {
		k.karin.Post("/objections/"+o+"/decisions", object{"outcome": "stands", "reason": "KANARIE-skäl"}).Want(200)
	}
	for _, l := range k.karin.Get("/public-requests/" + of).Rows("items") {
		k.karin.Post("/public-requests/"+of+"/assessments", object{"itemId": l["itemId"], "outcome": "refused", "paragraph": "OSL 12:3", "reason": "KANARIE"}).Want(200)
	}
	k.As("kim").Post("/public-requests/"+of+"/decisions", object{}).Want(200)
	amir.Get("/my/notifications?limit=100").Want(200).Shows("objection-decided", objection, "du anser är felaktig").Hides(kept, taken, of, "KANARIE", "extract-answered", k.item)
	lo.Get("/my/notifications?limit=100").Want(200).Shows("objection-decided", kept).Hides(objection, taken, of, "KANARIE")
	eva.Get("/my/notifications?limit=100").Want(200).Shows("extract-answered", of).Hides(kept, objection, taken, "KANARIE", "objection-decided")
	if news("mia") != before["mia"] {
		t.Error("a stranger is told of something")
	}

	k.karin.Post("/items/"+k.item+"/withholdings", object{"everyGuardian": true, "reason": "KANARIE"}).Want(201)
	if news("amir") != before["amir"] {
		t.Error("what is withheld leaves a trace")
	}
	lo.Get("/my/notifications?limit=100").Want(200).Shows(kept)
	eva.Get("/my/notifications?limit=100").Want(200).Shows("extract-answered")
	k.On("2021-02-01")
	lo.Get("/my/notifications?limit=100").Want(200).Hides(kept) // after the routine's days
	eva.Get("/my/notifications?limit=100").Want(200).Hides(of)
}

// TestAUnitWithoutACaseIsAskedAlike: its clock runs as that of one with a case: its manager is told, and late, may put it off, and answers;
// whoever asked sees the same days.
func TestAUnitWithoutACaseIsAskedAlike(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	amir := k.As("amir")
	asked := map[string]string{}
	managers := map[string]string{"hs": "rolf", "boc": "ola"} // the school has the case, the other board has none
	for unit, manager := range managers {
		asked[unit] = k.asked("amir", unit, "2021-01-15")
		m := k.As(manager)
		m.Get("/public-requests").Want(200).Shows(asked[unit], `"answerBy":"2021-01-15"`)
		m.Get("/public-requests/"+asked[unit]).Want(200).Shows(k.people["lo"], `"answerBy":"2021-01-15"`)
		m.Get("/notifications?limit=100").Want(200).Shows("extract-waits", asked[unit])
	}
	k.On("2021-01-15")
	k.As("ola").Post("/public-requests/"+asked["boc"]+"/extensions", longer).Want(200)
	k.As("rolf").Post("/public-requests/"+asked["hs"]+"/extensions", longer).Want(200)
	k.On("2021-03-16")
	for unit, manager := range managers {
		m := k.As(manager)
		m.Get("/notifications?limit=100").Want(200).Shows("extract-overdue", asked[unit])
		for _, l := range m.Get("/public-requests/" + asked[unit]).Rows("items") {
			m.Post("/public-requests/"+asked[unit]+"/assessments", object{"itemId": l["itemId"], "outcome": "refused", "paragraph": "OSL 12:3", "reason": "KANARIE"}).Want(200)
		}
		m.Post("/public-requests/"+asked[unit]+"/decisions", object{}).Want(200)
		m.Get("/notifications?limit=100").Want(200).Hides(asked[unit])
		amir.Get("/my/data-extracts/"+asked[unit]).Want(200).Shows(`"answerBy":"2021-03-15"`, `"decidedOn":"2021-03-16"`)
		amir.Get("/my/notifications?limit=100").Want(200).Shows("extract-answered", asked[unit])
	}
}

// asked lets somebody ask a unit about Lo, or about oneself.
func (k *kept) asked(who, unit, by string) string {
	body := object{"unitId": demo.UnitID(unit)}
	if who == "amir" || who == "eva" {
		body["childId"] = k.people["lo"]
	}
	return k.As(who).Post("/my/data-extracts", body).Want(201).Shows(`"answerBy":"` + by + `"`).Text("id")
}
