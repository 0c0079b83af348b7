package httpapi_test

import (
	"strings"
	"testing"

	"samplan/internal/testkit"
)

// TestR60AnObjectionFollowsEveryCopy: what a guardian says is wrong stands beside the item wherever it is read, is decided by who holds
// it, and changes nothing of it; who may not read the item learns nothing.
func TestR60AnObjectionFollowsEveryCopy(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	const words, right, why = "Vi har aldrig tackat nej", "Familjen har sagt ja", "Det framgår av mötet"
	amir, eva, lo, lena, bea := k.As("amir"), k.As("eva"), k.As("lo"), k.As("lena"), k.As("bea")
	beside := "/items/" + k.item + "/objections"
	amir.Post("/my"+beside, object{"text": words}).Refused(404, "not-found") // it is the unit's alone
	k.show()
	tag, mine := k.karin.Get("/interventions/"+k.item).ETag(), eva.Get("/my"+k.plan).ETag()
	made := amir.Post("/my"+beside, object{"text": words}).Want(201).Shows(`"speaker":"guardian"`, `"byStaff":false`).Text("id")
	for _, at := range []string{"/interventions/" + k.item, k.plan, k.plan + "/document?language=sv", k.plan + "/fhir", "/objections/" + made} {
		k.karin.Get(at).Want(200).Shows(words)
	}
	for _, at := range []string{k.plan, k.plan + "/document?language=sv", k.plan + "/document?language=ar", k.plan + "/fhir", "/objections/" + made} {
		eva.Get("/my" + at).Want(200).Shows(words)
		lo.Get("/my" + at).Want(200).Shows(words)
	}
	if k.karin.Get("/interventions/"+k.item).ETag() == tag || eva.Get("/my"+k.plan).ETag() == mine {
		t.Error("what has another answer has the same tag")
	}
	version := strings.TrimPrefix(lena.Post(k.plan+"/dispatches", object{}).Want(201).Header.Get("Location"), "/v1")
	k.karin.Get(version).Want(200).Shows(words)
	k.karin.Get(version+"/document?language=sv").Want(200).Shows(words, "Uppgift felaktig")

	bea.Get("/objections/" + made).Want(200).Shows(words) // she reads the item by a consent
	bea.Post("/objections/"+made+"/decisions", object{"outcome": "stands", "reason": why}).Refused(403, "denied")
	k.As("pia").Get("/objections/"+made).Refused(404, "not-found")
	k.As("sten").Get("/my/objections/"+made).Refused(404, "not-found")
	k.As("liv").Get("/objections/"+made).Refused(404, "not-found")
	amir.Post("/objections/"+made+"/decisions", object{"outcome": "stands", "reason": why}).Refused(403, "denied")

	about := k.karin.Get("/notifications?limit=100").Want(200).Row("notifications", "kind", "objection-waits")["resourceId"]
	if about != made {
		t.Errorf("karin is told of %v", about)
	}
	lena.Get("/notifications?limit=100").Want(200).Hides("objection-waits")
	k.karin.Post("/objections/"+made+"/decisions", object{"outcome": "corrected", "correction": right, "reason": why}).Want(200).Shows(right)
	k.karin.Post("/objections/"+made+"/decisions", object{"outcome": "stands", "reason": why}).Refused(409, "already-answered")
	k.karin.Get("/notifications?limit=100").Want(200).Hides("objection-waits")
	k.karin.Get("/interventions/"+k.item).Want(200).Shows(words, right, why, secret) // nothing of it is gone
	eva.Get("/my"+k.plan+"/document?language=en").Want(200).Shows(words, right, why, "What is right")
	eva.Get("/my"+k.plan+"/fhir").Want(200).Shows(words, right)

	k.karin.Post("/items/"+k.item+"/withholdings", object{"personId": k.people["eva"], "reason": "x"}).Want(201)
	for _, at := range []string{k.plan, k.plan + "/document?language=sv", k.plan + "/fhir"} {
		eva.Get("/my"+at).Want(200).Hides(words, right, why, made)
	}
	eva.Get("/my/objections/"+made).Refused(404, "not-found")
	eva.Post("/my"+beside, object{"text": words}).Refused(404, "not-found")
}

// TestR60R27AChildsObjectionIsKept: what the child asks to keep from its guardians is not there for them, in no tag and no log, until
// the holder decides otherwise; and the holder may keep what a guardian wrote from the other.
func TestR60R27AChildsObjectionIsKept(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	k.show()
	for _, who := range []string{"amir", "eva"} {
		k.before[who] = k.answers(who)
	}
	const words, why = "Det är inte sant att jag vill", "Pappa blir arg"
	amir, eva, lo, lena := k.As("amir"), k.As("eva"), k.As("lo"), k.As("lena")
	beside := "/items/" + k.item + "/objections"
	amir.Post("/my"+beside, object{"text": "x", "keepFromGuardians": true}).Refused(422, "invalid-value", "/keepFromGuardians")
	made := lo.Post("/my"+beside, object{"text": words, "keepFromGuardians": true, "why": why}).Want(201).Shows(`"speaker":"child"`, `"keptFromGuardians":true`).Text("id")
	k.wantBlind(t, "amir", "eva")
	amir.Get("/my/objections/"+made).Refused(404, "not-found")
	amir.Get("/my" + k.plan + "/document?language=sv").Want(200).Hides(words)
	amir.Get("/my" + k.plan + "/fhir").Want(200).Hides(words)
	lo.Get("/my" + k.plan).Want(200).Shows(words).Hides(why)
	k.karin.Get("/interventions/"+k.item).Want(200).Shows(words, `"keptFromGuardians":true`).Hides(why)
	k.karin.Get(k.plan+"/document?language=sv").Want(200).Shows(words, "Vårdnadshavare får inte veta")
	logged := usesTold(amir)
	k.karin.Get("/objections/"+made).Want(200).Shows(why, `"kept":true`).Hides("decidedBy")
	k.karin.Post("/objections/"+made+"/decisions", object{"outcome": "stands", "reason": "x"}).Want(200)
	k.wantBlind(t, "amir", "eva")
	if now := usesTold(amir); now != logged {
		t.Errorf("the log extract tells of %d uses, and of %d before", now, logged)
	}

	lena.Post("/objections/"+made+"/keepings", object{"keepFromGuardians": false, "reason": "x"}).Refused(403, "denied")
	lo.Post("/objections/"+made+"/keepings", object{"keepFromGuardians": false, "reason": "x"}).Refused(403, "denied")
	k.karin.Post("/objections/"+made+"/keepings", object{"keepFromGuardians": false, "reason": "Barnet vill berätta"}).Want(200).Shows("Karin").Hides(why, "keptFromGuardians")
	amir.Get("/my" + k.plan).Want(200).Shows(words)

	theirs := eva.Post("/my"+beside, object{"text": "Vi bor på Okänd gata"}).Want(201).Text("id")
	amir.Get("/my" + k.plan).Want(200).Shows("Okänd gata")
	k.karin.Post("/objections/"+theirs+"/keepings", object{"keepFromGuardians": true, "reason": "Adressen"}).Want(200)
	amir.Get("/my"+k.plan).Want(200).Hides("Okänd gata", theirs)
	eva.Get("/my" + k.plan).Want(200).Shows("Okänd gata").Hides("keptFromGuardians")
	lo.Get("/my" + k.plan).Want(200).Shows("Okänd gata")
}

// usesTold counts what a guardian is told that services have done.
func usesTold(c testkit.Client) int {
	n := 0
	for _, r := range c.Get("/my/log-extract?limit=100").Want(200).Rows("entries") {
		if r["own"] == false {
			n++
		}
	}
	return n
}

// TestR60StaffTakeItDown: who cannot write it is helped by staff of the unit that holds the item, and copies take it along.
func TestR60StaffTakeItDown(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	const words = "Jag har inte sagt så"
	beside := "/items/" + k.item + "/objections"
	made := k.karin.Post(beside, object{"speaker": "guardian", "text": words}).Want(201).Shows(`"byStaff":true`).Text("id")
	k.As("lena").Post(beside, object{"speaker": "guardian", "text": words}).Refused(404, "not-found")
	k.show()
	k.As("amir").Get("/my/objections/"+made).Want(200).Shows(words, `"byStaff":true`)
	theirs := k.karin.Get(k.plan).ID("interventions", "title", "Anpassad studiegång") // read by a consent
	k.karin.Post("/items/"+theirs+"/objections", object{"speaker": "guardian", "text": words}).Refused(403, "denied")
}
