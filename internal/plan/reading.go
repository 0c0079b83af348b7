package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Reading is that somebody of the family has confirmed to have read the plan.
type Reading struct {
	Person      id.Person
	Name        person.Name // read with it: as the leading unit knows the person
	ConfirmedOn civil.Date
	Number      int // of the version that had been dispatched last, 0 when none had; not for the family
}

// ConfirmReading keeps that the actor has read the plan as it stands for the actor: tag is that of the view that was read. The
// child and today's guardians, each for oneself. Faults: not-found, stale-version when the plan has changed since.
func (s *Service) ConfirmReading(ctx context.Context, a access.Actor, p id.Plan, tag string) (Reading, error) {
	g, err := access.Allow[access.ConfirmReading](s.policy, a)
	if err != nil {
		return Reading{}, err
	}
	v, err := s.View(ctx, a, p)
	if err != nil {
		return Reading{}, err
	}
	if v.Tag() != tag {
		return Reading{}, fault.New(fault.CodeStale)
	}
	return Reading{Person: a.Person(), ConfirmedOn: a.Today()}, s.store.ConfirmReading(ctx, g, p)
}

// OwnReadings gives a page of the actor's own confirmations, newest first. As ConfirmReading. Fault: not-found.
func (s *Service) OwnReadings(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Reading, int, error) {
	if _, err := access.Allow[access.ConfirmReading](s.policy, a); err != nil {
		return nil, 0, err
	}
	return s.Readings(ctx, a, p, pg)
}

// Readings gives a page of the confirmations that the actor may know of, newest first: staff of the unit that leads the plan
// know all of them, the family each their own, others none. Fault: not-found.
func (s *Service) Readings(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Reading, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListReadings(ctx, g, p, pg)
}
