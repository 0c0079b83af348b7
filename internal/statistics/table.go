package statistics

import (
	"cmp"
	"slices"
	"strings"

	"samplan/internal/civil"
	"samplan/internal/routine"
)

// Others is the name of those that are told together.
const Others = "others"

// Count is how many events there are that are alike, of a half-year of one principal.
type Count struct {
	Term   civil.Date
	Fewest int // fewer are not told of that half-year
	Event  string
	At     map[Dimension]string
	Answer string
	Days   *int
	Times  int
}

// Row is what is told of one value of one dimension: how many there were, and which answers were given. These are left out where they
// would betray few.
type Row struct {
	*Indicator
	Term   civil.Date
	Fewest int
	By     Dimension
	Value  string // Others; none of a whole table
	Times  int
	Told   []Times
}

// Times is how often an answer was given; Others of those that are told together.
type Times struct {
	Code  string
	Times int
}

// table is what one indicator counts in one half-year.
type table struct {
	*Indicator
	term   civil.Date
	fewest int
	counts []*Count
	// columns say in which column of what is told an answer counts: its own, or that of all others.
	columns []int
	names   []string
}

// splitter is how parts of few are told with others (Apart).
type splitter func(parts []Tally, fewest int, isEnough func(Tally) bool) ([]bool, Tally)

// Tell gives all that is told of counts: the last half-year first, indicator by indicator.
func Tell(all []Indicator, counts []Count) []Row { return tell(all, counts, Apart) }

func tell(all []Indicator, counts []Count, apart splitter) []Row {
	type key struct {
		term  civil.Date
		event string
	}
	by := map[key][]*Count{}
	for n := range counts {
		k := key{counts[n].Term, counts[n].Event}
		by[k] = append(by[k], &counts[n])
	}
	var tables []table
	for k, of := range by {
		if i, ok := inForce(all, k.event, k.term); ok {
			tables = append(tables, table{Indicator: i, term: k.term, fewest: of[0].Fewest, counts: of})
		}
	}
	place := func(i *Indicator) int {
		return slices.IndexFunc(all, func(o Indicator) bool { return o.Code == i.Code })
	}
	slices.SortFunc(tables, func(a, b table) int {
		return cmp.Or(b.term.DaysSince(a.term), cmp.Compare(place(a.Indicator), place(b.Indicator)), cmp.Compare(a.Version, b.Version))
	})
	rows := make([]Row, 0, 8*len(tables))
	for n := range tables {
		rows = tables[n].tell(rows, apart)
	}
	return rows
}

// tell adds the rows of the table: the whole, and then each dimension.
func (t *table) tell(rows []Row, apart splitter) []Row {
	whole := t.whole()
	if whole.sum() < t.fewest {
		return rows
	}
	t.choose(whole, apart)
	of := t.fold(whole)
	rows = append(rows, t.row(ByAll, "", whole.sum(), t.isTold(of), of))
	for _, d := range t.By {
		rows = t.by(rows, d, apart)
	}
	return rows
}

// whole is how often each answer was given; the last column has those that the definition does not know.
func (t *table) whole() Tally {
	all := make(Tally, len(t.Indicator.Answers)+1)
	for _, c := range t.counts {
		all[t.place(c)] += c.Times
	}
	return all
}

func (t *table) place(c *Count) int {
	if n := t.answer(c); n >= 0 {
		return n
	}
	return len(t.Indicator.Answers)
}

// choose decides which answers of the table are told one by one.
func (t *table) choose(whole Tally, apart splitter) {
	parts := make([]Tally, len(whole))
	for n, times := range whole {
		parts[n] = Tally{times}
	}
	known := len(whole) - 1
	told, _ := apart(parts, t.fewest, t.isEnough)
	if told[known] { // what is not known is no answer
		told[known] = false
	}
	t.columns, t.names = make([]int, len(whole)), nil
	for n := range known {
		if told[n] {
			t.columns[n] = len(t.names)
			t.names = append(t.names, t.Indicator.Answers[n].Code)
		}
	}
	for n := range whole {
		if !told[n] {
			t.columns[n] = len(t.names)
		}
	}
	t.names = append(t.names, Others)
}

// fold brings a tally of answers into the columns that are told.
func (t *table) fold(of Tally) Tally {
	all := make(Tally, len(t.names))
	for n, times := range of {
		all[t.columns[n]] += times
	}
	return all
}

func (t *table) isEnough(of Tally) bool { return of.sum() >= t.fewest }

// isTold: the answers are told when enough, or none, gave each, and not all the same one.
func (t *table) isTold(of Tally) bool { return isTold(of, t.fewest) }

func isTold(of Tally, fewest int) bool {
	n := of.sum()
	return n >= fewest && !slices.ContainsFunc(of, func(times int) bool { return routine.IsFew(times, fewest) || times == n })
}

// part is what is counted of one value of a dimension.
type part struct {
	value string
	of    Tally
}

// parts are what is counted by one dimension, in the order of its values.
func (t *table) parts(d Dimension) []part {
	var all []part
	for _, c := range t.counts {
		value := c.At[d]
		n, ok := slices.BinarySearchFunc(all, value, func(p part, value string) int { return strings.Compare(p.value, value) })
		if !ok {
			all = slices.Insert(all, n, part{value, make(Tally, len(t.names))})
		}
		all[n].of[t.columns[t.place(c)]] += c.Times
	}
	return all
}

// by adds the rows of one dimension.
func (t *table) by(rows []Row, d Dimension, apart splitter) []Row {
	parts := t.parts(d)
	sums := make([]Tally, len(parts))
	for n, p := range parts {
		sums[n] = Tally{p.of.sum()}
	}
	told, _ := apart(sums, t.fewest, t.isEnough)
	if !slices.Contains(told, true) {
		return rows // all others are the whole
	}
	groups, titles, rest := make([]Tally, 0, len(parts)), make([]string, 0, len(parts)), Tally(nil)
	for n, p := range parts {
		if told[n] {
			groups, titles = append(groups, p.of), append(titles, p.value)
		} else {
			rest = rest.plus(p.of)
		}
	}
	if rest.sum() > 0 {
		groups, titles = append(groups, rest), append(titles, Others)
	}
	answered, _ := apart(groups, t.fewest, t.isTold)
	for n, g := range groups {
		rows = append(rows, t.row(d, titles[n], g.sum(), answered[n], g))
	}
	return rows
}

// row makes a row; a table without answers has none to tell.
func (t *table) row(d Dimension, value string, times int, isTold bool, of Tally) Row {
	r := Row{Indicator: t.Indicator, Term: t.term, Fewest: t.fewest, By: d, Value: value, Times: times}
	for n := range of {
		if isTold && (t.names[n] != Others || of[n] > 0) {
			r.Told = append(r.Told, Times{t.names[n], of[n]})
		}
	}
	return r
}

// Term is the half-year in which a day lies, by its first day.
func Term(d civil.Date) civil.Date {
	month := d.UTC().Month()
	return civil.New(d.Year(), 1+(month-1)/6*6, 1)
}

// Until is the last day of the half-year.
func (r *Row) Until() civil.Date { return Until(r.Term) }

// Until is the last day of a half-year.
func Until(term civil.Date) civil.Date { return term.AddMonths(6).AddDays(-1) }
