package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/withholding"
)

// askStep withholds from every guardian what the child has just written and asked to keep from them.
func askStep(i plan.Item) step {
	why := i.Ask.Why
	if why.IsZero() {
		why = withholding.AskedReason
	}
	return step{
		sql:  "INSERT INTO withholding (id, item_id, decided_by, decided_on, reason, asked) VALUES ($1, $2, $3, $4, $5, true)",
		args: []any{id.NewWithholding(), i.ID, i.Author, i.CreatedOn, why},
	}
}

// ListKept implements withholding.Store.
func (s *Store) ListKept(ctx context.Context, g access.Grant[access.AddChildView], p id.Plan, pg page.Page) ([]withholding.Kept, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, step{
		sql:      "SELECT p.id FROM plan p WHERE p.id = $1 AND " + planScope(g.Reaches()),
		args:     []any{p},
		affected: found,
	}); err != nil {
		return nil, 0, err
	}
	var all []withholding.Kept
	total := 0
	return all, total, u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), w.item_id, w.decided_on, coalesce(w.ended_on, w.assessed_on),
		        CASE WHEN w.ended_on IS NOT NULL THEN 'shown' WHEN w.assessed_on IS NOT NULL THEN 'kept' ELSE 'waiting' END
		      FROM withholding w JOIN item i ON i.id = w.item_id
		      WHERE i.plan_id = $1 AND w.asked AND w.decided_by = app_person() ORDER BY w.decided_on DESC, w.id DESC LIMIT $2 OFFSET $3`,
		args: []any{p, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var v withholding.Kept
			err := r.Scan(&total, &v.Item, &v.AskedOn, &v.AssessedOn, &v.State)
			all = append(all, v)
			u.log.opened(v.Item.UUID(), g.Reaches()[0])
			return err
		},
	})
}
