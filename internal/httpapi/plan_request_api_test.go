package httpapi_test

import (
	"testing"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
)

// families is the county in which families ask for plans.
type families struct{ *testkit.API }

// TestR4AFamilysRequestIsAnswered: it is a case at once, with a day by which it is to be answered; seen by the one who asked
// and the unit's manager and handler, and by nobody else; refused with role, reason and day, which the family is told with
// what it can do; and asked again it leads to a plan, which the family sees when it is told of it.
func TestR4AFamilysRequestIsAnswered(t *testing.T) {
	t.Parallel()
	w := families{testkit.NewAPI(t, before)}
	amir, kim, karin := w.As("amir"), w.As("kim"), w.As("karin")
	amir.Get("/my/request-receivers").Want(200).Shows("Göteborgs Stad", "Barn och unga 1", "Västra Götalandsregionen").Hides("AB")
	lo := asks("goteborg", demo.Find("lo").Number)
	made := amir.Post("/my/plan-requests", lo).Want(201).Shows(`"state":"received"`, `"dueOn":"2020-12-28"`, `"unit":"Barn och unga 1"`)
	id := made.Text("id")
	mine, at := "/my/plan-requests/"+id, "/plan-requests/"+id
	amir.Post("/my/plan-requests", lo).Refused(409, "duplicate")
	w.hidesRequest(id)
	kim.Get("/plan-requests").Want(200).Shows(id, `"isOverdue":false`).Hides(`"text"`)
	kim.Get(at).Want(200).Shows(canary, `"relation":"parent-custodian"`, `"custodyChecked":false`)
	kim.Get("/notifications").Want(200).Shows(id, "plan-request-waits").Hides(canary, "Haddad")
	w.On("2020-12-29")
	kim.Get("/plan-requests").Want(200).Shows(`"isOverdue":true`)
	kim.Get("/notifications").Want(200).Shows("plan-request-overdue").Hides("plan-request-waits")
	amir.Get(mine).Want(200).Shows(`"isOverdue":true`)

	no := object{"outcome": "refused", "role": "Enhetschef", "reason": "En plan finns redan."}
	kim.Post(at+"/answers", no).Refused(409, "not-assessed")
	kim.Post(at+"/assessments", object{"handlerId": demo.Find("karin").PersonID()}).Want(200).Shows(`"state":"assessing"`, "Karin Lund")
	amir.Get(mine).Want(200).Shows(`"state":"assessing"`).Hides("Karin")
	karin.Get(at).Want(200).Shows(canary)
	karin.Post(at+"/answers", object{"outcome": "refused", "reason": "Nej"}).Refused(422, "reason-required", "/role")
	karin.Post(at+"/answers", object{"outcome": "refused", "role": "Chef"}).Refused(422, "reason-required", "/reason")
	karin.Post(at+"/answers", no).Want(200)
	karin.Post(at+"/answers", no).Refused(409, "already-answered")
	amir.Get(mine).Want(200).Shows(`"state":"refused"`, "Enhetschef", "En plan finns redan.", `"answeredOn":"2020-12-29"`, "be om en plan igen", "klaga").
		Hides(`"isOverdue":true`)
	amir.Get("/my/notifications").Want(200).Shows(id, "plan-request-answered")
	w.As("eva").Get("/my/notifications").Want(200).Hides(id)
	kim.Get("/notifications").Want(200).Hides(id)
	w.leadsToPlan(lo)
}

// leadsToPlan asks once more, and the unit opens a plan.
func (w families) leadsToPlan(lo object) {
	amir, kim, karin := w.As("amir"), w.As("kim"), w.As("karin")
	again := amir.Post("/my/plan-requests", lo).Want(201).Text("id")
	at := "/plan-requests/" + again
	kim.Post(at+"/assessments", object{"handlerId": demo.Find("karin").PersonID(), "custodyChecked": true}).Want(200)
	plan, _ := planOf(karin, "Lo Haddad") // led by the school
	karin.Post(at+"/answers", object{"outcome": "plan", "planId": plan}).Refused(422, "invalid-value", "/planId")
	led := karin.Post(at+"/answers", object{"outcome": "plan"}).Want(200).Shows(`"state":"planned"`).Text("planId")
	karin.Get("/plans/"+led).Want(200).Shows(`"status":"noted"`, canary)
	amir.Get("/my/plan-requests/" + again).Want(200).Shows(`"state":"planned"`).Hides(led)
	karin.Post("/plans/"+led+"/status-changes", object{"to": "informed", "on": "2020-12-29"}).Want(201)
	amir.Get("/my/plan-requests/" + again).Want(200).Shows(led)
	amir.Get("/my/plans/" + led).Want(200).Hides(canary)
}

// hidesRequest: to nobody else is it there.
func (w families) hidesRequest(id string) {
	mine, at := "/my/plan-requests/"+id, "/plan-requests/"+id
	for _, who := range []string{"eva", "lo", "samira"} {
		w.As(who).Get(mine).Refused(404, "not-found")
		w.As(who).Get("/my/plan-requests").Want(200).Shows(`"totalRecords":0`)
	}
	for _, who := range []string{"karin", "liv", "bo", "fia", "lena", "rolf", "bea", "bibi"} {
		w.As(who).Get(at).Refused(404, "not-found")
		w.As(who).Get("/plan-requests").Want(200).Shows(`"totalRecords":0`)
		w.As(who).Get("/notifications").Want(200).Hides(id)
	}
	for _, who := range []string{"agnes", "disa", "sam", "moa"} {
		w.As(who).Get("/plan-requests").Refused(403, "denied")
	}
}

// TestR4AFamilyTakesItsRequestBack: the one who asked and nobody else, until it is answered; the unit sees the day and is told
// no more, nothing is due, and one can ask again.
func TestR4AFamilyTakesItsRequestBack(t *testing.T) {
	t.Parallel()
	w := families{testkit.NewAPI(t, before)}
	amir, kim, karin := w.As("amir"), w.As("kim"), w.As("karin")
	lo := asks("goteborg", demo.Find("lo").Number)
	first := amir.Post("/my/plan-requests", lo).Want(201).Text("id")
	mine, at := "/my/plan-requests/"+first, "/plan-requests/"+first
	for _, who := range []string{"eva", "lo", "samira"} { // the other guardian has one of her own to make, and to take back
		w.As(who).Post(mine+"/withdrawals", object{}).Refused(404, "not-found")
	}
	kim.Post(mine+"/withdrawals", object{}).Refused(403, "denied")
	amir.Post(mine+"/withdrawals", object{"reason": canary}).Refused(400, "malformed-request")
	amir.Get(mine).Want(200).Shows(`"state":"received"`)
	amir.Post(mine+"/withdrawals", object{}).Want(200).Shows(`"state":"withdrawn"`, `"withdrawnOn":"2020-12-15"`, "tagit tillbaka").Hides("answeredOn")
	amir.Post(mine+"/withdrawals", object{}).Refused(409, "request-withdrawn")
	kim.Get(at).Want(200).Shows(`"state":"withdrawn"`, `"withdrawnOn":"2020-12-15"`, canary)
	kim.Get("/notifications").Want(200).Hides(first)
	kim.Post(at+"/assessments", object{"handlerId": demo.Find("karin").PersonID()}).Refused(409, "request-withdrawn")

	second := amir.Post("/my/plan-requests", lo).Want(201).Text("id")
	mine, at = "/my/plan-requests/"+second, "/plan-requests/"+second
	kim.Post(at+"/assessments", object{"handlerId": demo.Find("karin").PersonID()}).Want(200)
	w.On("2020-12-29")
	kim.Get("/plan-requests?limit=1").Want(200).Shows(second, `"isOverdue":true`).Hides(first)
	amir.Post(mine+"/withdrawals", object{}).Want(200).Shows(`"withdrawnOn":"2020-12-29"`, `"isOverdue":false`)
	kim.Get("/plan-requests").Want(200).Shows(first, second, `"withdrawnOn":"2020-12-29"`).Hides(`"isOverdue":true`)
	for _, who := range []string{"kim", "karin"} {
		w.As(who).Get("/notifications").Want(200).Hides(first, second)
	}
	amir.Get("/my/notifications").Want(200).Hides(first, second)
	karin.Get(at).Want(200).Shows(`"withdrawnOn":"2020-12-29"`)
	no := object{"outcome": "refused", "role": "Enhetschef", "reason": "En plan finns redan."}
	karin.Post(at+"/answers", no).Refused(409, "request-withdrawn")
	w.staysAnswered(lo, no)
}

// staysAnswered: what has been answered is not taken back, and what one sees no more is not there.
func (w families) staysAnswered(lo, no object) {
	amir, kim := w.As("amir"), w.As("kim")
	third := amir.Post("/my/plan-requests", lo).Want(201).Text("id")
	kim.Post("/plan-requests/"+third+"/assessments", object{"handlerId": demo.Find("kim").PersonID()}).Want(200)
	kim.Post("/plan-requests/"+third+"/answers", no).Want(200)
	amir.Post("/my/plan-requests/"+third+"/withdrawals", object{}).Refused(409, "already-answered")
	amir.Get("/my/plan-requests/"+third).Want(200).Shows(`"state":"refused"`, "Enhetschef").Hides("withdrawnOn")
	fourth := amir.Post("/my/plan-requests", lo).Want(201).Text("id")
	w.On("2032-01-01") // the child has come of age
	amir.Post("/my/plan-requests/"+fourth+"/withdrawals", object{}).Refused(404, "not-found")
}

// TestR4NobodyNeedsToBeKnown: whoever knows the child or the one who asks, the answer is the same; the unit gets its own case
// when it takes the request up, and the guardian sees what custody opens only once custody was checked.
func TestR4NobodyNeedsToBeKnown(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	number := persontest.TestNumber(civil.MustParse("2010-10-10"), 17)
	kim, tyra := w.As("kim"), w.As("tyra")
	at := "/plan-requests/" + tyra.Post("/my/plan-requests", asks("goteborg", number)).Want(201).Text("id")
	kim.Post("/child-searches", object{"identifierType": "personnummer", "identifier": number}).Want(200).Shows(`"children":[]`)
	child := kim.Get(at).Want(200).Text("childId")
	kim.Get("/children/"+child).Refused(404, "not-found")
	kim.Post(at+"/assessments", object{"handlerId": demo.Find("kim").PersonID()}).Want(200)
	kim.Get("/children/"+child).Want(200).Shows(canary, "2010-10-10")
	kim.Get("/children/" + child + "/relations").Want(200).Shows(`"totalRecords":0`)
	plan := kim.Post(at+"/answers", object{"outcome": "plan"}).Want(200).Text("planId")
	kim.Post("/plans/"+plan+"/status-changes", object{"to": "informed", "on": before}).Want(201)
	tyra.Get("/my/plans/"+plan).Refused(404, "not-found") // to say that one is a guardian opens nothing

	at = "/plan-requests/" + tyra.Post("/my/plan-requests", asks("goteborg", number)).Want(201).Text("id")
	kim.Post(at+"/assessments", object{"handlerId": demo.Find("kim").PersonID(), "custodyChecked": true}).Want(200)
	relation := kim.Get("/children/"+child+"/relations").Want(200).ID("relations", "kind", "parent-custodian")
	kim.Post(at+"/answers", object{"outcome": "plan", "planId": plan}).Want(200)
	tyra.Get("/my/plan-requests").Want(200).Shows(plan, `"totalRecords":2`)
	tyra.Get("/my/plans/" + plan).Want(200)
	kim.Post("/relations/"+relation+"/endings", object{"endsOn": before, "reason": "Vårdnaden har ändrats"}).Want(200)
	w.On("2020-12-16")
	tyra.Get("/my/plan-requests").Want(200).Shows(`"totalRecords":0`)
}

// TestR4TheReceiverIsChosen: by the principal alone, from a day; what was asked before stays where it is.
func TestR4TheReceiverIsChosen(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	milo := w.As("milo")
	first := milo.Post("/my/plan-requests", asks("goteborg", "")).Want(201).Text("id")
	w.As("kim").Post("/request-receivers", object{"unitId": demo.UnitID("bou2"), "validFrom": before}).Refused(403, "denied")
	w.As("sam").Post("/request-receivers", object{"unitId": demo.UnitID("fs"), "validFrom": "2020-12-16"}).Want(200)
	w.As("fia").Get("/request-receivers").Want(200).Shows("Barn och unga 1").Hides("Funktionsstöd")
	w.On("2020-12-16")
	second := milo.Post("/my/plan-requests", asks("goteborg", "")).Want(201).Shows("Funktionsstöd").Text("id")
	w.As("kim").Get("/plan-requests").Want(200).Shows(first).Hides(second)
	w.As("fia").Get("/plan-requests").Want(200).Shows(second).Hides(first)
}
