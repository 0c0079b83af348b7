package store

import (
	"cmp"
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/job"
	"samplan/internal/notice"
)

// FindAddress implements notice.Store.
func (s *Store) FindAddress(ctx context.Context, g access.Grant[access.EditAddress]) (notice.Address, error) {
	u, err := within(ctx, g)
	if err != nil {
		return notice.Address{}, err
	}
	a, err := u.address(ctx, "")
	u.log.opened(cmp.Or(a.ID.UUID(), g.Actor().Person().UUID()), g.Reaches()[0])
	return a, err
}

// capacity is what the actor is here; somebody who is staff and family has an address as each.
func (u *unit) capacity() string {
	if u.actor.IsCitizen() {
		return "family"
	}
	return "staff"
}

// address reads the actor's own address.
func (u *unit) address(ctx context.Context, lock string) (notice.Address, error) {
	var a notice.Address
	err := u.pipeline(ctx, step{
		sql:  "SELECT a.id, a.email, a.changed_at, a.version FROM contact_address a WHERE a.person_id = app_person() AND a.capacity = $1" + lock,
		args: []any{u.capacity()},
		row:  func(r pgx.Rows) error { return r.Scan(asID(&a.ID), &a.Email, &a.ChangedAt, &a.Version) },
	})
	return a, err
}

// becomeKnown makes a person of a citizen of whom no service has told, and lets that person enter. Were this refused, it would
// tell citizens whether a service has. A key is looked at again, since for nobody it could not be kept: a retry is answered
// as anybody else's.
func (u *unit) becomeKnown(ctx context.Context) error {
	if !u.actor.Person().IsZero() {
		return nil
	}
	c := u.request.Credentials
	steps := []step{{
		sql: "SELECT app_person_for($1, $2, NULL, 'none', $3)", args: []any{c.IdentifierType, c.Identifier.Reveal(), id.NewPerson()},
	}, {
		sql:  "SELECT person_id FROM app_enter_citizen($1, $2, $3)",
		args: []any{c.IdentifierType, c.Identifier.Reveal(), u.request.Today},
		row:  func(r pgx.Rows) error { return r.Scan(asID(&u.log.person)) },
	}}
	if u.request.Key != "" {
		steps = append(steps, u.replayStep())
	}
	return u.pipeline(ctx, steps...)
}

// ChangeAddress implements notice.Store.
func (s *Store) ChangeAddress(
	ctx context.Context, g access.Grant[access.EditAddress], do func(*notice.Address) error,
) (notice.Address, error) {
	u, err := within(ctx, g)
	if err != nil {
		return notice.Address{}, err
	}
	a, err := u.address(ctx, " FOR UPDATE OF a")
	if err != nil {
		return a, err
	}
	if err := do(&a); err != nil {
		return a, err
	}
	u.log.opened(a.ID.UUID(), g.Reaches()[0])
	keep := step{
		sql:  "UPDATE contact_address SET email = $2, changed_at = $3, version = $4 WHERE id = $1 AND version = $4 - 1",
		args: []any{a.ID, a.Email, a.ChangedAt, a.Version}, affected: unmoved,
	}
	if a.Version == 1 {
		if err := u.becomeKnown(ctx); err != nil {
			return a, err
		}
		keep = step{
			sql:  "INSERT INTO contact_address (id, email, changed_at, version, person_id, capacity) VALUES ($1, $2, $3, $4, app_person(), $5)",
			args: []any{a.ID, a.Email, a.ChangedAt, a.Version, u.capacity()},
		}
	}
	if err := u.pipeline(ctx, keep); err != nil || a.Email.IsZero() {
		return a, err
	}
	return a, u.enqueue(ctx, job.Greeting{Address: a.ID})
}
