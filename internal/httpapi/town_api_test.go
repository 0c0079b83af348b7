package httpapi_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// sample is a request that is done, when the ones before it in the list are.
type sample struct {
	operation
	who string
	ids map[string]string
	doc object
}

// path is where the sample goes.
func (s sample) path() string { return s.at(s.ids) }

// headers are the usual ones of the sample; PUTs name the version that the person reads first.
func (s sample) headers(c testkit.Client, key string) []string {
	headers := []string{"Idempotency-Key", key}
	if s.method == http.MethodPut {
		headers = append(headers, "If-Match", c.Get(strings.TrimSuffix(strings.TrimSuffix(s.path(), "/content"), "/readings")).ETag())
	}
	return append(headers, s.media()...)
}

// media names the type of a body that is not JSON.
func (s sample) media() []string {
	if s.isFile() {
		return []string{"Content-Type", asFile}
	}
	return nil
}

// send asks, with the sample's own body unless another is given.
func (s sample) send(c testkit.Client, key string, body any) testkit.Answer {
	return c.Send(s.method, s.path(), s.or(body), s.headers(c, key)...)
}

// or gives the body, or else the sample's own.
func (s sample) or(body any) any {
	switch {
	case body == nil && s.doc != nil:
		return s.doc
	case body == nil && s.isFile():
		return s.file()
	}
	return body
}

// town is the county with a few rows more, so that every operation has something to be done with.
type town struct {
	*testkit.API
	samples    []sample
	t          *testing.T
	everyTable string // the question for the content of all of them
}

// The first town is built; the others are copies of it, and know what can be done there.
var (
	townMould   testkit.Mould
	townSamples []sample
)

func newTown(t *testing.T) *town {
	t.Helper()
	w := &town{t: t}
	w.API = townMould.NewAPI(t, before, func(a *testkit.API) {
		first := &town{API: a, t: t}
		first.build()
		townSamples = first.samples
	})
	w.samples = slices.Clone(townSamples)
	return w
}

func (w *town) build() {
	ids := w.everything("karin", "Milo Ros", "bup")
	ids["reorganisationId"] = w.As("sam").Post("/reorganisations", closing("rf", "bou2")).Want(201).Text("id")
	entry := object{"code": "FS-2", "name": "Familjesamtal på kvällstid", "validFrom": "2020-01-01"}
	ids["catalogueId"] = w.As("sam").Post("/catalogue-entries", entry).Want(201).Text("id")
	w.files(ids)
	w.divide(ids)
	w.lo(ids)
	ids["latePlan"], _ = planOf(w.As("lena"), "Sixten Udd")
	ids["alvaPlan"], _ = planOf(w.As("vera"), "Alva Grip")
	w.tuva(ids)
	w.closable(ids)
	w.log(ids)
	w.care(ids)
	w.notices(ids)
	w.calls(ids)
	w.meetings(ids)
	w.minutes(ids)
	w.askPrivacy(ids)
	w.requests(ids)
	w.deviations(ids)
	w.clients(ids)
	w.imports(ids)
	w.offeredLeads(ids)
	w.cards(ids)
	w.questionnaires(ids)
	w.list(ids)
	for name := range operations() {
		if !w.has(name) {
			w.t.Errorf("%s has no sample", name)
		}
	}
}

func (w *town) has(name string) bool {
	for _, s := range w.samples {
		if s.name == name {
			return true
		}
	}
	return false
}

const day = "2020-12-15"

func oral(kind string, scopes ...object) object {
	if scopes == nil {
		scopes = []object{}
	}
	return object{"kind": kind, "purpose": canary, "form": "oral", "evidence": canary, "validFrom": day, "validTo": "2021-12-31", "scopes": scopes}
}

func signed(kind string, scopes ...object) object {
	d := oral(kind, scopes...)
	d["form"] = "e-identification"
	return d
}

// everything writes one of everything in the plan of a child that somebody leads, and calls a unit.
func (w *town) everything(who, name, calls string) map[string]string {
	lead := w.As(who)
	plan, child := planOf(lead, name)
	ids := map[string]string{"planId": plan, "childId": child, "unitId": demo.UnitID(calls).String(), "number": "1", "other": "2"}
	ids["goalId"] = first(lead.Get("/plans/"+plan), "goals", "id")
	add := func(name, path string, body object) {
		made := lead.Post(path, body).Want(201)
		ids[name] = made.Text("id")
		if name == "consentId" {
			ids["giver"] = first(made, "givers", "personId")
		}
	}
	add("partyId", "/plans/"+plan+"/parties", object{"unitId": ids["unitId"], "mode": "called"})
	add("interventionId", "/plans/"+plan+"/interventions", object{"title": canary, "visibility": "family"})
	add("observationId", "/plans/"+plan+"/observations", object{"text": canary, "sort": "need", "area": "health", "visibility": "family"})
	add("linkId", "/plans/"+plan+"/links", linked("family"))
	add("noteId", "/plans/"+plan+"/notes", object{"text": canary, "category": "health"})
	add("childViewId", "/plans/"+plan+"/child-views", object{"text": canary, "form": "said", "visibility": "family"})
	add("disagreementId", "/plans/"+plan+"/disagreements", object{"text": canary, "visibility": "family"})
	add("secondConsentId", "/children/"+child+"/consents", oral("plan"))
	add("consentId", "/children/"+child+"/consents", oral("plan"))
	ids["itemId"] = ids["interventionId"]
	add("withholdingId", "/items/"+ids["itemId"]+"/withholdings", object{"everyGuardian": true, "reason": canary})
	ids["relationId"] = first(lead.Get("/children/"+child+"/relations"), "relations", "id")
	ids["itemId"] = ids["interventionId"]
	ids["caseWorkerId"] = first(lead.Get("/children/"+child+"/case-workers"), "caseWorkers", "id")
	w.protect(lead, ids, add)
	add("roleHolderId", "/plans/"+plan+"/role-holders", object{"role": "leader", "startsOn": day})
	return ids
}

// first gives a text of the first object of a list.
func first(a testkit.Answer, list, field string) string {
	s, _ := a.Rows(list)[0][field].(string)
	return s
}

// lo's plan has two versions, an invited party that may leave, and two consents for the family to answer.
func (w *town) lo(ids map[string]string) {
	lena := w.As("lena")
	plan, child := planOf(lena, "Lo Haddad")
	shown := lena.Get("/plans/" + plan).Want(200)
	lena.Put("/plans/"+plan, shown.ETag(), frame("hs")).Want(200)
	lena.Post("/plans/"+plan+"/dispatches", object{}).Want(201)
	for _, own := range w.As("mats").Get("/plans/" + plan).Want(200).Rows("parties") {
		if own["own"] == true {
			ids["loParty"], _ = own["id"].(string)
		}
	}
	ids["loPlan"], ids["loChild"] = plan, child
	ids["concernReportId"] = lena.Post("/children/"+child+"/concern-reports", worry()).Want(201).Text("id")
	w.known(ids)
	asked := object{"role": "caller", "unitId": demo.UnitID("bup"), "startsOn": day}
	ids["roleOfferId"] = lena.Post("/plans/"+plan+"/role-offers", asked).Want(201).Text("id")
	lena.Post("/plans/"+plan+"/role-holders", object{"role": "leader", "startsOn": day}).Want(201)
	karin := w.As("karin")
	ids["loItem"] = karin.Get("/plans/"+plan).ID("interventions", "title", "Familjebehandling")
	ids["loDisclosure"] = karin.Post("/items/"+ids["loItem"]+"/disclosures", toBUP(canary)).Want(201).Text("id")
	for _, name := range []string{"loOffer", "withdrawableOffer"} {
		item := karin.Post("/plans/"+plan+"/interventions", object{"title": canary, "visibility": "parties"}).Want(201).Text("id")
		karin.Post("/items/"+item+"/disclosures", toBUP(canary)).Want(201)
		ids[name] = karin.Post("/interventions/"+item+"/offers", object{"unitId": demo.UnitID("bup"), "startsOn": day}).Want(201).Text("id")
	}
	ids["loGuardian"] = first(lena.Get("/children/"+child+"/relations"), "relations", "personId")
	ids["asked"] = lena.Post("/children/"+child+"/consents", signed("plan")).Want(201).Text("id")
	ids["given"] = lena.Post("/children/"+child+"/consents", signed("plan")).Want(201).Text("id")
}

// toBUP is a disclosure by Karin to the child psychiatry that a child's need asks for.
func toBUP(reason string) object {
	return object{
		"toUnitId": demo.UnitID("bup"), "ground": "need-of-under-18", "consentTried": "refused", "reason": reason,
		"decidedBy": demo.Find("kim").PersonID(), "validTo": "2021-06-30",
	}
}

// frame is a plan's frame that lacks nothing; a unit calls to the follow-up.
func frame(unit string) object {
	return object{
		"overallResponsibleId": demo.PrincipalID("goteborg"), "noOtherActors": true, "childParticipation": "present",
		"nextFollowUpOn": "2021-03-01", "nextFollowUpUnitId": demo.UnitID(unit),
	}
}

// tuva's plan lacks nothing to be established.
func (w *town) tuva(ids map[string]string) {
	karin := w.As("karin")
	ids["tuvaPlan"], _ = planOf(karin, "Tuva Ros")
	makeReady(karin, w.As("bo"), ids["tuvaPlan"])
}

// log: the manager of Milo's unit has drawn a sample of what was done this day.
func (w *town) log(ids map[string]string) {
	w.exec("INSERT INTO log_setting (principal_id, wide_lists) VALUES ('" + demo.PrincipalID("goteborg").String() + "', 1)")
	drawn := w.As("kim").Post("/log-reviews", object{"from": day, "to": day, "rule": "random", "sampleSize": 5}).Want(201)
	ids["reviewId"], ids["entryId"] = drawn.Text("id"), first(drawn, "entries", "id")
	ids["loShownItem"] = first(w.As("amir").Get("/my/plans/"+ids["loPlan"]).Want(200), "goals", "id")
}

// makeReady adds what the law asks and lets the other party confirm.
func makeReady(lead, other testkit.Client, plan string) {
	lead.Post("/plans/"+plan+"/interventions", object{"title": canary, "visibility": "family"}).Want(201)
	shown := lead.Get("/plans/" + plan).Want(200)
	lead.Put("/plans/"+plan, shown.ETag(), frame("bou1")).Want(200)
	other.Post("/plans/"+plan+"/confirmations", object{}).Want(201)
}
