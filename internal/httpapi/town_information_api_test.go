package httpapi_test

import "samplan/internal/demo"

// lawful names a ground that opens between social services and child psychiatry, both ways.
func lawful(o object) object {
	o["ground"], o["groundReason"] = "need-of-under-18", canary
	return o
}

func asksBUP(child, questionnaire string) object {
	return lawful(object{"childId": child, "toUnitId": demo.UnitID("bup"), "questionnaireId": questionnaire, "text": canary})
}

func answered() object {
	return object{"note": canary, "answers": []any{
		object{"code": "absence", "values": []any{"12,5"}}, object{"code": "mood", "values": []any{"good"}},
	}}
}

// information lets karin ask child psychiatry about milo: one waits, one is drafted, one is for each way to end.
func (w *town) information(ids map[string]string) {
	for _, kind := range []string{"informationRequestId", "toWithdraw", "toAnswer", "toRefuse"} {
		ids[kind] = w.As("karin").Post("/information-requests", asksBUP(ids["childId"], ids["usedQuestionnaire"])).Want(201).Text("id")
		at := "/information-requests/" + ids[kind]
		w.As("bibi").Post(at+"/assignments", object{"ownerId": demo.Find("bea").PersonID()}).Want(200)
		if kind == "toAnswer" {
			w.As("bea").Put(at, w.As("bea").Get(at).ETag(), answered()).Want(200)
		}
	}
	w.As("bibi").Post("/information-routines", object{"text": canary}).Want(201)
	ids["absenceId"] = w.As("bea").Post("/absences", away("bibi", "2021-02-01", "2021-02-05")).Want(201).Text("id")
}

// away says that somebody is away, and who stands in.
func away(substitute, from, to string) object {
	return object{"substituteId": demo.Find(substitute).PersonID(), "startsOn": from, "endsOn": to}
}

func (w *town) informationSamples(add adder, ids map[string]string) {
	add("karin", "SendInformationRequest", asksBUP(ids["childId"], ids["usedQuestionnaire"]))
	add("bea", "ListInformationRequests", nil)
	add("karin", "GetInformationRequest", nil)
	add("karin", "GetInformationDocument", nil)
	add("bibi", "AssignInformationRequest", object{
		"ownerId": demo.Find("bea").PersonID(), "substituteId": demo.Find("bibi").PersonID(), "awayFrom": "2021-06-20", "awayTo": "2021-08-01",
	})
	add("bea", "DraftInformation", answered())
	add("bea", "AnswerInformationRequest", lawful(object{}), "informationRequestId", "toAnswer")
	add("bea", "RefuseInformationRequest", object{"decline": "other", "text": canary}, "informationRequestId", "toRefuse")
	add("karin", "WithdrawInformationRequest", object{}, "informationRequestId", "toWithdraw")
	add("bea", "ListInformationRoutines", nil)
	add("bibi", "PublishInformationRoutine", object{"text": canary})
	with := away("bibi", "2021-06-21", "2021-08-01")
	with["personId"] = demo.Find("bea").PersonID()
	add("bibi", "EnterAbsence", with)
	add("bea", "ListAbsences", nil)
	add("bea", "EndAbsence", object{})
}

// informationValues are requests and answers that are not to be had.
func informationValues() []value {
	return []value{
		{"SendInformationRequest", "toUnitId", madeUp, unknownUnit, "/toUnitId"},
		{"SendInformationRequest", "toUnitId", demo.UnitID("bou1"), unknownUnit, "/toUnitId"},
		{"SendInformationRequest", "questionnaireId", madeUp, invalid, "/questionnaireId"},
		{"SendInformationRequest", "ground", "general-clause", "ground-does-not-apply", "/ground"},
		{"SendInformationRequest", "groundReason", nil, "reason-required", "/groundReason"},
		{"AssignInformationRequest", "ownerId", madeUp, unknownColleague, "/ownerId"},
		{"AssignInformationRequest", "ownerId", demo.Find("karin").PersonID(), unknownColleague, "/ownerId"},
		{"AssignInformationRequest", "substituteId", demo.Find("karin").PersonID(), unknownColleague, "/substituteId"},
		{"AssignInformationRequest", "substituteId", demo.Find("bea").PersonID(), invalid, "/substituteId"},
		{"AssignInformationRequest", "substituteId", nil, invalid, "/substituteId"},
		{"AssignInformationRequest", "awayTo", "2021-06-19", dates, "/awayTo"},
		{"DraftInformation", "answers", []any{object{"code": "unknown", "values": []any{"a"}}}, invalid, "/answers/0/code"},
		{"DraftInformation", "answers", []any{object{"code": "absence", "values": []any{"many"}}}, invalid, "/answers/0/values"},
		{"DraftInformation", "answers", []any{object{"code": "mood", "values": []any{"unknown"}}}, invalid, "/answers/0/values"},
		{"AnswerInformationRequest", "groundReason", nil, "reason-required", "/groundReason"},
		{"AnswerInformationRequest", "ground", "general-clause", "ground-does-not-apply", "/ground"},
		{"RefuseInformationRequest", "text", nil, "reason-required", "/text"},
		{"RefuseInformationRequest", "decline", "not-known", invalid, "/text"},
		{"EnterAbsence", "personId", madeUp, unknownColleague, "/personId"},
		{"EnterAbsence", "personId", demo.Find("karin").PersonID(), unknownColleague, "/personId"},
		{"EnterAbsence", "personId", demo.Find("bibi").PersonID(), invalid, "/substituteId"},
		{"EnterAbsence", "substituteId", madeUp, unknownColleague, "/substituteId"},
		{"EnterAbsence", "substituteId", demo.Find("karin").PersonID(), unknownColleague, "/substituteId"},
		{"EnterAbsence", "startsOn", "2020-12-14", dates, "/startsOn"},
		{"EnterAbsence", "endsOn", "2021-06-20", dates, "/endsOn"},
		{"EnterAbsence", "endsOn", "2023-06-23", dates, "/endsOn"},
	}
}
