package statistics

import (
	"cmp"
	"slices"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

type formulationKindSet struct{}

// FormulationKind is what a text is.
type FormulationKind = enum.Value[formulationKindSet]

// FormulationKinds is the closed set.
var FormulationKinds = enum.Of[formulationKindSet]("goal", "intervention")

// mostFormulations is about how many texts a sample has at most: what a few colleagues can talk through in a sitting.
const mostFormulations = 30

// Formulation is a goal or an intervention as a member of staff wrote it, and whether it says in a field of its own when, and who is
// asked. The item, its group, and whom it is about are there to draw the sample, and leave with none.
type Formulation struct {
	Kind       FormulationKind
	Text       person.Text
	HasPeriod  bool
	HasContact bool

	Item  id.Item
	Group int // of those that are told together or not at all, from 1
	Child id.Person
	Known deidentify.Known
	// IsGone: it was drawn, and is to be shown no more.
	IsGone bool
}

// Draw chooses of all texts of a half-year those that nobody is pointed out by, one of a child, in the order given, in groups of as many as
// may be told of. What is left over of a group is not drawn. Places are those that everybody knows.
func Draw(all []Formulation, fewest int, places []string, today civil.Date) []Formulation {
	var drawn []Formulation
	children := map[id.Person]bool{}
	for _, f := range all {
		if !children[f.Child] && f.pointsNobodyOut(places, today) {
			children[f.Child] = true
			drawn = append(drawn, f)
		}
	}
	groups := min(len(drawn)/fewest, max(1, mostFormulations/fewest))
	drawn = drawn[:groups*fewest]
	for n := range drawn {
		drawn[n].Group = 1 + n/fewest
	}
	return drawn
}

// Show gives what is told of the texts that were drawn. When one of a group may be shown no more, since it was weeded, is kept from somebody
// or points somebody out by now, the whole group is gone: nobody can tell which one it was, and what is left is never of few. They
// stand in the order of the alphabet, which tells neither of age nor of whom.
func Show(drawn []Formulation, fewest int, places []string, today civil.Date) []Formulation {
	left, gone := map[int]int{}, map[int]bool{}
	for _, f := range drawn {
		left[f.Group]++
		gone[f.Group] = gone[f.Group] || f.IsGone || !f.pointsNobodyOut(places, today)
	}
	var shown []Formulation
	for _, f := range drawn {
		if !gone[f.Group] && left[f.Group] >= fewest {
			shown = append(shown, f)
		}
	}
	slices.SortFunc(shown, func(a, b Formulation) int {
		return cmp.Or(cmp.Compare(a.Kind.String(), b.Kind.String()), cmp.Compare(a.Text.Reveal(), b.Text.Reveal()), isLess(a.HasPeriod, b.HasPeriod), isLess(a.HasContact, b.HasContact))
	})
	return shown
}

func isLess(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// pointsNobodyOut: nothing is refused and nothing is warned of; there is nobody who could confirm a warning.
func (f Formulation) pointsNobodyOut(places []string, today civil.Date) bool {
	known := deidentify.Known{Names: f.Known.Names, Places: slices.Concat(f.Known.Places, places)}
	_, err := deidentify.Gate(known, today, nil, deidentify.Part{Pointer: "/text", Text: f.Text})
	return err == nil && strings.TrimSpace(f.Text.Reveal()) != ""
}

// Mark is what a reviewer found of one text. Of which one is kept nowhere.
type Mark struct{ IsEvaluable, SaysWho, SaysWhen, HasChildsWords bool }

// FormulationReview is what was found in the sample of a half-year, as numbers.
type FormulationReview struct {
	ID                                      id.FormulationReview
	Term                                    civil.Date
	Texts                                   int
	Evaluable, SayWho, SayWhen, ChildsWords int
	ReviewedBy                              id.Person
	ReviewedOn                              civil.Date
}

// NewFormulationReview counts the marks of a sample of so many texts. Fault: invalid-value when they are not as many as the texts, which is
// also what is answered where there is no sample.
func NewFormulationReview(term civil.Date, texts int, marks []Mark, by id.Person, today civil.Date) (FormulationReview, error) {
	v := FormulationReview{ID: id.NewFormulationReview(), Term: Term(term), Texts: len(marks), ReviewedBy: by, ReviewedOn: today}
	if len(marks) == 0 || len(marks) != texts {
		return v, fault.At(fault.CodeInvalid, "/marks", "out-of-range")
	}
	for _, m := range marks {
		v.Evaluable += one(m.IsEvaluable)
		v.SayWho += one(m.SaysWho)
		v.SayWhen += one(m.SaysWhen)
		v.ChildsWords += one(m.HasChildsWords)
	}
	return v, nil
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// FormulationRound is what is told of a review: of how many texts, and of how many each thing was found. Nil is not told.
type FormulationRound struct {
	Term                                    civil.Date
	Fewest                                  int
	Texts                                   int
	Evaluable, SayWho, SayWhen, ChildsWords *int
}

// Round tells a review by the rule of all statistics: a number is told when it is of enough, and so are those that lack it. There is one
// review of a half-year and it is never changed, so that nothing follows from the difference of two rounds, and no two things
// are counted together.
func (v FormulationReview) Round(fewest int) (FormulationRound, bool) {
	told := func(n int) *int {
		if !isTold(Tally{n, v.Texts - n}, fewest) {
			return nil
		}
		return &n
	}
	return FormulationRound{
		Term: v.Term, Fewest: fewest, Texts: v.Texts, Evaluable: told(v.Evaluable), SayWho: told(v.SayWho), SayWhen: told(v.SayWhen), ChildsWords: told(v.ChildsWords),
	}, v.Texts >= fewest
}
