package disposal

import (
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

func profile(t *testing.T) *Profile {
	t.Helper()
	p, err := Clocks()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func candidate(class, birth, last string, marks ...string) Candidate {
	return Candidate{Case: Case{LastEntryOn: civil.MustParse(last)}, Class: class, Birth: civil.MustParse(birth), Marks: marks}
}

// TestR55EachHolderHasItsClock: five years, until thirty, never, at least ten, by plan, and who is exempt for research.
func TestR55EachHolderHasItsClock(t *testing.T) {
	t.Parallel()
	none, days := Setting{Number: 1, Sample: Samples.Must("none")}, Setting{Number: 1, Sample: BornOn, Days: []int{5, 15}}
	ten, plan := Setting{Number: 1, Years: 10}, Setting{Number: 1, Years: 3}
	for name, c := range map[string]struct {
		Candidate
		s           Setting
		due, finish string // none: never, or not yet decided
		clock       string
	}{
		"five years after the last entry":             {candidate("ifo", "2000-02-03", "2015-03-01"), none, "2020-03-02", "2021-12-31", "social-services"},
		"the leap day":                                {candidate("ifo", "2000-02-03", "2016-02-29"), none, "2021-03-01", "2022-12-31", "social-services"},
		"an investigation until thirty":               {candidate("ifo", "2000-02-03", "2015-03-01", "investigation"), none, "2030-02-03", "2031-12-31", "investigation"},
		"an investigation that ended late":            {candidate("ifo", "1990-02-03", "2019-03-01", "investigation"), none, "2024-03-02", "2025-12-31", "social-services"},
		"never once placed":                           {candidate("ifo", "2000-02-03", "2015-03-01", "placed", "investigation"), none, "", "", ""},
		"never when adopted":                          {candidate("ifo", "2000-02-03", "2015-03-01", "adoption"), none, "", "", ""},
		"a residence binds the disability support":    {candidate("lss", "2000-02-03", "2015-03-01", "residence"), none, "", "", ""},
		"a residence binds no one else":               {candidate("ifo", "2000-02-03", "2015-03-01", "residence"), none, "2020-03-02", "2021-12-31", "social-services"},
		"a placement does not bind health services":   {candidate("health", "2000-02-03", "2015-03-01", "placed"), ten, "2025-03-02", "2026-12-31", "patient-record"},
		"a school by its plan":                        {candidate("school", "2000-02-03", "2015-03-01"), plan, "2018-03-02", "2019-12-31", "by-plan"},
		"a school without a decision":                 {candidate("school", "2000-02-03", "2015-03-01"), Setting{}, "", "", ""},
		"the social services without a decision":      {candidate("ifo", "2000-02-03", "2015-03-01"), Setting{}, "", "", ""},
		"born on a day that is kept for research":     {candidate("ifo", "2000-02-15", "2015-03-01"), days, "", "", ""},
		"born on another day":                         {candidate("ifo", "2000-02-16", "2015-03-01"), days, "2020-03-02", "2021-12-31", "social-services"},
		"a principal that keeps all for research":     {candidate("lss", "2000-02-16", "2015-03-01"), Setting{Number: 1, Sample: Everyone}, "", "", ""},
		"a class that there is not":                   {candidate("church", "2000-02-16", "2015-03-01"), none, "", "", ""},
		"an agreement on custody until the age of 18": {candidate("ifo", "2010-02-03", "2015-03-01", "custody-agreement"), none, "2028-02-03", "2029-12-31", "custody-agreement"},
	} {
		settings := []Setting{{Class: "leisure", Number: 9, Years: 1}}
		if c.s.Number > 0 {
			c.s.Class = c.Class
			settings = append(settings, c.s)
		}
		v, ok := profile(t).Judge(c.Candidate, settings)
		if ok != (c.due != "") || ok && (v.DueOn.String() != c.due || v.FinishBy.String() != c.finish || v.Clock != c.clock || v.Paragraph == "") {
			t.Errorf("%s: %v, due %v, to be finished by %v, %s %s", name, ok, v.DueOn, v.FinishBy, v.Clock, v.Paragraph)
		}
	}
}

// TestR55WhatNoStatuteSaysIsDecided: a setting says what the clock leaves open, and nothing else; the last one counts.
func TestR55WhatNoStatuteSaysIsDecided(t *testing.T) {
	t.Parallel()
	p := profile(t)
	for name, c := range map[string]struct {
		Setting
		ok bool
	}{
		"nobody is exempt":                       {Setting{Class: "ifo", Sample: Samples.Must("none")}, true},
		"years that a statute says":              {Setting{Class: "ifo", Sample: Samples.Must("none"), Years: 5}, false},
		"nothing of research":                    {Setting{Class: "lss"}, false},
		"born on no days":                        {Setting{Class: "ifo", Sample: BornOn}, false},
		"days without saying so":                 {Setting{Class: "ifo", Sample: Everyone, Days: []int{5}}, false},
		"ten years":                              {Setting{Class: "health", Years: 10}, true},
		"less than the statute's ten":            {Setting{Class: "health", Years: 9}, false},
		"research that the class does not know":  {Setting{Class: "health", Years: 10, Sample: Everyone}, false},
		"the school's medical staff keep longer": {Setting{Class: "school-health-medical", Years: 9}, false},
		"a school":                               {Setting{Class: "school", Years: 1}, true},
		"a school without years":                 {Setting{Class: "school"}, false},
		"a class that there is not":              {Setting{Class: "church", Years: 10}, false},
	} {
		s, err := newSetting(p, c.Setting, 2, civil.MustParse("2026-01-02"), time.Time{})
		if (err == nil) != c.ok || c.ok && (s.Number != 3 || s.ID.IsZero()) {
			t.Errorf("%s: %+v, %v", name, s, err)
		}
	}
	all := []Setting{{Class: "ifo", Number: 2, Years: 2}, {Class: "ifo", Number: 3, Years: 3}, {Class: "ifo", Number: 1, Years: 1}}
	if s, ok := inForce(all, "ifo"); !ok || s.Years != 3 {
		t.Errorf("%+v counts", s)
	}
	if !undecided([]string{"ifo", "lss"}, all) || undecided([]string{"ifo"}, all) {
		t.Error("what is decided")
	}
	for _, c := range access.Classes {
		if _, ok := p.ClockOf(c.String()); !ok {
			t.Errorf("%s has no clock", c)
		}
	}
}

// TestR55TwoDecide: two different people, once each, until it is decided; then nobody; a cancelled list stays cancelled.
func TestR55TwoDecide(t *testing.T) {
	t.Parallel()
	p, today, now := profile(t), civil.MustParse("2026-01-02"), time.Now()
	settings := []Setting{{Class: "ifo", Number: 1, Sample: Samples.Must("none")}}
	if _, _, err := newRun(p, []Candidate{candidate("ifo", "2000-02-03", "2021-01-02")}, settings, today, now); err == nil {
		t.Error("a list of what is due tomorrow")
	}
	r, cases, err := newRun(p, []Candidate{candidate("ifo", "2000-02-03", "2021-01-01"), candidate("ifo", "2000-02-03", "2021-01-02")}, settings, today, now)
	if err != nil || len(cases) != 1 || cases[0].Outcome != Listed || cases[0].ID.IsZero() {
		t.Fatalf("%+v, %v", cases, err)
	}
	one, two := id.NewPerson(), id.NewPerson()
	for _, c := range []struct {
		by id.Person
		ok bool
	}{{one, true}, {one, false}, {two, true}, {id.NewPerson(), false}} {
		if err := r.Decide(c.by, now); (err == nil) != c.ok {
			t.Errorf("%d decided: %v", len(r.Decisions), err)
		}
	}
	if r.State != Decided || r.Version != 3 {
		t.Errorf("%+v", r)
	}
	if err := r.Cancel(today); err != nil || r.State != Cancelled {
		t.Errorf("%v, %s", err, r.State)
	}
	if err := r.Cancel(today); !fault.Is(err, fault.Conflict) {
		t.Error("cancelled twice")
	}
	m := Mark{Version: 1}
	if err := m.end(one, m.Reason, today, now); err != nil || m.Version != 2 {
		t.Error(err)
	}
	if err := m.end(one, m.Reason, today, now); err == nil {
		t.Error("ended twice")
	}
}
