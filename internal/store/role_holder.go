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

const holderColumns = `h.id, h.plan_id, h.party_id, h.role, h.seat, h.person_id, (SELECT k.staff_name FROM staff k WHERE k.id = h.person_id),
  h.stands_in_for_id, h.starts_on, h.ends_on, h.created_at, h.version`

func holderTargets(h *plan.RoleHolder) []any {
	return []any{
		asID(&h.ID), asID(&h.Plan), asID(&h.Party), asEnum(&h.Role), &h.Seat, asID(&h.Person), asText(&h.PersonName),
		asID(&h.StandsInFor), asDay(&h.From), asDay(&h.To), &h.CreatedAt, &h.Version,
	}
}

// ListRoleHolders implements plan.Store. Which parties there are to see depends on the plan's walls, so those are opened
// first.
func (s *Store) ListRoleHolders(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan, pg page.Page) ([]plan.RoleHolder, int, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, step{sql: "SELECT plan_id FROM app_open_plan($1, NULL)", args: []any{p}}); err != nil {
		return nil, 0, err
	}
	var all []plan.RoleHolder
	total, err := u.list(ctx, listing{
		columns: "y.unit_id, " + holderColumns, args: []any{p}, order: "h.starts_on, h.created_at, h.id",
		from: `role_holder h JOIN party y ON y.id = h.party_id WHERE h.plan_id = $1 AND ` + partyScope(g.Reaches()),
	}, pg, func(r pgx.Rows) error {
		var h plan.RoleHolder
		err := r.Scan(append([]any{asID(&h.Unit)}, holderTargets(&h)...)...)
		all = append(all, h)
		u.log.opened(h.ID.UUID(), g.Reaches()[0])
		return err
	})
	return all, total, err
}

// Appoint implements plan.Store. Two that appoint at once are kept apart by the table itself.
func (s *Store) Appoint(ctx context.Context, g access.Grant[access.AppointHolder], p id.Plan, r plan.Role,
	make func(plan.Plan, plan.Party, plan.RoleHolders) (plan.RoleHolder, error),
) (plan.RoleHolder, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.RoleHolder{}, err
	}
	var in plan.Plan
	var own plan.Party
	var hs plan.RoleHolders
	err = u.pipeline(ctx, planStep(g.Reaches(), p, &in), step{
		sql:  `SELECT y.id, y.unit_id FROM party y WHERE y.plan_id = $1 AND y.unit_id = app_unit() AND y.state = 'accepted'`,
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(asID(&own.ID), asID(&own.Unit)) },
	}, roleHoldersStep(p, r, &hs))
	if err == nil && (in.ID.IsZero() || own.ID.IsZero()) {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return plan.RoleHolder{}, err
	}
	h, err := make(in, own, hs)
	if err != nil {
		return plan.RoleHolder{}, err
	}
	u.log.child, u.log.plan = in.Child, p
	u.log.opened(h.ID.UUID(), g.Reaches()[0])
	return h, u.pipeline(ctx, insertHolder(h), nameOfHolder(&h))
}

// planStep reads a plan in reach without keeping others from it.
func planStep(reaches []access.Reach, p id.Plan, into *plan.Plan) step {
	return step{
		sql:  `SELECT ` + planColumns + ` FROM plan p WHERE p.id = $1 AND ` + planScope(reaches),
		args: []any{p},
		row:  func(r pgx.Rows) error { return r.Scan(planTargets(into)...) },
	}
}

// roleHoldersStep reads everybody who holds a role of a plan, for those who give or take it.
func roleHoldersStep(p id.Plan, r plan.Role, into *plan.RoleHolders) step {
	return step{
		sql:  `SELECT (SELECT y.unit_id FROM party y WHERE y.id = h.party_id), ` + holderColumns + ` FROM app_role_holders($1, $2) h ORDER BY h.starts_on, h.id`,
		args: []any{p, r},
		row: func(r pgx.Rows) error {
			var h plan.RoleHolder
			err := r.Scan(append([]any{asID(&h.Unit)}, holderTargets(&h)...)...)
			*into = append(*into, h)
			return err
		},
	}
}

func insertHolder(h plan.RoleHolder) step {
	return step{
		sql: `INSERT INTO role_holder (id, plan_id, party_id, role, seat, person_id, stands_in_for_id, starts_on, ends_on, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		args: []any{h.ID, h.Plan, h.Party, h.Role, h.Seat, h.Person, h.StandsInFor, h.From, h.To, h.CreatedAt},
	}
}

func nameOfHolder(h *plan.RoleHolder) step {
	return step{
		sql:  "SELECT staff_name FROM person WHERE id = $1",
		args: []any{h.Person},
		row:  func(r pgx.Rows) error { return r.Scan(&h.PersonName) },
	}
}

// EndRole implements plan.Store. Who stands in for the holder ends with it.
func (s *Store) EndRole(ctx context.Context, g access.Grant[access.AppointHolder], h id.RoleHolder, do func(*plan.RoleHolder) error) (plan.RoleHolder, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.RoleHolder{}, err
	}
	var locked plan.RoleHolder
	err = u.pipeline(ctx, step{
		sql: `SELECT p.child_id, y.unit_id, ` + holderColumns + ` FROM role_holder h JOIN party y ON y.id = h.party_id JOIN plan p ON p.id = h.plan_id
		      WHERE h.id = $1 AND (y.unit_id = app_unit() OR p.lead_unit_id = app_unit()) AND ` + planScope(g.Reaches()) + ` FOR UPDATE OF h`,
		args: []any{h},
		row: func(r pgx.Rows) error {
			return r.Scan(append([]any{asID(&locked.Child), asID(&locked.Unit)}, holderTargets(&locked)...)...)
		},
	})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return plan.RoleHolder{}, err
	}
	if err := do(&locked); err != nil {
		return plan.RoleHolder{}, err
	}
	u.log.child, u.log.plan = locked.Child, locked.Plan
	u.log.opened(h.UUID(), g.Reaches()[0])
	return locked, u.pipeline(ctx, step{
		sql:      `UPDATE role_holder SET ends_on = $2, version = $3 WHERE id = $1 AND version = $3 - 1`,
		args:     []any{h, locked.To, locked.Version},
		affected: unmoved,
	}, step{
		sql:  `UPDATE role_holder SET ends_on = greatest(starts_on - 1, $2), version = version + 1 WHERE stands_in_for_id = $1 AND ends_on > $2`,
		args: []any{h, locked.To},
	})
}
