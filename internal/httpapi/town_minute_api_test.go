package httpapi_test

import "samplan/internal/demo"

// pointAbout is a point of minutes that asks a unit of something.
func pointAbout(outcome, unit string) object {
	o := object{"heading": canary, "text": canary, "category": "health", "visibility": "family"}
	switch outcome {
	case "":
	case "none":
		o["decision"] = object{"outcome": outcome}
	default:
		o["decision"] = object{"outcome": outcome, "unitId": demo.UnitID(unit), "dueOn": "2021-02-01"}
	}
	return o
}

// minutes writes minutes of a meeting of lo's plan that are settled, and of another that are not.
func (w *town) minutes(ids map[string]string) {
	lena, plan := w.As("lena"), "/plans/"+ids["loPlan"]
	ids["loMinute"] = lena.Post("/meetings/"+ids["loHeld"]+"/minutes", pointAbout("none", "")).Want(201).Text("id")
	settled := "/meetings/" + lena.Post(plan+"/meetings", booked()).Want(201).Text("id")
	ids["loAsked"] = lena.Post(settled+"/minutes", pointAbout("intervention", "bup")).Want(201).Text("id")
	ids["loTask"] = lena.Post(settled+"/minutes", pointAbout("task", "hs")).Want(201).Text("id")
	lena.Post(settled+"/settlements", object{}).Want(200)
}

func (w *town) minuteSamples(add adder) {
	lena := demo.Find("lena").PersonID()
	whole := func() object {
		o := pointAbout("task", "hs")
		o["decision"].(object)["personId"] = lena
		return o
	}
	add("lena", "AddMinute", whole(), "meetingId", "loHeld")
	add("lena", "ListMinutes", nil, "meetingId", "loHeld")
	add("lena", "GetMinute", nil, "minuteId", "loMinute")
	add("lena", "ChangeMinute", whole(), "minuteId", "loMinute")
	add("lena", "SettleMinutes", object{}, "meetingId", "loHeld")
	add("lena", "CorrectMinute", object{"text": canary}, "minuteId", "loMinute")
	add("lena", "CancelDecision", object{"reason": canary}, "minuteId", "loTask")
	add("lena", "ListDecisions", nil, "planId", "loPlan")
	add("bea", "ListReceivedDecisions", nil)
	add("bea", "AnswerDecision", object{"answer": "accepted", "text": canary, "intervention": object{
		"title": canary, "text": canary, "category": "health", "visibility": "family", "startsOn": day, "endsOn": "2021-12-31",
	}}, "minuteId", "loAsked")
	add("lena", "GetCallDocument", nil, "callId", "loSent")
	add("bea", "GetMinutesDocument", nil, "meetingId", "loHeld")
	add("bea", "GetFollowUpDocument", nil, "planId", "loPlan")
	add("amir", "GetMyMinutesDocument", nil, "meetingId", "loHeld")
	add("amir", "GetMyFollowUpDocument", nil, "planId", "loPlan")
	add("karin", "GetReceivedCallDocument", nil)
	add("amir", "ListMyMinutes", nil, "meetingId", "loHeld")
	add("amir", "ListMyDecisions", nil, "planId", "loPlan")
}

// minuteValues that the contract allows and the domain does not.
func minuteValues() []value {
	bup, hs := demo.UnitID("bup"), demo.UnitID("hs")
	return []value{
		{"AddMinute", "category", "participation", invalid, "/category"},
		{"AddMinute", "decision", object{"outcome": "task", "unitId": madeUp, "dueOn": day}, "not-a-party", "/decision/unitId"},
		{"AddMinute", "decision", object{"outcome": "task", "unitId": hs}, invalid, "/decision/dueOn"},
		{"AddMinute", "decision", object{"outcome": "task", "dueOn": day}, invalid, "/decision/unitId"},
		{"AddMinute", "decision", object{"outcome": "none", "unitId": bup}, invalid, "/decision/unitId"},
		{"AddMinute", "decision", object{"outcome": "none", "dueOn": day}, invalid, "/decision/dueOn"},
		{"AddMinute", "decision", object{"outcome": "intervention", "unitId": bup, "dueOn": "2020-12-14"}, dates, "/decision/dueOn"},
		{"AddMinute", "decision", object{"outcome": "intervention", "unitId": madeUp}, "not-a-party", "/decision/unitId"},
		{"AddMinute", "decision", object{"outcome": "intervention", "unitId": demo.UnitID("emi")}, "not-a-party", "/decision/unitId"},
		{"ChangeMinute", "decision", object{"outcome": "intervention", "unitId": hs, "personId": madeUp}, unknownColleague, "/decision/personId"},
		{"AnswerDecision", "answer", "done", invalid, "/answer"},
		{"AnswerDecision", "answer", "declined", invalid, "/intervention"},
		{"AnswerDecision", "intervention", nil, invalid, "/intervention"},
		{"AnswerDecision", "intervention", object{"title": canary, "startsOn": day, "endsOn": "2020-12-14"}, dates, "/intervention/endsOn"},
	}
}
