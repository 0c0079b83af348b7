package httpapi_test

import (
	"samplan/internal/demo"
)

// deviant is a word with the canary in it that is nobody's name.
const deviant = canary + "avvikelse"

// deviates is a deviation of the disability support.
func deviates(kind, text string) object {
	return object{"kind": kind, "category": "hand-over", "concernsUnitId": demo.UnitID("fs"), "happenedOn": "2020-12-14", "text": text}
}

// deviations lets karin enter some, of which the group has three; in one it has decided something, one it has answered.
func (w *town) deviations(ids map[string]string) {
	ids["year"] = "2019"
	ids["groupId"] = demo.GroupID("hisingen").String()
	ids["memberId"] = demo.Groups[1].MemberID(demo.Groups[1].Seats[1]).String()
	enter := func() string {
		return w.As("karin").Post("/deviations", deviates("reported", deviant)).Want(201).Text("id")
	}
	ids["deviationId"], ids["otherDeviation"] = enter(), enter()
	kim := w.As("kim")
	file := func(d string) string {
		w.As("karin").Post("/deviations/"+d+"/submissions", object{"groupId": ids["groupId"]}).Want(200)
		return kim.Get("/deviation-cases").ID("deviationCases", "state", "submitted")
	}
	take := func() string {
		d := enter()
		kim.Post("/deviations/"+d+"/manager-contacts", object{"contactedOn": day, "otherManager": canary, "cause": deviant}).Want(200)
		c := file(d)
		kim.Post("/deviation-cases/"+c+"/intakes", object{"outcome": "accepted"}).Want(200)
		return c
	}
	ids["takenCase"], ids["answeredCase"] = take(), take()
	ids["measureId"] = first(kim.Post("/deviation-cases/"+ids["takenCase"]+"/measures", measure("bou2")).Want(200), "measures", "id")
	kim.Post("/deviation-cases/"+ids["answeredCase"]+"/answers", object{"text": deviant}).Want(200)
	ids["deviationCaseId"] = file(enter())
	w.forums(ids)
}

func measure(unit string) object {
	return object{"unitId": demo.UnitID(unit), "text": deviant, "dueOn": "2021-03-01"}
}

func (w *town) deviationSamples(add adder, ids map[string]string) {
	add("karin", "ListGroups", nil)
	add("karin", "GetGroup", nil)
	add("sam", "AddGroup", object{"name": canary, "level": "local", "aboveId": demo.GroupID("gbg-omradet")})
	add("sam", "AddGroupMember", object{
		"unitId": demo.UnitID("bou1"), "personId": demo.Find("karin").PersonID(), "function": "member", "title": canary, "validFrom": day, "validTo": "2021-12-31",
	})
	add("sam", "ChangeGroupTexts", object{"keepTextsDays": 365})
	add("sam", "EndGroupMember", object{"endsOn": day})
	with := deviates("observed", deviant)
	with["childId"] = ids["childId"]
	add("karin", "EnterDeviation", with)
	add("karin", "ListDeviations", nil)
	add("karin", "GetDeviation", nil)
	add("kim", "RecordManagerContact", object{"contactedOn": day, "otherManager": canary, "cause": deviant})
	add("karin", "SubmitDeviation", object{"groupId": ids["groupId"]})
	add("karin", "WithdrawDeviation", object{}, "deviationId", "otherDeviation")
	add("moa", "ListDeviationCases", nil)
	add("moa", "GetDeviationCase", nil)
	add("moa", "TakeDeviationCase", object{"outcome": "returned", "reason": deviant})
	add("kim", "AddDeviationMeasure", measure("bou1"), "deviationCaseId", "takenCase")
	add("kim", "ListDeviationMeasures", nil)
	add("kim", "GetDeviationFigures", nil)
	add("kim", "FollowUpDeviationMeasure", object{"outcome": "partly", "effect": deviant})
	add("kim", "EscalateDeviationCase", object{"reason": deviant}, "deviationCaseId", "takenCase")
	add("kim", "AnswerDeviationCase", object{"text": deviant}, "deviationCaseId", "takenCase")
	add("kim", "CloseDeviationCase", object{}, "deviationCaseId", "answeredCase")
}

// deviationValues are deviations and groups that are not to be had.
func deviationValues() []value {
	milo := demo.Find("milo").Number
	all := []value{
		{"AddGroup", "aboveId", madeUp, invalid, "/aboveId"},
		{"AddGroup", "aboveId", demo.GroupID("karlskrona"), invalid, "/aboveId"},
		{"AddGroup", "level", "county", invalid, "/aboveId"},
		{"AddGroupMember", "personId", madeUp, unknownColleague, "/personId"},
		{"AddGroupMember", "unitId", demo.UnitID("bup"), unknownColleague, "/personId"},
		{"AddGroupMember", "validFrom", "2020-12-14", dates, "/validFrom"},
		{"AddGroupMember", "validTo", "2020-12-14", dates, "/validTo"},
		{"EndGroupMember", "endsOn", "2020-12-13", dates, "/endsOn"},
		{"EndGroupMember", "endsOn", "2018-12-13", dates, "/endsOn"},
		{"EnterDeviation", "category", "nothing", invalid, "/category"},
		{"EnterDeviation", "concernsUnitId", madeUp, unknownUnit, "/concernsUnitId"},
		{"EnterDeviation", "concernsUnitId", demo.UnitID("bou1"), invalid, "/concernsUnitId"},
		{"EnterDeviation", "happenedOn", "2020-12-16", dates, "/happenedOn"},
		{"EnterDeviation", "childId", madeUp, invalid, "/childId"},
		{"EnterDeviation", "suggestionId", madeUp, invalid, "/suggestionId"},
		{"RecordManagerContact", "contactedOn", "2020-12-16", dates, "/contactedOn"},
		{"RecordManagerContact", "contactedOn", "2020-12-13", dates, "/contactedOn"},
		{"RecordManagerContact", "cause", "Milo fick vänta", "identifying-text", "/cause"},
		{"RecordManagerContact", "otherManager", milo, "identifying-text", "/otherManager"},
		{"SubmitDeviation", "groupId", madeUp, "not-in-group", "/groupId"},
		{"SubmitDeviation", "groupId", demo.GroupID("karlskrona"), "not-in-group", "/groupId"},
		{"SubmitDeviation", "groupId", demo.GroupID("gbg-omradet"), "not-in-group", "/groupId"},
		{"TakeDeviationCase", "reason", nil, "reason-required", "/reason"},
		{"TakeDeviationCase", "reason", milo, "identifying-text", "/reason"},
		{"TakeDeviationCase", "outcome", "accepted", invalid, "/reason"},
		{"AddDeviationMeasure", "unitId", madeUp, unknownUnit, "/unitId"},
		{"AddDeviationMeasure", "dueOn", "2020-12-14", dates, "/dueOn"},
		{"AddDeviationMeasure", "text", "Ring Milo", "identifying-text", "/text"},
		{"FollowUpDeviationMeasure", "effect", milo, "identifying-text", "/effect"},
		{"EscalateDeviationCase", "reason", milo, "identifying-text", "/reason"},
		{"AnswerDeviationCase", "text", milo, "identifying-text", "/text"},
	}
	for _, text := range []string{"Gäller " + milo, milo[2:8] + "-" + milo[8:], "Milos mamma ringde", "mor till milo", "19900101-0000"} {
		all = append(all, value{"EnterDeviation", "text", text, "identifying-text", "/text"})
	}
	return all
}
