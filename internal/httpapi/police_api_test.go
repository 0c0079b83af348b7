package httpapi_test

import (
	"strings"
	"testing"

	"samplan/internal/demo"
)

// TestR28PoliceSeesWhatIsReleased: the police in a plan is a party behind walls as any other. It sees what a consent has
// released to it, and the others see that it takes part when a consent says so.
func TestR28PoliceSeesWhatIsReleased(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	if _, err := w.Owner.ExecContext(t.Context(), `UPDATE unit SET secrecy_class = 'police' WHERE id = $1`, demo.UnitID("uph")); err != nil {
		t.Fatal(err)
	}
	const police = "Ungas psykiska hälsa Hisingen" // made the police of this county
	ulf, bea := w.As("ulf"), w.As("bea")
	made := w.lena.Post(w.plan+"/parties", object{"unitId": demo.UnitID("uph"), "mode": "called"}).Want(201).Text("id")
	knows(w.API, "ulf")
	ulf.Get(w.plan).Refused(404, "not-found")
	ulf.Post("/parties/"+made+"/answers", object{"answer": "accepted"}).Want(200)
	ulf.Get(w.plan).Want(200).Hides(ofSchool, ofSocial)
	w.lena.Get(w.plan).Want(200).Shows(police) // who called it
	w.karin.Get(w.plan).Want(200).Hides(police)
	bea.Get(w.plan).Want(200).Hides(police)

	share := func(from, to string, categories ...string) {
		t.Helper()
		id := w.ask(w.lena, "e-identification", from, to, object{"scopes": []any{object{
			"fromBranchId": demo.BranchID(from), "toBranchId": demo.BranchID(to), "categories": categories,
		}}}).Text("id")
		w.answer(w.amir, id, "given").Want(200)
		w.answer(w.eva, id, "given").Want(200)
	}
	share("gn-school", "uph", "interventions")
	ulf.Get(w.plan).Want(200).Shows(ofSchool).Hides(ofSocial)
	w.karin.Get(w.plan).Want(200).Hides(police)
	for _, key := range []string{"amir", "eva"} {
		p := demo.Find(key)
		given, family, _ := strings.Cut(p.Name, " ")
		ulf.Post("/children/"+w.child+"/relations", object{
			"identifierType": "personnummer", "identifier": p.Number, "kind": "parent-custodian", "validFrom": "2020-12-01", "givenName": given, "familyName": family,
		}).Want(201)
	}
	id := ulf.Post("/children/"+w.child+"/consents", object{
		"kind": "share", "purpose": "Att veta vilka som deltar", "form": "e-identification", "validFrom": after, "validTo": "2021-02-01",
		"scopes": []any{object{"fromBranchId": demo.BranchID("uph"), "toBranchId": demo.BranchID("sh-social"), "categories": []string{"participation"}}},
	}).Want(201).Text("id")
	w.answer(w.amir, id, "given").Want(200)
	w.karin.Get(w.plan).Want(200).Hides(police)
	w.answer(w.eva, id, "given").Want(200)
	w.karin.Get(w.plan).Want(200).Shows(police)
	bea.Get(w.plan).Want(200).Hides(police) // released to the social services and to nobody else
}
