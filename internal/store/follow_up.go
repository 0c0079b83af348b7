package store

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// FollowUpPlan implements plan.Store. No confirmation falls: a follow-up is no change of what was agreed on.
func (s *Store) FollowUpPlan(ctx context.Context, g access.Grant[access.FollowUpPlan], f plan.FollowUp, do func(*plan.Plan) error) error {
	u, locked, err := lockPlan(ctx, g, f.Plan)
	if err != nil {
		return err
	}
	planned := locked.NextFollowUpOn
	if err := do(&locked); err != nil {
		return err
	}
	u.log.child, u.log.plan = locked.Child, locked.ID
	u.log.opened(f.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, savePlan(locked), step{
		sql: `INSERT INTO plan_follow_up (id, plan_id, held_on, child_participation, next_on, person_id, created_at, planned_on)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		args: []any{f.ID, f.Plan, f.HeldOn, f.Participation, f.NextOn, f.By, f.CreatedAt, planned},
	})
}

// ListFollowUps implements plan.Store.
func (s *Store) ListFollowUps(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan, pg page.Page) ([]plan.FollowUp, int, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.FollowUp
	total, err := u.list(ctx, listing{
		columns: "f.id, f.plan_id, f.held_on, f.child_participation, f.next_on", from: "plan_follow_up f WHERE f.plan_id = $1",
		order: "f.created_at, f.id", args: []any{p},
	}, pg, func(r pgx.Rows) error {
		var f plan.FollowUp
		err := r.Scan(&f.ID, &f.Plan, &f.HeldOn, &f.Participation, &f.NextOn)
		all = append(all, f)
		u.log.opened(f.ID.UUID(), g.Reaches()[0])
		return err
	})
	return all, total, err
}

// planStands: the plan (alias p) is set and has not ended.
const planStands = `p.status IN ('established', 'following-up', 'revised')`

// toFollowUp: the plan stands, the own unit leads it, and its follow-up is past or within the days in which the principal's
// routine reminds.
const toFollowUp = `p.lead_unit_id = app_unit() AND ` + planStands + `
  AND p.next_follow_up_on <= app_today() + (SELECT m.reminder_days FROM unit_term m WHERE m.unit_id = app_unit())`

// ListPlanReminders implements plan.Store.
func (s *Store) ListPlanReminders(ctx context.Context, g access.Grant[access.ReadPlan], pg page.Page) ([]plan.Reminder, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.Reminder
	total, err := u.list(ctx, listing{
		columns: planColumns + ", " + nameColumns + ", p.next_follow_up_on, p.next_follow_up_on < app_today()",
		from:    "plan p " + nameOf(u.actor) + " WHERE " + toFollowUp + " AND " + planScope(g.Reaches()), order: "p.next_follow_up_on, p.id",
	}, pg, func(r pgx.Rows) error {
		var v plan.Reminder
		err := r.Scan(slices.Concat(planTargets(&v.Plan), nameTargets(&v.Name), []any{asDay(&v.DueOn), &v.IsOverdue})...)
		all = append(all, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return all, total, err
}
