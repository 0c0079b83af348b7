package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/insight"
	"samplan/internal/page"
)

// ListLogExtract implements insight.Store. The fence of the log gives the rows (app_log_extract), of units whose part in a
// plan the family sees; only those about children of plans in reach are shown, so that the first line holds without the
// second. That the extract was read is itself in the log, about each child that it could tell of.
func (s *Store) ListLogExtract(ctx context.Context, g access.Grant[access.ReadLogExtract], child id.Person, p insight.Period, t insight.Told,
	pg page.Page,
) ([]insight.Entry, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	plans, children, err := u.familyPlans(ctx, g.Reaches(), child)
	if err != nil {
		return nil, 0, err
	}
	parties, err := u.familyParties(ctx, plans, "y.id")
	if err != nil {
		return nil, 0, err
	}
	u.logExtract(g, children)
	from, to := p.Bounds()
	var all []insight.Entry
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), e.at, e.operation, e.child_id, e.own, coalesce(e.role, ''), coalesce(e.unit_name, ''),
		        coalesce(e.authority_name, ''), coalesce(e.principal_name, ''), coalesce(e.staff_name, ''), e.given_name, e.family_name,
		        coalesce(e.protection, 'assumed-identity'), coalesce(app_log_client(e.entry_id), '')
		      FROM app_log_extract($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) e WHERE e.child_id = ANY ($11)
		      ORDER BY e.own, e.principal_name, e.authority_name, e.unit_name, e.at DESC, e.entry_id DESC, e.child_id LIMIT $12 OFFSET $13`,
		args: []any{child, parties, from, to, t.Plan, t.Item, t.Call, t.Consent, t.Case, t.Family, bare(children), pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var e insight.Entry
			var role string
			err := r.Scan(&total, &e.At, &e.Operation, &e.Child, &e.IsOwn, &role, &e.Unit, &e.Authority, &e.Principal, &e.StaffName,
				&e.ChildName.Given, &e.ChildName.Family, &e.Protection, &e.Client)
			e.Role = access.RoleNamed(role)
			all = append(all, e)
			return err
		},
	})
	return all, total, err
}

// familyPlans gives the plans in reach, and the children that they are about, each once.
func (u *unit) familyPlans(ctx context.Context, reaches []access.Reach, child id.Person) (plans []id.Plan, children []id.Person, err error) {
	err = u.pipeline(ctx, step{
		sql:  `SELECT p.id, p.child_id FROM plan p WHERE ($1::uuid IS NULL OR p.child_id = $1) AND ` + planScope(reaches) + ` ORDER BY p.child_id, p.id`,
		args: []any{child},
		row: func(r pgx.Rows) error {
			var p id.Plan
			var c id.Person
			err := r.Scan(&p, &c)
			plans = append(plans, p)
			if len(children) == 0 || children[len(children)-1] != c {
				children = append(children, c)
			}
			return err
		},
	})
	return plans, children, err
}

// familyParties gives what (a column) of the parties that the family sees, plan by plan as a view of the plan would.
func (u *unit) familyParties(ctx context.Context, plans []id.Plan, what string) ([]uuid.UUID, error) {
	all := []uuid.UUID{}
	var steps []step
	for _, p := range plans {
		steps = append(steps, step{sql: "SELECT FROM app_open_plan($1, NULL)", args: []any{p}}, step{
			sql:  "SELECT " + what + " FROM party y WHERE y.plan_id = $1",
			args: []any{p},
			row: func(r pgx.Rows) error {
				var y uuid.UUID
				err := r.Scan(&y)
				all = append(all, y)
				return err
			},
		})
	}
	return all, u.pipeline(ctx, steps...)
}

// logExtract notes whose log was read, and in which capacity.
func (u *unit) logExtract(g access.Grant[access.ReadLogExtract], children []id.Person) {
	for _, c := range children {
		reach := access.FamilyGuardian
		if c == u.actor.Person() {
			reach = access.FamilySelf
		}
		if g.Has(reach) {
			u.log.opened(c.UUID(), reach)
		}
	}
	if len(children) == 1 {
		u.log.child = children[0]
	}
}
