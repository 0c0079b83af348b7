package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// hideAim takes from an item, whose walls are open, what it points at when that is not within reach: as plan.View.HideAims.
func (u *unit) hideAim(ctx context.Context, g access.Grant[access.ReadItem], i *plan.Item) error {
	aim := i.Goal
	if aim.IsZero() {
		return nil
	}
	i.Goal = id.Item{}
	return u.pipeline(ctx, aimStep(g, i.Plan, aim, func(pgx.Rows) error {
		i.Goal = aim
		return nil
	}))
}

// SeenAim implements plan.Store. What the own unit holds lies behind no wall, so none is opened to find it.
func (s *Store) SeenAim(ctx context.Context, g access.Grant[access.ReadItem], p id.Plan, aim id.Item) (plan.ItemKind, error) {
	var kind plan.ItemKind
	u, err := within(ctx, g)
	if err != nil {
		return kind, err
	}
	find := aimStep(g, p, aim, func(r pgx.Rows) error { return r.Scan(asEnum(&kind)) })
	if err := u.pipeline(ctx, find); err != nil || !kind.IsZero() {
		return kind, err
	}
	return kind, u.pipeline(ctx, step{sql: "SELECT app_open_plan($1, NULL)", args: []any{p}}, find)
}

// aimStep finds an item of a plan within reach, through the walls that are open, and tells its kind.
func aimStep(g access.Grant[access.ReadItem], p id.Plan, aim id.Item, row func(pgx.Rows) error) step {
	return step{
		sql:  `SELECT i.kind FROM item i JOIN plan p ON p.id = i.plan_id WHERE i.id = $2 AND i.plan_id = $1 AND ` + itemScope(g.Reaches(), "$1"),
		args: []any{p, aim}, row: row,
	}
}
