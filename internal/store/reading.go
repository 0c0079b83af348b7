package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// ConfirmReading implements plan.Store. Twice on a day says no more than once.
func (s *Store) ConfirmReading(ctx context.Context, g access.Grant[access.ConfirmReading], p id.Plan) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql:      `SELECT p.id FROM plan p WHERE p.id = $1 AND ` + planScope(g.Reaches()),
		args:     []any{p},
		affected: found,
	}, step{
		sql: `INSERT INTO plan_reading (plan_id, person_id, confirmed_on, number)
		      SELECT $1, app_person(), app_today(), coalesce((SELECT max(v.number) FROM plan_version v WHERE v.plan_id = $1), 0) ON CONFLICT DO NOTHING`,
		args: []any{p},
	})
}

// ListReadings implements plan.Store. The family has each day once: that there are two of a day tells that a version came between.
func (s *Store) ListReadings(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan, pg page.Page) ([]plan.Reading, int, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	u.log.opened(p.UUID(), g.Reaches()[0])
	var all []plan.Reading
	total := 0
	return all, total, u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), d.person_id, coalesce(v.given_name, f.given_name), coalesce(v.family_name, f.family_name), d.confirmed_on, d.number
		      FROM plan_reading d JOIN plan p ON p.id = d.plan_id
		      ` + familyName("d.person_id", "p.child_id") + `
		      WHERE d.plan_id = $1 AND (app_unit() IS NULL AND d.person_id = app_person() AND NOT EXISTS (SELECT FROM plan_reading o
		        WHERE o.plan_id = d.plan_id AND o.person_id = d.person_id AND o.confirmed_on = d.confirmed_on AND o.number > d.number) OR p.lead_unit_id = app_unit())
		      ORDER BY d.confirmed_on DESC, d.number DESC, d.person_id LIMIT $2 OFFSET $3`,
		args: []any{p, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var v plan.Reading
			err := r.Scan(&total, &v.Person, &v.Name.Given, &v.Name.Family, &v.ConfirmedOn, &v.Number)
			all = append(all, v)
			return err
		},
	})
}
