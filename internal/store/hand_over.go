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

// AddHandOver implements plan.Store.
func (s *Store) AddHandOver(ctx context.Context, g access.Grant[access.HandOverPlan], p id.Plan, make func(plan.Plan) (plan.HandOver, error)) (plan.HandOver, error) {
	u, locked, err := lockPlan(ctx, g, p)
	if err != nil {
		return plan.HandOver{}, err
	}
	h, err := make(locked)
	if err != nil {
		return plan.HandOver{}, err
	}
	u.log.opened(h.ID.UUID(), g.Reaches()[0])
	return h, u.pipeline(ctx, step{
		sql: `INSERT INTO hand_over (id, plan_id, from_unit_id, to_unit_id, state, reason, offered_by, offered_on, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{h.ID, h.Plan, h.From, h.To, h.State, h.Reason, h.By, h.OfferedOn, h.CreatedAt},
	})
}

const handOverColumns = `h.id, h.plan_id, h.child_id, h.kind, h.from_unit_id, h.to_unit_id, h.state, h.offered_by, h.offered_on, h.answered_on,
  h.answer_reason, h.created_at, h.version, h.given_name, h.family_name, h.protection`

func handOverTargets(h *plan.HandOver) []any {
	return append([]any{
		&h.ID, &h.Plan, &h.Child, &h.Kind, &h.From, &h.To, &h.State, &h.By, &h.OfferedOn, &h.AnsweredOn, &h.AnswerReason, &h.CreatedAt, &h.Version,
	}, nameTargets(&h.Name)...)
}

// waits chooses hand-overs (alias h) that wait for the own unit.
const waits = `h.to_unit_id = app_unit() AND h.state = 'waiting'`

// handOverScope chooses those, and the ones that the actor has made, of children that the actor still has need of.
func handOverScope(role access.Role) string {
	need := caseOf("h.child_id")
	if role == access.UnitManager {
		need = fileOf("h.child_id")
	}
	return `(` + waits + ` OR h.from_unit_id = app_unit() AND h.offered_by = app_person() AND ` + need + `)`
}

// ListHandOvers implements plan.Store.
func (s *Store) ListHandOvers(ctx context.Context, g access.Grant[access.ReadHandOver], pg page.Page) ([]plan.HandOver, int, error) {
	u, err := within(ctx, g)
	if err != nil || !g.Has(access.InvitedUnit) {
		return nil, 0, err
	}
	var all []plan.HandOver
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), ` + handOverColumns + ` FROM app_hand_overs() h WHERE ` + handOverScope(u.actor.Role()) + `
		      ORDER BY h.created_at, h.id LIMIT $1 OFFSET $2`,
		args: []any{pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var h plan.HandOver
			err := r.Scan(append([]any{&total}, handOverTargets(&h)...)...)
			all = append(all, h)
			u.log.opened(h.ID.UUID(), access.InvitedUnit)
			return err
		},
	})
	return all, total, err
}

// lockHandOver reads a hand-over that waits for the own unit and keeps others from answering it.
func (u *unit) lockHandOver(ctx context.Context, h id.HandOver) (plan.HandOver, error) {
	var locked plan.HandOver
	err := u.pipeline(ctx,
		step{sql: `SELECT h.id FROM hand_over h WHERE h.id = $1 AND ` + waits + ` FOR UPDATE OF h`, args: []any{h}},
		step{
			sql:  `SELECT ` + handOverColumns + ` FROM app_hand_overs() h WHERE h.id = $1 AND ` + waits,
			args: []any{h},
			row:  func(r pgx.Rows) error { return r.Scan(handOverTargets(&locked)...) },
		})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return locked, err
}

// AnswerHandOver implements plan.Store.
func (s *Store) AnswerHandOver(ctx context.Context, g access.Grant[access.AnswerHandOver], h id.HandOver,
	do func(*plan.HandOver) error, begin func(plan.HandOver) (plan.Plan, plan.Party),
) (plan.HandOver, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.HandOver{}, err
	}
	if !g.Has(access.InvitedUnit) {
		return plan.HandOver{}, fault.New(fault.CodeNotFound)
	}
	locked, err := u.lockHandOver(ctx, h)
	if err != nil {
		return plan.HandOver{}, err
	}
	if err := do(&locked); err != nil {
		return plan.HandOver{}, err
	}
	u.log.child, u.log.plan = locked.Child, locked.Plan
	u.log.opened(h.UUID(), access.InvitedUnit)
	steps := []step{{
		sql: `UPDATE hand_over SET state = $2, answered_by = app_person(), answered_on = $3, answer_reason = $4, version = $5
		      WHERE id = $1 AND version = $5 - 1`,
		args: []any{h, locked.State, locked.AnsweredOn, locked.AnswerReason, locked.Version}, affected: unmoved,
	}}
	if locked.State == plan.HandOverAccepted {
		p, first := begin(locked)
		locked.Began = p.ID
		u.log.all(access.InvitedUnit, p.ID.UUID(), first.ID.UUID())
		steps = append(steps, u.takeOver(locked, p, first)...)
	}
	return locked, u.pipeline(ctx, steps...)
}

// takeOver opens the own unit's case, ends the old plan and begins the new one.
func (u *unit) takeOver(h plan.HandOver, p plan.Plan, lead plan.Party) []step {
	return []step{
		{
			sql:  "SELECT app_take_over($1, $2, $3, $4, $5, $6) IS NOT NULL",
			args: []any{h.ID, lead.Contact, id.NewCaseFile(), id.NewCaseWorker(), id.NewStatusChange(), u.request.Now},
			row: func(r pgx.Rows) error {
				done := false
				err := r.Scan(&done)
				if err == nil && !done {
					err = fault.New(fault.CodePlanClosed)
				}
				return err
			},
		},
		{
			sql: `INSERT INTO plan (id, child_id, kind, status, legal_basis, lead_unit_id, created_on, created_at)
			      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			args: []any{p.ID, p.Child, p.Kind, p.Status, p.LegalBasis, p.LeadUnit, p.CreatedOn, p.CreatedAt},
		},
		insertParty(lead),
		originStep(p.ID, h.Plan),
	}
}

// originStep notes which plan a plan follows, which its leading unit alone knows.
func originStep(p, follows id.Plan) step {
	return step{sql: "INSERT INTO plan_origin (plan_id, follows_id, unit_id) VALUES ($1, $2, app_unit())", args: []any{p, follows}}
}
