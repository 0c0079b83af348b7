package httpapi_test

import "samplan/internal/demo"

// endings are the samples of how plans are followed up and closed: Lo's is established.
func (w *town) endings(add adder, lo []string) {
	add("lena", "RecordFollowUp", object{
		"on": day, "childParticipation": "present", "nextFollowUpOn": "2021-01-10", "nextFollowUpUnitId": demo.UnitID("hs"),
	}, lo...)
	outcome := func(is string) object { return object{"on": day, "outcome": is, "effect": canary, "change": canary} }
	add("karin", "EvaluateGoal", outcome("partly-reached"))
	add("karin", "EvaluateIntervention", outcome("not-done"))
	add("karin", "ListEvaluations", nil)
	for _, name := range []string{"ListFollowUps", "CheckClosing"} {
		add("lena", name, nil, lo...)
	}
	add("lena", "ListPlanReminders", nil)
	add("karin", "ClosePlan", object{"on": day, "reason": canary, "evaluation": canary, "visibility": "family"}, "planId", "closablePlan")
	add("amir", "ListMyFollowUps", nil, lo...)
	add("lena", "EvaluateGoal", outcome("reached"), "goalId", "loShownItem")
	add("amir", "ListMyEvaluations", nil, lo...)
}

// closable is a plan of milo's that is being followed up and holds nothing that could be evaluated.
func (w *town) closable(ids map[string]string) {
	ids["closablePlan"] = w.As("karin").Post("/plans", object{"childId": ids["childId"], "kind": "sip"}).Want(201).Text("id")
	w.exec(`UPDATE plan SET status = 'following-up', established_on = created_on, followed_up_on = created_on, child_participation = 'present',
	          overall_responsible_id = $2 WHERE id = $1`, ids["closablePlan"], demo.PrincipalID("goteborg"))
}

// onEndings are follow-ups and evaluations that are not to be had.
func onEndings() []value {
	return []value{
		{"RecordFollowUp", "on", "2020-12-16", dates, "/on"},
		{"RecordFollowUp", "on", "2020-10-18", dates, "/on"},
		{"RecordFollowUp", "nextFollowUpOn", "2020-12-15", dates, "/nextFollowUpOn"},
		{"RecordFollowUp", "nextFollowUpOn", nil, invalid, "/nextFollowUpOn"},
		{"RecordFollowUp", "nextFollowUpUnitId", nil, invalid, "/nextFollowUpUnitId"},
		{"RecordFollowUp", "nextFollowUpUnitId", madeUp, unknownUnit, "/nextFollowUpUnitId"},
		{"EvaluateGoal", "on", "2020-12-16", dates, "/on"},
		{"EvaluateIntervention", "on", "2020-11-01", dates, "/on"},
	}
}
