package httpapi_test

import "samplan/internal/demo"

// calls adds two calls that were sent in lo's plan, and one draft that may be.
func (w *town) calls(ids map[string]string) {
	lena, plan := w.As("lena"), "/plans/"+ids["loPlan"]
	w.promise(ids["loChild"])
	callOf(w.As("karin"), "/plans/"+ids["planId"], "fs", canary) // without which it is not at the step called
	sent := callOf(lena, plan, "bou1", canary, "fs", canary)
	ids["loSent"] = sent[len("/calls/"):]
	ids["receivedCallId"] = received(w.As("karin"))[len("/received-calls/"):]
	for _, r := range w.As("bo").Get("/received-calls").Want(200).Rows("receivedCalls") {
		if r["childName"] == "Lo Haddad" && r["state"] == "waiting" {
			ids["fsReceived"], _ = r["id"].(string)
		}
	}
	ids["callId"] = lena.Post(plan+"/calls", summons("bup", canary)).Want(201).Text("id")
}

// promise lets a consent to the plan of lo be in force, as the school knows it.
func (w *town) promise(child string) {
	consent := w.As("lena").Post("/children/"+child+"/consents", signed("plan")).Want(201).Text("id")
	for _, g := range []string{"amir", "eva"} {
		w.As(g).Post("/my/consents/"+consent+"/answers", object{"answer": "given"}).Want(200)
	}
}

func (w *town) callSamples(add adder) {
	add("lena", "DraftCall", summons("bou1", canary, "bup", canary), "planId", "loPlan")
	add("lena", "ListCalls", nil, "planId", "loPlan")
	add("lena", "GetCall", nil)
	add("lena", "ChangeCall", summons("bou1", canary))
	add("lena", "SendCall", object{})
	add("karin", "ListReceivedCalls", nil)
	add("karin", "GetReceivedCall", nil)
	add("karin", "SeeCall", object{})
	add("karin", "AnswerCall", object{"answer": "accepted", "contactPersonId": demo.Find("kim").PersonID(), "reason": canary})
	add("bo", "PassCallOn", object{"unitId": demo.UnitID("rf"), "reason": canary}, "receivedCallId", "fsReceived")
}

// callUnits that cannot be called, or passed on to.
func callUnits() []value {
	var all []value
	for _, unit := range []any{madeUp, demo.UnitID("hs")} {
		named := []any{object{"unitId": unit, "mode": "called", "contribution": canary}}
		all = append(all, value{"DraftCall", "toUnits", named, unknownUnit, "/toUnits/0/unitId"},
			value{"ChangeCall", "toUnits", named, unknownUnit, "/toUnits/0/unitId"})
	}
	for _, unit := range []any{madeUp, demo.UnitID("fs"), demo.UnitID("bup")} {
		all = append(all, value{"PassCallOn", "unitId", unit, unknownUnit, "/unitId"})
	}
	for _, person := range []any{madeUp, demo.Find("bea").PersonID()} {
		all = append(all, value{"AnswerCall", "contactPersonId", person, unknownColleague, "/contactPersonId"})
	}
	return all
}
