package survey_test

import (
	"reflect"
	"slices"
	"strconv"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/routine"
	"samplan/internal/survey"
)

var (
	words  = []string{"yes", "partly", "no"}
	period = civil.MustParse("2020-07-01")
	child  = survey.Respondents.Must("child")
)

// table is how often each word was given to each of two questions.
type table [2][3]int

// poll is what was answered at each unit under one version.
type poll struct {
	routine.Version
	units  []id.Unit
	tables []table
}

func newPoll(t *rapid.T) poll {
	f := routine.Form{Questions: []routine.Question{{Code: "0", Answer: "yes-partly-no"}, {Code: "1", Answer: "yes-partly-no"}, {Code: "2", Answer: "text"}}}
	p := poll{Version: routine.Version{ID: id.NewRoutine(), Profile: routine.Profile{
		FewestTold: routine.Number{Number: rapid.IntRange(3, 5).Draw(t, "fewest")}, Forms: map[string]routine.Form{"child": f},
	}}}
	for range rapid.IntRange(1, 3).Draw(t, "units") {
		var one table
		for range rapid.IntRange(1, 8).Draw(t, "answered") {
			for q := range one {
				one[q][rapid.IntRange(0, 2).Draw(t, "word")]++
			}
		}
		p.units, p.tables = append(p.units, id.UnitOf(id.NewPlan().UUID())), append(p.tables, one)
	}
	return p
}

// tell is what is told of some of the units.
func (p poll) tell(which ...int) []survey.Result {
	var all []survey.Count
	for _, n := range which {
		for q, row := range p.tables[n] {
			for w, times := range row {
				if times > 0 {
					all = append(all, survey.Count{Unit: p.units[n], Period: period, Respondent: child, Routine: p.ID, Question: strconv.Itoa(q), Answer: words[w], Times: times})
				}
			}
		}
	}
	return survey.Tell(all, map[id.Routine]routine.Version{p.ID: p.Version})
}

// TestR50NobodyIsFound: whatever was answered, and although the reader knows the rule by which numbers are hidden, no number
// below the threshold follows from all that is told. Every table that would be told alike is tried.
func TestR50NobodyIsFound(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		p := newPoll(t)
		every := make([]int, len(p.units))
		for n := range every {
			every[n] = n
		}
		var alone []id.Unit
		for _, r := range p.tell(every...) {
			if r.Answered < p.Profile.FewestTold.Number {
				t.Fatalf("a group of %d is told", r.Answered)
			}
			if !r.Unit.IsZero() {
				alone = append(alone, r.Unit)
			}
		}
		var rest table
		others := 0
		for n, u := range p.units {
			own := p.tell(n)
			isTold := len(own) == 1
			if isTold != slices.Contains(alone, u) || isTold && !slices.ContainsFunc(p.tell(every...), func(r survey.Result) bool { return reflect.DeepEqual(r, own[0]) }) {
				t.Fatal("what is told of a unit depends on others: their difference would tell")
			}
			if isTold {
				p.attack(t, own[0], p.tables[n])
				continue
			}
			others++
			for q := range rest {
				for w := range rest[q] {
					rest[q][w] += p.tables[n][q][w]
				}
			}
		}
		for _, r := range p.tell(every...) {
			if r.Unit.IsZero() {
				if others < 2 {
					t.Fatal("a unit that is told of nothing is told as the others")
				}
				p.attack(t, r, rest)
			}
		}
	})
}

// attack looks for a number below the threshold that can only be what it is.
func (p poll) attack(t *rapid.T, told survey.Result, truth table) {
	for q := range truth {
		n := truth[q][0] + truth[q][1] + truth[q][2]
		possible := [3]map[int]bool{{}, {}, {}}
		for a := range n + 1 {
			for b := range n - a + 1 {
				other := poll{p.Version, []id.Unit{id.UnitOf(id.NewPlan().UUID())}, []table{truth}}
				other.tables[0][q] = [3]int{a, b, n - a - b}
				if r := other.tell(0); len(r) == 1 && reflect.DeepEqual(r[0].Questions, told.Questions) {
					possible[0][a], possible[1][b], possible[2][n-a-b] = true, true, true
				}
			}
		}
		for w, times := range truth[q] {
			if 0 < times && times < p.Profile.FewestTold.Number && len(possible[w]) < 2 {
				t.Fatalf("threshold %d, %v: %d of question %d can only be that", p.Profile.FewestTold.Number, truth, times, q)
			}
		}
	}
}
