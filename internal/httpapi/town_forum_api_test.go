package httpapi_test

import "samplan/internal/demo"

// anonymised is a case without names.
func anonymised() object {
	return object{"basis": "anonymised", "question": deviant, "text": deviant}
}

// forums lets the group of Hisingen meet: kim has raised cases, one of them about milo, and one is to be followed up.
func (w *town) forums(ids map[string]string) {
	kim := w.As("kim")
	group := "/collaboration-groups/" + ids["groupId"]
	kim.Post(group+"/sessions", weekly("2020-12-17", "2020-12-29")).Want(201)
	ids["forumSessionId"] = first(kim.Get(group+"/sessions"), "sessions", "id")
	raise := func() string {
		about := anonymised()
		about["childId"] = ids["childId"]
		return kim.Post(group+"/forum-cases", about).Want(201).Text("id")
	}
	ids["forumCaseId"], ids["withdrawnForumCase"], ids["decidedForumCase"] = raise(), raise(), raise()
	kim.Post("/forum-cases/"+ids["forumCaseId"]+"/contributions", object{"text": deviant}).Want(200)
	kim.Post("/forum-cases/"+ids["decidedForumCase"]+"/outcomes", forumOutcome(ids["memberId"])).Want(200)
	kim.Post(group+"/learning-points", object{"text": deviant}).Want(201)
	ids["learningId"] = w.As("rolf").Post(group+"/learning-points", object{"text": deviant}).Want(201).Text("id")
}

func weekly(from, to string) object {
	return object{"firstOn": from, "lastOn": to, "startsAt": "13:00", "endsAt": "15:00", "mode": "digital"}
}

func forumOutcome(member string) object {
	return object{"outcome": "sip", "text": deviant, "followUpOn": "2021-02-11", "responsibleId": member}
}

func (w *town) forumSamples(add adder, ids map[string]string) {
	add("kim", "PlanForumSessions", weekly("2021-01-14", "2021-01-28"))
	add("rolf", "ListForumSessions", nil)
	add("rolf", "GetForumSession", nil)
	add("kim", "CancelForumSession", object{"reason": canary})
	with := anonymised()
	with["childId"], with["takeUpFrom"] = ids["childId"], "2020-12-22"
	add("kim", "RaiseForumCase", with)
	add("rolf", "ListForumCases", nil)
	add("rolf", "GetForumCase", nil)
	add("kim", "WithdrawForumCase", object{}, "forumCaseId", "withdrawnForumCase")
	add("kim", "AddForumContribution", object{"text": deviant, "memberId": ids["memberId"]})
	add("kim", "DecideForumCase", forumOutcome(ids["memberId"]))
	add("kim", "FollowUpForumCase", object{"text": deviant}, "forumCaseId", "decidedForumCase")
	add("kim", "OpenForumLink", object{"reason": canary})
	add("kim", "BeginForumPlan", object{"consentId": ids["consentId"], "text": canary, "reason": canary})
	add("rolf", "AddForumLearning", object{"text": deviant})
	add("rolf", "ListForumLearnings", nil)
	add("rolf", "WithdrawForumLearning", object{})
}

// forumValues are sessions and cases that are not to be had.
func forumValues() []value {
	milo := demo.Find("milo").Number
	all := []value{
		{"PlanForumSessions", "firstOn", "2020-12-14", dates, "/firstOn"},
		{"PlanForumSessions", "firstOn", "2021-01-16", dates, "/firstOn"}, // a Saturday
		{"PlanForumSessions", "lastOn", "2021-01-13", dates, "/lastOn"},
		{"PlanForumSessions", "lastOn", "2022-06-01", dates, "/lastOn"},
		{"PlanForumSessions", "endsAt", "13:00", dates, "/endsAt"},
		{"RaiseForumCase", "takeUpFrom", "2020-12-14", dates, "/takeUpFrom"},
		{"RaiseForumCase", "basis", "consent", "forum-basis", "/basis"}, // a local group
		{"RaiseForumCase", "consentId", madeUp, invalid, "/consentId"},
		{"RaiseForumCase", "category", "health", invalid, "/category"},
		{"RaiseForumCase", "childId", madeUp, invalid, "/childId"},
		{"RaiseForumCase", "question", "Vad gör Milo?", "identifying-text", "/question"},
		{"RaiseForumCase", "text", "Det hände 2020-11-03.", "confirm-warnings", "/text"},
		{"AddForumContribution", "memberId", madeUp, invalid, "/memberId"},
		{"AddForumContribution", "text", "Ring Milo", "identifying-text", "/text"},
		{"DecideForumCase", "responsibleId", madeUp, invalid, "/responsibleId"},
		{"DecideForumCase", "responsibleId", nil, invalid, "/responsibleId"},
		{"DecideForumCase", "followUpOn", nil, invalid, "/responsibleId"},
		{"DecideForumCase", "followUpOn", "2020-12-14", dates, "/followUpOn"},
		{"DecideForumCase", "text", milo, "identifying-text", "/text"},
		{"FollowUpForumCase", "text", milo, "identifying-text", "/text"},
		{"BeginForumPlan", "consentId", madeUp, "consent-not-live", "/consentId"},
		{"AddForumLearning", "text", "Mejla mor@example.org", "identifying-text", "/text"},
	}
	for _, text := range []string{"Gäller " + milo, "Familjen Ros behöver stöd", "Bor på Storgatan 3.", "Nås på 070-174 06 05.", "Går på Herrgårdsskolan."} {
		all = append(all, value{"RaiseForumCase", "text", text, "identifying-text", "/text"})
	}
	return all
}
