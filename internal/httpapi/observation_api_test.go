package httpapi_test

import (
	"testing"

	"samplan/internal/testkit"
)

// TestBarnetsPlanAroundTheWheel: strengths and needs lie in the areas of the plan's wheel; the child's words come in
// several forms, and whoever tells them in its place is named (R8).
func TestBarnetsPlanAroundTheWheelR8(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	vera, anna := api.As("vera"), api.As("anna")
	plan, _ := planOf(vera, "Alva Grip")
	at := "/plans/" + plan
	strength := object{"text": "Tröstar andra", "sort": "strength", "area": "relations", "visibility": "family"}
	made := vera.Post(at+"/observations", strength).Want(201).Shows(`"strength"`, `"relations"`)
	vera.Post(at+"/observations", object{"text": canary, "sort": "need", "area": "cared-for"}).Refused(422, "invalid-value", "/area") // of another wheel
	for _, who := range []string{"karin", "lena", "amir"} {
		api.As(who).Get("/observations/" + made.Text("id")).Want(statusOf(who)).Hides("Tröstar")
	}
	anna.Get("/my"+at).Want(200).Shows("Tröstar andra", `"relations"`)
	vera.Get("/notes/"+made.Text("id")).Refused(404, "not-found") // it is no note
	changed := object{"text": "Tröstar och leker", "sort": "strength", "area": "leisure", "category": "health", "visibility": "unit"}
	vera.Put("/observations/"+made.Text("id"), made.ETag(), changed).Want(200)
	vera.Put("/observations/"+made.Text("id"), made.ETag(), changed).Refused(412, "stale-version")
	anna.Get("/my" + at).Want(200).Hides("Tröstar")
	vera.Post(at+"/goals", object{"text": "Leker ute varje dag", "horizon": "short", "area": "leisure"}).Want(201).Shows(`"leisure"`)
	words := object{"text": "Jag vill sova hos mormor", "form": "by-proxy", "visibility": "family"}
	vera.Post(at+"/child-views", words).Refused(422, "invalid-value", "/spokenBy")
	words["spokenBy"], words["area"] = "Mormor", "relations"
	vera.Post(at+"/child-views", words).Want(201)
	words["form"] = "drawn"
	vera.Post(at+"/child-views", words).Refused(422, "invalid-value", "/spokenBy")
	anna.Get("/my"+at).Want(200).Shows("Mormor", "by-proxy")
}

func statusOf(who string) int {
	if who == "amir" {
		return 403
	}
	return 404
}

// TestBarnetsPlanGrowsIntoASIP: the SIP is a plan of its own, which takes along what the leading unit wrote; the Barnets
// plan stays with its history; the family learns of the SIP when it is told.
func TestBarnetsPlanGrowsIntoASIP(t *testing.T) {
	t.Parallel()
	api := testkit.NewAPI(t, before)
	vera, anna := api.As("vera"), api.As("anna")
	plan, child := planOf(vera, "Alva Grip")
	at := "/plans/" + plan
	old := vera.Post("/children/"+child+"/consents", signedFor("plan", before)).Want(201).Text("id")
	anna.Post("/my/consents/"+old+"/answers", object{"answer": "given"}).Want(200)
	goal := vera.Post(at+"/goals", object{"text": "Pratar i hela meningar", "horizon": "long"}).Want(201).Text("id")
	vera.Post(at+"/goals", object{"text": "Övar varje kväll", "horizon": "short", "partOfGoalId": goal}).Want(201)
	vera.Post(at+"/observations", object{"text": "Sjunger gärna", "sort": "strength", "area": "feelings"}).Want(201)
	vera.Post(at+"/notes", object{"text": canary, "category": "health"}).Want(201)
	for _, who := range []string{"karin", "lena"} {
		api.As(who).Post(at+"/growths", object{}).Refused(404, "not-found")
	}
	grown := vera.Post(at+"/growths", object{}).Want(201).Shows(`"sip"`, `"noted"`, plan, "Pratar i hela meningar", "Sjunger gärna").Hides(canary, "Jag vill")
	if part := grown.Row("goals", "text", "Övar varje kväll")["partOfGoalId"]; part == goal || part != grown.ID("goals", "text", "Pratar i hela meningar") {
		t.Errorf("the short goal is part of %v", part)
	}
	vera.Post(at+"/growths", object{}).Refused(409, "duplicate")
	vera.Post("/plans/"+grown.Text("id")+"/growths", object{}).Refused(409, "illegal-status-step")
	vera.Get(at).Want(200).Shows("barnets-plan", "Pratar i hela meningar", canary)
	sip := "/plans/" + grown.Text("id") + "/status-changes"
	for _, to := range []string{"informed", "consenting"} {
		vera.Post(sip, object{"to": to, "on": before}).Want(201)
	}
	vera.Post(sip, object{"to": "preparing", "on": before}).Refused(409, "consent-required") // that to the Barnets plan is for that
	anna.Get("/my/plans").Want(200).Shows(grown.Text("id"))
	api.On("2020-12-16")
	asked := vera.Post("/children/"+child+"/consents", signedFor("plan", "2020-12-16")).Want(201).Text("id")
	anna.Post("/my/consents/"+asked+"/answers", object{"answer": "given"}).Want(200)
	vera.Post(sip, object{"to": "preparing", "on": "2020-12-16"}).Want(201)
}

func signedFor(kind, from string) object {
	d := signed(kind)
	d["validFrom"] = from
	return d
}
