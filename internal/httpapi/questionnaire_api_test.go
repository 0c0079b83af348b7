package httpapi_test

import (
	"testing"

	"samplan/internal/testkit"
)

// TestR51APrincipalAsksWhatItDecides: its system administrator drafts, changes and publishes; the version before is retired; what is
// published stays as it is; nobody else edits, and other principals see none of it.
func TestR51APrincipalAsksWhatItDecides(t *testing.T) {
	t.Parallel()
	w := testkit.NewAPI(t, before)
	sam, karin := w.As("sam"), w.As("karin")
	body := coded("skola", asksOf("schooling"))
	karin.Post("/questionnaires", body).Refused(403, "denied")
	w.As("amir").Get("/questionnaires").Refused(403, "denied")
	first := sam.Post("/questionnaires", body).Want(201).Shows(`"number":1`, `"draft"`).Text("id")
	sam.Post("/questionnaires", body).Refused(409, "duplicate")
	at := "/questionnaires/" + first
	w.As("bea").Get(at).Refused(404, "not-found")
	w.As("bea").Get("/questionnaires").Want(200).Shows(`"totalRecords":0`)
	change := asksOf("health")
	change["titles"] = inBoth("Komplettering")
	tag := karin.Get(at).Want(200).ETag()
	sam.Put(at, `"9"`, change).Refused(412, "stale-version")
	karin.Put(at, tag, change).Refused(403, "denied")
	sam.Put(at, tag, change).Want(200).Shows("Komplettering", `"health"`)
	sam.Post(at+"/retirements", object{}).Refused(409, "not-published")
	used := sam.Post(at+"/publications", object{}).Want(200).Shows(`"published"`, `"publishedOn":"2020-12-15"`)
	sam.Put(at, used.ETag(), change).Refused(409, "not-a-draft")
	sam.Post(at+"/publications", object{}).Refused(409, "not-a-draft")

	second := sam.Post("/questionnaires", body).Want(201).Shows(`"number":2`).Text("id")
	sam.Post("/questionnaires/"+second+"/publications", object{}).Want(200)
	karin.Get(at).Want(200).Shows(`"retired"`, `"retiredOn":"2020-12-15"`, "Komplettering")
	sam.Post("/questionnaires/"+second+"/retirements", object{}).Want(200).Shows(`"retired"`)
	karin.Get("/questionnaires?limit=1").Want(200).Shows(second, `"totalRecords":2`)
}
