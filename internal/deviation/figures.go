package deviation

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// Count is how many there were of something.
type Count struct {
	Name  string
	Times int
}

// Figures are what a group tells of a year that is over. A table holds every number or none: none when one of them is of few, so
// that what is left out cannot be computed from the rest.
type Figures struct {
	Group      id.Group
	Year       int
	Fewest     int // numbers below are not told
	Filed      *int
	Categories []Count
	Levels     []Count
	Answers    []Count // in-time, late, none
	Observed   []Count // only observed and never filed, by category
	Unhandled  *int    // suggestions that nobody took up in the year
}

// Tallied is what a group had in a year, for its figures: what it has taken up or waits for it, and what its units only observed,
// or did not even enter.
type Tallied struct {
	Routine   routine.Version
	Cases     []TalliedCase
	Observed  []Count
	Unhandled int
}

// TalliedCase is one of them.
type TalliedCase struct {
	Category string
	Level    Level
	Answered civil.Date
	Due      civil.Date
}

// answer says how it was answered.
func (c TalliedCase) answer() string {
	switch {
	case c.Answered.IsZero():
		return "none"
	case c.Answered.After(c.Due):
		return "late"
	}
	return "in-time"
}

// Tell says what may be told of a year.
func Tell(g id.Group, year int, t Tallied) Figures {
	f := Figures{Group: g, Year: year, Fewest: t.Routine.Profile.FewestTold.Number}
	codes := make([]string, 0, len(t.Routine.Profile.DeviationCategories))
	for _, c := range t.Routine.Profile.DeviationCategories {
		codes = append(codes, c.Code)
	}
	categories, levels, answers := map[string]int{}, map[string]int{}, map[string]int{}
	for _, c := range t.Cases {
		categories[among(codes, c.Category)]++
		levels[c.Level.String()]++
		answers[c.answer()]++
	}
	observed := map[string]int{}
	for _, c := range t.Observed {
		observed[among(codes, c.Name)] += c.Times
	}
	f.Filed, f.Unhandled = f.number(len(t.Cases)), f.number(t.Unhandled)
	codes = append(codes, elsewhere)
	f.Categories, f.Observed = f.table(codes, categories), f.table(codes, observed)
	f.Levels = f.table([]string{Local.String(), County.String(), System.String()}, levels)
	f.Answers = f.table([]string{"in-time", "late", "none"}, answers)
	return f
}

// elsewhere is the category of what was entered by another routine, which has categories of its own.
const elsewhere = "of-another-routine"

func among(codes []string, code string) string {
	for _, c := range codes {
		if c == code {
			return c
		}
	}
	return elsewhere
}

// number gives a number that is of enough, or of none.
func (f *Figures) number(n int) *int {
	if routine.IsFew(n, f.Fewest) {
		return nil
	}
	return &n
}

// table gives the numbers in order, or none of them.
func (f *Figures) table(names []string, of map[string]int) []Count {
	all := make([]Count, len(names))
	for i, n := range names {
		all[i] = Count{n, of[n]}
		if routine.IsFew(of[n], f.Fewest) {
			return nil
		}
	}
	return all
}

// Figures gives what is told of a year of a group. Its members of today. Faults: not-found, dates-out-of-order for a year that is not
// over: its numbers would be others tomorrow, and the difference would be one.
func (s *Service) Figures(ctx context.Context, a access.Actor, of id.Group, year int) (Figures, error) {
	g, err := access.Allow[access.ReadDeviationCase](s.policy, a)
	if err != nil {
		return Figures{}, err
	}
	t, err := s.store.TallyGroup(ctx, g, of, year)
	if err != nil {
		return Figures{}, err
	}
	if year >= a.Today().Year() {
		return Figures{}, fault.At(fault.CodeDates, "year", "not-over")
	}
	return Tell(of, year, t), nil
}
