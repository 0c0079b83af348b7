package httpapi_test

import "testing"

// TestR27AChildAsksThatGuardiansAreNotTold: what a child writes and asks to keep for itself is withheld from the first moment;
// who holds it is told to assess it, the child what became of it, and the guardians nothing, unless it is decided otherwise.
func TestR27AChildAsksThatGuardiansAreNotTold(t *testing.T) {
	t.Parallel()
	k := newKept(t)
	const words, why = "Jag vill inte bo hemma", "Pappa blir arg"
	lo, lena, amir := k.As("lo"), k.As("lena"), k.As("amir")
	views := "/my" + k.plan + "/child-views"
	lo.Post(views, object{"text": words, "form": "written", "why": why}).Refused(422, "invalid-value", "/why")
	lo.Post(views, object{"text": words, "form": "written", "keepFromGuardians": true, "why": why}).Want(201)
	k.wantBlind(t, "amir", "eva")
	lo.Get("/my" + k.plan).Want(200).Shows(words)
	lo.Get("/my"+k.plan+"/kept-words").Want(200).Shows(`"state":"waiting"`).Hides("assessedOn", why)
	amir.Get("/my"+k.plan+"/kept-words").Refused(404, "not-found")

	item := toAssess(lena)
	k.karin.Get("/notifications?limit=100").Want(200).Hides("child-asks-privacy")
	at := "/items/" + item + "/withholdings"
	asked := lena.Get(at).Want(200).Shows(`"askedByChild":true`, `"everyGuardian":true`, "Barnet", why).ID("withholdings", "itemId", item)
	k.karin.Get(at).Refused(404, "not-found")
	lena.Post("/withholdings/"+asked+"/assessments", object{"reason": " "}).Refused(400, "malformed-request")
	k.karin.Post("/withholdings/"+asked+"/assessments", object{"reason": "x"}).Refused(404, "not-found")
	lena.Post("/withholdings/"+asked+"/assessments", object{"reason": "Barnet far illa annars"}).Want(200).Shows(`"assessedOn"`, "Lena").Hides("endedOn")
	lena.Post("/withholdings/"+asked+"/assessments", object{"reason": "Igen"}).Refused(409, "already-answered")
	k.wantBlind(t, "amir", "eva")
	lena.Get("/notifications?limit=100").Want(200).Hides("child-asks-privacy")
	lo.Get("/my"+k.plan+"/kept-words").Want(200).Shows(`"state":"kept"`, "assessedOn").Hides("Lena", "far illa")

	told := lena.Get("/child-views/" + item).Want(200).Shows(`"keptFromGuardians":true`)
	lena.Get(k.plan).Want(200).Shows(`"keptFromGuardians":true`)
	lena.Get(k.plan + "/document?language=sv").Want(200).Shows("inte får veta")
	lena.Post("/withholdings/"+asked+"/endings", object{"reason": "Barnet vill berätta"}).Want(200)
	if now := lena.Get("/child-views/" + item).Want(200).Hides("keptFromGuardians"); now.ETag() == told.ETag() {
		t.Error("two answers have the same tag")
	}
	lo.Get("/my" + k.plan + "/kept-words").Want(200).Shows(`"state":"shown"`)
	amir.Get("/my" + k.plan).Want(200).Shows(words).Hides(why)
	lena.Post("/withholdings/"+asked+"/assessments", object{"reason": "x"}).Refused(409, "already-ended")
}
