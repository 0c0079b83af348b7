package httpapi_test

import (
	"fmt"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
)

// emergency is vera of child health care, who has no case about lo, and what she has opened.
type emergency struct {
	*ward
	vera           testkit.Client
	inquiry, items string // addresses
	access         string // id
}

func (w *ward) inEmergency(holder string) emergency {
	w.t.Helper()
	return w.inEmergencyOf(w.As("vera"), holder)
}

func (w *ward) inEmergencyOf(vera testkit.Client, holder string) emergency {
	w.t.Helper()
	e := emergency{ward: w, vera: vera}
	e.inquiry = "/emergency-inquiries/" + vera.Post("/emergency-inquiries", inDanger("lo")).Want(201).Text("id")
	e.access = vera.Post(e.inquiry+"/openings", object{"unitId": demo.UnitID(holder), "reason": canary}).Want(201).Text("id")
	e.items = "/emergency-accesses/" + e.access + "/items"
	return e
}

// TestR38TheWholePath: somebody in health care who does not know the child learns who holds something, opens it through a
// block and without any consent, reads it for 15 minutes, and the holder is told.
func TestR38TheWholePath(t *testing.T) {
	t.Parallel()
	w := newWard(t, after)
	w.write("bup", "unit", "Allergisk mot penicillin")
	w.write("bup", "named", "Bara för Bea")
	w.write("emi", "named", "Bara för Siv")
	w.As("lo").Post("/my/blocks", bup).Want(201)
	vera := w.As("vera")
	asked := vera.Post("/emergency-inquiries", inDanger("lo")).Want(201).Hides("Lo ", "Haddad", w.child, w.plan, demo.Find("lo").Number)
	row := asked.Row("holders", "name", "BUP Hisingen")
	if len(asked.Rows("holders")) != 1 || row["isBlocked"] != true || len(row) != 3 {
		t.Errorf("who holds something: %s", asked.Body)
	}
	opened := vera.Post("/emergency-inquiries/"+asked.Text("id")+"/openings", object{"unitId": row["unitId"], "reason": canary}).Want(201)
	if until := w.Now().Add(15 * time.Minute).UTC().Format(time.RFC3339); opened.Text("opensUntil") != until || len(opened.JSON()) != 2 {
		t.Errorf("want it open until %s, got %s", until, opened.Body)
	}
	items := "/emergency-accesses/" + opened.Text("id") + "/items"
	vera.Get(items).Want(200).Shows(shared, private, "Allergisk mot penicillin", "OSL 25:1").Hides("Bara för", "Familjebehandling", "Korttidsvistelse", "Haddad", w.child, w.plan)
	vera.Get(items+"?limit=1&page=2").Want(200).Shows(`"totalRecords":3`, `"count":1`)
	w.At(w.Now().Add(15*time.Minute - time.Second))
	vera.Get(items).Want(200).Shows(private)
	w.At(w.Now().Add(time.Second))
	wantSame(t, "when the time is over", untraced(vera, items), untraced(vera, "/emergency-accesses/"+madeUp+"/items"))
	w.As("bibi").Get("/emergency-accesses").Want(200).Shows(opened.Text("id"), "Vera Ängh", canary, w.child, `"danger":"life"`, `"reviewDueOn":"2021-01-08"`, `"isOverdue":false`)
}

// untraced asks with a fixed trace, so that two answers can be compared.
func untraced(c testkit.Client, path string) testkit.Answer {
	return c.Send("GET", path, nil, "traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
}

// TestR38NobodyElseOpens: school, social services, LSS, preschool, meeting leaders, administrators, officers and citizens
// are refused before any child is looked at: whatever they name, they are told the same.
func TestR38NobodyElseOpens(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	w.assign("sam", "bup", "administrator")
	e := w.inEmergency("bup")
	rows := (&town{API: w.API, t: t}).rows()
	unknown := inDanger("lo")
	unknown["identifier"] = persontest.TestNumber(civil.MustParse("2011-05-14"), 18)
	const trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
	for _, who := range []string{"karin", "kim", "bo", "fia", "lena", "rolf", "siv", "per", "mats", "moa", "agnes", "disa", "sam", "amir", "lo"} {
		c := w.As(who)
		if who == "sam" {
			c = c.At("bup") // an administrator of health care sees no content either
		}
		post := func(path string, body object) testkit.Answer {
			return c.Send("POST", path, body, "Idempotency-Key", fmt.Sprint("emergency-", len(path)), "traceparent", trace)
		}
		wantSame(t, who, post("/emergency-inquiries", inDanger("lo")).Refused(403, "denied"), post("/emergency-inquiries", unknown))
		for _, id := range []string{e.inquiry[len("/emergency-inquiries/"):], madeUp} {
			post("/emergency-inquiries/"+id+"/openings", object{"unitId": demo.UnitID("bup"), "reason": "a"}).Refused(403, "denied")
		}
		c.Get(e.items).Refused(403, "denied")
		c.Get("/emergency-accesses/"+madeUp+"/items").Refused(403, "denied")
	}
	(&town{API: w.API, t: t}).wantRows(t, rows)
}

// TestR38OnlyWhoOpened: neither colleagues, nor the holder, nor the same person under another assignment reads what one
// has opened or goes on with what one has asked.
func TestR38OnlyWhoOpened(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	w.assign("ulf", "bvc", "caseworker")
	w.assign("vera", "uph", "caseworker")
	e := w.inEmergencyOf(w.As("vera").At("bvc"), "bup")
	e.vera.Get(e.items).Want(200).Shows(private)
	for name, c := range map[string]testkit.Client{
		"a colleague": w.As("ulf").At("bvc"), "the holder's caseworker": w.As("bea"), "the holder's manager": w.As("bibi"), "the same under another assignment": w.As("vera").At("uph"),
	} {
		wantSame(t, name, untraced(c, e.items).Refused(404, "not-found"), untraced(c, "/emergency-accesses/"+madeUp+"/items"))
		c.Post(e.inquiry+"/openings", object{"unitId": demo.UnitID("bup"), "reason": "a"}).Refused(404, "not-found")
	}
	w.exec("UPDATE assignment SET valid = '[2019-01-01,2020-12-15)' WHERE id = $1", demo.Find("vera").AssignmentID("bvc"))
	e.vera.Get(e.items).Want(401) // nor the same person, once the assignment is over
}

// TestR38WhatAnInquiryTells: nobody is a holder who is no care giver or holds nothing; a number that nobody knows is
// answered as one of whom nobody holds anything; an inquiry counts for 15 minutes and opens each holder once.
func TestR38WhatAnInquiryTells(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	w.write("emi", "unit", "Vaccinerad")
	vera, bea := w.As("vera"), w.As("bea")
	asked := bea.Post("/emergency-inquiries", inDanger("lo")).Want(201).Shows("BUP Hisingen", "Elevhälsans medicinska insats", `"isBlocked":false`).Hides("Barn och unga", `"Herrgårdsskolan"`, "Funktionsstöd")
	nobody := vera.Post("/emergency-inquiries", inDanger("milo")).Want(201).Shows(`"holders":[]`) // known to social services
	unknown := inDanger("lo")
	unknown["identifier"] = persontest.TestNumber(civil.MustParse("2011-05-14"), 18)
	vera.Post("/emergency-inquiries", unknown).Want(201).Shows(`"holders":[]`)
	at := "/emergency-inquiries/" + nobody.Text("id") + "/openings"
	for _, unit := range []any{demo.UnitID("bou1"), demo.UnitID("bup"), madeUp} {
		vera.Post(at, object{"unitId": unit, "reason": canary}).Refused(422, "unknown-unit", "/unitId")
	}
	at = "/emergency-inquiries/" + asked.Text("id") + "/openings"
	school := object{"unitId": demo.UnitID("emi"), "reason": canary}
	opened := bea.Post(at, school).Want(201)
	bea.Get("/emergency-accesses/"+opened.Text("id")+"/items").Want(200).Shows("Vaccinerad", `"totalRecords":1`)
	bea.Post(at, school).Refused(409, "duplicate")
	bea.Post(at, object{"unitId": demo.UnitID("bup"), "reason": "   "}).Refused(400, "malformed-request")
	bea.Post("/emergency-inquiries", object{"identifierType": "personnummer", "identifier": demo.Find("lo").Number, "danger": "life"}).Refused(400, "malformed-request")
	w.At(w.Now().Add(15 * time.Minute))
	bea.Post(at, opening).Refused(404, "not-found")
}

var opening = object{"unitId": demo.UnitID("bup"), "reason": canary}

// TestS20NothingElseOpens: while an emergency access is open, every other operation answers as it did before, and nothing
// of what was opened can be written to.
func TestS20NothingElseOpens(t *testing.T) {
	t.Parallel()
	w := newWard(t, before)
	vera, own := w.As("vera"), planPaths(w.As("bea"), w.plan)
	paths := append(own, "/plans", "/children", "/children/"+w.child, "/children/"+w.child+"/relations", "/children/"+w.child+"/consents",
		"/children/"+w.child+"/case-workers", "/children/"+w.child+"/blocks", "/plans/"+w.plan, "/plans/"+w.plan+"/versions", "/plans/"+w.plan+"/versions/1",
		"/plans/"+w.plan+"/status-changes", "/plans/"+w.plan+"/statutory-checks", "/invitations", "/me", "/colleagues")
	var was []testkit.Answer
	for _, p := range paths {
		was = append(was, untraced(vera, p))
	}
	found := vera.Send("POST", "/child-searches", search(demo.Find("lo").Number)).Want(200).Body
	e := w.inEmergency("bup")
	vera.Get(e.items).Want(200).Shows(private)
	for n, p := range paths {
		wantSame(t, p, untraced(vera, p), was[n])
	}
	if now := vera.Send("POST", "/child-searches", search(demo.Find("lo").Number)).Want(200).Body; now != found {
		t.Errorf("the search found %s, and finds %s", found, now)
	}
	goal, word := object{"text": "a", "horizon": "short"}, object{"title": "a", "status": "done", "category": "health", "visibility": "unit"}
	for _, p := range own {
		vera.Put(p, `"1"`, word).Refused(404, "not-found")
	}
	vera.Post("/plans/"+w.plan+"/goals", goal).Refused(404, "not-found")
	vera.Post("/plans/"+w.plan+"/notes", object{"text": "a", "category": "health"}).Refused(404, "not-found")
	vera.Post("/children/"+w.child+"/blocks", object{"saidBy": "child"}).Refused(404, "not-found")
	for _, method := range []string{"PUT", "POST", "DELETE"} {
		if a := vera.Send(method, e.items, object{}, "Idempotency-Key", "nothing-to-write"); a.Status != 405 {
			t.Errorf("%s of what was opened: %d", method, a.Status)
		}
	}
}

// planPaths are the addresses of the interventions that child psychiatry holds in a plan.
func planPaths(bea testkit.Client, plan string) []string {
	var all []string
	for _, i := range bea.Get("/plans/" + plan).Want(200).Rows("interventions") {
		if i["own"] == true {
			all = append(all, "/interventions/"+i["id"].(string))
		}
	}
	return all
}
