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

// OfferIntervention implements plan.Store. The unit that is asked must be able to read the intervention.
func (s *Store) OfferIntervention(ctx context.Context, g access.Grant[access.OfferIntervention], o plan.InterventionOffer) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.child, u.log.plan = o.Child, o.Plan
	u.log.all(g.Reaches()[0], o.ID.UUID(), o.Item.UUID())
	return u.pipeline(ctx, step{
		sql: `INSERT INTO intervention_offer (id, plan_id, item_id, party_id, from_unit_id, to_unit_id, starts_on, state, offered_by, offered_on, created_at)
		      SELECT $1, p.id, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM plan p WHERE p.id = $2 AND app_may_offer($3, $6) AND ` + planScope(g.Reaches()),
		args: []any{o.ID, o.Plan, o.Item, o.Party, o.From, o.To, o.StartsOn, o.State, o.By, o.OfferedOn, o.CreatedAt},
		affected: func(n int64) error {
			if n == 0 {
				return fault.At(fault.CodeCannotRead, "/unitId", "cannot-read")
			}
			return nil
		},
	})
}

const interventionOfferColumns = "o.id, o.item_id, o.starts_on, " + transferColumns

func interventionOfferTargets(o *plan.InterventionOffer) []any {
	return append([]any{&o.ID, &o.Item, &o.StartsOn}, transferTargets(&o.Transfer)...)
}

// interventionOffersFrom chooses offers (alias o) of the own unit, and those to it of what it may read, in plans that the
// actor sees.
func interventionOffersFrom(a access.Actor, reaches []access.Reach) string {
	return `intervention_offer o JOIN plan p ON p.id = o.plan_id ` + nameOf(a) + `
	  WHERE (o.from_unit_id = app_unit() OR o.to_unit_id = app_unit() AND app_sees_offer(o.id)) AND ` + planScope(reaches)
}

// ListInterventionOffers implements plan.Store.
func (s *Store) ListInterventionOffers(ctx context.Context, g access.Grant[access.ReadInterventionOffer], pg page.Page) ([]plan.InterventionOffer, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.InterventionOffer
	l := listing{columns: interventionOfferColumns, from: interventionOffersFrom(u.actor, g.Reaches()), order: "o.created_at, o.id"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var o plan.InterventionOffer
		err := r.Scan(interventionOfferTargets(&o)...)
		all = append(all, o)
		u.log.opened(o.ID.UUID(), g.Reaches()[0])
		return err
	})
	return all, total, err
}

// AnswerInterventionOffer implements plan.Store. What is taken over is made by a function of the fence's, since it touches
// what another unit holds.
func (s *Store) AnswerInterventionOffer(ctx context.Context, g access.Grant[access.AnswerInterventionOffer], o id.InterventionOffer, contact id.Person,
	do func(plan.Plan, *plan.InterventionOffer) error,
) (plan.InterventionOffer, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.InterventionOffer{}, err
	}
	locked, err := u.lockInterventionOffer(ctx, o, g.Reaches(), "o.to_unit_id")
	if err != nil {
		return plan.InterventionOffer{}, err
	}
	var in plan.Plan
	if err := u.pipeline(ctx, planStep(g.Reaches(), locked.Plan, &in)); err != nil {
		return plan.InterventionOffer{}, err
	}
	if err := do(in, &locked); err != nil {
		return plan.InterventionOffer{}, err
	}
	var steps []step
	if !locked.Began.IsZero() {
		u.log.opened(locked.Began.UUID(), g.Reaches()[0])
		steps = append(steps, step{
			sql: "SELECT app_take_intervention($1, $2, (SELECT k.staff_name FROM staff k WHERE k.id = $3))", args: []any{o, locked.Began, contact},
		})
	}
	return locked, u.pipeline(ctx, append(steps, saveTransfer("intervention_offer", o, locked.Transfer))...)
}

// WithdrawInterventionOffer implements plan.Store.
func (s *Store) WithdrawInterventionOffer(ctx context.Context, g access.Grant[access.OfferIntervention], o id.InterventionOffer,
	do func(*plan.InterventionOffer) error,
) (plan.InterventionOffer, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.InterventionOffer{}, err
	}
	locked, err := u.lockInterventionOffer(ctx, o, g.Reaches(), "o.from_unit_id")
	if err != nil {
		return plan.InterventionOffer{}, err
	}
	if err := do(&locked); err != nil {
		return plan.InterventionOffer{}, err
	}
	return locked, u.pipeline(ctx, saveTransfer("intervention_offer", o, locked.Transfer))
}

// lockInterventionOffer reads an offer of which the own unit is one side, and keeps others from changing it.
func (u *unit) lockInterventionOffer(ctx context.Context, o id.InterventionOffer, reaches []access.Reach, side string) (plan.InterventionOffer, error) {
	var locked plan.InterventionOffer
	err := u.pipeline(ctx, step{
		sql:  `SELECT ` + interventionOfferColumns + ` FROM ` + interventionOffersFrom(u.actor, reaches) + ` AND o.id = $1 AND ` + side + ` = app_unit() FOR UPDATE OF o`,
		args: []any{o},
		row:  func(r pgx.Rows) error { return r.Scan(interventionOfferTargets(&locked)...) },
	})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	u.log.child, u.log.plan = locked.Child, locked.Plan
	u.log.opened(o.UUID(), reaches[0])
	return locked, err
}
