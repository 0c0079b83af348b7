package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/request"
	"samplan/internal/routine"
)

// MakeRequest implements request.Store. Whether anybody knows the one who asks, or the child, makes no difference that could
// be seen from outside.
func (s *Store) MakeRequest(ctx context.Context, g access.Grant[access.MakeRequest], d request.Draft, do func(request.Terms) (request.Request, error)) (request.Request, error) {
	u, err := within(ctx, g)
	if err != nil {
		return request.Request{}, err
	}
	if err := u.becomeKnown(ctx); err != nil {
		return request.Request{}, err
	}
	who := u.who()
	t, err := u.requestTerms(ctx, d.Principal)
	if err != nil {
		return request.Request{}, err
	}
	v, err := do(t)
	if err != nil {
		return request.Request{}, err
	}
	child := who
	if d.Guardian != nil {
		if child, err = u.personFor(ctx, d.Guardian.Child, nil, "none", id.NewPerson()); err != nil {
			return request.Request{}, err
		}
	}
	if err := v.IsBy(who, child); err != nil {
		return request.Request{}, err
	}
	u.log.child = child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, step{
		sql: `INSERT INTO plan_request (id, person_id, child_id, principal_id, unit_id, relation, given_name, family_name, birth_date,
		        own_given_name, own_family_name, body, help, participants, received_on, due_on, created_at, state)
		      SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18 WHERE NOT EXISTS (SELECT FROM plan_request q
		        WHERE q.id IN (SELECT app_my_requests()) AND q.child_id = $3 AND q.unit_id = $5 AND ` + waitingRequest + `)`,
		args: []any{
			v.ID, v.Person, v.Child, v.Principal, v.Unit, v.Relation, v.Name.Given, v.Name.Family, v.BirthDate, v.OwnName.Given, v.OwnName.Family,
			v.Words.Why, v.Words.Help, v.Words.Participants, v.ReceivedOn, v.DueOn, v.CreatedAt, v.State,
		},
		affected: func(n int64) error {
			if n == 0 {
				return fault.New(fault.CodeDuplicate)
			}
			return nil
		},
	})
}

// requestTerms reads which unit receives requests of a principal, and what its routine says of ages and days.
func (u *unit) requestTerms(ctx context.Context, p id.Principal) (request.Terms, error) {
	var t request.Terms
	var v routine.Version
	err := u.pipeline(ctx, step{
		sql: "SELECT v.unit_id FROM app_receivers(app_today()) v WHERE v.principal_id = $1", args: []any{p},
		row: func(r pgx.Rows) error { return r.Scan(asID(&t.Unit)) },
	}, routineStep(&v, "principal_routine r JOIN routine_version v ON v.id = r.version_id WHERE r.principal_id = $1", p))
	if err == nil && t.Unit.IsZero() {
		err = fault.At(fault.CodeNoReceiver, "/principalId", "unknown")
	}
	if err != nil {
		return t, err
	}
	t.ChildFrom, t.GuardianUntil = v.Profile.Ages.ChildSeesFrom.Number, v.Profile.Ages.GuardianSeesUntil.Number
	t.Due = v.Profile.Due(routine.StartOfWork, u.today())
	return t, nil
}

// ListReceivers implements request.Store.
func (s *Store) ListReceivers(ctx context.Context, g access.Grant[access.ReadOrg], pg page.Page) ([]request.Receiver, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []request.Receiver
	l := listing{
		columns: "v.principal_id, v.unit_id", from: "app_receivers($1) v JOIN principal p ON p.id = v.principal_id", order: "p.name, p.id",
		args: []any{u.today()},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var v request.Receiver
		err := r.Scan(asID(&v.Principal), asID(&v.Unit))
		rows = append(rows, v)
		return err
	})
	return rows, total, err
}

// ChooseReceiver implements request.Store.
func (s *Store) ChooseReceiver(ctx context.Context, g access.Grant[access.ChooseReceiver], c request.Choice) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(c.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO request_receiver (id, principal_id, unit_id, valid_from, chosen_by, chosen_on, created_at)
		      VALUES ($1, app_principal(), $2, $3, app_person(), $4, $5)`,
		args: []any{c.ID, c.Unit, c.ValidFrom, c.ChosenOn, c.CreatedAt},
	})
}
