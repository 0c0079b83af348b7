package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
)

// Step takes a plan one step through its process; establishing has its own use case. The leading unit.
// Faults: illegal-status-step, dates, reasons, and what the step presupposes (consent-required, not-followed-up, …).
func (s *Service) Step(ctx context.Context, a access.Actor, step Step) (Step, error) {
	g, v, err := lead[access.StepPlan](ctx, s, a, step.Plan)
	if err != nil {
		return Step{}, err
	}
	if v.LeadUnit != a.Unit() {
		return Step{}, fault.New(fault.CodeDenied)
	}
	if step.To == Established || step.To == Closed {
		return Step{}, fault.At(fault.CodeStatusStep, "/to", "command")
	}
	step.ID, step.By = id.NewStatusChange(), a.Person()
	err = s.store.StepPlan(ctx, g, &step, func(p *Plan) error {
		f, err := s.facts(ctx, a, *p, step.To)
		if err != nil {
			return err
		}
		if step.To == Preparing {
			if f.ConsentInForce, err = s.store.HasPlanConsent(ctx, g, p.ID); err != nil {
				return err
			}
		}
		if step.To == Called || step.To == Met {
			if f.CallSent, f.MeetingHeld, err = s.store.HasConvened(ctx, g, p.ID); err != nil {
				return err
			}
		}
		return p.Take(&step, f, a.Today())
	})
	return step, seen(err)
}

// facts gathers what the step from where the locked plan is presupposes, and nothing for one that presupposes nothing.
func (s *Service) facts(ctx context.Context, a access.Actor, locked Plan, to Status) (Facts, error) {
	if w, ok := wayOf(locked.Status, to); !ok || len(w.needs) == 0 {
		return Facts{}, nil
	}
	v, err := s.View(ctx, a, locked.ID)
	if err != nil {
		return Facts{}, err
	}
	f := Facts{Confirmed: v.isConfirmed(), FollowedUp: !v.FollowedUpOn.IsZero()}
	if to == Closed {
		f.Unfinished, err = s.unfinished(ctx, a, v)
	} else {
		f.Missing, err = s.missing(ctx, a, v)
	}
	return f, err
}

// Steps gives the steps that a plan has taken. Whoever sees the plan.
func (s *Service) Steps(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Step, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListSteps(ctx, g, p, pg)
}

// Check tells what the law still asks of a plan. The leading unit.
func (s *Service) Check(ctx context.Context, a access.Actor, p id.Plan) ([]fault.Field, error) {
	_, v, err := lead[access.EstablishPlan](ctx, s, a, p)
	if err != nil {
		return nil, err
	}
	if v.LeadUnit != a.Unit() {
		return nil, fault.New(fault.CodeDenied)
	}
	return s.missing(ctx, a, v)
}

func (s *Service) missing(ctx context.Context, a access.Actor, v View) ([]fault.Field, error) {
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, err
	}
	var responsible org.PrincipalKind
	if !v.OverallResponsible.IsZero() {
		r, err := s.units.FindPrincipal(ctx, o, v.OverallResponsible)
		if err != nil {
			return nil, err
		}
		responsible = r.Kind
	}
	return Missing(v, responsible, a.Today()), nil
}

// Establish sets the plan. The leading unit. Faults: plan-incomplete with a pointer for each missing part (R1),
// not-confirmed, illegal-status-step.
func (s *Service) Establish(ctx context.Context, a access.Actor, p id.Plan, on civil.Date) (Step, error) {
	g, err := access.Allow[access.EstablishPlan](s.policy, a)
	if err != nil {
		return Step{}, err
	}
	step := Step{ID: id.NewStatusChange(), Plan: p, To: Established, On: on, By: a.Person()}
	err = s.store.EstablishPlan(ctx, g, &step, func(locked *Plan) error {
		if !Allowed(locked.Status, Established) {
			return fault.New(fault.CodeStatusStep)
		}
		f, err := s.facts(ctx, a, *locked, Established)
		if err != nil {
			return err
		}
		return locked.Take(&step, f, a.Today())
	})
	if !fault.Is(err, fault.NotFound) {
		return step, err
	}
	// It is not the own unit's to establish. Who can see it all the same is told so.
	if _, err := s.View(ctx, a, p); err != nil {
		return Step{}, err
	}
	return Step{}, fault.New(fault.CodeDenied)
}

// Confirm says that the actor's unit stands behind the plan as it sees it now. Each accepted party.
func (s *Service) Confirm(ctx context.Context, a access.Actor, p id.Plan) (Confirmation, error) {
	g, _, err := lead[access.ConfirmPlan](ctx, s, a, p)
	if err != nil {
		return Confirmation{}, err
	}
	c, err := s.store.Confirm(ctx, g, p)
	return c, seen(err)
}
