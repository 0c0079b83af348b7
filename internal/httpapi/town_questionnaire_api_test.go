package httpapi_test

import "maps"

func inBoth(text string) []any {
	return []any{object{"language": "sv", "text": text}, object{"language": "en", "text": text}}
}

// asksOf is what a questionnaire says.
func asksOf(category string) object {
	return object{
		"languages": []any{"sv", "en"}, "category": category, "titles": inBoth(canary), "fields": []any{
			object{"code": "absence", "kind": "number", "isRequired": true, "texts": inBoth(canary), "helps": inBoth(canary)},
			object{"code": "mood", "kind": "choice", "isRequired": false, "texts": inBoth(canary), "options": []any{
				object{"code": "good", "texts": inBoth(canary)}, object{"code": "bad", "texts": inBoth(canary)},
			}},
		},
	}
}

func coded(code string, o object) object {
	o = maps.Clone(o)
	o["code"] = code
	return o
}

// questionnaires lets sam draft three; one of them is in use, and asked with.
func (w *town) questionnaires(ids map[string]string) {
	sam := w.As("sam")
	ids["questionnaireId"] = sam.Post("/questionnaires", coded("skola", asksOf("schooling"))).Want(201).Text("id")
	ids["otherDraft"] = sam.Post("/questionnaires", coded("vard", asksOf("health"))).Want(201).Text("id")
	ids["usedQuestionnaire"] = sam.Post("/questionnaires", coded("stod", asksOf("support-needs"))).Want(201).Text("id")
	sam.Post("/questionnaires/"+ids["usedQuestionnaire"]+"/publications", object{}).Want(200)
	w.disposals(ids)
	w.information(ids)
	w.objections(ids)
	w.publicly(ids)
	w.extracts(ids)
}

func (w *town) questionnaireSamples(add adder) {
	add("karin", "ListQuestionnaires", nil)
	add("karin", "GetQuestionnaire", nil)
	add("sam", "DraftQuestionnaire", coded("fler", asksOf("health")))
	add("sam", "ChangeQuestionnaire", asksOf("health"))
	add("sam", "PublishQuestionnaire", object{}, "questionnaireId", "otherDraft")
	add("sam", "RetireQuestionnaire", object{}, "questionnaireId", "usedQuestionnaire")
}

// questionnaireValues are questionnaires that are not to be had.
func questionnaireValues() []value {
	var all []value
	for _, name := range []string{"DraftQuestionnaire", "ChangeQuestionnaire"} {
		all = append(all,
			value{name, "category", "participation", invalid, "/category"},
			value{name, "languages", []any{"sv", "so"}, invalid, "/languages"},
			value{name, "titles", inBoth("a")[:1], invalid, "/titles"},
			value{name, "fields", []any{object{"code": "a", "kind": "choice", "isRequired": true, "texts": inBoth("a")}}, invalid, "/fields/0/options"},
		)
	}
	return all
}
