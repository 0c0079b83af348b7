package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/withholding"
)

// WithholdItem implements withholding.Store.
func (s *Store) WithholdItem(ctx context.Context, g access.Grant[access.WithholdItem], i id.Item,
	do func(withholding.Knowledge) (withholding.Withholding, error),
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	item, _, err := u.item(ctx, i, g.Reaches(), lockHeld)
	if err != nil {
		return err
	}
	k := withholding.Knowledge{Item: i, Child: u.log.child, Author: item.Author, ByGuardian: item.AuthorKind == plan.ByGuardian}
	if err := u.pipeline(ctx, step{
		sql:  "SELECT DISTINCT r.person_id FROM relation r WHERE r.child_id = $1 AND r.unit_id = app_unit()",
		args: []any{k.Child},
		row: func(r pgx.Rows) error {
			var p id.Person
			err := r.Scan(&p)
			k.Related = append(k.Related, p)
			return err
		},
	}); err != nil {
		return err
	}
	made, err := do(k)
	if err != nil {
		return err
	}
	u.log.opened(made.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:  "INSERT INTO withholding (id, item_id, person_id, decided_by, decided_on, reason) VALUES ($1, $2, $3, $4, $5, $6)",
		args: []any{made.ID, made.Item, made.Person, made.DecidedBy, made.DecidedOn, made.Reason},
	})
}

// selectWithholdings reads withholdings (alias w) with the names by which the own unit knows those concerned.
var selectWithholdings = `SELECT count(*) OVER (), w.id, w.item_id, w.person_id, coalesce(v.given_name, f.given_name),
    coalesce(v.family_name, f.family_name), w.reason, w.asked, w.decided_by, CASE WHEN w.asked THEN 'Barnet' ELSE (SELECT k.staff_name FROM person k WHERE k.id = w.decided_by) END, w.decided_on,
    w.assessed_on, w.assessed_by, (SELECT k.staff_name FROM person k WHERE k.id = w.assessed_by), w.assessment, w.ended_on, w.end_reason
  FROM withholding w JOIN item i ON i.id = w.item_id JOIN plan p ON p.id = i.plan_id
  ` + familyName("w.person_id", "p.child_id") + `
  WHERE `

// FindWithholding implements withholding.Store.
func (s *Store) FindWithholding(ctx context.Context, g access.Grant[access.ReadWithholding], w id.Withholding) (withholding.Withholding, error) {
	u, err := within(ctx, g)
	if err != nil {
		return withholding.Withholding{}, err
	}
	i, err := u.itemOf(ctx, "withholding", w)
	if err != nil {
		return withholding.Withholding{}, err
	}
	one, _, err := u.withholdings(ctx, g, i, page.Page{Number: 1, Limit: 1}, "w.id = $5", w)
	if err == nil && len(one) == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return withholding.Withholding{}, err
	}
	return one[0], nil
}

// ListWithholdings implements withholding.Store.
func (s *Store) ListWithholdings(ctx context.Context, g access.Grant[access.ReadWithholding], i id.Item, pg page.Page) ([]withholding.Withholding, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	return u.withholdings(ctx, g, i, pg, "$5::uuid IS NULL", nil)
}

// withholdings reads a page of the withholdings of an item in reach that fit, and notes them in the log.
func (u *unit) withholdings(ctx context.Context, g access.Grant[access.ReadWithholding], i id.Item, pg page.Page, where string, arg any) ([]withholding.Withholding, int, error) {
	item, open, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return nil, 0, err
	}
	u.logItem(g.Reaches(), &item, open)
	var all []withholding.Withholding
	total := 0
	err = u.pipeline(ctx, step{
		sql: selectWithholdings + "w.item_id = $1 AND i.plan_id = $2 AND " + where + " AND " + itemScope(g.Reaches(), "$2") +
			" ORDER BY w.decided_on DESC, w.id DESC LIMIT $3 OFFSET $4",
		args: []any{i, item.Plan, pg.Limit, pg.Offset(), arg},
		row: func(r pgx.Rows) error {
			var v withholding.Withholding
			err := r.Scan(&total, &v.ID, &v.Item, &v.Person, &v.Name.Given, &v.Name.Family, &v.Reason, &v.Asked, &v.DecidedBy, &v.Decider, &v.DecidedOn,
				&v.AssessedOn, &v.AssessedBy, &v.Assessor, &v.Why, &v.EndedOn, &v.EndReason)
			all = append(all, v)
			u.log.opened(v.ID.UUID(), g.Reaches()[0])
			return err
		},
	})
	return all, total, err
}

// ChangeWithholding implements withholding.Store.
func (s *Store) ChangeWithholding(ctx context.Context, g access.Grant[access.WithholdItem], w id.Withholding, do func(*withholding.Withholding) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	i, err := u.itemOf(ctx, "withholding", w)
	if err != nil {
		return err
	}
	if _, _, err := u.item(ctx, i, g.Reaches(), lockHeld); err != nil {
		return err // whoever changes a withholding of an item waits for the item
	}
	var v withholding.Withholding
	if err := u.pipeline(ctx, step{
		sql:  "SELECT w.id, w.item_id, w.asked, w.assessed_on, w.assessed_by, w.assessment, w.ended_on FROM withholding w WHERE w.id = $1",
		args: []any{w},
		row: func(r pgx.Rows) error {
			return r.Scan(&v.ID, &v.Item, &v.Asked, &v.AssessedOn, &v.AssessedBy, &v.Why, &v.EndedOn)
		},
	}); err != nil {
		return err
	}
	if err := do(&v); err != nil {
		return err
	}
	u.log.opened(w.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `UPDATE withholding SET assessed_on = $2, assessed_by = $3, assessment = $4, ended_on = $5, ended_by = $6, end_reason = $7
		      WHERE id = $1 AND ended_on IS NULL`,
		args:     []any{w, v.AssessedOn, v.AssessedBy, v.Why, v.EndedOn, v.EndedBy, v.EndReason},
		affected: unmoved,
	})
}
