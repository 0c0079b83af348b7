package statistics_test

import (
	"fmt"
	"slices"
	"strings"
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

func (s shape) counts(cells []int) []statistics.Count {
	var all []statistics.Count
	for n, times := range cells {
		if at := s.at(n); times > 0 {
			all = append(all, statistics.Count{
				Term: term, Fewest: s.fewest, Event: "e", Answer: outcomes[at[2]], Times: times,
				At: map[statistics.Dimension]string{statistics.ByService: services[at[0]], statistics.ByAge: ages[at[1]]},
			})
		}
	}
	return all
}

// teller is a way to tell.
type teller func([]statistics.Indicator, []statistics.Count) []statistics.Row

func said(rows []statistics.Row) string {
	var b strings.Builder
	for _, r := range rows {
		fmt.Fprint(&b, r.By, r.Value, r.Times, r.Told, ";")
	}
	return b.String()
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

// found gives a number of few that can only be what it is, for whoever knows all that is told and the rule by which it is. Every
// table with cells up to most is tried; numbers are looked for in those up to inner, so that the edge helps nobody.
func (s shape) found(tell teller, most, inner int) string {
	type class struct {
		first []int
		low   []int8
		high  []int8
		inner bool
	}
	sums, indicator := s.sums(), s.indicator()
	classes := map[string]*class{}
	cells := make([]int, s.cells())
	for isNext := true; isNext; isNext = next(cells, most) {
		key := said(tell(indicator, s.counts(cells)))
		c := classes[key]
		if c == nil {
			c = &class{first: append([]int(nil), cells...), low: make([]int8, len(sums)), high: make([]int8, len(sums))}
			for n, sum := range sums {
				c.low[n], c.high[n] = of(cells, sum), of(cells, sum)
			}
			classes[key] = c
		}
		for n, sum := range sums {
			c.low[n], c.high[n] = min(c.low[n], of(cells, sum)), max(c.high[n], of(cells, sum))
		}
		c.inner = c.inner || slices.Max(cells) <= inner
	}
	for key, c := range classes {
		for n := range sums {
			if v := int(c.low[n]); c.inner && v == int(c.high[n]) && 0 < v && v < s.fewest {
				return fmt.Sprintf("%+v: %v is told as %q: %v can only be %d", s, c.first, key, sums[n], v)
			}
		}
	}
	return ""
}

func of(cells, sum []int) int8 {
	n := 0
	for _, c := range sum {
		n += cells[c]
	}
	return int8(n)
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
