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

// Dispatch implements plan.Store. The plan's row is locked, so versions are counted without gap.
func (s *Store) Dispatch(ctx context.Context, g access.Grant[access.DispatchPlan], p id.Plan) (plan.Version, error) {
	u, _, err := lockPlan(ctx, g, p)
	if err != nil {
		return plan.Version{}, err
	}
	v := plan.Version{ID: id.NewVersion(), Plan: p, DispatchedOn: u.today()}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, step{
		sql: `INSERT INTO plan_version (id, plan_id, number, dispatched_on, person_id, created_at)
		      SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5 FROM plan_version WHERE plan_id = $2 RETURNING number`,
		args: []any{v.ID, p, v.DispatchedOn, u.actor.Person(), u.request.Now},
		row:  func(r pgx.Rows) error { return r.Scan(&v.Number) },
	}, step{sql: "SELECT app_dispatch($1, $2)", args: []any{p, v.ID}})
}

// ListVersions implements plan.Store.
func (s *Store) ListVersions(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan, pg page.Page) ([]plan.Version, int, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.Version
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), v.id, v.plan_id, v.number, v.dispatched_on FROM plan_version v WHERE v.plan_id = $1
		      ORDER BY v.number LIMIT $2 OFFSET $3`,
		args: []any{p, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var v plan.Version
			err := r.Scan(&total, &v.ID, &v.Plan, &v.Number, &v.DispatchedOn)
			all = append(all, v)
			u.log.opened(v.ID.UUID(), g.Reaches()[0])
			return err
		},
	})
	return all, total, err
}

// FindVersion implements plan.Store. Who may read an item today may read it as it was.
func (s *Store) FindVersion(ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], p id.Plan, number int) (plan.Version, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return plan.Version{}, err
	}
	var v plan.Version
	var open openings
	err = u.pipeline(ctx, step{
		sql:  "SELECT " + openColumns + " FROM app_open_plan($1, NULL)",
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(open.targets()...) },
	}, step{
		sql: "SELECT set_config('app.version', 'on', true)", // items whose holder has weeded its copy are there in versions (R56)
	}, step{
		sql:  "SELECT v.id, v.plan_id, v.number, v.dispatched_on FROM plan_version v WHERE v.plan_id = $1 AND v.number = $2",
		args: []any{p, number},
		row:  func(r pgx.Rows) error { return r.Scan(&v.ID, &v.Plan, &v.Number, &v.DispatchedOn) },
	})
	if err != nil {
		return plan.Version{}, err
	}
	if v.ID.IsZero() {
		return plan.Version{}, fault.New(fault.CodeNotFound)
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	err = u.pipeline(ctx, step{
		sql: `SELECT i.id, i.kind, i.owner_unit_id, z.title, z.body, z.horizon, z.goal_id, z.outside_actor, z.contact_name, z.starts_on, z.ends_on,
		        z.status, z.form, z.area, z.sort, z.spoken_by, z.catalogue_id, (SELECT c.name FROM intervention_catalogue c WHERE c.id = z.catalogue_id), i.category,
		        i.owner_unit_id = ` + ownUnits + `, ` + placelessItem + `, ` + objectionsColumn + `
		      FROM plan_version_item z JOIN item i ON i.id = z.item_id JOIN plan p ON p.id = i.plan_id
		      WHERE z.version_id = $2 AND i.plan_id = $1 AND ` + itemScope(m.Reaches(), "$1") + ` ORDER BY i.created_on, i.id`,
		args: []any{p, v.ID},
		row: func(r pgx.Rows) error {
			var f plan.Frozen
			var i plan.Item
			targets := append([]any{&f.Item, &f.Kind, &f.Owner}, wordTargets(&f.Words)...)
			err := r.Scan(append(targets, &i.Category, &i.Owned, &f.Placeless, objectionsTarget{&f.Item, &f.Objections})...)
			f.HidePlace()
			i.ID, i.Owner = f.Item, f.Owner
			v.Items = append(v.Items, f)
			u.logItem(m.Reaches(), &i, open)
			return err
		},
	})
	v.HideAims()
	return v, err
}
