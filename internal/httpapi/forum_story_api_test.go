package httpapi_test

import (
	"testing"

	"samplan/internal/testkit"
)

// TestStory3R29ACaseBecomesAPlanWithoutALink: the group meets each week; a case without names is recognised as needing school and
// social services; with the family's consent the raising unit begins a plan. The members know the outcome that they wrote; the case
// stays as it was, and the plan tells nothing of it.
func TestStory3R29ACaseBecomesAPlanWithoutALink(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	kim, karin, rolf, bea, mia := w.As("kim"), w.As("karin"), w.As("rolf"), w.As("bea"), w.As("mia")
	_, milo := planOf(karin, "Milo Ros")
	kim.Post(local+"/sessions", weekly("2020-12-16", "2021-01-13")).Want(201)
	d := tells("En elev har insatser från flera och ingen håller i dem.")
	d["childId"] = milo
	at := "/forum-cases/" + kim.Post(local+"/forum-cases", d).Want(201).Text("id")
	rolf.Post(at+"/contributions", object{"text": "Skolan känner igen behovet hos flera."}).Want(200)
	kim.Post(at+"/outcomes", object{"outcome": "sip", "text": "Enheten frågar familjen om en samordnad plan."}).Want(200)
	told := rolf.Get(at).Want(200).Shows(`"outcome":"sip"`)

	consent := karin.Post("/children/"+milo+"/consents", object{
		"kind": "plan", "purpose": "En samordnad plan", "form": "e-identification", "validFrom": before, "validTo": "2021-12-01", "scopes": []any{},
	}).Want(201).Text("id")
	begins := object{"consentId": consent, "text": "Behöver både skola och socialtjänst.", "reason": "Gruppen föreslog en SIP."}
	karin.Post(at+"/plans", begins).Refused(422, "consent-not-live", "/consentId")
	mia.Post("/my/consents/"+consent+"/answers", object{"answer": "given"}).Want(200)
	rolf.Post(at+"/plans", begins).Refused(403, "denied")
	bea.Post(at+"/plans", begins).Refused(403, "denied")
	w.As("bo").Post(at+"/plans", begins).Refused(404, "not-found")
	begins["consentId"] = madeUp
	karin.Post(at+"/plans", begins).Refused(422, "consent-not-live", "/consentId")
	begins["consentId"] = consent
	plan := karin.Post(at+"/plans", begins).Want(201).Text("planId")

	whole := karin.Get("/plans/"+plan).Want(200).Shows("Behöver både skola och socialtjänst", `"status":"noted"`)
	whole.Hides(at[len("/forum-cases/"):], "forum", "Gruppen")
	after := rolf.Get(at).Want(200).Hides(plan, milo, "Milo")
	if after.Body != told.Body || after.ETag() != told.ETag() {
		t.Errorf("the case tells of the plan: %s, before %s", after.Body, told.Body)
	}
	for _, c := range []testkit.Client{rolf, bea} {
		c.Get("/plans/"+plan).Refused(404, "not-found")
		c.Get("/plans").Want(200).Hides(plan)
		c.Get(local+"/forum-cases").Want(200).Hides(plan, milo)
	}
}
