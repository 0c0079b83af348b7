package httpapi_test

import (
	"net/http"
	"regexp"
	"slices"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/document/documenttest"
	"samplan/internal/testkit"
)

// concerned is the county with a report by Lena, who works with Lo at the school, to Barn och unga 1, which Kim manages.
type concerned struct {
	*testkit.API
	child, path string
}

func newConcerned(t *testing.T) *concerned {
	t.Helper()
	c := &concerned{API: testkit.NewAPI(t, before)}
	_, c.child = planOf(c.As("lena"), "Lo Haddad")
	c.path = "/concern-reports/" + c.As("lena").Post("/children/"+c.child+"/concern-reports", worry()).Want(201).Text("id")
	return c
}

// TestR26ConcernReportHasTwoSides: those who sent it and those who got it see it, and nobody else: not another unit of the
// same domain, not those who work with the child at the receiving unit, not the family.
func TestR26ConcernReportHasTwoSides(t *testing.T) {
	t.Parallel()
	c := newConcerned(t)
	for _, who := range []string{"lena", "rolf", "kim"} { // the author, the manager there, the manager here
		c.As(who).Get(c.path).Want(200).Shows(canary, "Lo", "Haddad", `"author":"Lena Björk"`, `"decideBy":"2020-12-29"`).Hides("handler")
	}
	for _, who := range []string{"karin", "liv", "bo", "fia", "siv", "bea", "bibi", "mats", "cilla", "ola"} {
		c.As(who).In(t).Get(c.path).Refused(404, "not-found").Hides(canary)
	}
	for _, who := range []string{"agnes", "disa", "sam", "moa", "amir", "eva", "lo"} {
		c.As(who).Get(c.path).Refused(403, "denied").Hides(canary)
		c.As(who).Get("/concern-reports").Refused(403, "denied")
	}
	sent, received := "/concern-reports?direction=sent", "/concern-reports?direction=received"
	c.As("rolf").Get(sent).Want(200).Shows("Lo Haddad", `"totalRecords":1`)
	c.As("rolf").Get(received).Want(200).Shows(`"totalRecords":0`).Hides("Haddad")
	c.As("kim").Get("/concern-reports").Want(200).Shows("Lo Haddad", `"totalRecords":1`)
	c.As("kim").Get(sent).Want(200).Shows(`"totalRecords":0`)
	for _, who := range []string{"karin", "liv", "fia", "bo", "ola"} {
		c.As(who).Get(sent).Want(200).Shows(`"totalRecords":0`)
		c.As(who).Get(received).Want(200).Shows(`"totalRecords":0`)
	}
}

// TestR26ReceivingAndFeedback: the manager gives it to somebody, who then sees it; who handles it stays with the receiver.
func TestR26ReceivingAndFeedback(t *testing.T) {
	t.Parallel()
	c := newConcerned(t)
	kim, karin, lena := c.As("kim"), c.As("karin"), c.As("lena")
	told := object{"decision": "opened", "decidedOn": before, "message": "Tack"}
	to := func(who string) object { return object{"handlerId": demo.Find(who).PersonID(), "assessedOn": before} }
	kim.Post(c.path+"/decisions", told).Refused(409, "not-received")
	karin.Post(c.path+"/receipts", to("karin")).Want(403) // her role never takes a report in hand
	c.As("rolf").Post(c.path+"/receipts", to("rolf")).Refused(403, "denied")
	c.As("fia").Post(c.path+"/receipts", to("bo")).Refused(404, "not-found")
	kim.Post(c.path+"/receipts", to("liv")).Refused(422, "unknown-colleague", "/handlerId")
	tag := lena.Get(c.path).ETag()
	kim.Post(c.path+"/receipts", to("karin")).Want(200).Shows("Karin Lund", `"receivedOn"`, `"assessedOn"`)
	karin.Get(c.path).Want(200).Shows(canary, "Karin Lund")
	karin.Get("/concern-reports").Want(200).Shows("Lo Haddad")
	shown := lena.Get(c.path).Want(200).Shows(`"receivedOn":"2020-12-15"`).Hides("Karin", "handler", "assessedOn")
	if shown.ETag() == tag {
		t.Error("the sender is not told that it was received")
	}
	tag = shown.ETag()
	kim.Post(c.path+"/receipts", to("kim")).Want(200)
	karin.Get(c.path).Refused(404, "not-found")
	if lena.Get(c.path).ETag() != tag {
		t.Error("the sender's version tells of another handler")
	}
	kim.Post(c.path+"/receipts", to("karin")).Want(200)
	lena.Post(c.path+"/decisions", told).Refused(403, "denied")
	early := object{"decision": "opened", "decidedOn": "2020-12-14"}
	karin.Post(c.path+"/decisions", early).Refused(422, "dates-out-of-order", "/decidedOn")
	karin.Post(c.path+"/decisions", told).Want(200).Shows(`"decision":"opened"`, `"feedbackBy":"2020-12-22"`)
	karin.Post(c.path+"/decisions", told).Refused(409, "already-answered")
	lena.Get(c.path).Want(200).Shows(`"decision":"opened"`, `"message":"Tack"`).Hides("Karin")
}

// TestR26SendingAConcernReport: about a child of one's own case, to the social services and nobody else.
func TestR26SendingAConcernReport(t *testing.T) {
	t.Parallel()
	c := newConcerned(t)
	path := "/children/" + c.child + "/concern-reports"
	to := func(unit, on string) object {
		return object{"toUnitId": demo.UnitID(unit), "text": canary, "reportedOn": on}
	}
	for _, who := range []string{"liv", "siv", "cilla"} {
		c.As(who).Post(path, worry()).Refused(404, "not-found")
	}
	for _, who := range []string{"agnes", "moa", "disa", "amir", "lo"} {
		c.As(who).Post(path, worry()).Refused(403, "denied")
	}
	lena := c.As("lena")
	lena.Post(path, to("bup", before)).Refused(422, "wall-has-no-door", "/toUnitId")
	lena.Post(path, to("fs", before)).Refused(422, "wall-has-no-door", "/toUnitId")
	lena.Post(path, object{"toUnitId": madeUp, "text": canary, "reportedOn": before}).Refused(422, "unknown-unit", "/toUnitId")
	lena.Post(path, to("bou1", "2020-12-16")).Refused(422, "dates-out-of-order", "/reportedOn")
	c.As("karin").Post(path, to("bou1", before)).Refused(422, "invalid-value", "/toUnitId")
	for _, who := range []string{"bea", "bo", "mats", "karin"} { // any unit with a case
		made := c.As(who).Post(path, to("boc", "2020-12-14")).Want(201)
		c.As("ola").Get("/concern-reports/" + made.Text("id")).Want(200).Shows(canary)
	}
	c.As("ola").Get("/children").Want(200).Hides(c.child) // a report is no case
}

// TestR26ProtectedChildInAConcernReport: a level that is raised after the report was sent counts at once, for the receiver
// too, who has no case about the child (R31, R34).
func TestR26ProtectedChildInAConcernReport(t *testing.T) {
	t.Parallel()
	c := newConcerned(t)
	lena := c.As("lena")
	made := "/concern-reports/" + lena.Post("/children/"+c.child+"/concern-reports", object{"toUnitId": demo.UnitID("boc"), "text": canary, "reportedOn": before}).Want(201).Text("id")
	c.As("ola").Get("/concern-reports").Want(200).Shows("Lo Haddad")
	child := lena.Get("/children/" + c.child)
	lena.Put("/children/"+c.child, child.ETag(), object{"givenName": "Lo", "familyName": "Haddad", "protection": "protected-registration"}).Want(200)
	c.As("ola").Get("/concern-reports").Want(200).Shows("Skyddad person").Hides("Haddad")
	c.As("ola").Get(made).Want(200).Shows(`"protection":"protected-registration"`)
}

var perRequest = regexp.MustCompile(`"instance":"[^"]*"`)

// TestR26ConcernReportLeavesNoTrace: everybody of the county asks for everything that the own role may ask for, before a report
// is sent and after it was received and answered; nothing is another answer but the lists of reports of those two sides.
func TestR26ConcernReportLeavesNoTrace(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	w.Chance = testkit.Still{}
	w.forgetReads()
	r := newRefusals(t)
	told := func() map[string]string {
		all := map[string]string{}
		for _, p := range demo.Near() {
			if len(p.Posts) > 1 {
				continue
			}
			for _, s := range w.samples {
				if (s.method == http.MethodGet && !s.isPublic() || s.onlyLooks()) && !r.never(p, s.name) {
					a := w.As(p.Key).Send(s.method, s.path(), s.or(nil))
					all[p.Key+" "+s.name+" "+s.path()] = a.Header.Get("ETag") + documenttest.Unsalted(perRequest.ReplaceAllString(a.Body, ""))
				}
			}
		}
		return all
	}
	first := told()
	_, lo := planOf(w.As("lena"), "Lo Haddad")
	made := "/concern-reports/" + w.As("lena").Post("/children/"+lo+"/concern-reports", worry()).Want(201).Text("id")
	w.As("kim").Post(made+"/receipts", object{"handlerId": demo.Find("karin").PersonID()}).Want(200)
	w.As("kim").Post(made+"/decisions", object{"decision": "not-opened", "decidedOn": before}).Want(200)
	w.forgetReads()
	knows := []string{"kim ListConcernReports /concern-reports", "karin ListConcernReports /concern-reports"}
	for where, answer := range told() {
		if (answer != first[where]) != slices.Contains(knows, where) {
			t.Errorf("%s\nwas %s\n is %s", where, first[where], answer)
		}
	}
}

// forgetReads takes reads out of the log, as if nobody had asked: some answers are about the log.
func (w *town) forgetReads() {
	w.exec(`ALTER TABLE audit_entry DISABLE TRIGGER USER`)
	w.exec(`DELETE FROM audit_entry WHERE operation ~ '^(Get|List|Find|Check|Compare|Explain)'`)
	w.exec(`ALTER TABLE audit_entry ENABLE TRIGGER USER`)
}
