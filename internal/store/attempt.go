package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/transition"
)

// Attempt implements transition.Store: a savepoint around one thing of several. What the attempt wrote into the log goes with it; that it
// was refused is answered, and the operation itself is logged.
func (s *Store) Attempt(ctx context.Context, g access.Grant[access.PlanTransition], do func() error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if err := u.pipeline(ctx, step{sql: "SAVEPOINT attempt"}); err != nil {
		return err
	}
	before := u.log
	if err = do(); err == nil {
		return u.pipeline(ctx, step{sql: "RELEASE SAVEPOINT attempt"})
	}
	if fault.Is(err, fault.Internal) || fault.Is(err, fault.Unavailable) {
		return err
	}
	u.later = nil
	u.log = before
	if lost := u.pipeline(ctx, step{sql: "ROLLBACK TO SAVEPOINT attempt"}); lost != nil {
		return lost
	}
	return err
}

// WaitingOffers implements transition.Store. Who offered the plan itself alone sees that, as in the list of hand-overs.
func (s *Store) WaitingOffers(ctx context.Context, g access.Grant[access.PlanTransition], p id.Plan) ([]transition.Offer, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var all []transition.Offer
	err = u.pipeline(ctx, step{
		sql: `SELECT o.kind, o.to_unit_id, coalesce(o.role, ''), o.item_id FROM (
		        SELECT 'intervention' AS kind, plan_id, from_unit_id, to_unit_id, NULL AS role, item_id, state FROM intervention_offer
		        UNION ALL SELECT 'role', plan_id, from_unit_id, to_unit_id, role, NULL, state FROM role_offer
		        UNION ALL SELECT 'lead', plan_id, from_unit_id, to_unit_id, NULL, NULL, state FROM lead_offer
		        UNION ALL SELECT 'plan', plan_id, from_unit_id, to_unit_id, NULL, NULL, state FROM hand_over WHERE offered_by = app_person()) o
		       JOIN plan p ON p.id = o.plan_id WHERE o.plan_id = $1 AND o.from_unit_id = app_unit() AND o.state = 'waiting' AND ` + planScope(g.Reaches()),
		args: []any{p},
		row: func(r pgx.Rows) error {
			var o transition.Offer
			err := r.Scan(asEnum(&o.Kind), asID(&o.To), &o.Role, asID(&o.Intervention))
			all = append(all, o)
			return err
		},
	})
	return all, err
}
