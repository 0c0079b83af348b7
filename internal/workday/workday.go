package workday

import (
	"github.com/rickar/cal/v2"
	"github.com/rickar/cal/v2/se"

	"samplan/internal/civil"
)

// free are the days of a year on which nobody can be expected to be at work, beside the weekends.
var free = []*cal.Holiday{
	se.Nyarsdagen, se.TrettondedagJul, se.Langfredagen, se.Paskdagen, se.AnnandagPask, se.ForstaMaj, se.KristiHimmelfardsdag,
	se.Pingstdagen, se.Nationaldagen, se.Midsommarafton, se.Midsommardagen, se.AllaHelgonsDag, se.Julafton, se.Juldagen,
	se.AnnandagJul, se.Nyarsafton,
}

// Is tells whether a day is a working day.
func Is(day civil.Date) bool {
	d := day.UTC()
	if cal.IsWeekend(d) {
		return false
	}
	for _, f := range free {
		if on, _ := f.Calc(d.Year()); on.Year() == d.Year() && on.YearDay() == d.YearDay() {
			return false
		}
	}
	return true
}

// After gives the n-th working day after a day; the day itself does not count, whatever the hour.
func After(day civil.Date, n int) civil.Date { return walk(day, n, 1) }

// Before gives the n-th working day before a day; the day itself does not count.
func Before(day civil.Date, n int) civil.Date { return walk(day, n, -1) }

func walk(day civil.Date, n, way int) civil.Date {
	for n > 0 {
		if day = day.AddDays(way); Is(day) {
			n--
		}
	}
	return day
}
