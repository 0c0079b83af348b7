package transition

import (
	"context"
	"fmt"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of transitions. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	plans  Plans
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, p Plans, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, p, m, now}
}

// Plan plans that a plan goes over. The unit that leads it. Faults: not-found, denied, plan-closed, not-a-party, not-a-unit,
// invalid-value, dates-out-of-order, duplicate when one of its kind is planned already.
func (s *Service) Plan(ctx context.Context, a access.Actor, p id.Plan, k Kind, d Draft) (Transition, error) {
	g, err := access.Allow[access.PlanTransition](s.policy, a)
	if err != nil {
		return Transition{}, err
	}
	if err := s.fits(ctx, a, p, &d); err != nil {
		return Transition{}, err
	}
	t := Of(p, k, d)
	t.Unit, t.PlannedBy, t.Planner, t.PlannedOn, t.CreatedAt = a.Unit(), a.Person(), person.NewText(a.Name()), a.Today(), s.now()
	t, err = s.store.AddTransition(ctx, g, t)
	return t, seen(err)
}

// fits checks what is planned against who takes part in the plan, as the actor sees it, and the directory.
func (s *Service) fits(ctx context.Context, a access.Actor, p id.Plan, d *Draft) error {
	parties, err := s.plans.Takers(ctx, a, p)
	if err != nil {
		return err
	}
	if err := d.Fits(a.Unit(), parties, a.Today()); err != nil {
		return err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	for n, r := range d.Receivers {
		if r.To.IsZero() {
			continue
		}
		if _, err := s.store.FindUnit(ctx, o, r.To); err != nil {
			return fault.At(fault.CodeNotAUnit, fmt.Sprintf("/receivers/%d/toUnitId", n), "unknown")
		}
	}
	return nil
}

// List gives a page of a plan. Those of the unit that planned them who see the plan and may know where the child is.
func (s *Service) List(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Transition, int, error) {
	g, err := access.Allow[access.ReadTransition](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListTransitions(ctx, g, p, pg)
}

// Find gives one. As List. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, t id.Transition) (Transition, error) {
	g, err := access.Allow[access.ReadTransition](s.policy, a)
	if err != nil {
		return Transition{}, err
	}
	return s.store.FindTransition(ctx, g, t)
}

// Planned gives those of a plan that are still to be carried out, to whoever has been shown the plan: the unit that leads it. Fault: denied.
func (s *Service) Planned(ctx context.Context, a access.Actor, p id.Plan) ([]Transition, error) {
	g, err := access.Allow[access.PlanTransition](s.policy, a)
	if err != nil {
		return nil, err
	}
	all, err := s.store.PlannedTransitions(ctx, g, p)
	return all, seen(err)
}

// Change plans one anew. The unit that planned it, while it leads the plan. Faults: not-found, denied, stale-version, already-ended, and
// those of Plan.
func (s *Service) Change(ctx context.Context, a access.Actor, t id.Transition, tag string, d Draft) (Transition, error) {
	was, err := s.Find(ctx, a, t)
	if err != nil {
		return Transition{}, err
	}
	if was.Tag() != tag {
		return Transition{}, fault.New(fault.CodeStale)
	}
	if err := s.fits(ctx, a, was.Plan, &d); err != nil {
		return Transition{}, err
	}
	return s.change(ctx, a, t, func(t *Transition) error {
		if t.Tag() != tag { // somebody was faster between the look and the lock
			return fault.New(fault.CodeStale)
		}
		return t.Change(d)
	})
}

// Cancel calls one off. As Change. Faults: not-found, denied, already-ended.
func (s *Service) Cancel(ctx context.Context, a access.Actor, t id.Transition, reason person.Text) (Transition, error) {
	if _, err := s.Find(ctx, a, t); err != nil {
		return Transition{}, err
	}
	return s.change(ctx, a, t, func(t *Transition) error { return t.Cancel(reason, a.Today()) })
}

// CarryOut makes the offers that a transition asks for, those that the actor may make and that can be made today, and ends it when none is
// left. offers does that for the transition that is locked, and tells whether it made them all. As Change.
func (s *Service) CarryOut(ctx context.Context, a access.Actor, t id.Transition, offers func(Transition) (bool, error)) (Transition, error) {
	if _, err := s.Find(ctx, a, t); err != nil {
		return Transition{}, err
	}
	return s.change(ctx, a, t, func(t *Transition) error {
		if err := step(t.State, CarriedOut); err != nil {
			return err
		}
		isAll, err := offers(*t)
		if err != nil || !isAll {
			return err
		}
		return t.CarryOut(a.Today())
	})
}

func (s *Service) change(ctx context.Context, a access.Actor, t id.Transition, do func(*Transition) error) (Transition, error) {
	g, err := access.Allow[access.PlanTransition](s.policy, a)
	if err != nil {
		return Transition{}, err
	}
	v, err := s.store.ChangeTransition(ctx, g, t, do)
	return v, seen(err)
}

// Waiting gives the offers of a plan that wait for an answer. As Change.
func (s *Service) Waiting(ctx context.Context, a access.Actor, p id.Plan) ([]Offer, error) {
	g, err := access.Allow[access.PlanTransition](s.policy, a)
	if err != nil {
		return nil, err
	}
	return s.store.WaitingOffers(ctx, g, p)
}

// Try makes one offer. What stands in its way is answered, and nothing else of the request is lost by it; what is no fault of the domain
// ends the request.
func (s *Service) Try(ctx context.Context, a access.Actor, offer func() error) (*fault.Error, error) {
	g, err := access.Allow[access.PlanTransition](s.policy, a)
	if err != nil {
		return nil, err
	}
	if err = s.store.Attempt(ctx, g, offer); err == nil {
		return nil, nil
	}
	f := fault.Of(err)
	switch f.Kind {
	case fault.Denied, fault.NotFound, fault.Invalid, fault.Conflict:
		return f, nil
	}
	return nil, err
}

// seen turns not-found into denied once the actor has been shown the plan: there is nothing left to hide.
func seen(err error) error {
	if fault.Is(err, fault.NotFound) {
		return fault.New(fault.CodeDenied)
	}
	return err
}
