package absence_test

import (
	"testing"

	"samplan/internal/absence"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

var today = civil.MustParse("2024-06-03")

// TestR51AnAbsenceHasDays: from today on, for two years at the most, and somebody else stands in.
func TestR51AnAbsenceHasDays(t *testing.T) {
	t.Parallel()
	stellan, svea := id.NewPerson(), id.NewPerson()
	day := today.AddDays
	for name, c := range map[string]struct {
		substitute id.Person
		from, to   civil.Date
		code       fault.Code
		pointer    string
	}{
		"the summer":             {svea, day(14), day(67), fault.Code{}, ""},
		"today alone":            {svea, today, today, fault.Code{}, ""},
		"two years":              {svea, today, day(731), fault.Code{}, ""},
		"longer":                 {svea, today, day(732), fault.CodeDates, "/endsOn"},
		"since yesterday":        {svea, day(-1), day(2), fault.CodeDates, "/startsOn"},
		"back before one leaves": {svea, day(2), day(1), fault.CodeDates, "/endsOn"},
		"in for oneself":         {stellan, day(2), day(3), fault.CodeInvalid, "/substituteId"},
	} {
		_, err := absence.New(absence.Draft{Person: stellan, Substitute: c.substitute, From: c.from, To: c.to}, id.NewUnit(), today)
		f := fault.Of(err)
		if c.code == (fault.Code{}) && err != nil || c.code != (fault.Code{}) && (f == nil || f.Code != c.code || f.Fields[0].Pointer != c.pointer) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// TestR51BackEarlier: from that day on one is there; what had not begun is taken back whole, and what is over stays so.
func TestR51BackEarlier(t *testing.T) {
	t.Parallel()
	entered := func() absence.Absence {
		v, err := absence.New(absence.Draft{Person: id.NewPerson(), Substitute: id.NewPerson(), From: today.AddDays(2), To: today.AddDays(9)}, id.NewUnit(), today)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for name, c := range map[string]struct {
		back, away int // days from today: back on, and how many days away
		refused    bool
	}{
		"before it begins": {0, 0, false}, "on its first day": {2, 0, false}, "in its midst": {5, 3, false}, "on its last day": {9, 7, false}, "afterwards": {10, 8, true},
	} {
		v := entered()
		if err := v.End(today.AddDays(c.back)); (err != nil) != c.refused {
			t.Errorf("%s: %v", name, err)
		}
		away := 0
		for n := range 20 {
			if v.IsAway(today.AddDays(n)) {
				away++
			}
		}
		if away != c.away {
			t.Errorf("%s: away for %d days", name, away)
		}
		if err := v.End(today.AddDays(c.back)); fault.Of(err).Code != fault.CodeEnded {
			t.Errorf("%s, again: %v", name, err)
		}
	}
}
