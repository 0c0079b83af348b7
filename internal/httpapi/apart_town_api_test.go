package httpapi_test

import "samplan/internal/demo"

// known lets Centrum know Milo, and ask whether the district board does. Karin registers a decision about him, and records a
// consent that ends soon.
func (w *town) known(ids map[string]string) {
	cilla, karin := w.As("cilla"), w.As("karin")
	cilla.Post("/children", object{
		"identifierType": "personnummer", "identifier": demo.Find("milo").Number, "givenName": "Milo", "familyName": "Ros",
		"birthDate": "2010-10-10", "reason": canary,
	}).Want(201)
	cilla.Post("/known-questions", isKnown("milo", "vh-social")).Want(200).Shows("true")
	child := "/children/" + ids["childId"]
	ids["custodyDecisionId"] = karin.Post(child+"/custody-decisions", custody()).Want(201).Text("id")
	brief := oral("plan")
	brief["validTo"] = "2020-12-31"
	asked := karin.Post(child+"/consents", brief).Want(201)
	karin.Post("/consents/"+asked.Text("id")+"/answers", object{"personId": first(asked, "givers", "personId"), "answer": "given"}).Want(200)
}

// worry is a report to Barn och unga 1.
func worry() object {
	return object{"toUnitId": demo.UnitID("bou1"), "text": canary, "reportedOn": day}
}

// isKnown asks a board by one of its branches about a child.
func isKnown(child, branch string) object {
	return object{"identifierType": "personnummer", "identifier": demo.Find(child).Number, "toBranchId": demo.BranchID(branch), "reason": canary}
}

func custody() object {
	return object{"measures": []string{"open-care", "contact-person"}, "decidedOn": day, "appeal": "appealed", "reason": canary}
}
