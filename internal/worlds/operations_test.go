package worlds

import (
	"encoding/json"
	"net/http"
	"strings"

	"samplan/internal/demo"
)

// object is a body in writing.
type object = map[string]any

// phase tells when an operation is asked: reads before and after the writes; last what lets the reader into more, since
// what another world holds behind that door is another matter.
type phase int

const (
	reads phase = iota
	writes
	gains
)

// operation is a row of the table: the requests to make of one operation of the contract.
type operation struct {
	phase
	requests func(q *asking) []request
}

// get reads an address for each id; its placeholder is {}.
func get(path string, ids func(*asking) []ID) operation {
	return operation{reads, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request { return []request{{method: http.MethodGet, path: at}} })
	}}
}

// list reads a list, whole and in pages.
func list(path string, more ...string) operation {
	return operation{reads, func(*asking) []request {
		all := []request{{method: http.MethodGet, path: path}}
		for _, query := range append([]string{"?limit=1", "?limit=1&page=2", "?page=99&limit=100", "?limit=0"}, more...) {
			all = append(all, request{method: http.MethodGet, path: path + query})
		}
		return all
	}}
}

// listOf reads a list below each id.
func listOf(path string, ids func(*asking) []ID) operation {
	return operation{reads, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			return []request{{method: http.MethodGet, path: at}, {method: http.MethodGet, path: at + "?limit=1&page=2"}}
		})
	}}
}

// post commands below each id, with every body, and one that is none.
func post(p phase, path string, ids func(*asking) []ID, bodies ...func(*asking) object) operation {
	return operation{p, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			all := []request{{method: http.MethodPost, path: at, body: `{"unknown":1}`}}
			for _, b := range bodies {
				all = append(all, request{method: http.MethodPost, path: at, body: text(b(q))})
			}
			return all
		})
	}}
}

// put changes each id: blindly, with an old version, with the right one.
func put(path string, ids func(*asking) []ID, body func(*asking) object) operation {
	return operation{writes, func(q *asking) []request {
		return each(path, ids(q), func(at string, _ ID) []request {
			b := text(body(q))
			return []request{
				{method: http.MethodPut, path: at, body: b},
				{method: http.MethodPut, path: at, body: b, tag: `"0"`},
				{method: http.MethodPut, path: at, body: `{}`, tag: "@" + at},
				{method: http.MethodPut, path: at, body: b, tag: "@" + at},
			}
		})
	}}
}

func each(path string, ids []ID, requests func(string, ID) []request) []request {
	if !strings.Contains(path, "{}") {
		return requests(path, madeUp)
	}
	var all []request
	for _, i := range ids {
		all = append(all, requests(strings.Replace(path, "{}", i.String(), 1), i)...)
	}
	return all
}

// body is the same for every reader.
func body(o object) func(*asking) object { return func(*asking) object { return o } }

func text(o object) string {
	b, err := json.Marshal(o)
	if err != nil {
		panic(err) // bodies are made of texts and lists
	}
	return string(b)
}

func none(*asking) []ID        { return nil }
func plans(q *asking) []ID     { return q.plans }
func parties(q *asking) []ID   { return q.parties }
func consents(q *asking) []ID  { return q.consents }
func children(q *asking) []ID  { return q.children }
func relations(q *asking) []ID { return q.relations }
func workers(q *asking) []ID   { return q.workers }

// ofKind gives items of a kind, and one of another kind.
func ofKind(kind string) func(*asking) []ID {
	return func(q *asking) []ID {
		ids := where(q.items, func(i ID) bool { return q.kindOf[i] == kind })
		return append(ids, first(1, where(q.items, func(i ID) bool { return q.kindOf[i] != kind }))...)
	}
}

func unitsOf(*asking) []ID {
	return []ID{demo.UnitID("bou1").UUID(), demo.UnitID("bup").UUID(), madeUp}
}

// table holds every operation of the contract.
var table = map[string]operation{
	"GetApiInfo":     get("/api-info", none),
	"GetMe":          get("/me", none),
	"ListPrincipals": list("/principals"),
	"ListUnits":      list("/units", "?principalId="+demo.PrincipalID("goteborg").String(), "?principalId="+madeUp.String()),
	"GetUnit":        get("/units/{}", unitsOf),
	"ListColleagues": list("/colleagues"),
	"ListUnitPlaces": listOf("/units/{}/places", unitsOf),

	"ListReorganisations":   list("/reorganisations"),
	"GetReorganisation":     get("/reorganisations/{}", reorganisations),
	"PreviewReorganisation": get("/reorganisations/{}/previews", reorganisations),
	"ListTouchedCases":      listOf("/reorganisations/{}/touched-cases", reorganisations),
	"DraftReorganisation":   {writes, draftReorganisation},
	"DecideReorganisation":  post(writes, "/reorganisations/{}/decisions", reorganisations, body(object{})),
	"CancelReorganisation":  post(writes, "/reorganisations/{}/cancellations", reorganisations, body(object{"reason": "a"})),

	"FindChild":              {reads, findChild},
	"ListChildren":           list("/children"),
	"GetChild":               get("/children/{}", children),
	"ListRelations":          listOf("/children/{}/relations", children),
	"ListCaseWorkers":        listOf("/children/{}/case-workers", children),
	"ListProtections":        listOf("/children/{}/protections", children),
	"ListWhereabouts":        listOf("/children/{}/whereabouts", children),
	"ListWhereaboutsReaders": listOf("/children/{}/whereabouts-readers", children),
	"ListWhereaboutsBlocks":  listOf("/children/{}/whereabouts-blocks", children),
	"ListHandOvers":          list("/hand-overs"),

	"ListConsents": listOf("/children/{}/consents", children),
	"ListPlans":    list("/plans", "?status=noted", "?status=met", "?status=wrong"),
	"GetPlan":      get("/plans/{}", plans),

	"ListStatusChanges": listOf("/plans/{}/status-changes", plans),
	"CheckPlan":         get("/plans/{}/statutory-checks", plans),
	"ListInvitations":   list("/invitations"),
	"GetGoal":           get("/goals/{}", ofKind("goal")),
	"GetIntervention":   get("/interventions/{}", ofKind("intervention")),
	"GetNote":           get("/notes/{}", ofKind("note")),
	"GetChildView":      get("/child-views/{}", ofKind("child-view")),
	"GetDisagreement":   get("/disagreements/{}", ofKind("disagreement")),
	"ListVersions":      listOf("/plans/{}/versions", plans),
	"GetItemSubjects":   get("/items/{}/subjects", anyItem),
	"GetVersion":        {reads, versionsOf},
	"CompareVersions":   get("/plans/{}/versions/1/comparisons/2", plans),
	"GetConsent":        get("/consents/{}", consents),
	"ListMyPlans":       list("/my/plans"),
	"GetMyPlan":         get("/my/plans/{}", plans),
	"ListMyConsents":    list("/my/consents"),
	"GetMyConsent":      get("/my/consents/{}", consents),

	"SendConcernReport":       post(writes, "/children/{}/concern-reports", children, worryTo(0), worryTo(1), worryTo(3)),
	"ListConcernReports":      list("/concern-reports", "?direction=sent", "?direction=received", "?direction=sent&limit=1&page=2", "?direction=wrong"),
	"GetConcernReport":        get("/concern-reports/{}", concerns),
	"ReceiveConcernReport":    post(writes, "/concern-reports/{}/receipts", concerns, handlerIs(0), handlerIs(9)),
	"GiveFeedback":            post(writes, "/concern-reports/{}/decisions", concerns, feedback),
	"AskKnown":                {writes, askKnown},
	"ListKnownQuestions":      list("/known-questions", "?direction=sent", "?direction=received", "?direction=sent&limit=1&page=2"),
	"RegisterCustodyDecision": post(writes, "/children/{}/custody-decisions", children, decided),
	"ListCustodyDecisions":    listOf("/children/{}/custody-decisions", children),
	"EndCustodyDecision":      post(writes, "/custody-decisions/{}/endings", custodies, ending),
	"ListReminders":           list("/reminders"),
	"ListDisclosures":         listOf("/items/{}/disclosures", itemIDs),
	"ListWithholdings":        listOf("/items/{}/withholdings", itemIDs),
	"ListNamedReaders":        listOf("/items/{}/named-readers", itemIDs),
	"DiscloseItem": post(writes, "/items/{}/disclosures", itemIDs, discloseTo("bou1", "need-of-under-18"), discloseTo("bup", "need-of-under-18"),
		discloseTo("hs", "general-clause"), discloseTo("fs", "duty-to-inform"), discloseTo("sos", "general-clause")),
	"EndDisclosure":  post(writes, "/disclosures/{}/endings", disclosures, body(object{"reason": "a"})),
	"WithholdItem":   post(writes, "/items/{}/withholdings", itemIDs, withholdFrom(0), withholdFrom(1), body(object{"everyGuardian": true, "reason": "a"})),
	"EndWithholding": post(writes, "/withholdings/{}/endings", withholdings, body(object{"reason": "a"})),
	"NameReaders":    put("/items/{}/named-readers", itemIDs, nameOneself),
	"AddWhereabouts": post(writes, "/children/{}/whereabouts", children, body(object{"kind": "school", "text": "a"})),
	"HandOverPlan":   post(writes, "/plans/{}/hand-overs", plans, handTo(0), handTo(1), handTo(3)),

	"CreatePlan":         {writes, createPlan},
	"ChangePlan":         put("/plans/{}", plans, changedPlan),
	"StepPlan":           post(writes, "/plans/{}/status-changes", plans, step("informed"), step("preparing"), step("met")),
	"EstablishPlan":      post(writes, "/plans/{}/establishments", plans, today("on")),
	"AddParty":           post(writes, "/plans/{}/parties", plans, callTo(0), callTo(1), callTo(2), callTo(3)),
	"ConfirmPlan":        post(writes, "/plans/{}/confirmations", plans, body(object{})),
	"AddGoal":            post(writes, "/plans/{}/goals", plans, body(newGoal("unit")), body(newGoal("family")), partOf),
	"ChangeGoal":         put("/goals/{}", ofKind("goal"), body(object{"text": "b", "horizon": "long", "category": "goals", "visibility": "parties"})),
	"AddIntervention":    post(writes, "/plans/{}/interventions", plans, body(object{"title": "a", "visibility": "parties"}), serving),
	"ChangeIntervention": put("/interventions/{}", ofKind("intervention"), body(object{"title": "b", "status": "done", "category": "health", "visibility": "parties"})),
	"AddNote":            post(writes, "/plans/{}/notes", plans, body(object{"text": "a", "category": "health"})),
	"ChangeNote":         put("/notes/{}", ofKind("note"), body(object{"text": "b", "category": "goals"})),
	"AddChildView":       post(writes, "/plans/{}/child-views", plans, body(object{"text": "a", "form": "said", "visibility": "parties"})),
	"AddDisagreement":    post(writes, "/plans/{}/disagreements", plans, body(object{"text": "a", "visibility": "family"})),
	"SetItemSubjects":    put("/items/{}/subjects", anyItem, subjects),
	"DispatchPlan":       post(writes, "/plans/{}/dispatches", plans, body(object{})),
	"ChangeChild":        put("/children/{}", children, body(object{"givenName": "a", "familyName": "b", "protection": "assumed-identity"})),
	"RecordConsent":      post(writes, "/children/{}/consents", children, toShare, toPlan, keepingBack),
	"AddMyChildView":     post(writes, "/my/plans/{}/child-views", plans, body(object{"text": "a", "form": "said", "visibility": "family"})),
	"AddMyDisagreement":  post(writes, "/my/plans/{}/disagreements", plans, body(object{"text": "a"})),

	"AnswerMyConsent":       post(gains, "/my/consents/{}/answers", consents, body(object{"answer": "given"})),
	"WithdrawMyConsent":     post(gains, "/my/consents/{}/withdrawals", consents, body(object{"reason": "a"})),
	"EndWhereabouts":        post(gains, "/whereabouts/{}/endings", places, today("endsOn")),
	"RecordProtection":      post(gains, "/children/{}/protections", children, level("assumed-identity"), level("none")),
	"NameWhereaboutsReader": post(gains, "/children/{}/whereabouts-readers", children, nameReader(0), nameReader(1), nameReader(2)),
	"EndWhereaboutsReader":  post(gains, "/whereabouts-readers/{}/endings", namings, today("endsOn")),
	"BlockWhereabouts":      post(gains, "/children/{}/whereabouts-blocks", children, placeBlock(0), placeBlock(1)),
	"EndWhereaboutsBlock":   post(gains, "/whereabouts-blocks/{}/endings", placeBlocks, today("endsOn")),
	"AnswerHandOver": post(gains, "/hand-overs/{}/answers", handOvers, body(object{"answer": "declined"}),
		body(object{"answer": "accepted"}), body(object{"answer": "declined", "reason": "a"})),

	"RecordMaturity":   post(gains, "/children/{}/maturity-assessments", children, maturity),
	"AnswerConsent":    post(gains, "/consents/{}/answers", consents, answerOf(0), answerOf(1)),
	"WithdrawConsent":  post(gains, "/consents/{}/withdrawals", consents, withdrawal),
	"AddRelation":      {gains, addRelation},
	"EndRelation":      post(gains, "/relations/{}/endings", relations, ending),
	"AssignCaseWorker": post(gains, "/children/{}/case-workers", children, assignTo(0), assignTo(2)),
	"EndCaseWorker":    post(gains, "/case-workers/{}/endings", workers, today("endsOn")),
	"LeaveParty":       post(gains, "/parties/{}/departures", parties, body(object{"reason": "a"})),
	"AnswerParty":      post(gains, "/parties/{}/answers", parties, body(object{"answer": "declined", "reason": "a"}), body(object{"answer": "accepted"})),
	"RegisterChild":    {gains, registerChild},
}
