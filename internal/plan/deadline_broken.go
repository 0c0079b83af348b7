package plan

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// LedCourse is the course of a plan that the own unit leads, with the routine that FindPlanRoutine gives for it.
type LedCourse struct {
	Course
	Plan    id.Plan
	Profile *routine.Profile
}

// Broken gives what is late today in the plans that the actor's unit leads, from the day after the last one until it is done
// or the plan is over (R45). That somebody has said why ends nothing: the child still waits. Nothing is kept of it, since what a
// deadline counts from moves, and who leads changes; so it is what Deadlines answers, and never anything else. Staff who see
// plans; to others nothing is late.
func (s *Service) Broken(ctx context.Context, a access.Actor) ([]routine.Breach, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil || a.IsCitizen() {
		return nil, nil //nolint:nilerr // whoever sees no plan is told of none
	}
	m, err := access.Allow[access.ReadMeeting](s.policy, a)
	if err != nil {
		return nil, nil //nolint:nilerr // as above
	}
	led, err := s.store.ListLedCourses(ctx, g, m, s.calls(a))
	if err != nil {
		return nil, err
	}
	var all []routine.Breach
	for n := range led {
		all = append(all, led[n].broken(a.Today())...)
	}
	return all, nil
}

// broken tells of each deadline once, however many units have not answered a call.
func (c *LedCourse) broken(today civil.Date) []routine.Breach {
	var all []routine.Breach
	for _, d := range c.Deadlines(c.Profile, today) {
		b := routine.Breach{Plan: c.Plan, Kind: d.Kind, Since: d.Due.AddDays(1)}
		if d.Progress == breached && d.Done.IsZero() && !slices.Contains(all, b) {
			all = append(all, b)
		}
	}
	return all
}
