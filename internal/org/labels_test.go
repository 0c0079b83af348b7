package org_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
)

// catalogue is a store that holds a directory and counts how often it is read.
type catalogue struct {
	org.Store
	units map[id.Unit]org.Unit
	err   error
	reads int
}

func (c *catalogue) ReadDirectory(context.Context, access.Grant[access.ReadOrg]) (org.Directory, error) {
	c.reads++
	units := map[id.Unit]org.Unit{}
	for k, v := range c.units {
		units[k] = v
	}
	return org.Directory{Units: units}, c.err
}

// setup gives a service over a catalogue with one unit, and its clock.
func setup(t *testing.T) (*org.Service, *catalogue, id.Unit, *time.Time) {
	t.Helper()
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	unit := id.NewUnit()
	c := &catalogue{units: map[id.Unit]org.Unit{unit: {ID: unit, Name: "Barn och unga 1"}}}
	now := time.Date(2026, 3, 2, 9, 0, 0, 0, time.UTC)
	return org.NewService(c, policy, func() time.Time { return now }), c, unit, &now
}

func staff(day string) access.Actor {
	return access.NewStaff(id.NewPerson(), "Karin", access.Post{Assignment: id.NewAssignment(), Role: access.Caseworker},
		civil.MustParse(day), id.NewRequest())
}

// name asks for labels and finds one unit in them.
func name(t *testing.T, s *org.Service, a access.Actor, u id.Unit) string {
	t.Helper()
	l, err := s.Labels(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	v, _ := l.Unit(u)
	return v.Name
}

func TestLabelsAreKept(t *testing.T) {
	t.Parallel()
	s, c, unit, now := setup(t)
	for _, step := range []struct {
		what  string
		after time.Duration
		day   string
		reads int
	}{
		{"the first request reads", 0, "2026-03-02", 1},
		{"the next does not", 29 * time.Second, "2026-03-02", 1},
		{"after half a minute it does", time.Second, "2026-03-02", 2},
		{"a new day has new places", time.Second, "2026-03-03", 3},
		{"and is kept too", time.Second, "2026-03-03", 3},
	} {
		*now = now.Add(step.after)
		if got := name(t, s, staff(step.day), unit); got != "Barn och unga 1" || c.reads != step.reads {
			t.Errorf("%s: %q after %d reads, want %d", step.what, got, c.reads, step.reads)
		}
	}
}

func TestLabelsReadAgainForAnUnknownUnit(t *testing.T) {
	t.Parallel()
	s, c, unit, _ := setup(t)
	a := staff("2026-03-02")
	name(t, s, a, unit)
	opened := id.NewUnit()
	c.units[opened] = org.Unit{ID: opened, Name: "Barn och unga 2"}
	if got := name(t, s, a, opened); got != "Barn och unga 2" || c.reads != 2 {
		t.Errorf("a unit that has opened is %q after %d reads", got, c.reads)
	}
	l, err := s.Labels(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, ok := l.Unit(id.NewUnit()); ok {
			t.Error("a made-up unit has a name")
		}
	}
	if c.reads != 3 {
		t.Errorf("one request read %d times more for made-up units", c.reads-2)
	}
}

func TestLabelsFail(t *testing.T) {
	t.Parallel()
	s, c, unit, _ := setup(t)
	c.err = errors.New("gone")
	if _, err := s.Labels(t.Context(), staff("2026-03-02")); !errors.Is(err, c.err) {
		t.Errorf("got %v", err)
	}
	c.err = nil
	a := staff("2026-03-02")
	name(t, s, a, unit)
	c.err = errors.New("gone")
	l, err := s.Labels(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if _, ok := l.Unit(id.NewUnit()); ok {
		t.Error("a unit was found in a directory that could not be read")
	}
	if got := name(t, s, a, unit); got != "Barn och unga 1" {
		t.Errorf("after a failed read the unit is %q", got)
	}
}

func TestLabelsAreForThoseInTheDirectory(t *testing.T) {
	t.Parallel()
	s, _, unit, _ := setup(t)
	today := civil.MustParse("2026-03-02")
	if got := name(t, s, access.NewCitizen(id.NewPerson(), today, id.NewRequest()), unit); got != "Barn och unga 1" {
		t.Errorf("a citizen reads %q", got)
	}
	nobody := access.NewStaff(id.NewPerson(), "Karin", access.Post{}, today, id.NewRequest())
	if _, err := s.Labels(t.Context(), nobody); !fault.Is(err, fault.Denied) {
		t.Errorf("staff without assignment: got %v", err)
	}
	if _, ok := (org.Labels{}).Unit(unit); ok {
		t.Error("labels of nothing know a unit")
	}
}

func TestCitizensHaveNoOrgOperations(t *testing.T) {
	t.Parallel()
	policy, err := access.Load()
	if err != nil {
		t.Fatal(err)
	}
	citizen := access.NewCitizen(id.NewPerson(), civil.MustParse("2026-03-02"), id.NewRequest())
	for _, operation := range []string{"ListPrincipals", "ListUnits", "GetUnit", "ListColleagues"} {
		if policy.May(citizen, operation) {
			t.Errorf("a citizen may %s", operation)
		}
		if !policy.May(staff("2026-03-02"), operation) {
			t.Errorf("a caseworker may not %s", operation)
		}
	}
}
