package httpapi_test

import (
	"testing"

	"samplan/internal/testkit"
)

// TestCatalogue: national entries and the own principal's are there for staff; only their principal's administrator adds and
// ends; what is chosen must be valid that day, stays when it ends, and goes with the plan wherever it is read.
func TestCatalogue(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	sam := w.As("sam")
	local := object{"code": "FS-2", "name": "Familjesamtal på kvällstid", "situation": "Samspel", "ageFrom": 6, "ageTo": 12, "validFrom": "2020-12-01"}
	entry := sam.Post("/catalogue-entries", local).Want(201).Shows(`"principal"`).Text("id")
	sam.Post("/catalogue-entries", local).Refused(409, "duplicate")
	later := sam.Post("/catalogue-entries", object{"code": "KOMET", "name": "Eget komet", "validFrom": "2021-05-01"}).Want(201).Text("id")
	w.karin.Post("/catalogue-entries", local).Refused(403, "denied")
	w.amir.Get("/catalogue-entries").Refused(403, "denied")
	w.karin.Get("/catalogue-entries?limit=100").Want(200).Shows("KOMET", "Funktionell familjeterapi", "FS-2", "Eget komet")
	w.bea.Get("/catalogue-entries?limit=100").Want(200).Shows("Funktionell familjeterapi").Hides("FS-2", "Eget komet") // of another principal
	w.bea.Get("/catalogue-entries/"+entry).Refused(404, "not-found")
	w.karin.Get("/catalogue-entries?limit=100&age=15&on=2020-12-15").Want(200).Shows("FFT").Hides("FS-2", "COPE", "Eget komet")
	w.karin.Post("/catalogue-searches", object{"words": "kväll"}).Want(200).Shows("FS-2", `"totalRecords":1`)
	w.karin.Post("/catalogue-searches", object{"words": "?!"}).Want(200).Shows(`"totalRecords":0`)

	add := func(c testkit.Client, entry string) testkit.Answer {
		return c.Post(w.plan+"/interventions", object{"title": "Samtal hemma", "visibility": "family", "catalogueId": entry})
	}
	for _, refused := range []string{later, madeUp} {
		add(w.karin, refused).Refused(422, "invalid-value", "/catalogueId")
	}
	add(w.bea, entry).Refused(422, "invalid-value", "/catalogueId")
	made := add(w.karin, entry).Want(201).Shows("Familjesamtal på kvällstid")
	at := "/interventions/" + made.Text("id")
	w.bea.Get(at).Want(200).Shows("Familjesamtal på kvällstid")
	w.amir.Get(w.my).Want(200).Shows("Familjesamtal på kvällstid")
	w.lena.Post(w.plan+"/dispatches", object{}).Want(201)
	w.lena.Get(w.plan + "/versions/2").Want(200).Shows("Familjesamtal på kvällstid")
	w.karin.Get(w.plan + "/versions/2").Want(200).Shows("Familjesamtal på kvällstid")

	sam.Post("/catalogue-entries/"+entry+"/endings", object{"endsOn": "2020-12-14"}).Refused(422, "dates-out-of-order", "/endsOn")
	sam.Post("/catalogue-entries/"+entry+"/endings", object{"endsOn": "2020-12-15"}).Want(200)
	w.karin.Get("/catalogue-entries?limit=100&on=2020-12-16").Want(200).Hides("FS-2")
	national := w.karin.Post("/catalogue-searches", object{"words": "FFT"}).ID("entries", "code", "FFT")
	sam.Post("/catalogue-entries/"+national+"/endings", object{"endsOn": "2020-12-15"}).Refused(404, "not-found")
	change := object{"title": "Samtal ute", "status": "ongoing", "category": "interventions", "visibility": "family", "catalogueId": national}
	w.karin.Put(at, w.karin.Get(at).ETag(), change).Want(200).Shows("Funktionell familjeterapi")

	w.record(w.karin, "protected-registration").Want(201)
	w.bea.Get(at).Want(200).Shows("Samtal ute").Hides("familjeterapi", national) // it may be that of a single principal
}
