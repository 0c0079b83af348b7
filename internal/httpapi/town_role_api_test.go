package httpapi_test

import "samplan/internal/demo"

// roles are the samples about Barnets plan and about roles: somebody stands in for Milo's leader, Lo's plan gets a coordinator.
func (w *town) roles(add adder, lo []string) {
	ids := w.samples[0].ids
	kim, bea := demo.Find("kim").PersonID(), demo.Find("bea").PersonID()
	strength := object{"text": canary, "sort": "strength", "area": "health", "category": "health", "visibility": "family"}
	add("karin", "AddObservation", strength)
	add("karin", "ChangeObservation", strength)
	add("karin", "AddLink", linked("parties"))
	add("karin", "GetLink", nil)
	changed := linked("family")
	changed["category"] = "health"
	add("karin", "ChangeLink", changed)
	add("karin", "ReviewLink", object{"on": day})
	add("vera", "GrowPlan", object{}, "planId", "alvaPlan")
	add("karin", "ListRoleHolders", nil)
	add("amir", "ListMyRoleHolders", nil, lo...)
	add("bea", "ListRoleOffers", nil)
	add("karin", "AppointRoleHolder", object{"role": "leader", "personId": kim, "startsOn": day, "endsOn": "2021-06-30", "standsInForId": ids["roleHolderId"]})
	add("karin", "EndRoleHolder", object{"endsOn": "2020-12-31"})
	add("karin", "OfferIntervention", object{"unitId": demo.UnitID("bup"), "startsOn": day}, "interventionId", "loItem")
	add("bea", "ListInterventionOffers", nil)
	add("karin", "WithdrawInterventionOffer", object{}, "interventionOfferId", "withdrawableOffer")
	add("bea", "AnswerInterventionOffer", object{"answer": "accepted", "contactPersonId": bea, "reason": canary}, "interventionOfferId", "loOffer")
	add("lena", "OfferRole", object{"role": "coordinator", "unitId": demo.UnitID("bup"), "startsOn": day}, lo...)
	add("bea", "AnswerRoleOffer", object{"answer": "accepted", "contactPersonId": bea, "reason": canary}, lo...)
}

// leadSamples are the samples about who leads a plan.
func (w *town) leadSamples(add adder, lo []string) {
	add("karin", "ListPlanLeads", nil)
	add("karin", "GetTransitionChecklist", nil, "unitId", "bupUnit")
	w.transitionSamples(add)
	add("amir", "ListMyPlanLeads", nil, lo...)
	add("bo", "ListLeadOffers", nil)
	add("karin", "WithdrawLeadOffer", object{}, "leadOfferId", "withdrawableLead")
	add("karin", "OfferLead", object{"unitId": demo.UnitID("fs")}, "planId", "tuvaPlan")
	add("bo", "AnswerLeadOffer", object{"answer": "accepted", "contactPersonId": demo.Find("bo").PersonID(), "reason": canary}, "leadOfferId", "answerableLead")
}

// offeredLeads are offers of the lead of Tuva's plan, and of another one in which Bo's unit takes part.
func (w *town) offeredLeads(ids map[string]string) {
	karin, bo := w.As("karin"), w.As("bo")
	_, child := planOf(karin, "Tuva Ros")
	other := karin.Post("/plans", object{"childId": child, "kind": "sip"}).Want(201).Text("id")
	karin.Post("/plans/"+other+"/parties", object{"unitId": demo.UnitID("fs"), "mode": "invited"}).Want(201)
	for _, v := range bo.Get("/invitations").Want(200).Rows("invitations") {
		if party, _ := v["partyId"].(string); v["planId"] == other {
			bo.Post("/parties/"+party+"/answers", object{"answer": "accepted"}).Want(200)
		}
	}
	ids["otherPlan"] = other
	ids["bupUnit"] = demo.UnitID("bup").String()
	for name, plan := range map[string]string{"answerableLead": other, "withdrawableLead": ids["tuvaPlan"]} {
		ids[name] = karin.Post("/plans/"+plan+"/lead-offers", object{"unitId": demo.UnitID("fs")}).Want(201).Text("id")
	}
	w.transitions(ids)
}

// roleValues are roles that are not to be had.
func roleValues() []value {
	return []value{
		{"AppointRoleHolder", "startsOn", "2020-12-14", dates, "/startsOn"},
		{"AppointRoleHolder", "endsOn", nil, dates, "/endsOn"},
		{"AppointRoleHolder", "standsInForId", madeUp, invalid, "/standsInForId"},
		{"AppointRoleHolder", "personId", madeUp, unknownColleague, "/personId"},
		{"EndRoleHolder", "endsOn", "2020-12-14", dates, "/endsOn"},
		{"OfferIntervention", "unitId", madeUp, "not-a-party", "/unitId"},
		{"OfferIntervention", "startsOn", "2020-12-14", dates, "/startsOn"},
		{"AnswerInterventionOffer", "contactPersonId", madeUp, unknownColleague, "/contactPersonId"},
		{"AddLink", "on", "2020-12-16", dates, "/on"},
		{"ChangeLink", "on", "2020-12-16", dates, "/on"},
		{"ReviewLink", "on", "2020-12-16", dates, "/on"},
		{"ReviewLink", "on", "2020-01-19", dates, "/on"},
		{"OfferLead", "unitId", madeUp, "not-a-party", "/unitId"},
		{"AnswerLeadOffer", "contactPersonId", madeUp, unknownColleague, "/contactPersonId"},
		{"OfferRole", "unitId", madeUp, "not-a-party", "/unitId"},
		{"PlanTransition", "startsOn", "2020-12-14", dates, "/startsOn"},
		{"ChangeTransition", "startsOn", "2020-12-14", dates, "/startsOn"},
		{"OfferRole", "startsOn", "2020-12-14", dates, "/startsOn"},
		{"AnswerRoleOffer", "contactPersonId", madeUp, unknownColleague, "/contactPersonId"},
	}
}
