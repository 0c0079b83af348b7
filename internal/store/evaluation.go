package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// EvaluateItem implements plan.Store. What the own unit holds lies behind no wall, so none is opened to find it.
func (s *Store) EvaluateItem(ctx context.Context, g access.Grant[access.EvaluateItem], i id.Item, do func(plan.Item) (plan.Evaluation, error)) (plan.Evaluation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Evaluation{}, err
	}
	item, err := u.readItem(ctx, step{
		sql: `SELECT p.child_id, ` + itemColumns + ` FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.id = $1 AND i.owner_unit_id = app_unit() AND ` + itemScope(g.Reaches(), "i.plan_id"),
		args: []any{i},
	})
	if err != nil {
		return plan.Evaluation{}, err
	}
	e, err := do(item)
	if err != nil {
		return plan.Evaluation{}, err
	}
	u.log.opened(i.UUID(), g.Reaches()[0])
	return e, u.pipeline(ctx, step{
		sql: `INSERT INTO evaluation (id, plan_id, item_id, outcome, effect, change, evaluated_on, person_id, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{e.ID, e.Plan, e.Item, e.Outcome, e.Effect, e.Change, e.EvaluatedOn, e.By, u.request.Now},
	})
}

// evaluated chooses the evaluations (alias e) of a plan whose item (alias i) is in reach: who may read the one may read
// the other, so the reach of items is all that is asked.
func evaluated(m access.Grant[access.ReadItem]) string {
	return `evaluation e JOIN item i ON i.id = e.item_id JOIN plan p ON p.id = i.plan_id
	  WHERE i.plan_id = $1 AND ` + itemScope(m.Reaches(), "$1")
}

// openPlan sees a plan, and opens its walls for what is read of it in the same transaction.
func (s *Store) openPlan(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan) (*unit, openings, error) {
	var open openings
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, open, err
	}
	return u, open, u.pipeline(ctx, step{
		sql:  "SELECT " + openColumns + " FROM app_open_plan($1, NULL)",
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(open.targets()...) },
	})
}

// ListEvaluations implements plan.Store.
func (s *Store) ListEvaluations(ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], p id.Plan, pg page.Page) ([]plan.Evaluation, int, error) {
	u, open, err := s.openPlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.Evaluation
	total, err := u.list(ctx, listing{
		columns: `e.id, e.plan_id, e.item_id, i.kind, e.outcome, e.effect, e.change, e.evaluated_on, i.owner_unit_id, i.category,
		  i.owner_unit_id = ANY ((SELECT app_own_units())::uuid[])`,
		from: evaluated(m), order: "e.created_at, e.id", args: []any{p},
	}, pg, func(r pgx.Rows) error {
		var e plan.Evaluation
		var of plan.Item
		err := r.Scan(&e.ID, &e.Plan, &e.Item, &e.Kind, &e.Outcome, &e.Effect, &e.Change, &e.EvaluatedOn, &of.Owner, &of.Category, &of.Owned)
		of.ID = e.Item
		all = append(all, e)
		u.logItem(m.Reaches(), &of, open)
		return err
	})
	return all, total, err
}

// EvaluatedItems implements plan.Store. It is read to close the plan, whose view has opened the walls and is logged.
func (s *Store) EvaluatedItems(ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], p id.Plan) (map[id.Item]bool, error) {
	u, _, err := s.openPlan(ctx, g, p)
	if err != nil {
		return nil, err
	}
	all := map[id.Item]bool{}
	return all, u.pipeline(ctx, step{
		sql:  "SELECT DISTINCT e.item_id FROM " + evaluated(m),
		args: []any{p},
		row: func(r pgx.Rows) error {
			var i id.Item
			err := r.Scan(&i)
			all[i] = true
			return err
		},
	})
}

// ClosePlan implements plan.Store. The evaluation of the whole goes in first: what is over takes no more items.
func (s *Store) ClosePlan(ctx context.Context, g access.Grant[access.ClosePlan], st *plan.Step, whole plan.Item, do func(*plan.Plan) error) error {
	return takeStep(ctx, g, st, func(p *plan.Plan) error {
		if err := do(p); err != nil {
			return err
		}
		u, err := within(ctx, g)
		if err != nil {
			return err
		}
		u.log.opened(whole.ID.UUID(), g.Reaches()[0])
		return u.pipeline(ctx, insertItems([]plan.Item{whole}))
	})
}
