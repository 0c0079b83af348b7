package worlds

import (
	"slices"

	"samplan/internal/civil"
	"samplan/internal/demo"
)

// FormulationReview is a sample of texts of a secrecy domain, and what was found in it. No reader of a world is an analyst, and nobody else
// learns of either.
type FormulationReview struct {
	ID     ID
	Branch string
	Term   civil.Date
	Texts  int
	Found  int
	Drawn  []ID
}

// formulated draws samples of half-years that are over, of any goals and interventions, and reviews of them.
func (m *maker) formulated() {
	for range m.dice.Roll(3) {
		m.formulationReview()
	}
}

// formulationReview adds one of a half-year of a domain that has none yet.
func (m *maker) formulationReview() {
	branch, _ := m.domain(oneOf(m.dice, units...))
	v := FormulationReview{ID: m.id("formulation-review"), Branch: branch, Term: civil.MustParse(oneOf(m.dice, "2019-01-01", "2019-07-01", "2020-01-01")), Texts: 5 + m.dice.Roll(20)}
	isTwice := slices.ContainsFunc(m.FormulationReviews, func(o FormulationReview) bool { return o.Branch == v.Branch && o.Term == v.Term })
	if branch == "" || isTwice {
		return
	}
	v.Found = m.dice.Roll(v.Texts)
	for _, i := range m.Items {
		if (i.Kind == "goal" || i.Kind == "intervention") && chance(m.dice, 50) {
			v.Drawn = append(v.Drawn, i.ID)
		}
	}
	m.FormulationReviews = append(m.FormulationReviews, v)
}

var formulationTables = []string{"formulation_sample", "formulation_review"}

func (w *World) rowsOfFormulations(add func(string, row)) {
	for _, v := range w.FormulationReviews {
		add("formulation_review", row{
			"id": v.ID, "branch_id": demo.BranchID(v.Branch), "term": v.Term, "texts": v.Texts, "evaluable": v.Found, "says_who": v.Texts - v.Found,
			"says_when": v.Found, "childs_words": 0, "reviewed_by": staffID("asta"), "reviewed_on": w.Day, "created_at": w.moment(v.Texts),
		})
		for n, i := range v.Drawn {
			add("formulation_sample", row{"branch_id": demo.BranchID(v.Branch), "term": v.Term, "number": 1 + n/5, "item_id": i, "drawn_on": w.Day})
		}
	}
}
