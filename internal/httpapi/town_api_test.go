package httpapi_test

import (
	"maps"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/getkin/kin-openapi/openapi3"

	"samplan/internal/demo"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
	"samplan/openapi"

	"samplan/internal/civil"
)

// operation is an operation of the contract, as a client sees it.
type operation struct {
	name, method, path string
	*openapi3.Operation
}

// body is the schema of the request body, or nil.
func (o operation) body() *openapi3.Schema {
	if o.RequestBody == nil {
		return nil
	}
	return o.RequestBody.Value.Content["application/json"].Schema.Value
}

// takes tells whether the operation has a parameter.
func (o operation) takes(in, name string) bool { return o.Parameters.GetByInAndName(in, name) != nil }

func (o operation) isPublic() bool { return o.Security != nil && len(*o.Security) == 0 }

// ids lists the parameters of the path that name an object.
func (o operation) ids() []string {
	var all []string
	for _, p := range o.Parameters {
		if p.Value.In == openapi3.ParameterInPath && p.Value.Schema.Value.Format == "uuid" {
			all = append(all, p.Value.Name)
		}
	}
	return all
}

// at fills the path's parameters in.
func (o operation) at(ids map[string]string) string {
	path := o.path
	for name, id := range ids {
		path = strings.ReplaceAll(path, "{"+name+"}", id)
	}
	return path
}

// operations reads the contract once.
var operations = sync.OnceValue(func() map[string]operation {
	doc, err := openapi3.NewLoader().LoadFromData(openapi.Document)
	if err != nil {
		panic(err)
	}
	all := map[string]operation{}
	for path, item := range doc.Paths.Map() {
		for method, o := range item.Operations() {
			all[o.OperationID] = operation{o.OperationID, method, path, o}
		}
	}
	return all
})

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
		headers = append(headers, "If-Match", c.Get(s.path()).ETag())
	}
	return headers
}

// send asks, with the sample's own body unless another is given.
func (s sample) send(c testkit.Client, key string, body any) testkit.Answer {
	return c.Send(s.method, s.path(), s.or(body), s.headers(c, key)...)
}

// or gives the body, or else the sample's own.
func (s sample) or(body any) any {
	if body == nil && s.doc != nil {
		return s.doc
	}
	return body
}

// town is the county with a few rows more, so that every operation has something to be done with.
type town struct {
	*testkit.API
	samples []sample
}

func newTown(t *testing.T) *town {
	t.Helper()
	w := &town{API: testkit.NewAPI(t, before)}
	ids := w.everything("karin", "Milo Ros", "bup")
	w.lo(ids)
	w.tuva(ids)
	w.list(ids)
	for name := range operations() {
		if !w.has(name) {
			t.Errorf("%s has no sample", name)
		}
	}
	return w
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
	add("noteId", "/plans/"+plan+"/notes", object{"text": canary, "category": "health"})
	add("childViewId", "/plans/"+plan+"/child-views", object{"text": canary, "form": "said", "visibility": "family"})
	add("disagreementId", "/plans/"+plan+"/disagreements", object{"text": canary, "visibility": "family"})
	add("secondConsentId", "/children/"+child+"/consents", oral("plan"))
	add("consentId", "/children/"+child+"/consents", oral("plan"))
	ids["relationId"] = first(lead.Get("/children/"+child+"/relations"), "relations", "id")
	ids["caseWorkerId"] = first(lead.Get("/children/"+child+"/case-workers"), "caseWorkers", "id")
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
	ids["asked"] = lena.Post("/children/"+child+"/consents", signed("plan")).Want(201).Text("id")
	ids["given"] = lena.Post("/children/"+child+"/consents", signed("plan")).Want(201).Text("id")
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

// makeReady adds what the law asks and lets the other party confirm.
func makeReady(lead, other testkit.Client, plan string) {
	lead.Post("/plans/"+plan+"/interventions", object{"title": canary, "visibility": "family"}).Want(201)
	shown := lead.Get("/plans/" + plan).Want(200)
	lead.Put("/plans/"+plan, shown.ETag(), frame("bou1")).Want(200)
	other.Post("/plans/"+plan+"/confirmations", object{}).Want(201)
}

// list fills the samples: who may do what with milo's plan, unless other ids are named.
func (w *town) list(ids map[string]string) {
	add := func(who, name string, body object, other ...string) {
		s := sample{operations()[name], who, maps.Clone(ids), body}
		for i := 0; i < len(other); i += 2 {
			s.ids[other[i]] = ids[other[i+1]]
		}
		w.samples = append(w.samples, s)
	}
	lo := []string{"planId", "loPlan", "childId", "loChild", "partyId", "loParty", "consentId", "asked"}
	w.reads(add, lo)
	w.writes(add, lo, ids)
	w.steps(add, lo)
}

type adder = func(who, name string, body object, other ...string)

func (w *town) reads(add adder, lo []string) {
	add("", "GetApiInfo", nil)
	for _, name := range []string{
		"GetMe", "ListPrincipals", "ListUnits", "GetUnit", "ListColleagues", "GetChild", "ListChildren", "ListRelations", "ListCaseWorkers",
		"ListPlans", "GetPlan", "ListStatusChanges", "CheckPlan", "GetGoal", "GetIntervention", "GetNote", "GetChildView", "GetDisagreement",
		"ListConsents", "GetConsent",
	} {
		add("karin", name, nil)
	}
	add("bibi", "ListInvitations", nil)
	for _, name := range []string{"ListVersions", "GetVersion", "CompareVersions"} {
		add("lena", name, nil, lo...)
	}
	for _, name := range []string{"ListMyPlans", "GetMyPlan", "ListMyConsents", "GetMyConsent"} {
		add("amir", name, nil, lo...)
	}
	add("karin", "FindChild", object{"identifierType": "personnummer", "identifier": demo.Find("milo").Number})
}

func (w *town) writes(add adder, lo []string, ids map[string]string) {
	named := func(more object) object {
		more["givenName"], more["familyName"] = canary, canary
		return more
	}
	number := func(birth string, serial int) string { return persontest.TestNumber(civil.MustParse(birth), serial) }
	add("karin", "RegisterChild", named(object{
		"identifierType": "personnummer", "identifier": number("2015-05-05", 9), "birthDate": "2015-05-05", "protection": "none",
		"interpreterLanguage": "so", "reason": canary,
	}))
	add("karin", "ChangeChild", named(object{"protection": "none", "interpreterLanguage": "ar"}))
	add("karin", "AddRelation", named(object{
		"identifierType": "personnummer", "identifier": number("1955-05-05", 9), "kind": "close-person", "validFrom": day, "validTo": "2021-12-31",
	}))
	add("karin", "EndRelation", object{"endsOn": "2020-12-31", "reason": canary})
	add("kim", "AssignCaseWorker", object{"personId": demo.Find("kim").PersonID(), "validFrom": day, "validTo": "2021-12-31"})
	add("kim", "EndCaseWorker", object{"endsOn": "2020-12-31"})
	add("karin", "RecordMaturity", object{"outcome": "guardians", "assessedOn": day, "reason": canary})
	add("karin", "AddGoal", object{"text": canary, "horizon": "long", "partOfGoalId": ids["goalId"], "category": "health", "visibility": "family"})
	goal := object{"text": canary, "horizon": "short", "category": "goals", "visibility": "parties"}
	add("karin", "ChangeGoal", goal)
	add("karin", "AddIntervention", intervention(ids["goalId"]))
	add("karin", "ChangeIntervention", intervention(ids["goalId"]))
	add("karin", "AddNote", object{"text": canary, "category": "health"})
	add("karin", "ChangeNote", object{"text": canary, "category": "schooling"})
	add("karin", "AddChildView", object{"text": canary, "form": "drawn", "visibility": "family"})
	add("karin", "AddDisagreement", object{"text": canary, "visibility": "parties"})
	add("lo", "AddMyChildView", object{"text": canary, "form": "written"}, lo...)
	add("amir", "AddMyDisagreement", object{"text": canary}, lo...)
	first := object{"text": canary, "horizon": "long", "category": "goals", "visibility": "family"}
	add("karin", "CreatePlan", object{
		"childId": ids["childId"], "kind": "sip", "legalBasis": "hsl-2017-30-16-4", "goals": []any{first},
		"interventions": []any{object{"title": canary, "text": canary, "startsOn": day, "endsOn": "2021-02-02", "status": "planned"}},
	})
}

func intervention(goal string) object {
	return object{
		"title": canary, "text": canary, "goalId": goal, "outsideActor": canary, "contactName": canary, "startsOn": day, "endsOn": "2021-02-02",
		"status": "ongoing", "category": "interventions", "visibility": "family",
	}
}

func (w *town) steps(add adder, lo []string) {
	ids := w.samples[0].ids
	add("karin", "ChangePlan", frame("bou1"))
	add("karin", "StepPlan", object{"to": "called", "on": day, "reason": canary, "role": canary})
	add("karin", "AddParty", object{"unitId": demo.UnitID("ftv"), "mode": "invited"})
	add("bibi", "AnswerParty", object{"answer": "accepted", "contactPersonId": demo.Find("bea").PersonID(), "reason": canary})
	add("mats", "LeaveParty", object{"reason": canary}, lo...)
	add("bea", "ConfirmPlan", object{}, lo...)
	add("karin", "DispatchPlan", object{})
	add("karin", "EstablishPlan", object{"on": day}, "planId", "tuvaPlan")
	consent := signed("share", object{"fromBranchId": demo.BranchID("vh-social"), "toBranchId": demo.BranchID("bup"), "categories": []any{"goals"}})
	consent["excludedItemIds"] = []any{ids["goalId"]}
	add("karin", "RecordConsent", consent)
	add("karin", "AnswerConsent", object{"personId": ids["giver"], "answer": "given", "reason": canary})
	add("karin", "WithdrawConsent", object{"by": ids["giver"], "reason": canary}, "consentId", "secondConsentId")
	add("amir", "AnswerMyConsent", object{"answer": "given"}, lo...)
	add("eva", "WithdrawMyConsent", object{"reason": canary}, "consentId", "given")
}
