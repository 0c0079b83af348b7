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

func partyTargets(y *plan.Party) []any {
	return []any{
		asID(&y.ID), asID(&y.Unit), asID(&y.AddedBy), asEnum(&y.Mode), asEnum(&y.State), asID(&y.Contact), asText(&y.ContactName), asText(&y.Reason),
		asDay(&y.AddedOn), asDay(&y.AnsweredOn), asDay(&y.LeftOn), &y.Version, &y.Confirmed,
	}
}

func insertParty(y plan.Party) step {
	return step{
		sql: `INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, contact_id, added_on, answered_on)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{y.ID, y.Plan, y.Unit, y.AddedBy, y.Mode, y.State, y.Contact, y.AddedOn, y.AnsweredOn},
	}
}

// AddParty implements plan.Store.
func (s *Store) AddParty(ctx context.Context, g access.Grant[access.AddParty], p id.Plan, make func(plan.Plan) (plan.Party, error)) (plan.Party, error) {
	u, locked, err := lockPlan(ctx, g, p)
	if err != nil {
		return plan.Party{}, err
	}
	y, err := make(locked)
	if err != nil {
		return plan.Party{}, err
	}
	u.log.opened(y.ID.UUID(), g.Reaches()[0])
	return y, u.pipeline(ctx, insertParty(y))
}

// lockParty reads a party of the own unit and keeps others from changing it; also the frame of its plan, which the own
// unit need not see yet.
func (u *unit) lockParty(ctx context.Context, y id.Party, scope string) (plan.Party, error) {
	var locked plan.Party
	err := u.pipeline(ctx, step{
		sql: `SELECT y.plan_id, y.id, y.unit_id, y.added_by_unit_id, y.mode, y.state, y.contact_id, NULL, y.reason, y.added_on, y.answered_on,
		        y.left_on, y.version, false FROM party y WHERE y.id = $1 AND y.unit_id = app_unit() AND ` + scope + ` FOR UPDATE OF y`,
		args: []any{y},
		row:  func(r pgx.Rows) error { return r.Scan(append([]any{&locked.Plan}, partyTargets(&locked)...)...) },
	})
	if err == nil && locked.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return locked, err
}

// callScope chooses calls (alias y) for those who answer for the unit: one that waits or was declined is known to them
// all (R44); that the unit takes part, only to those who have need of the child.
func callScope(role access.Role) string {
	need := caseOf("p.child_id")
	if role == access.UnitManager {
		need = fileOf("p.child_id")
	}
	return `(y.state IN ('called', 'invited', 'declined') OR EXISTS (SELECT FROM plan p WHERE p.id = y.plan_id AND ` + need + `))`
}

func saveParty(y plan.Party) step {
	return step{
		sql: `UPDATE party SET state = $2, contact_id = $3, reason = $4, answered_on = $5, left_on = $6, version = $7
		      WHERE id = $1 AND version = $7 - 1`,
		args:     []any{y.ID, y.State, y.Contact, y.Reason, y.AnsweredOn, y.LeftOn, y.Version},
		affected: unmoved,
	}
}

// AnswerParty implements plan.Store.
func (s *Store) AnswerParty(ctx context.Context, g access.Grant[access.AnswerParty], y id.Party, do func(*plan.Party) error) (plan.Party, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Party{}, err
	}
	if !g.Has(access.InvitedUnit) {
		return plan.Party{}, fault.New(fault.CodeNotFound)
	}
	locked, err := u.lockParty(ctx, y, callScope(u.actor.Role()))
	if err != nil {
		return plan.Party{}, err
	}
	if err := do(&locked); err != nil {
		return plan.Party{}, err
	}
	steps := []step{saveParty(locked), answerWaitingCalls(locked)}
	if locked.State == plan.Accepted {
		steps = append(steps, u.acceptParty(y, locked.Contact))
	}
	u.log.plan = locked.Plan
	u.log.opened(y.UUID(), access.InvitedUnit)
	return u.named(ctx, locked, steps...)
}

// acceptParty opens the own unit's case for a call that is accepted, and lets the contact work with it.
func (u *unit) acceptParty(y id.Party, contact id.Person) step {
	return step{
		sql:  "SELECT app_accept_party($1, $2, $3, $4, $5)",
		args: []any{y, contact, u.today(), id.NewCaseFile(), id.NewCaseWorker()},
	}
}

// named runs the last steps of a change and reads the name of the party's contact.
func (u *unit) named(ctx context.Context, y plan.Party, steps ...step) (plan.Party, error) {
	err := u.pipeline(ctx, append(steps, step{
		sql:  "SELECT staff_name FROM person WHERE id = $1",
		args: []any{y.Contact},
		row:  func(r pgx.Rows) error { return r.Scan(&y.ContactName) },
	})...)
	return y, err
}

// LeaveParty implements plan.Store.
func (s *Store) LeaveParty(ctx context.Context, g access.Grant[access.LeaveParty], y id.Party, do func(*plan.Party, plan.Plan, plan.RoleHolders) error) (plan.Party, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Party{}, err
	}
	locked, err := u.lockParty(ctx, y, `EXISTS (SELECT FROM plan p WHERE p.id = y.plan_id AND `+planScope(g.Reaches())+`)`)
	if err != nil {
		return plan.Party{}, err
	}
	var p plan.Plan
	var hs plan.RoleHolders
	if err := u.pipeline(ctx, planStep(g.Reaches(), locked.Plan, &p), roleHoldersStep(locked.Plan, plan.Coordinator, &hs)); err != nil {
		return plan.Party{}, err
	}
	if err := do(&locked, p, hs); err != nil {
		return plan.Party{}, err
	}
	u.log.child, u.log.plan = p.Child, p.ID
	u.log.opened(y.UUID(), g.Reaches()[0])
	return u.named(ctx, locked, saveParty(locked))
}

// ListInvitations implements plan.Store.
func (s *Store) ListInvitations(ctx context.Context, g access.Grant[access.ReadParty], pg page.Page) ([]plan.Invitation, int, error) {
	u, err := within(ctx, g)
	if err != nil || !g.Has(access.InvitedUnit) {
		return nil, 0, err
	}
	var all []plan.Invitation
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), party_id, plan_id, child_id, kind, mode, from_unit_id, added_on, given_name, family_name, protection
		      FROM app_invitations() ORDER BY added_on, party_id LIMIT $1 OFFSET $2`,
		args: []any{pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var v plan.Invitation
			err := r.Scan(append([]any{&total, &v.Party, &v.Plan, &v.Child, &v.Kind, &v.Mode, &v.From, &v.AddedOn}, nameTargets(&v.Name)...)...)
			all = append(all, v)
			u.log.opened(v.Party.UUID(), access.InvitedUnit)
			return err
		},
	})
	return all, total, err
}
