package card_test

import (
	"testing"

	"samplan/internal/card"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
)

var today = civil.MustParse("2026-03-02")

// profile lets a card count for two months, and be reminded of from ten days before.
func profile() *routine.Profile {
	return &routine.Profile{Deadlines: map[string]routine.Deadline{
		routine.ContactCardReview.String(): {Length: 2, Unit: routine.Months, OnFreeDay: routine.Stays, SoonDays: 10},
	}}
}

func draft(until civil.Date) card.Draft {
	return card.Draft{Words: card.Words{Purpose: "Stöd", Phone: "031-1", Hours: "8-16", Languages: []string{"sv"}}, Owner: id.NewPerson(), ValidUntil: until}
}

// TestR51ACardCountsUntilADay: as long as the routine allows, or shorter; never longer, and never until a day that has passed.
func TestR51ACardCountsUntilADay(t *testing.T) {
	t.Parallel()
	longest := today.AddMonths(2)
	for name, c := range map[string]struct {
		until, want civil.Date
		code        string
	}{
		"as long as the routine allows": {civil.Date{}, longest, ""},
		"until its last day":            {longest, longest, ""},
		"until today":                   {today, today, ""},
		"a day too long":                {longest.AddDays(1), civil.Date{}, "too-late"},
		"until yesterday":               {today.AddDays(-1), civil.Date{}, "past"},
	} {
		made, err := card.New(draft(c.until), card.Card{}, id.NewUnit(), profile(), today)
		if c.code != "" {
			if f := fault.Of(err); f.Code != fault.CodeDates || f.Fields[0].Pointer != "/validUntil" || f.Fields[0].Code != c.code {
				t.Errorf("%s: %v", name, err)
			}
			continue
		}
		if err != nil || made.ValidUntil != c.want || made.RemindFrom != c.want.AddDays(-10) || made.Confirmed != today || made.Number != 1 || made.Version != 1 {
			t.Errorf("%s: %v %+v", name, err, made)
		}
		if made.IsOutdated(c.want) || !made.IsOutdated(c.want.AddDays(1)) {
			t.Errorf("%s: outdated on another day than the one after", name)
		}
	}
}

// TestR51ACardIsConfirmed: it counts anew from that day, outdated or not; one that was replaced never does.
func TestR51ACardIsConfirmed(t *testing.T) {
	t.Parallel()
	first, err := card.New(draft(today), card.Card{}, id.NewUnit(), profile(), today)
	if err != nil {
		t.Fatal(err)
	}
	later := today.AddDays(9)
	fresh, outdated := first.Tag(today), first.Tag(later)
	if err := first.Confirm(later.AddDays(-1), profile(), later); fault.Of(err).Code != fault.CodeDates || first.Confirmed != today {
		t.Errorf("until a day that has passed: %v %+v", err, first)
	}
	if err := first.Confirm(civil.Date{}, profile(), later); err != nil || first.Confirmed != later || first.ValidUntil != later.AddMonths(2) || first.Published != today {
		t.Errorf("confirmed: %v %+v", err, first)
	}
	if fresh == outdated || first.Tag(later) == fresh || first.Tag(later) == outdated {
		t.Errorf("tags %q %q %q", fresh, outdated, first.Tag(later))
	}
	second, err := card.New(draft(civil.Date{}), first, first.Unit, profile(), later)
	if err != nil || second.Number != 2 || second.ID == first.ID {
		t.Errorf("the second: %v %+v", err, second)
	}
	first.IsReplaced = true
	if err := first.Confirm(civil.Date{}, profile(), later); fault.Of(err).Code != fault.CodeReplaced {
		t.Errorf("replaced: %v", err)
	}
}
