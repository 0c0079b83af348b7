package plan

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// Candidate is a role that coordinates at the child's age, and the parties that are of its kind, as far as the reader sees
// them.
type Candidate struct {
	routine.Pick
	Units []id.Unit
}

// Suggestion says who coordinates for a child by its age (R49). Nobody is appointed by it.
type Suggestion struct {
	Age        int // in whole years; -1 before birth
	Candidates []Candidate
	Source     routine.Source
}

// SuggestCoordinator suggests by the plan's routine, as the actor may know it, who coordinates today. Staff who see the plan
// and have the child's case. Fault: not-found.
func (s *Service) SuggestCoordinator(ctx context.Context, a access.Actor, p id.Plan) (Suggestion, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return Suggestion{}, err
	}
	c, err := access.Allow[access.ReadChild](s.policy, a)
	if err != nil {
		return Suggestion{}, err
	}
	v, err := s.store.ViewPlan(ctx, g, access.Grant[access.ReadItem]{}, p) // its parties, and none of its items
	if err != nil {
		return Suggestion{}, err
	}
	child, err := s.store.ViewChild(ctx, c, v.Child)
	if err != nil {
		return Suggestion{}, err
	}
	r, err := s.routines.FindPlanRoutine(ctx, g, p)
	if err != nil {
		return Suggestion{}, err
	}
	suggested := Suggestion{Age: ageOn(child.BirthDate, a.Today()), Source: r.Profile.Coordination.Source}
	for _, pick := range r.Profile.Coordinators(child.BirthDate, a.Today()) {
		units, err := s.unitsOf(ctx, a, v, pick.Classes)
		if err != nil {
			return Suggestion{}, err
		}
		suggested.Candidates = append(suggested.Candidates, Candidate{pick, units})
	}
	return suggested, nil
}

// unitsOf gives the accepted parties that are of one of the classes; none when none is named, since then it could be any.
func (s *Service) unitsOf(ctx context.Context, a access.Actor, v View, classes []string) ([]id.Unit, error) {
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, err
	}
	var units []id.Unit
	for _, y := range v.Parties {
		if y.State != Accepted || !y.LeftOn.IsZero() {
			continue
		}
		switch u, err := s.units.FindUnit(ctx, o, y.Unit); {
		case fault.Is(err, fault.NotFound): // closed
		case err != nil:
			return nil, err
		case slices.Contains(classes, u.Class.String()):
			units = append(units, u.ID)
		}
	}
	return units, nil
}

// ageOn gives the age in whole years.
func ageOn(birth, on civil.Date) int {
	age := -1
	for !on.Before(birth.AddYears(age + 1)) {
		age++
	}
	return age
}
