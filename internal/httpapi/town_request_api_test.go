package httpapi_test

import (
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/person/persontest"
)

// asks is a request for a plan: of a guardian for the child with a number, or without one for oneself.
func asks(principal, number string) object {
	o := object{
		"principalId": demo.PrincipalID(principal), "givenName": canary, "familyName": canary, "birthDate": "2010-10-10", "text": canary, "help": canary,
		"suggestedParticipants": canary,
	}
	if number != "" {
		o["asGuardian"] = object{
			"relation": "parent-custodian", "givenName": canary, "familyName": canary, "identifierType": "personnummer", "identifier": number,
		}
	}
	return o
}

// requests lets mia ask twice for milo; one is under assessment.
func (w *town) requests(ids map[string]string) {
	milo := demo.Find("milo").Number
	ids["planRequestId"] = w.As("mia").Post("/my/plan-requests", asks("goteborg", milo)).Want(201).Text("id")
	ids["assessedRequest"] = w.As("milo").Post("/my/plan-requests", asks("goteborg", "")).Want(201).Text("id")
	w.As("kim").Post("/plan-requests/"+ids["assessedRequest"]+"/assessments", object{"handlerId": demo.Find("karin").PersonID()}).Want(200)
}

func (w *town) requestSamples(add adder) {
	add("karin", "ListRequestReceivers", nil)
	add("sam", "ChooseRequestReceiver", object{"unitId": demo.UnitID("bou2"), "validFrom": day})
	add("kim", "ListPlanRequests", nil)
	add("kim", "GetPlanRequest", nil)
	add("kim", "AssessPlanRequest", object{"handlerId": demo.Find("karin").PersonID(), "custodyChecked": true})
	add("kim", "AnswerPlanRequest", object{"outcome": "refused", "role": canary, "reason": canary}, "planRequestId", "assessedRequest")
	add("mia", "ListMyRequestReceivers", nil)
	add("mia", "ListMyPlanRequests", nil)
	add("mia", "GetMyPlanRequest", nil)
	add("mia", "WithdrawMyPlanRequest", object{})
	add("mia", "MakeMyPlanRequest", asks("vgr", persontest.TestNumber(civil.MustParse("2010-10-10"), 19)))
}

// requestValues are requests and answers that are not to be had.
func requestValues() []value {
	return []value{
		{"ChooseRequestReceiver", "unitId", madeUp, unknownUnit, "/unitId"},
		{"ChooseRequestReceiver", "unitId", demo.UnitID("bup"), unknownUnit, "/unitId"},
		{"ChooseRequestReceiver", "validFrom", "2020-12-14", dates, "/validFrom"},
		{"MakeMyPlanRequest", "principalId", madeUp, "no-receiver", "/principalId"},
		{"MakeMyPlanRequest", "principalId", demo.PrincipalID("uph"), "no-receiver", "/principalId"},
		{"MakeMyPlanRequest", "birthDate", "2020-12-16", dates, "/birthDate"},
		{"MakeMyPlanRequest", "birthDate", "2002-12-15", invalid, "/birthDate"},
		{"MakeMyPlanRequest", "asGuardian", asks("vgr", demo.Find("mia").Number)["asGuardian"], invalid, "/asGuardian/identifier"},
		{"MakeMyPlanRequest", "asGuardian", asks("vgr", wrongCheck(demo.Find("milo").Number))["asGuardian"], identifier, "/asGuardian/identifier"},
		{"AssessPlanRequest", "handlerId", demo.Find("bea").PersonID(), unknownColleague, "/handlerId"},
		{"AnswerPlanRequest", "role", nil, "reason-required", "/role"},
		{"AnswerPlanRequest", "reason", nil, "reason-required", "/reason"},
		{"AnswerPlanRequest", "outcome", "plan", invalid, "/reason"},
		{"AnswerPlanRequest", "planId", madeUp, invalid, "/planId"},
	}
}
