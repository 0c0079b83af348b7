package deviation_test

import (
	"testing"

	"samplan/internal/deviation"
	"samplan/internal/id"
)

// TestR52FiguresAreOfEnough: a table with a number of few is not told at all, so that nothing left out can be computed.
func TestR52FiguresAreOfEnough(t *testing.T) {
	t.Parallel()
	tallied := func(handOvers, mails, late int) deviation.Tallied {
		v := deviation.Tallied{Routine: terms.Routine}
		for n := range handOvers + mails {
			c := deviation.TalliedCase{Category: "hand-over", Level: deviation.Local, Due: today, Answered: today}
			if n >= handOvers {
				c.Category = "mail"
			}
			if n < late {
				c.Answered = today.AddDays(1)
			}
			v.Cases = append(v.Cases, c)
		}
		return v
	}
	g := id.NewGroup()
	whole := deviation.Tell(g, 2025, tallied(6, 5, 5))
	if whole.Filed == nil || *whole.Filed != 11 || count(whole.Categories, "hand-over") != 6 || count(whole.Categories, "mail") != 5 || count(whole.Answers, "late") != 5 || count(whole.Levels, "local") != 11 {
		t.Errorf("%+v", whole)
	}
	some := deviation.Tell(g, 2025, tallied(6, 1, 0))
	if some.Filed == nil || some.Categories != nil || count(some.Answers, "in-time") != 7 {
		t.Errorf("one of mail: %+v", some)
	}
	if few := deviation.Tell(g, 2025, tallied(4, 0, 0)); few.Filed != nil || few.Categories != nil || few.Levels != nil || few.Answers != nil {
		t.Errorf("four in all: %+v", few)
	}
	seen := tallied(0, 0, 0)
	seen.Observed = []deviation.Count{{Name: "hand-over", Times: 5}, {Name: "weather", Times: 6}}
	if f := deviation.Tell(g, 2025, seen); count(f.Observed, "hand-over") != 5 || count(f.Observed, "of-another-routine") != 6 || *f.Filed != 0 {
		t.Errorf("%+v", f)
	}
	for n, told := range map[int]bool{0: true, 1: false, 4: false, 5: true, 6: true} {
		seen.Unhandled = n
		if f := deviation.Tell(g, 2025, seen); told != (f.Unhandled != nil) || told && *f.Unhandled != n || f.Observed == nil {
			t.Errorf("%d that nobody took up: %+v", n, f)
		}
	}
	seen.Observed[0].Times = 4
	if f := deviation.Tell(g, 2025, seen); f.Observed != nil {
		t.Errorf("four observed: %+v", f)
	}
}

func count(all []deviation.Count, name string) int {
	for _, c := range all {
		if c.Name == name {
			return c.Times
		}
	}
	return -1
}
