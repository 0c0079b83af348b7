package workday

import (
	"testing"

	"samplan/internal/civil"
)

// Long because it is one table.
func TestR38WorkingDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		day string
		is  bool
		why string
	}{
		{"2021-01-04", true, "a Monday"},
		{"2021-01-09", false, "a Saturday"},
		{"2021-01-10", false, "a Sunday"},
		{"2021-01-01", false, "New Year's Day"},
		{"2021-01-05", true, "the eve of Epiphany"},
		{"2021-01-06", false, "Epiphany"},
		{"2021-04-01", true, "Maundy Thursday"},
		{"2021-04-02", false, "Good Friday"},
		{"2021-04-05", false, "Easter Monday"},
		{"2021-04-06", true, "the Tuesday after Easter"},
		{"2024-03-29", false, "Good Friday of another year"},
		{"2024-04-01", false, "Easter Monday of another year"},
		{"2024-05-01", false, "the first of May, a Wednesday"},
		{"2021-05-13", false, "Ascension Day"},
		{"2021-05-14", true, "the Friday after Ascension Day"},
		{"2022-06-06", false, "the national day, a Monday"},
		{"2005-06-06", false, "the national day, the first year that it was a holiday"},
		{"2021-05-24", true, "Whit Monday, no holiday since 2005"},
		{"2021-06-24", true, "the day before Midsummer Eve"},
		{"2021-06-25", false, "Midsummer Eve"},
		{"2026-06-19", false, "Midsummer Eve at its earliest"},
		{"2020-11-02", true, "the Monday after All Saints' Day"},
		{"2020-12-23", true, "the day before Christmas Eve"},
		{"2020-12-24", false, "Christmas Eve, a Thursday"},
		{"2020-12-25", false, "Christmas Day, a Friday"},
		{"2023-12-26", false, "Boxing Day, a Tuesday"},
		{"2020-12-31", false, "New Year's Eve, a Thursday"},
		{"2020-12-30", true, "the day before New Year's Eve"},
	} {
		if got := Is(civil.MustParse(c.day)); got != c.is {
			t.Errorf("%s, %s: working day is %v", c.day, c.why, got)
		}
	}
}

func TestR38WorkingDaysAreCounted(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2021-01-11", 3, "2021-01-14"}, // Monday to Thursday
		{"2021-01-14", 3, "2021-01-19"}, // over a weekend
		{"2021-01-16", 3, "2021-01-20"}, // from a Saturday: Monday counts first
		{"2021-01-17", 1, "2021-01-18"}, // from a Sunday
		{"2020-12-23", 3, "2020-12-30"}, // over Christmas and a weekend
		{"2020-12-30", 3, "2021-01-07"}, // over New Year, a weekend and Epiphany
		{"2021-04-01", 1, "2021-04-06"}, // over Easter
		{"2021-06-24", 1, "2021-06-28"}, // over Midsummer
		{"2021-05-12", 2, "2021-05-17"}, // over Ascension Day
		{"2021-01-11", 0, "2021-01-11"},
	} {
		if got := After(civil.MustParse(c.from), c.n); got.String() != c.want {
			t.Errorf("%d working days after %s: got %s, want %s", c.n, c.from, got, c.want)
		}
	}
}
