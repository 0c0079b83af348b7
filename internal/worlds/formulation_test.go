package worlds

import "maps"

func init() { maps.Copy(table, ofFormulations) }

// ofFormulations are the rows of the table about how services write.
var ofFormulations = map[string]operation{
	"GetFormulationSample":    get("/formulation-sample?term=2020-01-01", none),
	"RecordFormulationReview": post(writes, "/formulation-reviews", none, body(object{"term": "2020-01-01", "marks": []any{object{"isEvaluable": true, "saysWho": true, "saysWhen": true, "hasChildsWords": true}}})),
	"ListFormulationRounds":   list("/formulation-rounds"),
}

// inFormulations are mutants of samples and of their reviews.
var inFormulations = []func(*maker){
	(*maker).formulationReview,
	func(m *maker) { remove(m.dice, &m.FormulationReviews) },
	func(m *maker) {
		alter(m.dice, m.FormulationReviews, func(v *FormulationReview) { v.Found, v.Drawn = v.Texts-v.Found, nil })
	},
}
