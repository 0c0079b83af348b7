package httpapi_test

// objections lets amir object to what karin's unit does for Lo.
func (w *town) objections(ids map[string]string) {
	for _, kind := range []string{"loObjection", "loToDecide", "loToKeep"} {
		ids[kind] = w.As("amir").Post("/my/items/"+ids["loItem"]+"/objections", object{"text": canary}).Want(201).Text("id")
	}
}

func (w *town) objectionSamples(add adder) {
	add("karin", "AddObjection", object{"speaker": "child", "text": canary, "keepFromGuardians": true, "why": canary}, "itemId", "loItem")
	add("lena", "GetObjection", nil, "objectionId", "loObjection")
	add("karin", "DecideObjection", object{"outcome": "corrected", "correction": canary, "reason": canary}, "objectionId", "loToDecide")
	add("karin", "KeepObjection", object{"keepFromGuardians": true, "reason": canary}, "objectionId", "loToKeep")
	add("lo", "AddMyObjection", object{"text": canary, "keepFromGuardians": true, "why": canary}, "itemId", "loItem")
	add("amir", "GetMyObjection", nil, "objectionId", "loObjection")
}

// objectionValues are objections and decisions that are not to be had.
func objectionValues() []value {
	return []value{
		{"AddObjection", "speaker", "guardian", invalid, "/keepFromGuardians"},
		{"AddObjection", "keepFromGuardians", false, invalid, "/why"},
		{"DecideObjection", "correction", nil, invalid, "/correction"},
		{"DecideObjection", "outcome", "stands", invalid, "/correction"},
		{"AddMyObjection", "keepFromGuardians", nil, invalid, "/why"},
	}
}
