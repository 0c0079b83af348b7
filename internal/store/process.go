package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// lockPlan reads a plan in reach and keeps others from changing it until the request is over.
func lockPlan[P access.Permission](ctx context.Context, g access.Grant[P], p id.Plan) (*unit, plan.Plan, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, plan.Plan{}, err
	}
	var locked plan.Plan
	err = u.pipeline(ctx, step{
		sql:  `SELECT ` + planColumns + ` FROM plan p WHERE p.id = $1 AND ` + planScope(g.Reaches()) + ` FOR UPDATE OF p`,
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(planTargets(&locked)...) },
	})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return u, locked, err
}

func savePlan(p plan.Plan) step {
	return step{
		sql: `UPDATE plan SET status = $2, overall_responsible_id = $3, no_other_actors = $4, child_participation = $5,
		        next_follow_up_on = $6, next_follow_up_unit_id = $7, informed_on = $8, established_on = $9,
		        followed_up_on = $10, version = $11
		      WHERE id = $1 AND version = $11 - 1`,
		args: []any{
			p.ID, p.Status, p.OverallResponsible, p.NoOtherActors, p.ChildParticipation, p.NextFollowUpOn,
			p.NextFollowUpUnit, p.InformedOn, p.EstablishedOn, p.FollowedUpOn, p.Version,
		},
		affected: unmoved,
	}
}

// ChangePlan implements plan.Store. Confirmations fall: the frame is part of what every party confirms.
func (s *Store) ChangePlan(ctx context.Context, g access.Grant[access.EditPlan], p id.Plan, do func(*plan.Plan) error) error {
	u, locked, err := lockPlan(ctx, g, p)
	if err != nil {
		return err
	}
	if err := do(&locked); err != nil {
		return err
	}
	return u.pipeline(ctx, savePlan(locked), step{sql: "SELECT app_drop_all_confirmations($1)", args: []any{p}})
}

// StepPlan implements plan.Store.
func (s *Store) StepPlan(ctx context.Context, g access.Grant[access.StepPlan], st *plan.Step, do func(*plan.Plan) error) error {
	return takeStep(ctx, g, st, do)
}

// EstablishPlan implements plan.Store.
func (s *Store) EstablishPlan(ctx context.Context, g access.Grant[access.EstablishPlan], st *plan.Step, do func(*plan.Plan) error) error {
	return takeStep(ctx, g, st, do)
}

func takeStep[P access.Permission](ctx context.Context, g access.Grant[P], st *plan.Step, do func(*plan.Plan) error) error {
	u, locked, err := lockPlan(ctx, g, st.Plan)
	if err != nil {
		return err
	}
	if err := do(&locked); err != nil {
		return err
	}
	u.log.opened(st.ID.UUID(), g.Reaches()[0])
	steps := []step{savePlan(locked), {
		sql: `INSERT INTO plan_status_change (id, plan_id, from_status, to_status, on_day, person_id, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7)`,
		args: []any{st.ID, st.Plan, st.From, st.To, st.On, st.By, u.request.Now},
	}}
	if !st.Reason.IsZero() {
		steps = append(steps, step{
			sql:  `INSERT INTO plan_status_reason (change_id, unit_id, declined_by, refused_by, reason) VALUES ($1, $2, $3, $4, $5)`,
			args: []any{st.ID, u.actor.Unit(), st.DeclinedBy, st.RefusedBy, st.Reason},
		})
	}
	return u.pipeline(ctx, steps...)
}

// reasonFor chooses the reasons (alias w) that are shown with the steps: those of the own domain; for the family a
// principal's refusal, unless it may not know where the child is.
func reasonFor(a access.Actor) string {
	if a.IsCitizen() {
		return "w.declined_by = 'principal' AND app_knows_place((SELECT p.child_id FROM plan p WHERE p.id = c.plan_id))"
	}
	return "w.unit_id = " + ownUnits
}

// ListSteps implements plan.Store.
func (s *Store) ListSteps(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan, pg page.Page) ([]plan.Step, int, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	var steps []plan.Step
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), c.id, c.plan_id, c.from_status, c.to_status, c.on_day, w.declined_by, w.refused_by, w.reason, c.person_id
		      FROM plan_status_change c LEFT JOIN plan_status_reason w ON w.change_id = c.id AND ` + reasonFor(u.actor) + `
		      WHERE c.plan_id = $1 ORDER BY c.created_at, c.id LIMIT $2 OFFSET $3`,
		args: []any{p, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var c plan.Step
			err := r.Scan(&total, &c.ID, &c.Plan, &c.From, &c.To, &c.On, &c.DeclinedBy, &c.RefusedBy, &c.Reason, &c.By)
			steps = append(steps, c)
			u.log.opened(c.ID.UUID(), g.Reaches()[0])
			return err
		},
	})
	return steps, total, err
}

// seePlan asks that a plan is in reach before anything that hangs on it is read.
func (s *Store) seePlan(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan) (*unit, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	err = u.pipeline(ctx, step{
		sql:  `SELECT p.child_id, p.id FROM plan p WHERE p.id = $1 AND ` + planScope(g.Reaches()),
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(&u.log.child, &u.log.plan) },
	})
	if err == nil && u.log.plan != p {
		err = fault.New(fault.CodeNotFound)
	}
	return u, err
}

// HasPlanConsent implements plan.Store.
func (s *Store) HasPlanConsent(ctx context.Context, g access.Grant[access.StepPlan], p id.Plan) (bool, error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, err
	}
	ok := false
	err = u.pipeline(ctx, step{
		sql:  `SELECT EXISTS (SELECT FROM app_plan_consents($1) c WHERE NOT c.is_older)`,
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(&ok) },
	})
	return ok, err
}

// HasConvened implements plan.Store.
func (s *Store) HasConvened(ctx context.Context, g access.Grant[access.StepPlan], p id.Plan) (called, held bool, err error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, false, err
	}
	err = u.pipeline(ctx, step{
		sql: `SELECT app_was_called($1),
		        EXISTS (SELECT FROM meeting m WHERE m.plan_id = $1 AND m.state = 'closed')`,
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(&called, &held) },
	})
	return called, held, err
}

// Confirm implements plan.Store.
func (s *Store) Confirm(ctx context.Context, g access.Grant[access.ConfirmPlan], p id.Plan) (plan.Confirmation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Confirmation{}, err
	}
	c := plan.Confirmation{ID: id.NewConfirmation(), Plan: p, ConfirmedOn: u.today()}
	err = u.pipeline(ctx, step{
		sql: `SELECT y.id FROM party y JOIN plan p ON p.id = y.plan_id
		      WHERE y.plan_id = $1 AND y.unit_id = app_unit() AND y.state = 'accepted' AND ` + planScope(g.Reaches()),
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(&c.Party) },
	})
	if err != nil {
		return plan.Confirmation{}, err
	}
	if c.Party.IsZero() {
		return plan.Confirmation{}, fault.New(fault.CodeNotFound)
	}
	u.log.opened(c.ID.UUID(), g.Reaches()[0])
	return c, u.pipeline(ctx, step{
		sql: `INSERT INTO confirmation (id, plan_id, party_id, person_id, confirmed_on, created_at)
		      SELECT $1, $2, $3, $4, $5, $6 WHERE NOT EXISTS (SELECT FROM confirmation n WHERE n.party_id = $3)`,
		args: []any{c.ID, p, c.Party, u.actor.Person(), c.ConfirmedOn, u.request.Now},
		affected: func(n int64) error {
			if n == 0 {
				return fault.New(fault.CodeAnswered)
			}
			return nil
		},
	})
}
