package worlds

import "maps"

func init() { maps.Copy(table, ofQuestionnaires) }

// ofQuestionnaires are the rows of the table about questionnaires.
var ofQuestionnaires = map[string]operation{
	"ListQuestionnaires":   list("/questionnaires"),
	"GetQuestionnaire":     get("/questionnaires/{}", questionnaires),
	"DraftQuestionnaire":   post(writes, "/questionnaires", none, body(drafted("health")), body(drafted("participation"))),
	"ChangeQuestionnaire":  put("/questionnaires/{}", questionnaires, body(questions("health"))),
	"PublishQuestionnaire": post(writes, "/questionnaires/{}/publications", questionnaires, body(object{})),
	"RetireQuestionnaire":  post(writes, "/questionnaires/{}/retirements", questionnaires, body(object{})),
}

func questionnaires(q *asking) []ID { return q.questionnaires }

func questions(category string) object {
	texts := []object{{"language": "sv", "text": "a"}, {"language": "en", "text": "b"}}
	return object{
		"languages": []string{"sv", "en"}, "category": category, "titles": texts,
		"fields": []object{{"code": "a", "kind": "text", "texts": texts, "isRequired": true}},
	}
}

func drafted(category string) object {
	o := questions(category)
	o["code"] = "y1"
	return o
}

func (k *known) ofQuestionnaires() {
	for _, q := range k.Questionnaires {
		if k.SeesQuestionnaire(k.Reader, q) {
			k.add("questionnaire", q)
		}
	}
}

// inQuestionnaires are mutants of questionnaires.
var inQuestionnaires = []func(*maker){
	func(m *maker) { m.questionnaire() },
	func(m *maker) { remove(m.dice, &m.Questionnaires) },
	func(m *maker) {
		alter(m.dice, m.Questionnaires, func(q *Questionnaire) { q.Words, q.Version = q.Words+" ändrat", q.Version+1 })
	},
}
