package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// taken lets somebody enter a deviation about a unit, and the group of the manager take it up; it gives both ids.
func taken(w *testkit.API, who, manager, group, about, text string) (deviation, held string) {
	entered := deviates("reported", text)
	entered["concernsUnitId"] = demo.UnitID(about)
	deviation = w.As(who).Post("/deviations", entered).Want(201).Text("id")
	at := "/deviations/" + deviation
	w.As(manager).Post(at+"/manager-contacts", object{"contactedOn": day, "otherManager": "Chefen", "cause": "Uppgiften låg hos ingen."}).Want(200)
	w.As(who).Post(at+"/submissions", object{"groupId": demo.GroupID(group)}).Want(200)
	held = w.As(manager).Get("/deviation-cases").ID("deviationCases", "state", "submitted")
	w.As(manager).Post("/deviation-cases/"+held+"/intakes", object{"outcome": "accepted"}).Want(200)
	return deviation, held
}

// TestR53BetweenMunicipalities is story 2: a hand-over between two municipalities. Ronneby's group gets a case of its own, with a
// state of its own; it answers Karlskrona's, which sees that and no measures; nobody sees the other unit's people or a child.
func TestR53BetweenMunicipalities(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kent, roland := w.As("kent"), w.As("roland")
	id, held := taken(w, "kajsa", "kent", "karlskrona", "ro-bof", "Överlämningen mellan kommunerna blev inte gjord.")
	has := "/deviation-cases/" + held
	there := roland.Get("/deviation-cases").ID("deviationCases", "state", "submitted")
	mirror := "/deviation-cases/" + there
	roland.Get(mirror).Want(200).Shows(`"origin":"mirrored"`, demo.GroupID("karlskrona").String(), "Överlämningen mellan", "Uppgiften låg hos ingen.").Hides("Kajsa", id, held)
	w.As("sara").Get(mirror).Want(200)
	w.As("ronja").Get(mirror).Refused(404, "not-found") // the unit that it is about is no member
	kent.Get(mirror).Refused(404, "not-found")
	roland.Get(has).Refused(404, "not-found")
	kent.Get(has).Want(200).Shows(`"sentCases":[{`, demo.GroupID("ronneby").String(), `"state":"submitted"`)
	w.As("sara").Post(mirror+"/answers", object{"text": "a"}).Refused(403, "denied")
	roland.Post(mirror+"/answers", object{"text": "a"}).Refused(409, "illegal-deviation-step")
	roland.Post(mirror+"/intakes", object{"outcome": "accepted"}).Want(200)
	roland.Post(mirror+"/measures", object{"unitId": demo.UnitID("ro-bof"), "text": "En rutin för mottagandet", "dueOn": "2021-01-31"}).Want(200)
	roland.Post(mirror+"/escalations", object{"reason": "a"}).Refused(409, "no-group-above")
	roland.Post(mirror+"/answers", object{"text": "Ronneby tar emot från och med januari."}).Want(200).Shows(`"state":"answered"`)
	kent.Get(has).Want(200).Shows("Ronneby tar emot", `"state":"accepted"`).Hides("En rutin för mottagandet")
	w.As("kajsa").Get("/deviations/" + id).Want(200).Shows(`"state":"accepted"`).Hides("Ronneby tar emot")
}

// TestR53NobodyIsTold where it stays inside the municipality, or the other one has no group.
func TestR53NobodyIsTold(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	for _, about := range []string{"fs", "bup", "vx-fam"} {
		_, held := taken(w, "karin", "kim", "hisingen", about, "Ingen kom till mötet.")
		w.As("kim").Get("/deviation-cases/" + held).Want(200).Shows(`"sentCases":[]`)
	}
}

// TestR53TheClockAndTheLevels: the routine's sixty days, overdue in the inbox; lifted to the county, and there a fault of the system;
// answered, its measures followed up, and closed.
func TestR53TheClockAndTheLevels(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kim, bibi, moa, karin := w.As("kim"), w.As("bibi"), w.As("moa"), w.As("karin")
	id, held := taken(w, "karin", "kim", "hisingen", "fs", "Kallelser kommer inte fram.")
	has, at := "/deviation-cases/"+held, "/deviations/"+id
	kim.Get(has).Want(200).Shows(`"level":"local"`, `"dueOn":"2021-02-15"`, `"isOverdue":false`)
	w.As("rolf").Post(has+"/escalations", object{"reason": "a"}).Refused(403, "denied")
	kim.Post(has+"/escalations", object{"reason": "Det händer överallt."}).Want(200).Shows(`"state":"escalated"`, demo.GroupID("gbg-omradet").String())
	kim.Post(has+"/escalations", object{"reason": "igen"}).Refused(409, "illegal-deviation-step")
	county := "/deviation-cases/" + bibi.Get("/deviation-cases").ID("deviationCases", "level", "county")
	bibi.Get(county).Want(200).Shows(`"origin":"escalated"`, "Kallelser kommer inte").Hides("Karin")
	bibi.Post(county+"/intakes", object{"outcome": "accepted"}).Want(200)
	bibi.Post(county+"/escalations", object{"reason": "Systemet tappar post."}).Want(200).Shows(`"level":"system"`, `"state":"accepted"`)
	bibi.Post(county+"/escalations", object{"reason": "a"}).Refused(409, "illegal-deviation-step")
	bibi.Get(has).Refused(404, "not-found")
	w.On("2021-02-16")
	kim.Get("/notifications").Want(200).Shows("deviation-overdue", held)
	w.As("rolf").Get("/notifications").Want(200).Hides("deviation-overdue")
	karin.Get(at).Want(200).Shows(`"isOverdue":true`, `"state":"escalated"`)

	made := kim.Post(has+"/measures", object{"unitId": demo.UnitID("boc"), "text": "Kvittera kallelser", "dueOn": "2021-02-20"}).Want(200)
	ola := w.As("ola")
	ola.Get("/deviation-measures").Want(200).Shows("Kvittera kallelser").Hides("Kallelser kommer", held)
	w.As("cilla").Get("/deviation-measures").Want(200).Hides("Kvittera")
	kim.Post(has+"/closings", object{}).Refused(409, "illegal-deviation-step")
	moa.Post(has+"/answers", object{"text": "Kallelser kvitteras nu."}).Want(200).Shows(`"isOverdue":false`)
	karin.Get(at).Want(200).Shows("Kallelser kvitteras nu.", `"answeredOn":"2021-02-16"`)
	karin.Get("/notifications").Want(200).Shows("deviation-answered", id)
	kim.Get("/notifications").Want(200).Hides("deviation-overdue")
	kim.Post(has+"/closings", object{}).Refused(409, "measures-open")
	w.On("2021-02-21")
	for _, c := range []testkit.Client{kim, ola} {
		c.Get("/notifications").Want(200).Shows("deviation-measure-overdue")
	}
	up := "/deviation-measures/" + first(made, "measures", "id") + "/follow-ups"
	ola.Post(up, object{"outcome": "done", "effect": "a"}).Refused(404, "not-found")
	kim.Post(up, object{"outcome": "done", "effect": "Alla kallelser kvitteras."}).Want(200).Shows("Alla kallelser kvitteras.")
	kim.Post(up, object{"outcome": "done", "effect": "a"}).Refused(409, "already-ended")
	kim.Post(has+"/closings", object{}).Want(200).Shows(`"state":"closed"`, `"closedOn":"2021-02-21"`)
}

// TestR52AYearInFigures: for members of the group, of a year that is over, with what the units only observed in numbers of enough.
func TestR52AYearInFigures(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kim, karin := w.As("kim"), w.As("karin")
	for n := range 5 {
		if n < 4 {
			karin.Post("/deviations", deviates("observed", "Ingen svarade.")).Want(201)
		}
		taken(w, "karin", "kim", "hisingen", "fs", "Kallelsen kom inte.")
	}
	year := func(y string) string {
		return "/collaboration-groups/" + demo.GroupID("hisingen").String() + "/deviation-figures/" + y
	}
	kim.Get(year("2020")).Refused(422, "dates-out-of-order")
	w.On("2021-01-02")
	kim.Get(year("2020")).Want(200).Shows(`"filed":5`, `{"count":5,"name":"hand-over"}`, `{"count":5,"name":"none"}`, `"observations":[]`)
	for _, who := range []string{"karin", "bibi", "vera"} {
		w.As(who).Get(year("2020")).Refused(404, "not-found")
	}
	w.On("2020-12-31")
	w.As("liv").Post("/deviations", deviates("observed", "Ingen svarade.")).Want(201)
	w.On("2021-01-02")
	kim.Get(year("2020")).Want(200).Hides(`"observations":[]`)
}
