package statistics_test

import (
	"fmt"
	"slices"
	"strconv"
	"testing"

	"samplan/internal/civil"
	"samplan/internal/statistics"
)

var (
	term     = civil.MustParse("2024-01-01")
	services = []string{"health", "ifo", "school"}
	ages     = []string{"0-5", "13-15", "6-12"}
	outcomes = []string{"all", "none", "some"}
)

// shape is how many services, age bands and answers a small table has, and how few are not told.
type shape struct{ services, ages, answers, fewest int }

func (s shape) cells() int { return s.services * s.ages * s.answers }

// at gives the service, age band and answer of a cell.
func (s shape) at(cell int) [3]int {
	return [3]int{cell / (s.ages * s.answers), cell / s.answers % s.ages, cell % s.answers}
}

func (s shape) indicator() []statistics.Indicator {
	i := statistics.Indicator{Code: "i", Version: 1, Event: "e", By: []statistics.Dimension{statistics.ByService, statistics.ByAge}}
	for _, o := range outcomes[:s.answers] {
		i.Answers = append(i.Answers, statistics.Answer{Code: o})
	}
	return []statistics.Indicator{i}
}

// counter gives what is counted in cells. What is made for one table is used again for the next.
func (s shape) counter() func(cells []int) []statistics.Count {
	var whole, all []statistics.Count
	for cell := range s.cells() {
		at := s.at(cell)
		whole = append(whole, statistics.Count{
			Term: term, Fewest: s.fewest, Event: "e", Answer: outcomes[at[2]],
			At: map[statistics.Dimension]string{statistics.ByService: services[at[0]], statistics.ByAge: ages[at[1]]},
		})
	}
	return func(cells []int) []statistics.Count {
		all = all[:0]
		for n, times := range cells {
			if times > 0 {
				all = append(all, whole[n])
				all[len(all)-1].Times = times
			}
		}
		return all
	}
}

// teller is a way to tell.
type teller func([]statistics.Indicator, []statistics.Count) []statistics.Row

// said writes behind b all that rows tell.
func said(b []byte, rows []statistics.Row) []byte {
	number := func(n int) { b = append(strconv.AppendInt(append(b, ' '), int64(n), 10), ' ') }
	for _, r := range rows {
		b = append(append(append(b, r.By.String()...), ' '), r.Value...)
		number(r.Times)
		for _, t := range r.Told {
			b = append(b, t.Code...)
			number(t.Times)
		}
		b = append(b, ';')
	}
	return b
}

// sums are the numbers that somebody could be found by: every cell, and all cells that agree in one or two things.
func (s shape) sums() [][]int {
	var all [][]int
	for mask := 1; mask < 8; mask++ {
		by := map[string][]int{}
		for cell := range s.cells() {
			at, key := s.at(cell), ""
			for d := range 3 {
				if mask>>d&1 == 1 {
					key += fmt.Sprint(d, at[d], " ")
				}
			}
			by[key] = append(by[key], cell)
		}
		for _, cells := range by {
			all = append(all, cells)
		}
	}
	return all
}

// known is a sum that has been the same number of few in every table so far that is told alike.
type known struct{ sum, times int }

// alike are the tables of which the same is told: the first one, and what is known of all of them.
type alike struct {
	first []int
	known []known
	inner bool
}

// found gives a number of few that can only be what it is, for whoever knows all that is told and the rule by which it is. Every
// table with cells up to most is tried; numbers are looked for in those up to inner, so that the edge helps nobody.
func (s shape) found(tell teller, most, inner int) string {
	sums, indicator, counts := s.sums(), s.indicator(), s.counter()
	classes := map[string]*alike{}
	cells := make([]int, s.cells())
	var key []byte
	for isNext := true; isNext; isNext = next(cells, most) {
		key = said(key[:0], tell(indicator, counts(cells)))
		c := classes[string(key)]
		if c == nil {
			c = &alike{first: slices.Clone(cells), known: s.few(cells, sums)}
			classes[string(key)] = c
		}
		c.known = slices.DeleteFunc(c.known, func(k known) bool { return of(cells, sums[k.sum]) != k.times })
		c.inner = c.inner || slices.Max(cells) <= inner
	}
	for key, c := range classes {
		if c.inner && len(c.known) > 0 {
			return fmt.Sprintf("%+v: %v is told as %q: %v can only be %d", s, c.first, key, sums[c.known[0].sum], c.known[0].times)
		}
	}
	return ""
}

// few are the sums of a table that are numbers of few.
func (s shape) few(cells []int, sums [][]int) []known {
	var all []known
	for n, sum := range sums {
		if v := of(cells, sum); 0 < v && v < s.fewest {
			all = append(all, known{n, v})
		}
	}
	return all
}

func of(cells, sum []int) int {
	n := 0
	for _, c := range sum {
		n += cells[c]
	}
	return n
}

// next counts on; false after the last.
func next(cells []int, most int) bool {
	for n := range cells {
		if cells[n]++; cells[n] <= most {
			return true
		}
		cells[n] = 0
	}
	return false
}

// TestR57NobodyIsFoundBySmallTables tries every small table against a reader who knows the rule.
func TestR57NobodyIsFoundBySmallTables(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		shape
		most, inner int
	}{
		{shape{3, 1, 1, 3}, 12, 8},
		{shape{3, 1, 1, 5}, 16, 12},
		{shape{2, 1, 2, 3}, 12, 8},
		{shape{2, 1, 2, 4}, 12, 8},
		{shape{1, 1, 3, 4}, 14, 10},
		{shape{3, 1, 2, 3}, 6, 3},
		{shape{2, 1, 3, 3}, 6, 4},
		{shape{2, 2, 1, 3}, 10, 7},
		{shape{3, 2, 1, 3}, 6, 3},
		{shape{2, 2, 2, 3}, 3, 2},
	} {
		if found := c.found(statistics.Tell, c.most, c.inner); found != "" {
			t.Error(found)
		}
	}
}

// TestR57PlantedRulesAreFound: what leaves out the numbers of few alone is found out.
func TestR57PlantedRulesAreFound(t *testing.T) {
	t.Parallel()
	for name, tell := range map[string]teller{"plain": statistics.TellPlainly, "others of few": statistics.TellWithout} {
		if (shape{2, 1, 2, 3}).found(tell, 7, 6) == "" && (shape{3, 1, 1, 3}).found(tell, 9, 8) == "" {
			t.Errorf("%s: nothing is found", name)
		}
	}
}
