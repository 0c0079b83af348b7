package httpapi_test

import (
	"testing"
)

// TestR15CustodyDecisionOpensNothing: with a decision under FB 6:13 a registered, one guardian's yes is still half a consent,
// to sharing and to the plan.
func TestR15CustodyDecisionOpensNothing(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	share := w.ask(w.karin, "e-identification", "sh-social", "gn-school", nil).Text("id")
	toPlan := signed("plan")
	toPlan["validFrom"] = after
	plan := w.karin.Post("/children/"+w.child+"/consents", toPlan).Want(201).Text("id")
	w.answer(w.amir, share, "given").Want(200)
	w.answer(w.amir, plan, "given").Want(200)
	d := custody()
	d["measures"] = []string{
		"psychiatric-assessment", "psychological-assessment", "psychiatric-treatment", "psychological-treatment", "open-care", "contact-person",
		"contact-family", "lss-contact-person", "lss-relief-service", "lss-short-stay",
	}
	w.karin.Post("/children/"+w.child+"/custody-decisions", d).Want(201)
	for _, c := range []string{share, plan} {
		w.karin.Get("/consents/" + c).Want(200).Shows(`"state":"pending"`)
		w.amir.Get("/my/consents/" + c).Want(200).Shows(`"state":"pending"`)
	}
	w.lena.Get(w.plan).Want(200).Hides(ofSocial)
	w.answer(w.eva, share, "refused").Want(200)
	w.karin.Get("/consents/" + share).Want(200).Shows(`"state":"refused"`)
	w.lena.Get(w.plan).Want(200).Hides(ofSocial)
}

// TestR15CustodyDecisionIsTheSocialBoards: registered and seen by the social board's own unit, for the listed measures alone.
func TestR15CustodyDecisionIsTheSocialBoards(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	path := "/children/" + w.child + "/custody-decisions"
	made := w.karin.Post(path, custody()).Want(201).Shows(`"appeal":"appealed"`, "open-care").Text("id")
	w.karin.Get(path).Want(200).Shows(made, canary)
	w.As("kim").Get(path).Want(200).Shows(made)
	w.lena.Post(path, custody()).Refused(403, "denied")
	w.As("bo").Post(path, custody()).Refused(403, "denied") // the board for the disabled does not decide it
	for _, who := range []string{"lena", "bo", "bea"} {
		w.As(who).Get(path).Want(200).Shows(`"totalRecords":0`).Hides(made)
	}
	w.As("liv").Get(path).Refused(404, "not-found")
	w.As("liv").Post(path, custody()).Refused(404, "not-found")
	for _, who := range []string{"agnes", "disa", "amir", "lo"} {
		w.As(who).Get(path).Refused(403, "denied")
	}
	bad := custody()
	bad["measures"] = []string{"sip"}
	w.karin.Post(path, bad).Want(400)
	bad["measures"], bad["decidedOn"] = []string{"open-care"}, "2021-01-05"
	w.karin.Post(path, bad).Refused(422, "dates-out-of-order", "/decidedOn")

	end := "/custody-decisions/" + made + "/endings"
	w.As("liv").Post(end, object{"endsOn": after, "reason": "x"}).Refused(404, "not-found")
	w.lena.Post(end, object{"endsOn": after, "reason": "x"}).Refused(404, "not-found")
	w.karin.Post(end, object{"endsOn": "2020-12-01", "reason": "x"}).Refused(422, "dates-out-of-order", "/endsOn")
	w.karin.Post(end, object{"endsOn": after, "reason": "upphävt"}).Want(200).Shows(`"endsOn":"2021-01-04"`, "upphävt")
	w.karin.Post(end, object{"endsOn": after, "reason": "igen"}).Refused(409, "already-answered")
}
