package statistics_test

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/statistics"
)

// thing is what is counted: where and of whom, and what came of it in the eyes of two indicators that count the same things.
type thing struct{ service, age, answer, other int }

// crowd is how many there are of each thing, in one half-year.
type crowd struct {
	things []thing
	times  []int
	fewest int
}

var bothIndicators = []statistics.Indicator{
	{Code: "one", Version: 1, Event: "one", By: []statistics.Dimension{statistics.ByService, statistics.ByAge}, Answers: answersOf(3)},
	{Code: "two", Version: 1, Event: "two", By: []statistics.Dimension{statistics.ByAge, statistics.ByService}, Answers: answersOf(2)},
}

func answersOf(n int) []statistics.Answer {
	var all []statistics.Answer
	for _, o := range outcomes[:n] {
		all = append(all, statistics.Answer{Code: o})
	}
	return all
}

func newCrowd(t *rapid.T) crowd {
	c := crowd{fewest: rapid.IntRange(5, 7).Draw(t, "fewest")}
	most := rapid.SampledFrom([]int{1, 2, 4, 9}).Draw(t, "most")
	for s := range services {
		busy := rapid.IntRange(0, most).Draw(t, "busy")
		for a := range ages {
			for o := range 3 {
				for p := range 2 {
					c.things = append(c.things, thing{s, a, o, p})
					c.times = append(c.times, rapid.IntRange(0, busy).Draw(t, "times"))
				}
			}
		}
	}
	return c
}

// CountEvents makes the crowd a statistics.Store.
func (c crowd) CountEvents(context.Context, access.Grant[access.ReadStatistics]) ([]statistics.Count, error) {
	var all []statistics.Count
	for n, v := range c.things {
		if c.times[n] == 0 {
			continue
		}
		at := map[statistics.Dimension]string{statistics.ByService: services[v.service], statistics.ByAge: ages[v.age]}
		all = append(all, statistics.Count{Term: term, Fewest: c.fewest, Event: "one", At: at, Answer: outcomes[v.answer], Times: c.times[n]},
			statistics.Count{Term: term, Fewest: c.fewest, Event: "two", At: at, Answer: outcomes[v.other], Times: c.times[n]})
	}
	return all, nil
}

func (c crowd) equation(isIn func(thing) bool) equation {
	e := make(equation, len(c.things))
	for n, v := range c.things {
		e[n] = new(big.Rat)
		if isIn(v) {
			e[n].SetInt64(1)
		}
	}
	return e
}

// equations are what rows tell, number by number. What others are follows from what is told beside them.
func (c crowd) equations(rows []statistics.Row) []equation {
	var all []equation
	for _, r := range rows {
		isOf := func(v thing) bool { return r.By == statistics.ByAll || c.isAt(rows, r, v) }
		all = append(all, c.equation(isOf))
		for _, told := range r.Told {
			all = append(all, c.equation(func(v thing) bool { return isOf(v) && answers(r, v, told.Code) }))
		}
	}
	return all
}

func place(v thing, by statistics.Dimension) string {
	if by == statistics.ByService {
		return services[v.service]
	}
	return ages[v.age]
}

func (c crowd) isAt(rows []statistics.Row, r statistics.Row, v thing) bool {
	at := place(v, r.By)
	if r.Value != statistics.Others {
		return at == r.Value
	}
	return !slices.ContainsFunc(rows, func(o statistics.Row) bool { return o.Code == r.Code && o.By == r.By && o.Value == at })
}

func answers(r statistics.Row, v thing, code string) bool {
	given := outcomes[v.answer]
	if r.Code == "two" {
		given = outcomes[v.other]
	}
	if code != statistics.Others {
		return given == code
	}
	return !slices.ContainsFunc(r.Told, func(t statistics.Times) bool { return t.Code == given })
}

// computed gives a number of few that follows from what was told.
func (c crowd) computed(rows []statistics.Row) string {
	system := solved(c.equations(rows))
	for mask := 1; mask < 16; mask++ {
		seen := map[thing]bool{}
		for _, v := range c.things {
			key := masked(v, mask)
			if seen[key] {
				continue
			}
			seen[key] = true
			isIn := func(o thing) bool { return masked(o, mask) == key }
			n := 0
			for at, o := range c.things {
				if isIn(o) {
					n += c.times[at]
				}
			}
			if 0 < n && n < c.fewest && lead(reduced(c.equation(isIn), system)) < 0 {
				return fmt.Sprintf("%+v is %d", key, n)
			}
		}
	}
	return ""
}

// masked is some of what is known of a thing; the rest is the same of all.
func masked(v thing, mask int) thing {
	for n, at := range []*int{&v.service, &v.age, &v.answer, &v.other} {
		if mask>>n&1 == 0 {
			*at = -1
		}
	}
	return v
}

// TestR57NoSequenceOfQueriesTellsOfFew asks again and again, and solves the equations of everything that was answered.
func TestR57NoSequenceOfQueriesTellsOfFew(t *testing.T) {
	t.Parallel()
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		c := newCrowd(t)
		s := statistics.NewService(c, policy, bothIndicators)
		all, _, err := s.Statistics(t.Context(), analyst(), statistics.Query{}, page.Page{Number: 1, Limit: 1000})
		if err != nil {
			t.Fatal(err)
		}
		told := map[string]bool{}
		for _, r := range all {
			told[fmt.Sprint(r)] = true
		}
		for range 20 {
			asked, _, err := s.Statistics(t.Context(), analyst(), someQuery(t), page.Page{Number: rapid.IntRange(1, 3).Draw(t, "page"), Limit: 4})
			if err != nil {
				t.Fatal(err)
			}
			for _, r := range asked { // an answer is a row of the one table, whatever the question
				if !told[fmt.Sprint(r)] {
					t.Fatalf("%v is told to one question alone", r)
				}
			}
		}
		if found := c.computed(all); found != "" {
			t.Fatalf("threshold %d, %v: %s", c.fewest, all, found)
		}
	})
}

func someQuery(t *rapid.T) statistics.Query {
	return statistics.Query{
		Indicator: rapid.SampledFrom([]string{"", "one", "two", "three"}).Draw(t, "indicator"),
		Term:      rapid.SampledFrom([]civil.Date{{}, term, term.AddMonths(5), term.AddMonths(6)}).Draw(t, "term"),
		By:        rapid.SampledFrom(append(statistics.Dimensions.Values(), statistics.Dimension{})).Draw(t, "by"),
		Value:     rapid.SampledFrom([]string{"", "ifo", "0-5", "others", "nowhere"}).Draw(t, "value"),
	}
}

func analyst() access.Actor {
	post := access.Post{Assignment: id.NewAssignment(), Role: access.Analyst, Unit: id.NewUnit()}
	return access.NewStaff(id.NewPerson(), "Asta", post, term.AddMonths(9), id.NewRequest())
}

// TestR57PlantedTablesAreSolved: what leaves out the numbers of few alone is computed from the rest.
func TestR57PlantedTablesAreSolved(t *testing.T) {
	t.Parallel()
	c := crowd{fewest: 5}
	for n, times := range []int{9, 8, 2} {
		c.things, c.times = append(c.things, thing{n, 0, 0, 0}, thing{n, 1, 1, 1}), append(c.times, times, 6)
	}
	counts, err := c.CountEvents(t.Context(), access.Grant[access.ReadStatistics]{})
	if err != nil {
		t.Fatal(err)
	}
	for name, tell := range map[string]teller{"plain": statistics.TellPlainly, "others of few": statistics.TellWithout} {
		if c.computed(tell(bothIndicators, counts)) == "" {
			t.Errorf("%s: nothing is computed", name)
		}
	}
	if found := c.computed(statistics.Tell(bothIndicators, counts)); found != "" {
		t.Error(found)
	}
}
