package httpapi_test

import (
	"maps"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
)

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
	w.roles(add, lo)
	w.protections(add, lo)
	w.noticeSamples(add)
	w.careSamples(add)
	w.routineSamples(add, ids)
	w.callSamples(add)
	w.meetingSamples(add)
	w.minuteSamples(add)
	w.privacySamples(add)
	w.requestSamples(add)
	w.deviationSamples(add, ids)
	w.forumSamples(add, ids)
	w.clientSamples(add)
	w.importSamples(add)
	w.leadSamples(add, lo)
	w.registerSamples(add)
	w.cardSamples(add, lo)
	w.informationSamples(add, ids)
	w.questionnaireSamples(add)
	w.objectionSamples(add)
	w.disposalSamples(add)
	w.publicSamples(add, ids)
	caseLines(add, lo)
	w.formulationSamples(add)
}

// ofLo names Karin's item in Lo's plan, which the child psychiatry takes part in.
var ofLo = []string{"planId", "loPlan", "childId", "loChild", "itemId", "loItem", "disclosureId", "loDisclosure"}

type adder = func(who, name string, body object, other ...string)

func (w *town) reads(add adder, lo []string) {
	add("", "GetApiInfo", nil)
	for _, name := range []string{
		"GetMe", "ListPrincipals", "ListUnits", "GetUnit", "ListColleagues", "GetChild", "ListChildren", "ListRelations", "ListCaseWorkers",
		"ListPlans", "GetPlan", "ListStatusChanges", "CheckPlan", "GetGoal", "GetIntervention", "GetNote", "GetObservation", "GetChildView", "GetDisagreement",
		"ListConsents", "GetConsent",
	} {
		add("karin", name, nil)
	}
	add("karin", "ListReminders", nil)
	add("karin", "ListCustodyDecisions", nil)
	add("karin", "GetItemSubjects", nil)
	add("karin", "ListUnitPlaces", nil)
	for _, name := range []string{"ListReorganisations", "GetReorganisation", "PreviewReorganisation"} {
		add("sam", name, nil)
	}
	add("kim", "ListTouchedCases", nil)
	add("bibi", "ListInvitations", nil)
	add("kim", "ListConcernReports", nil)
	add("kim", "GetConcernReport", nil)
	add("kim", "ListKnownQuestions", nil)
	add("karin", "ListWithholdings", nil)
	add("karin", "ListNamedReaders", nil)
	add("karin", "ListDisclosures", nil, ofLo...)
	for _, name := range []string{"ListVersions", "GetVersion", "CompareVersions"} {
		add("lena", name, nil, lo...)
	}
	for _, name := range []string{"ListMyPlans", "GetMyPlan", "ListMyStatusChanges", "ListMyConsents", "GetMyConsent"} {
		add("amir", name, nil, lo...)
	}
	add("amir", "ListMyLogExtract", nil)
	add("amir", "GetMyLogExtractPage", nil)
	add("karin", "GetPlanFhir", nil)
	add("amir", "GetMyPlanFhir", nil, lo...)
	add("karin", "GetPlanDocument", nil)
	add("lena", "GetVersionDocument", nil, lo...)
	add("amir", "GetMyPlanDocument", nil, lo...)
	add("amir", "ExplainMyItem", nil, "itemId", "loShownItem")
	add("karin", "ExplainItem", nil)
	add("disa", "ExplainAccess", nil)
	add("disa", "ListLogFlags", nil)
	add("kim", "ListLogReviews", nil)
	add("kim", "GetLogReview", nil)
	add("karin", "ListCatalogueEntries", nil)
	add("karin", "GetCatalogueEntry", nil)
	add("karin", "ListCatalogueHits", object{"words": "familj"})
	add("karin", "ListHits", object{"words": canary})
	add("amir", "ListMyHits", object{"words": "Lo"})
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
	add("sam", "AddCatalogueEntry", object{
		"code": "FS-9", "name": canary, "nameEnglish": canary, "description": canary, "situation": canary, "evidence": canary, "ageFrom": 3, "ageTo": 9,
		"validFrom": day, "validTo": "2021-12-31",
	})
	add("sam", "EndCatalogueEntry", object{"endsOn": day})
	attachments(add)
	add("kim", "CreateLogReview", object{"unitId": demo.UnitID("bou1"), "from": day, "to": day, "rule": "after-hours", "sampleSize": 5})
	add("kim", "RecordVerdict", object{"entryId": ids["entryId"], "verdict": "unclear", "note": canary})
	add("karin", "AddGoal", object{"text": canary, "horizon": "long", "partOfGoalId": ids["goalId"], "area": "health", "category": "health", "visibility": "family"})
	goal := object{"text": canary, "horizon": "short", "category": "goals", "visibility": "parties"}
	add("karin", "ChangeGoal", goal)
	add("karin", "AddIntervention", intervention(ids["goalId"]))
	add("karin", "ChangeIntervention", intervention(ids["goalId"]))
	add("karin", "SetItemSubjects", object{"personIds": []any{ids["giver"]}})
	add("karin", "AddNote", object{"text": canary, "category": "health"})
	add("karin", "ChangeNote", object{"text": canary, "category": "schooling"})
	add("karin", "AddChildView", object{"text": canary, "form": "by-proxy", "spokenBy": canary, "area": "health", "visibility": "family"})
	add("karin", "AddDisagreement", object{"text": canary, "visibility": "parties"})
	commentSamples(add, ids, lo)
	add("karin", "DiscloseItem", toBUP(canary), ofLo...)
	add("karin", "EndDisclosure", object{"reason": canary}, ofLo...)
	add("karin", "WithholdItem", object{"personId": ids["giver"], "reason": canary})
	add("karin", "EndWithholding", object{"reason": canary})
	add("karin", "NameReaders", object{"personIds": []any{demo.Find("karin").PersonID(), demo.Find("kim").PersonID()}})
	add("lo", "AddMyChildView", object{"text": canary, "form": "written", "area": "health"}, lo...)
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

// closing is a reorganisation in which a unit closes and another keeps what it held.
func closing(unit, keeper string) object {
	move := object{"kind": "close", "unitId": demo.UnitID(unit), "openCasesGo": false, "oldRecordsGo": false, "keeperUnitId": demo.UnitID(keeper)}
	return object{"title": canary, "decision": canary, "takesEffectOn": "2021-03-01", "moves": []any{move}}
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
	w.endings(add, lo)
	add("sam", "DraftReorganisation", closing("sos", "solrosen"))
	add("kim", "PlaceReorganisedStaff", object{"parts": []any{object{"unitId": ids["partId"], "staffIds": []any{demo.Find("karin").PersonID()}}}}, "reorganisationId", "splitId")
	add("sam", "DecideReorganisation", object{})
	add("sam", "CancelReorganisation", object{"reason": canary})
	consent := signed("share", object{"fromBranchId": demo.BranchID("vh-social"), "toBranchId": demo.BranchID("bup"), "categories": []any{"goals"}})
	consent["excludedItemIds"] = []any{ids["goalId"]}
	add("karin", "RecordConsent", consent)
	add("karin", "AnswerConsent", object{"personId": ids["giver"], "answer": "given", "reason": canary})
	add("karin", "WithdrawConsent", object{"by": ids["giver"], "reason": canary}, "consentId", "secondConsentId")
	add("karin", "AskKnown", isKnown("milo", "ce-social"))
	add("karin", "RegisterCustodyDecision", custody())
	add("karin", "EndCustodyDecision", object{"endsOn": day, "reason": canary})
	add("lena", "SendConcernReport", worry(), lo...)
	add("kim", "ReceiveConcernReport", object{"handlerId": demo.Find("karin").PersonID(), "assessedOn": day})
	add("kim", "GiveFeedback", object{"decision": "opened", "decidedOn": day, "message": canary})
	add("amir", "AnswerMyConsent", object{"answer": "given"}, lo...)
	add("amir", "LimitMyConsent", object{"validTo": "2020-12-31", "reason": canary}, lo...)
	add("eva", "WithdrawMyConsent", object{"reason": canary}, "consentId", "given")
}
