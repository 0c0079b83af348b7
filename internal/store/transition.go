package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/transition"
)

const transitionColumns = `t.id, t.plan_id, p.child_id, t.unit_id, t.kind, t.state, t.starts_on, t.plan_goes_on, t.for_family, t.reason, t.planned_by,
  (SELECT k.staff_name FROM staff k WHERE k.id = t.planned_by), t.planned_on, t.created_at, t.ended_on, t.end_reason, t.version`

func transitionTargets(t *transition.Transition) []any {
	return []any{
		asID(&t.ID), asID(&t.Plan), asID(&t.Child), asID(&t.Unit), asEnum(&t.Kind), asEnum(&t.State), asDay(&t.On), &t.PlanGoesOn, &t.ForFamily, asText(&t.Reason),
		asID(&t.PlannedBy), asText(&t.Planner), asDay(&t.PlannedOn), &t.CreatedAt, asDay(&t.EndedOn), asText(&t.EndReason), &t.Version,
	}
}

// transitionsFrom chooses transitions (alias t) of plans (alias p) within reaches: the own unit's, and for the family what it is told of.
// Where a plan goes over tells where the child will be, so the place must be open to the actor (R31, R35).
func transitionsFrom(reaches []access.Reach) string {
	return `plan_transition t JOIN plan p ON p.id = t.plan_id WHERE ` + planScope(reaches) + ` AND app_knows_place(p.child_id) AND ` + anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase, access.OwnUnit, access.LeadCase, access.LeadUnit:
			return "t.unit_id = app_unit()"
		case access.FamilyGuardian, access.FamilySelf:
			return "t.for_family"
		}
		return "false"
	})
}

// transitionsStep reads some.
func (u *unit) transitionsStep(all *[]transition.Transition, reaches []access.Reach, rest string, args ...any) step {
	return step{
		sql: "SELECT " + transitionColumns + " FROM " + transitionsFrom(reaches) + rest, args: args,
		row: u.transitionReader(all, reaches),
	}
}

func (u *unit) transitionReader(all *[]transition.Transition, reaches []access.Reach) func(pgx.Rows) error {
	return func(r pgx.Rows) error {
		var t transition.Transition
		err := r.Scan(transitionTargets(&t)...)
		*all = append(*all, t)
		u.log.child, u.log.plan = t.Child, t.Plan
		u.log.opened(t.ID.UUID(), reaches[0])
		return err
	}
}

// withReceivers reads who takes over.
func (u *unit) withReceivers(ctx context.Context, all []transition.Transition) error {
	if len(all) == 0 {
		return nil
	}
	at, ids := map[id.Transition]int{}, make([]string, len(all))
	for n, t := range all {
		at[t.ID], ids[n] = n, t.ID.String()
	}
	return u.pipeline(ctx, step{
		sql: `SELECT r.transition_id, r.from_unit_id, r.to_unit_id, r.outside_actor FROM plan_transition_receiver r
		      WHERE r.transition_id = ANY ($1::uuid[])
		        AND r.since = (SELECT max(n.since) FROM plan_transition_receiver n WHERE n.transition_id = r.transition_id) ORDER BY r.transition_id, r.number`,
		args: []any{ids},
		row: func(rows pgx.Rows) error {
			var of id.Transition
			var r transition.Receiver
			err := rows.Scan(asID(&of), asID(&r.From), asID(&r.To), asText(&r.Outside))
			if n, ok := at[of]; ok {
				all[n].Receivers = append(all[n].Receivers, r)
			}
			return err
		},
	})
}

// AddTransition implements transition.Store.
func (s *Store) AddTransition(ctx context.Context, g access.Grant[access.PlanTransition], t transition.Transition) (transition.Transition, error) {
	u, locked, err := lockPlan(ctx, g, t.Plan)
	if err != nil {
		return t, err
	}
	if plan.IsOver(locked.Status) {
		return t, fault.New(fault.CodePlanClosed)
	}
	t.Child = locked.Child
	u.log.child, u.log.plan = t.Child, t.Plan
	u.log.opened(t.ID.UUID(), g.Reaches()[0])
	return t, u.pipeline(ctx, append([]step{{
		sql: `INSERT INTO plan_transition (id, plan_id, unit_id, kind, state, starts_on, plan_goes_on, for_family, reason, planned_by, planned_on, created_at)
		      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 WHERE app_knows_place($13)`,
		args: []any{t.ID, t.Plan, t.Unit, t.Kind, t.State, t.On, t.PlanGoesOn, t.ForFamily, t.Reason, t.PlannedBy, t.PlannedOn, t.CreatedAt, t.Child},
		affected: func(n int64) error {
			if n == 0 {
				return fault.New(fault.CodeDenied)
			}
			return nil
		},
	}}, receiverSteps(t)...)...)
}

// receiverSteps store who takes over from this version on.
func receiverSteps(t transition.Transition) []step {
	steps := make([]step, len(t.Receivers))
	for n, r := range t.Receivers {
		steps[n] = step{
			sql:  `INSERT INTO plan_transition_receiver (transition_id, since, number, from_unit_id, to_unit_id, outside_actor) VALUES ($1, $2, $3, $4, $5, $6)`,
			args: []any{t.ID, t.Version, n + 1, r.From, r.To, r.Outside},
		}
	}
	return steps
}

// ChangeTransition implements transition.Store.
func (s *Store) ChangeTransition(ctx context.Context, g access.Grant[access.PlanTransition], of id.Transition, do func(*transition.Transition) error) (transition.Transition, error) {
	u, err := within(ctx, g)
	if err != nil {
		return transition.Transition{}, err
	}
	locked, err := u.transition(ctx, g.Reaches(), of, " FOR UPDATE OF t")
	if err != nil {
		return locked, err
	}
	before := locked.Version
	if err := do(&locked); err != nil || locked.Version == before {
		return locked, err
	}
	steps := []step{{
		sql: `UPDATE plan_transition SET state = $2, starts_on = $3, plan_goes_on = $4, for_family = $5, reason = $6, ended_on = $7, end_reason = $8,
		        ended_by = CASE WHEN $7::date IS NOT NULL THEN app_person() END, version = $9 WHERE id = $1 AND version = $9 - 1`,
		args:     []any{of, locked.State, locked.On, locked.PlanGoesOn, locked.ForFamily, locked.Reason, locked.EndedOn, locked.EndReason, locked.Version},
		affected: unmoved,
	}}
	if locked.IsOpen() {
		steps = append(steps, receiverSteps(locked)...)
	}
	return locked, u.pipeline(ctx, steps...)
}

// transition reads one within reaches.
func (u *unit) transition(ctx context.Context, reaches []access.Reach, of id.Transition, lock string) (transition.Transition, error) {
	var all []transition.Transition
	err := u.pipeline(ctx, u.transitionsStep(&all, reaches, " AND t.id = $1"+lock, of))
	if err == nil && len(all) == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		err = u.withReceivers(ctx, all)
	}
	if err != nil {
		return transition.Transition{}, err
	}
	return all[0], nil
}

// FindTransition implements transition.Store.
func (s *Store) FindTransition(ctx context.Context, g access.Grant[access.ReadTransition], of id.Transition) (transition.Transition, error) {
	u, err := within(ctx, g)
	if err != nil {
		return transition.Transition{}, err
	}
	return u.transition(ctx, g.Reaches(), of, "")
}

// PlannedTransitions implements transition.Store.
func (s *Store) PlannedTransitions(ctx context.Context, g access.Grant[access.PlanTransition], p id.Plan) ([]transition.Transition, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var all []transition.Transition
	err = u.pipeline(ctx,
		step{sql: "SELECT p.id FROM plan p WHERE p.id = $1 AND " + planScope(g.Reaches()), args: []any{p}, affected: found},
		u.transitionsStep(&all, g.Reaches(), " AND t.plan_id = $1 AND t.state = 'planned' ORDER BY t.created_at, t.id", p))
	if err == nil {
		err = u.withReceivers(ctx, all)
	}
	return all, err
}

// ListTransitions implements transition.Store.
func (s *Store) ListTransitions(ctx context.Context, g access.Grant[access.ReadTransition], p id.Plan, pg page.Page) ([]transition.Transition, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	err = u.pipeline(ctx, step{sql: "SELECT p.id FROM plan p WHERE p.id = $1 AND " + planScope(g.Reaches()), args: []any{p}, affected: found})
	if err != nil {
		return nil, 0, err
	}
	var all []transition.Transition
	total, err := u.list(ctx, listing{
		columns: transitionColumns, from: transitionsFrom(g.Reaches()) + " AND t.plan_id = $1", args: []any{p},
		order: "t.state <> 'planned', t.created_at DESC, t.id",
	}, pg, u.transitionReader(&all, g.Reaches()))
	if err == nil {
		err = u.withReceivers(ctx, all)
	}
	return all, total, err
}
