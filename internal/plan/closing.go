package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// FollowUp records a follow-up of a plan that the actor's unit leads. Faults: illegal-status-step for a plan that is not
// set, plan-closed, dates, unknown-unit when a unit is to call that takes no part.
func (s *Service) FollowUp(ctx context.Context, a access.Actor, f FollowUp) (FollowUp, error) {
	g, v, err := lead[access.FollowUpPlan](ctx, s, a, f.Plan)
	if err != nil {
		return FollowUp{}, err
	}
	if v.LeadUnit != a.Unit() {
		return FollowUp{}, fault.New(fault.CodeDenied)
	}
	if !f.NextUnit.IsZero() && !v.hasParty(f.NextUnit) {
		return FollowUp{}, fault.At(fault.CodeNotAUnit, "/nextFollowUpUnitId", "not-a-party")
	}
	f.ID, f.By, f.CreatedAt = id.NewFollowUp(), a.Person(), s.now()
	return f, seen(s.store.FollowUpPlan(ctx, g, f, func(p *Plan) error { return p.FollowUp(f, a.Today()) }))
}

// FollowUps gives the follow-ups of a plan, oldest first. Whoever sees the plan.
func (s *Service) FollowUps(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]FollowUp, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListFollowUps(ctx, g, p, pg)
}

// Reminders gives the plans that the actor's unit leads and that are to be followed up soon, or should have been.
func (s *Service) Reminders(ctx context.Context, a access.Actor, pg page.Page) ([]Reminder, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListPlanReminders(ctx, g, pg)
}

// Evaluate says what became of an intervention or a goal that the actor's unit holds.
// Faults: not-found, denied for what another unit holds, plan-closed, dates.
func (s *Service) Evaluate(ctx context.Context, a access.Actor, kind ItemKind, i id.Item, e Evaluation) (Evaluation, error) {
	g, err := access.Allow[access.EvaluateItem](s.policy, a)
	if err != nil {
		return Evaluation{}, err
	}
	e.By = a.Person()
	made, err := s.store.EvaluateItem(ctx, g, i, func(was Item) (Evaluation, error) {
		if was.Kind != kind {
			return Evaluation{}, fault.New(fault.CodeNotFound)
		}
		return was.Evaluate(e, a.Today())
	})
	if !fault.Is(err, fault.NotFound) {
		return made, err
	}
	if _, err := s.FindItem(ctx, a, kind, i); err != nil {
		return Evaluation{}, err
	}
	return Evaluation{}, fault.New(fault.CodeDenied)
}

// Evaluations gives what became of the goals and interventions of a plan that the actor may read, oldest first.
func (s *Service) Evaluations(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Evaluation, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListEvaluations(ctx, g, m, p, pg)
}

// CheckClosing tells what a closing of the plan still lacks. The leading unit.
func (s *Service) CheckClosing(ctx context.Context, a access.Actor, p id.Plan) ([]fault.Field, error) {
	_, v, err := lead[access.ClosePlan](ctx, s, a, p)
	if err != nil {
		return nil, err
	}
	if v.LeadUnit != a.Unit() {
		return nil, fault.New(fault.CodeDenied)
	}
	return s.unfinished(ctx, a, v)
}

func (s *Service) unfinished(ctx context.Context, a access.Actor, v View) ([]fault.Field, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return nil, err
	}
	evaluated, err := s.store.EvaluatedItems(ctx, g, m, v.ID)
	return Unfinished(v, evaluated), err
}

// Close ends a plan that has come to its end: with a reason, what became of goals and interventions, and an evaluation of
// the whole, which the leading unit holds. The leading unit. Faults: illegal-status-step, plan-unfinished with a pointer
// for what is not evaluated, dates, reason-required.
func (s *Service) Close(ctx context.Context, a access.Actor, step Step, whole Draft) (Step, error) {
	g, v, err := lead[access.ClosePlan](ctx, s, a, step.Plan)
	if err != nil {
		return Step{}, err
	}
	if v.LeadUnit != a.Unit() {
		return Step{}, fault.New(fault.CodeDenied)
	}
	evaluation, err := NewItem(v.ID, whole, Author{a.Person(), ByStaff, a.Unit()}, a.Today())
	if err != nil {
		return Step{}, err
	}
	step.ID, step.To, step.By = id.NewStatusChange(), Closed, a.Person()
	err = s.store.ClosePlan(ctx, g, &step, evaluation, func(p *Plan) error {
		if !Allowed(p.Status, Closed) {
			return fault.New(fault.CodeStatusStep)
		}
		f, err := s.facts(ctx, a, *p, Closed)
		if err != nil {
			return err
		}
		return p.Take(&step, f, a.Today())
	})
	return step, seen(err)
}
