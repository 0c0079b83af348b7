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

// OfferRole implements plan.Store.
func (s *Store) OfferRole(ctx context.Context, g access.Grant[access.OfferRole], p id.Plan, r plan.Role,
	make func(plan.Plan, plan.RoleHolders) (plan.RoleOffer, error),
) (plan.RoleOffer, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.RoleOffer{}, err
	}
	var in plan.Plan
	var hs plan.RoleHolders
	err = u.pipeline(ctx, planStep(g.Reaches(), p, &in), roleHoldersStep(p, r, &hs))
	if err == nil && in.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return plan.RoleOffer{}, err
	}
	o, err := make(in, hs)
	if err != nil {
		return plan.RoleOffer{}, err
	}
	u.log.child, u.log.plan = in.Child, p
	u.log.opened(o.ID.UUID(), g.Reaches()[0])
	return o, u.pipeline(ctx, step{
		sql: `INSERT INTO role_offer (id, plan_id, party_id, from_unit_id, to_unit_id, role, starts_on, state, offered_by, offered_on, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		args: []any{o.ID, o.Plan, o.Party, o.From, o.To, o.Role, o.StartsOn, o.State, o.By, o.OfferedOn, o.CreatedAt},
	})
}

const offerColumns = `o.id, o.plan_id, p.child_id, o.party_id, o.from_unit_id, o.to_unit_id, o.role, o.starts_on, o.state, o.offered_by,
  o.offered_on, o.answered_on, o.reason, o.created_at, o.version, ` + nameColumns

func offerTargets(o *plan.RoleOffer) []any {
	return append([]any{
		&o.ID, &o.Plan, &o.Child, &o.Party, &o.From, &o.To, &o.Role, &o.StartsOn, &o.State, &o.By, &o.OfferedOn, &o.AnsweredOn, &o.Reason,
		&o.CreatedAt, &o.Version,
	}, nameTargets(&o.Name)...)
}

// offersFrom chooses offers (alias o) to the own unit and those that the actor has made, in plans that the actor sees.
func offersFrom(a access.Actor, reaches []access.Reach) string {
	return `role_offer o JOIN plan p ON p.id = o.plan_id ` + nameOf(a) + `
	  WHERE (o.to_unit_id = app_unit() OR o.from_unit_id = app_unit() AND o.offered_by = app_person()) AND ` + planScope(reaches)
}

// ListRoleOffers implements plan.Store.
func (s *Store) ListRoleOffers(ctx context.Context, g access.Grant[access.ReadRoleOffer], pg page.Page) ([]plan.RoleOffer, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.RoleOffer
	total, err := u.list(ctx, listing{columns: offerColumns, from: offersFrom(u.actor, g.Reaches()), order: "o.created_at, o.id"}, pg,
		func(r pgx.Rows) error {
			var o plan.RoleOffer
			err := r.Scan(offerTargets(&o)...)
			all = append(all, o)
			u.log.opened(o.ID.UUID(), g.Reaches()[0])
			return err
		})
	return all, total, err
}

// AnswerRoleOffer implements plan.Store.
func (s *Store) AnswerRoleOffer(ctx context.Context, g access.Grant[access.AnswerRoleOffer], o id.RoleOffer, do func(*plan.RoleOffer) error,
	begin func(plan.Plan, plan.RoleOffer, plan.RoleHolders) (plan.RoleHolder, error),
) (plan.RoleOffer, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.RoleOffer{}, err
	}
	var locked plan.RoleOffer
	err = u.pipeline(ctx, step{
		sql:  `SELECT ` + offerColumns + ` FROM ` + offersFrom(u.actor, g.Reaches()) + ` AND o.id = $1 AND o.to_unit_id = app_unit() FOR UPDATE OF o`,
		args: []any{o},
		row:  func(r pgx.Rows) error { return r.Scan(offerTargets(&locked)...) },
	})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return plan.RoleOffer{}, err
	}
	if err := do(&locked); err != nil {
		return plan.RoleOffer{}, err
	}
	u.log.child, u.log.plan = locked.Child, locked.Plan
	u.log.opened(o.UUID(), g.Reaches()[0])
	steps := []step{{
		sql: `UPDATE role_offer SET state = $2, answered_by = app_person(), answered_on = $3, reason = $4, version = $5
		      WHERE id = $1 AND version = $5 - 1`,
		args: []any{o, locked.State, locked.AnsweredOn, locked.Reason, locked.Version}, affected: unmoved,
	}}
	if locked.State == plan.OfferAccepted {
		h, err := u.begins(ctx, g.Reaches(), locked, begin)
		if err != nil {
			return plan.RoleOffer{}, err
		}
		u.log.opened(h.ID.UUID(), g.Reaches()[0])
		steps = append(steps, insertHolder(h))
	}
	return locked, u.pipeline(ctx, steps...)
}

// begins lets an accepted offer become a holder, with everybody who holds the role before in view.
func (u *unit) begins(ctx context.Context, reaches []access.Reach, o plan.RoleOffer,
	begin func(plan.Plan, plan.RoleOffer, plan.RoleHolders) (plan.RoleHolder, error),
) (plan.RoleHolder, error) {
	var in plan.Plan
	var hs plan.RoleHolders
	if err := u.pipeline(ctx, planStep(reaches, o.Plan, &in), roleHoldersStep(o.Plan, o.Role, &hs)); err != nil {
		return plan.RoleHolder{}, err
	}
	return begin(in, o, hs)
}
