package httpapi_test

import (
	"testing"

	"samplan/internal/demo"
)

// TestR19FactsAboutAnotherPerson: what is about Eva is hers to share, whatever the guardians have agreed to about Lo; the
// rest of the family does not see it either.
func TestR19FactsAboutAnotherPerson(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	share := w.ask(w.lena, "e-identification", "gn-school", "sh-social", nil).Text("id")
	w.answer(w.amir, share, "given").Want(200)
	w.answer(w.eva, share, "given").Want(200)
	item := w.karin.Get(w.plan).Want(200).Shows(ofSchool).ID("interventions", "title", ofSchool)
	path, eva := "/items/"+item+"/subjects", w.person(t, "eva")
	read := w.lena.Get(path).Want(200).Shows(`"personIds":[]`)
	w.lena.Put(path, read.ETag(), object{"personIds": []any{eva}}).Want(200).Shows(eva)
	w.karin.Get(w.plan).Want(200).Hides(ofSchool, item)
	w.karin.Get("/interventions/"+item).Refused(404, "not-found")
	w.amir.Get("/my" + w.plan).Want(200).Hides(ofSchool)
	w.As("lo").Get("/my" + w.plan).Want(200).Hides(ofSchool)
	w.eva.Get("/my" + w.plan).Want(200).Shows(ofSchool)
	w.lena.Get(w.plan).Want(200).Shows(ofSchool)

	own := w.lena.Post("/children/"+w.child+"/consents", object{
		"kind": "other-person", "subjectPersonId": eva, "purpose": "Det som rör Eva", "form": "e-identification", "validFrom": after, "validTo": "2021-02-01",
		"scopes": []any{object{"fromBranchId": demo.BranchID("gn-school"), "toBranchId": demo.BranchID("sh-social"), "categories": []string{"interventions"}}},
	}).Want(201).Shows(`"capacity":"subject"`).Text("id")
	w.answer(w.amir, own, "given").Refused(404, "not-found") // he is not asked
	w.karin.Get(w.plan).Want(200).Hides(ofSchool)
	w.answer(w.eva, own, "given").Want(200)
	w.karin.Get(w.plan).Want(200).Shows(ofSchool)
	w.amir.Get("/my" + w.plan).Want(200).Hides(ofSchool)
	w.eva.Post("/my/consents/"+own+"/withdrawals", object{}).Want(200)
	w.karin.Get(w.plan).Want(200).Hides(ofSchool)

	read = w.lena.Get(path).Want(200)
	w.lena.Put(path, read.ETag(), object{"personIds": []any{}}).Want(200).Shows(`"personIds":[]`)
	w.karin.Get(w.plan).Want(200).Shows(ofSchool)
	w.lena.Put(path, w.lena.Get(path).ETag(), object{"personIds": []any{eva}}).Want(200) // and once more
	w.karin.Get(w.plan).Want(200).Hides(ofSchool)
}

// TestR19OnlyTheOwnerNamesWhomAnItemIsAbout: and only those whom it knows to be close to the child.
func TestR19OnlyTheOwnerNamesWhomAnItemIsAbout(t *testing.T) {
	t.Parallel()
	w := newWalls(t)
	item := w.lena.Get(w.plan).ID("interventions", "title", ofSchool)
	path, eva := "/items/"+item+"/subjects", w.person(t, "eva")
	for _, who := range []string{"karin", "bo", "siv", "liv", "bea"} {
		w.As(who).Get(path).Refused(404, "not-found")
		w.As(who).Put(path, `"x"`, object{"personIds": []any{eva}}).Refused(404, "not-found")
	}
	w.amir.Get(path).Refused(403, "denied")
	tag := w.lena.Get(path).ETag()
	w.lena.Put(path, `"x"`, object{"personIds": []any{}}).Refused(412, "stale-version")
	for _, who := range []string{w.person(t, "samira"), w.child, madeUp} {
		w.lena.Put(path, tag, object{"personIds": []any{eva, who}}).Refused(422, "invalid-value", "/personIds/1")
	}
	w.lena.Get(path).Want(200).Shows(`"personIds":[]`)
}

// person gives the id that a citizen has.
func (w *walls) person(t *testing.T, key string) (id string) {
	t.Helper()
	if err := w.Owner.QueryRowContext(t.Context(), "SELECT person_id FROM person_identifier WHERE value = $1", demo.Find(key).Number).Scan(&id); err != nil {
		t.Fatal(err)
	}
	return id
}
