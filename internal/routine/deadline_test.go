package routine_test

import (
	"testing"

	"pgregory.net/rapid"

	"samplan/internal/civil"
	"samplan/internal/routine"
	"samplan/internal/workday"
)

func profile(t *testing.T, code string) routine.Profile {
	t.Helper()
	for _, v := range builtIns(t) {
		if v.Profile.Code == code {
			return v.Profile
		}
	}
	t.Fatalf("no profile %s", code)
	return routine.Profile{}
}

// with gives a profile whose replies to calls are due so.
func with(length int, unit, onFreeDay string) *routine.Profile {
	d := routine.Deadline{Length: length, Unit: unit, OnFreeDay: onFreeDay, SoonDays: 2}
	return &routine.Profile{Deadlines: map[string]routine.Deadline{"reply-to-call": d, "call-before-meeting": d}}
}

// Long because it is one table.
func TestR45DueDays(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		from      string
		length    int
		unit      string
		onFreeDay string
		want      string
		why       string
	}{
		{"2021-01-11", 7, "calendar-days", "stays", "2021-01-18", "a week"},
		{"2021-01-11", 5, "working-days", "stays", "2021-01-18", "five working days are a week"},
		{"2021-01-11", 5, "calendar-days", "moves", "2021-01-18", "a Saturday moves to Monday"},
		{"2021-01-11", 5, "calendar-days", "stays", "2021-01-16", "a Saturday that stays"},
		{"2020-12-23", 1, "working-days", "stays", "2020-12-28", "Christmas from a Wednesday to a Monday"},
		{"2020-12-23", 5, "working-days", "stays", "2021-01-05", "Christmas and New Year"},
		{"2020-12-17", 7, "calendar-days", "moves", "2020-12-28", "Christmas Eve moves past Boxing Day and the weekend"},
		{"2020-12-24", 7, "calendar-days", "moves", "2021-01-04", "New Year's Eve moves past the weekend"},
		{"2020-12-30", 7, "calendar-days", "moves", "2021-01-07", "Epiphany"},
		{"2021-03-26", 7, "calendar-days", "moves", "2021-04-06", "Good Friday moves to the Tuesday"},
		{"2021-04-01", 1, "working-days", "stays", "2021-04-06", "Easter"},
		{"2024-03-28", 3, "working-days", "stays", "2024-04-04", "Easter of another year"},
		{"2021-06-24", 1, "working-days", "stays", "2021-06-28", "Midsummer"},
		{"2021-06-11", 14, "calendar-days", "moves", "2021-06-28", "Midsummer Eve moves to Monday"},
		{"2021-05-12", 2, "working-days", "stays", "2021-05-17", "Ascension Day"},
		{"2020-08-31", 6, "months", "stays", "2021-02-28", "the last of a shorter month"},
		{"2020-08-31", 6, "months", "moves", "2021-03-01", "and that is a Sunday"},
		{"2020-02-29", 12, "months", "stays", "2021-02-28", "a year from a leap day"},
	} {
		if got := with(c.length, c.unit, c.onFreeDay).Due(routine.ReplyToCall, civil.MustParse(c.from)); got.String() != c.want {
			t.Errorf("%s: %d %s after %s: want %s, got %s", c.why, c.length, c.unit, c.from, c.want, got)
		}
	}
}

// TestR45CallsAreSentInTime: what is to be done before a day is counted back from it, and moves back.
func TestR45CallsAreSentInTime(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		meeting string
		length  int
		unit    string
		want    string
	}{
		{"2021-01-25", 14, "calendar-days", "2021-01-11"},
		{"2021-01-23", 14, "calendar-days", "2021-01-08"}, // a Saturday moves back to Friday
		{"2021-01-08", 14, "calendar-days", "2020-12-23"}, // Christmas Day moves back past the Eve
		{"2021-04-07", 2, "working-days", "2021-04-01"},   // over Easter
		{"2021-03-31", 1, "months", "2021-02-26"},         // 28 February is a Sunday
	} {
		if got := with(c.length, c.unit, "moves").Due(routine.CallBeforeMeeting, civil.MustParse(c.meeting)); got.String() != c.want {
			t.Errorf("%d %s before %s: want %s, got %s", c.length, c.unit, c.meeting, c.want, got)
		}
	}
}

func TestR45DueDaysAreInOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		from := civil.MustParse("2015-01-01").AddDays(rapid.IntRange(0, 20*365).Draw(t, "from"))
		n := rapid.IntRange(1, 60).Draw(t, "length")
		unit := rapid.SampledFrom([]string{"calendar-days", "working-days", "months"}).Draw(t, "unit")
		p, longer := with(n, unit, "moves"), with(n+1, unit, "moves")
		due, before := p.Due(routine.ReplyToCall, from), p.Due(routine.CallBeforeMeeting, from)
		switch {
		case !workday.Is(due) || !workday.Is(before):
			t.Fatalf("%s or %s is no working day", due, before)
		case !due.After(from) || !before.Before(from):
			t.Fatalf("%s, %s, %s are not in order", before, from, due)
		case longer.Due(routine.ReplyToCall, from).Before(due):
			t.Fatalf("more time is less: %s", due)
		case p.Due(routine.ReplyToCall, from.AddDays(1)).Before(due):
			t.Fatalf("to begin later is to be done before %s", due)
		}
		if unit == "working-days" {
			count := 0
			for d := from.AddDays(1); !d.After(due); d = d.AddDays(1) {
				if workday.Is(d) {
					count++
				}
			}
			if count != n || p.Due(routine.CallBeforeMeeting, due) != workday.Before(due, n) {
				t.Fatalf("%d working days after %s are %d", n, from, count)
			}
		}
	})
}

func TestR45WhereADeadlineStands(t *testing.T) {
	t.Parallel()
	p := with(7, "calendar-days", "stays") // from the 11th: due on the 18th, soon from the 16th
	for _, c := range []struct{ done, today, want string }{
		{"", "2021-01-11", "in-time"},
		{"", "2021-01-15", "in-time"},
		{"", "2021-01-16", "due-soon"},
		{"", "2021-01-18", "due-soon"},
		{"", "2021-01-19", "breached"},
		{"2021-01-18", "2021-02-19", "in-time"},
		{"2021-01-19", "2021-02-19", "breached"},
		{"2021-01-12", "2021-01-17", "in-time"},
	} {
		var done civil.Date
		if c.done != "" {
			done = civil.MustParse(c.done)
		}
		if got := p.State(routine.ReplyToCall, civil.MustParse("2021-01-11"), done, civil.MustParse(c.today)); got.String() != c.want {
			t.Errorf("done %q, on %s: want %s, got %s", c.done, c.today, c.want, got)
		}
	}
}

// TestR45EveryProfileHasEveryDeadline: no caller has to think of what holds when there is none.
func TestR45EveryProfileHasEveryDeadline(t *testing.T) {
	t.Parallel()
	for _, v := range builtIns(t) {
		for _, k := range routine.Kinds.Values() {
			if d, ok := v.Profile.Deadlines[k.String()]; !ok || d.Length < 1 || d.Source.Reference == "" {
				t.Errorf("%s: %s is %+v", v.Profile.Code, k, d)
			}
		}
	}
	if d := profile(t, "vastbus").Deadlines["deviation-answer"]; d.Length != 60 || d.Source.Basis != "agreement" {
		t.Errorf("vastbus: a deviation is answered within %+v", d)
	}
}
