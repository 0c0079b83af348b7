package httpapi_test

import "samplan/internal/id"

func (w *town) routineSamples(add adder, ids map[string]string) {
	ids["routineProfileId"] = id.RoutineNamed("national", 1).String()
	for _, name := range []string{"ListRoutineProfiles", "GetOwnRoutineProfile", "GetRoutineProfile"} {
		add("karin", name, nil)
	}
	add("karin", "GetPlanWords", nil)
	add("karin", "GetCoordinatorSuggestion", nil)
	add("karin", "GetPlanDeadlines", nil)
	add("lena", "ExplainDeadline", object{"deadline": "start-of-work", "reason": canary}, "planId", "latePlan")
	add("amir", "GetMyPlanWords", nil, "planId", "loPlan")
	add("amir", "GetMyPlanDeadlines", nil, "planId", "loPlan")
	add("sam", "CheckRoutineProfile", object{"document": "{}"})
	add("sam", "LoadRoutineProfile", object{"document": ownRoutine("1", day)})
	add("sam", "ChooseRoutineProfile", object{"code": "vastbus", "validFrom": day})
	add("sam", "ListRoutineChoices", nil)
}

// routineValues are documents and choices that are not to be had.
func routineValues() []value {
	return []value{
		{"CreatePlan", "kind", "barnets-plan", invalid, "/kind"},
		{"LoadRoutineProfile", "document", canary, invalid, "/document"},
		{"LoadRoutineProfile", "document", ownRoutine("2", day), invalid, "/document/version"},
		{"LoadRoutineProfile", "document", ownRoutine("1", "2020-12-14"), invalid, "/document/validFrom"},
		{"ChooseRoutineProfile", "code", "nowhere", invalid, "/code"},
		{"ChooseRoutineProfile", "validFrom", "2020-12-14", dates, "/validFrom"},
	}
}
