package audit

import (
	"errors"
	"strconv"
	"strings"
	"time"
)

// Retention says how many years entries are kept: all of them, those of one role, or of one kind of actor. Weeding below
// DefaultRetention is refused here and by the database.
type Retention struct {
	years int
	of    map[string]int
}

const mostYears = 100

var errRetention = errors.New("want years, as 5 or 5,caseworker=10,citizen=7: at least 5, at most 100, each name once")

// ParseRetention reads "5" or "5,caseworker=10,citizen=7". The empty text is DefaultRetention for all.
func ParseRetention(text string) (Retention, error) {
	r := Retention{years: DefaultRetention, of: map[string]int{}}
	if text == "" {
		return r, nil
	}
	for i, part := range strings.Split(text, ",") {
		name, number, named := strings.Cut(strings.TrimSpace(part), "=")
		if !named {
			name, number = "", name
		}
		years, err := strconv.Atoi(number)
		if _, twice := r.of[name]; err != nil || twice || years < DefaultRetention || years > mostYears || named != (i > 0) || named && name == "" {
			return Retention{}, errRetention
		}
		if named {
			r.of[name] = years
		} else {
			r.years = years
		}
	}
	return r, nil
}

// Cutoffs gives the moments before which entries go: for those without a rule of their own, and by role or kind of actor.
func (r Retention) Cutoffs(now time.Time) (rest time.Time, of map[string]time.Time) {
	of = make(map[string]time.Time, len(r.of))
	for name, years := range r.of {
		of[name] = now.AddDate(-years, 0, 0)
	}
	years := r.years
	if years == 0 {
		years = DefaultRetention
	}
	return now.AddDate(-years, 0, 0), of
}
