package httpapi_test

import "samplan/internal/demo"

// publicly lets karin register what somebody asks about what her unit holds: one is open, one tested, one decided.
func (w *town) publicly(ids map[string]string) {
	ids["meant"] = w.As("karin").Post("/plans/"+ids["planId"]+"/notes", object{"text": "Okänd person berättar", "category": "health"}).Want(201).Text("id")
	for _, kind := range []string{"publicRequestId", "toTest", "toSettle", "handedOut"} {
		ids[kind] = w.As("karin").Post("/public-requests", object{"text": canary, "requester": canary, "receivedOn": day}).Want(201).Text("id")
		at := "/public-requests/" + ids[kind]
		if kind == "publicRequestId" {
			continue
		}
		w.As("karin").Post(at+"/items", object{"itemId": ids["meant"]}).Want(200)
		if kind != "toTest" {
			w.As("karin").Post(at+"/assessments", testedAs("masked", ids["meant"])).Want(200)
		}
		if kind == "handedOut" {
			w.As("kim").Post(at+"/decisions", object{"refusal": object{"paragraph": "OSL 26:1", "reason": canary}}).Want(200)
		}
	}
}

// extracts lets lo ask karin's unit for what it keeps.
func (w *town) extracts(ids map[string]string) {
	ids["toExtend"] = w.As("amir").Post("/my/data-extracts", object{"unitId": demo.UnitID("bou1")}).Want(201).Text("id")
	ids["dataExtractId"] = w.As("lo").Post("/my/data-extracts", object{"unitId": demo.UnitID("bou1"), "text": canary, "contact": canary}).Want(201).Text("id")
}

func testedAs(outcome, item string) object {
	o := object{"itemId": item, "outcome": outcome, "paragraph": "OSL 26:1", "reason": canary}
	if outcome == "masked" {
		o["maskedTexts"], o["reservation"] = []any{"Okänd person"}, canary
	}
	return o
}

func (w *town) publicSamples(add adder, ids map[string]string) {
	add("karin", "RegisterPublicRequest", object{"text": canary, "requester": canary, "receivedOn": day})
	add("karin", "ListPublicRequests", nil)
	add("karin", "GetPublicRequest", nil, "publicRequestId", "handedOut")
	add("karin", "IncludeInPublicRequest", object{"itemId": ids["meant"]})
	add("karin", "AssessPublicItem", testedAs("masked", ids["meant"]), "publicRequestId", "toTest")
	add("kim", "DecidePublicRequest", object{"refusal": object{"paragraph": "OSL 26:1", "reason": canary}}, "publicRequestId", "toSettle")
	add("kim", "ExtendDataExtract", object{"reason": canary}, "publicRequestId", "toExtend")
	add("karin", "GetPublicRequestDocument", nil, "publicRequestId", "handedOut")
	add("karin", "GetPublicRequestExport", nil, "publicRequestId", "handedOut")
	add("lo", "ListMyDataHolders", nil)
	add("lo", "AskMyDataExtract", object{"unitId": demo.UnitID("bup"), "text": canary, "contact": canary})
	add("lo", "ListMyDataExtracts", nil)
	add("lo", "GetMyDataExtract", nil)
	add("lo", "GetMyDataExtractDocument", nil)
}

// publicValues are requests, tests and decisions that are not to be had.
func publicValues() []value {
	return []value{
		{"RegisterPublicRequest", "receivedOn", "2020-12-16", dates, "/receivedOn"},
		{"AssessPublicItem", "reason", nil, "reason-required", "/reason"},
		{"AssessPublicItem", "paragraph", nil, "reason-required", "/reason"},
		{"AssessPublicItem", "outcome", "out", invalid, "/maskedTexts"},
		{"AssessPublicItem", "maskedTexts", nil, invalid, "/maskedTexts"},
		{"AssessPublicItem", "maskedTexts", []any{"Okänd person", "no such words"}, invalid, "/maskedTexts/1"},
		{"AskMyDataExtract", "unitId", madeUp, "unknown-unit", "/unitId"},
		{"DecidePublicRequest", "refusal", nil, "reason-required", "/refusal"},
	}
}
