package statistics

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/deidentify"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

var spring = civil.MustParse("2021-03-01")

const fine = "att komma till skolan varje morgon, med stöd av en kontaktperson"

// written are texts of one child each.
func written(n int, text string) []Formulation {
	var all []Formulation
	for range n {
		all = append(all, Formulation{
			Kind: FormulationKinds.Must("goal"), Text: person.NewText(text), Item: id.NewItem(), Child: id.NewPerson(),
			Known: deidentify.Known{Names: []person.Name{person.NewName("Lo", "Haddad")}, Places: []string{"Trädgårdsön"}},
		})
	}
	return all
}

// TestR57ASampleIsNeverOfFew: below the threshold it is the same as where there is nothing, whatever makes it few.
func TestR57ASampleIsNeverOfFew(t *testing.T) {
	t.Parallel()
	oneChild := written(9, fine)
	for n := range oneChild {
		oneChild[n].Child = oneChild[0].Child
	}
	for name, c := range map[string]struct {
		all          []Formulation
		fewest, want int
	}{
		"nothing": {nil, 5, 0}, "four": {written(4, fine), 5, 0}, "five": {written(5, fine), 5, 5}, "nine, and four are over": {written(9, fine), 5, 5},
		"many": {written(80, fine), 5, 30}, "many of seven": {written(80, fine), 7, 28}, "many of forty": {written(80, fine), 40, 40},
		"of one child": {oneChild, 5, 0}, "one child often, and four": {append(oneChild, written(4, fine)...), 5, 5},
		"four, and others that are left out": {append(written(4, fine), written(9, "lo haddad ska ringa")...), 5, 0},
		"empty ones":                         {append(written(4, fine), written(9, " ")...), 5, 0},
	} {
		drawn := Draw(c.all, c.fewest, nil, spring)
		if got := Show(drawn, c.fewest, nil, spring); len(got) != c.want || len(drawn) != c.want {
			t.Errorf("%s: %d texts of %d, want %d", name, len(got), len(drawn), c.want)
		}
	}
}

// TestR29NothingOfASamplePointsAnybodyOut: whatever is written, no number, name, day, address or place is in what a reviewer gets.
func TestR29NothingOfASamplePointsAnybodyOut(t *testing.T) {
	t.Parallel()
	secrets := []string{"198507099805", "Haddad", "070-123 45 67", "lo@example.se", "2020-11-03", "Storgatan 5", "Trädgårdsön", "Solrosen", "Pelle", "den 3 mars"}
	var all []Formulation
	for n := range 60 {
		text := "att komma till skolan varje morgon"
		if n%2 == 0 {
			text += ", " + secrets[n/2%len(secrets)]
		}
		all = append(all, written(1, text)...)
	}
	got := Show(Draw(all, 5, []string{"Förskolan Solrosen"}, spring), 5, []string{"Förskolan Solrosen"}, spring)
	if len(got) != 30 {
		t.Fatalf("%d are left", len(got))
	}
	for _, f := range got {
		for _, s := range secrets {
			if strings.Contains(f.Text.Reveal(), s) {
				t.Errorf("%q is told", s)
			}
		}
	}
}

// TestATextTakesItsGroupWithIt: whatever is gone since, nobody can tell which text it was: never less than a group goes, nothing new comes,
// and what is left is of enough.
func TestATextTakesItsGroupWithIt(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		fewest := rapid.IntRange(5, 9).Draw(t, "fewest")
		drawn := Draw(written(rapid.IntRange(0, 50).Draw(t, "written"), fine), fewest, nil, spring)
		before := itemsOf(Show(drawn, fewest, nil, spring))
		for n := range drawn {
			switch rapid.IntRange(0, 12).Draw(t, "fate") {
			case 0:
				drawn[n].IsGone, drawn[n].Text = true, person.NewText("")
			case 1:
				drawn[n].Known.Names = append(drawn[n].Known.Names, person.NewName("Kontaktperson", "Ny"))
			}
		}
		if rapid.Bool().Draw(t, "a row is missing") && len(drawn) > 0 {
			drawn = drawn[1:]
		}
		after := itemsOf(Show(drawn, fewest, nil, spring))
		if (len(before)-len(after))%fewest != 0 || len(after)%fewest != 0 {
			t.Fatalf("of %d there are %d left", len(before), len(after))
		}
		for _, i := range after {
			if !slices.Contains(before, i) {
				t.Fatal("a text has come")
			}
		}
		for _, f := range drawn {
			if (f.IsGone || len(f.Known.Names) > 1) && slices.Contains(after, f.Item) {
				t.Fatal("a text that is gone is told")
			}
		}
	})
}

func itemsOf(all []Formulation) []id.Item {
	var items []id.Item
	for _, f := range all {
		items = append(items, f.Item)
	}
	return items
}

// TestTheOrderTellsNothing: the same texts stand in the same order, however they were drawn.
func TestTheOrderTellsNothing(t *testing.T) {
	t.Parallel()
	var all []Formulation
	for n := range 20 {
		f := written(1, fmt.Sprintf("%s, %c", fine, 'a'+rune(n%7)))[0]
		f.Kind, f.HasPeriod, f.HasContact = FormulationKinds.Values()[n%2], n%3 == 0, n%5 == 0
		all = append(all, f)
	}
	told := func(of []Formulation) string {
		s := ""
		for _, f := range Show(Draw(of, 5, nil, spring), 5, nil, spring) {
			s += fmt.Sprintln(f.Kind, f.Text.Reveal(), f.HasPeriod, f.HasContact)
		}
		return s
	}
	want := told(all)
	rapid.Check(t, func(t *rapid.T) {
		if got := told(rapid.Permutation(all).Draw(t, "order")); got != want {
			t.Fatalf("%s\n%s", want, got)
		}
	})
}

// TestAReviewHasAMarkForEachText, and where there is no sample there is nothing to review: whatever is sent, the answer is the same.
func TestAReviewHasAMarkForEachText(t *testing.T) {
	t.Parallel()
	five := []Mark{{IsEvaluable: true}, {SaysWho: true}, {true, true, true, true}, {}, {SaysWhen: true}}
	for _, texts := range []int{0, 4, 6} {
		if _, err := NewFormulationReview(spring, texts, five, id.NewPerson(), spring); !fault.Has(err, fault.CodeInvalid) {
			t.Errorf("of %d texts: %v", texts, err)
		}
	}
	if _, err := NewFormulationReview(spring, 0, nil, id.NewPerson(), spring); !fault.Has(err, fault.CodeInvalid) {
		t.Errorf("nothing of nothing: %v", err)
	}
	v, err := NewFormulationReview(spring, 5, five, id.NewPerson(), spring)
	if err != nil || v.Texts != 5 || v.Evaluable != 2 || v.SayWho != 2 || v.SayWhen != 2 || v.ChildsWords != 1 || v.Term.String() != "2021-01-01" {
		t.Errorf("%+v %v", v, err)
	}
}

// TestR57ARoundTellsNothingOfFew: a number is told when enough have it and enough lack it.
func TestR57ARoundTellsNothingOfFew(t *testing.T) {
	t.Parallel()
	for texts := range 13 {
		for n := range texts + 1 {
			r, ok := FormulationReview{Term: spring, Texts: texts, Evaluable: n, SayWho: texts, ChildsWords: texts - n}.Round(5)
			if ok != (texts >= 5) || r.SayWho != nil || r.SayWhen != nil {
				t.Errorf("%d of %d: %+v", n, texts, r)
			}
			want := n >= 5 && texts-n >= 5
			if (r.Evaluable != nil) != want || (r.ChildsWords != nil) != want || want && *r.Evaluable != n {
				t.Errorf("%d of %d: %+v", n, texts, r)
			}
		}
	}
}
