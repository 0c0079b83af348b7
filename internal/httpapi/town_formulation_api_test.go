package httpapi_test

import (
	"fmt"

	"samplan/internal/civil"
	"samplan/internal/person/persontest"
	"samplan/internal/testkit"
)

// spring is in a half-year that is over.
const spring = "2020-04-06"

// formulated is a goal of a child's plan.
type formulated struct{ child, plan, goal string }

// formulates lets somebody open a case and a plan for each of the texts, which are goals.
func formulates(a *testkit.API, who string, texts ...string) []formulated {
	var all []formulated
	for n, text := range texts {
		born := civil.MustParse("2009-02-01").AddDays(n)
		child := a.As(who).Post("/children", object{
			"identifierType": "personnummer", "identifier": persontest.TestNumber(born, 2), "givenName": "Barnet", "familyName": "Provsson",
			"birthDate": born, "reason": canary,
		}).Want(201).Text("id")
		plan := a.As(who).Post("/plans", object{"childId": child, "kind": "sip"}).Want(201).Text("id")
		goal := a.As(who).Post("/plans/"+plan+"/goals", object{"text": text, "horizon": "long", "visibility": "parties"}).Want(201).Text("id")
		all = append(all, formulated{child, plan, goal})
	}
	return all
}

// goals are texts that point nobody out.
func goals(n int) []string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("att komma till skolan varje morgon, %c", 'a'+rune(i)))
	}
	return all
}

func marked(texts, evaluable int) []any {
	var all []any
	for n := range texts {
		all = append(all, object{"isEvaluable": n < evaluable, "saysWho": true, "saysWhen": n == 0, "hasChildsWords": n > 0})
	}
	return all
}

// formulationSamples are of goals of the social services in Karlskrona, half of which can be evaluated.
func (w *town) formulationSamples(add adder) {
	w.On(spring)
	formulates(w.API, "kajsa", goals(10)...)
	w.On(before)
	add("aina", "GetFormulationSample", nil)
	add("aina", "RecordFormulationReview", object{"term": spring, "marks": marked(10, 5)})
	add("aina", "ListFormulationRounds", nil)
}

// formulationValues are reviews of what is in no sample.
func formulationValues() []value {
	return []value{
		{"RecordFormulationReview", "marks", marked(9, 5), invalid, "/marks"},
		{"RecordFormulationReview", "marks", marked(11, 5), invalid, "/marks"},
		{"RecordFormulationReview", "term", before, invalid, "/marks"},
		{"RecordFormulationReview", "term", "2019-11-11", invalid, "/marks"},
	}
}
