package civil_test

import (
	"testing"
	"time"

	"pgregory.net/rapid"

	"samplan/internal/civil"
)

func TestDayBeginsAtSwedishMidnight(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ at, want string }{
		{"2020-12-31T22:59:59Z", "2020-12-31"},
		{"2020-12-31T23:00:00Z", "2021-01-01"},
		{"2026-06-30T21:59:59Z", "2026-06-30"},
		{"2026-06-30T22:00:00Z", "2026-07-01"},
		{"2026-03-29T00:59:59Z", "2026-03-29"},
		{"2026-10-25T22:59:59Z", "2026-10-25"},
		{"2026-10-25T23:00:00Z", "2026-10-26"},
	} {
		at, err := time.Parse(time.RFC3339, c.at)
		if err != nil {
			t.Fatal(err)
		}
		if got := civil.Of(at).String(); got != c.want {
			t.Errorf("%s: want %s, got %s", c.at, c.want, got)
		}
	}
}

func TestRoundTripAndOrder(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a := civil.New(1900, 1, 1+rapid.IntRange(0, 80000).Draw(t, "a"))
		n := rapid.IntRange(1, 40000).Draw(t, "n")
		b, err := civil.Parse(a.String())
		if err != nil || b != a {
			t.Fatalf("%s: got %s, %v", a, b, err)
		}
		later := a.AddDays(n)
		if !a.Before(later) || !later.After(a) || civil.Of(a.Start()) != a {
			t.Fatalf("%s and %s are out of order", a, later)
		}
	})
}

func TestLeapBirthday(t *testing.T) {
	t.Parallel()
	if got := civil.MustParse("2008-02-29").AddYears(18).String(); got != "2026-02-28" {
		t.Errorf("got %s", got)
	}
}

func TestMalformed(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"", "2026-13-01", "2026-02-30", "20260101", "2026-1-1", "0000-01-01", "2026-01-01T00:00:00Z"} {
		if d, err := civil.Parse(s); err == nil {
			t.Errorf("%q was read as %s", s, d)
		}
	}
}
