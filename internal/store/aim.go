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
	return u.pipeline(ctx, step{
		sql:  `SELECT i.id FROM item i JOIN plan p ON p.id = i.plan_id WHERE i.id = $2 AND i.plan_id = $1 AND ` + itemScope(g.Reaches(), "$1"),
		args: []any{i.Plan, aim},
		row:  func(r pgx.Rows) error { return r.Scan(asID(&i.Goal)) },
	})
}
