package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deviation"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// TallyGroup implements deviation.Store.
func (s *Store) TallyGroup(ctx context.Context, g access.Grant[access.ReadDeviationCase], of id.Group, year int) (deviation.Tallied, error) {
	u, err := within(ctx, g)
	if err != nil {
		return deviation.Tallied{}, err
	}
	var t deviation.Tallied
	err = u.pipeline(ctx, step{
		sql: "SELECT count(*) FROM collaboration_group c WHERE c.id = $1 AND c.id IN (SELECT app_my_groups())", args: []any{of},
		row: func(r pgx.Rows) error { return oneOr(r, fault.New(fault.CodeNotFound)) },
	}, step{
		sql: `SELECT d.category, c.level, c.answered_on, c.due_on FROM deviation_case c JOIN deviation d ON d.id = c.deviation_id
		      WHERE c.group_id = $1 AND c.state <> 'returned' AND extract(year FROM c.received_on) = $2 AND ` + caseScope(g.Reaches()),
		args: []any{of, year},
		row: func(r pgx.Rows) error {
			var c deviation.TalliedCase
			err := r.Scan(&c.Category, &c.Level, &c.Answered, &c.Due)
			t.Cases = append(t.Cases, c)
			return err
		},
	}, step{
		sql: "SELECT o.category, o.times FROM app_group_observed($1, $2) o ORDER BY o.category", args: []any{of, year},
		row: func(r pgx.Rows) error {
			var c deviation.Count
			err := r.Scan(&c.Name, &c.Times)
			t.Observed = append(t.Observed, c)
			return err
		},
	}, step{
		sql: "SELECT app_group_unhandled($1, $2)", args: []any{of, year},
		row: func(r pgx.Rows) error { return r.Scan(&t.Unhandled) },
	}, groupRoutine(&t.Routine, of))
	if err == nil {
		u.log.opened(of.UUID(), g.Reaches()[0])
	}
	return t, err
}
