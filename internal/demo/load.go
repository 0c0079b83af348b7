package demo

import (
	"context"
	"database/sql"
	"fmt"
)

// Began is the first day of the county: every unit and assignment is there from then on.
const Began = "2019-01-01"

// LoadOrganisation writes the organisation and its staff as the database's owner. It may run again: what is there stays.
func LoadOrganisation(ctx context.Context, owner *sql.DB) error { return load(ctx, owner, true) }

// LoadUndecided is LoadOrganisation before anybody has decided to do away with the district boards: the units stay where
// they are until somebody does.
func LoadUndecided(ctx context.Context, owner *sql.DB) error { return load(ctx, owner, false) }

func load(ctx context.Context, owner *sql.DB, isDecided bool) error {
	tx, err := owner.BeginTx(ctx, nil)
	if err != nil {
		return fmt.Errorf("load county: %w", err)
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	l := loader{ctx: ctx, tx: tx}
	l.organisation()
	l.codes()
	l.places(isDecided)
	l.staff()
	l.groups()
	l.clients()
	if l.err != nil {
		return fmt.Errorf("load county: %w", l.err)
	}
	return tx.Commit()
}

// LoadLogins tells under which address the staff issuer runs this time.
func LoadLogins(ctx context.Context, owner *sql.DB, issuer string) error {
	for _, p := range Staff {
		if _, err := owner.ExecContext(ctx, `INSERT INTO login (issuer, subject, person_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
			issuer, p.Subject(), p.PersonID()); err != nil {
			return fmt.Errorf("load logins: %w", err)
		}
	}
	return nil
}

// loader runs statements until one fails.
type loader struct {
	ctx context.Context //nolint:containedctx // lives for one call of LoadOrganisation
	tx  *sql.Tx
	err error
}

func (l *loader) exec(query string, args ...any) {
	if l.err == nil {
		_, l.err = l.tx.ExecContext(l.ctx, query, args...)
	}
}

func (l *loader) organisation() {
	for _, p := range principals {
		l.exec(`INSERT INTO principal (id, name, kind, org_number, municipality_code) VALUES ($1, $2, $3, nullif($4, ''), nullif($5, ''))
		        ON CONFLICT DO NOTHING`, named("principal", p.key), p.name, p.kind, p.orgNumber, p.code)
		if p.routine != "" {
			l.exec(`INSERT INTO routine_choice (id, principal_id, code, valid_from, chosen_on, created_at) VALUES ($1, $2, $3, $4::date, $4::date, $4::date)
			        ON CONFLICT DO NOTHING`, named("routine", p.key), named("principal", p.key), p.routine, Began)
		}
	}
	for _, a := range authorities {
		l.exec(`INSERT INTO authority (id, principal_id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
			named("authority", a.key), named("principal", a.principal), a.name)
	}
	for _, b := range branches {
		l.exec(`INSERT INTO branch (id, authority_id, name) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
			named("branch", b.key), named("authority", b.authority), b.name)
	}
	for _, u := range units {
		l.exec(`INSERT INTO unit (id, name, secrecy_class) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, UnitID(u.key), u.name, u.class)
	}
	for _, p := range principals {
		if p.receives != "" {
			l.exec(`INSERT INTO request_receiver (id, principal_id, unit_id, valid_from, chosen_on, created_at) VALUES ($1, $2, $3, $4::date, $4::date, $4::date)
			        ON CONFLICT DO NOTHING`, named("receiver", p.key), named("principal", p.key), UnitID(p.receives), Began)
		}
	}
}

func (l *loader) places(isDecided bool) {
	place := `INSERT INTO unit_place (unit_id, branch_id, valid) VALUES ($1, $2, daterange($3::date, $4::date)) ON CONFLICT DO NOTHING`
	for _, u := range units {
		if u.before == u.after || !isDecided {
			l.exec(place, UnitID(u.key), BranchID(u.before), Began, nil)
			continue
		}
		l.exec(place, UnitID(u.key), BranchID(u.before), Began, Reorganisation)
		l.exec(place, UnitID(u.key), BranchID(u.after), Reorganisation, nil)
	}
}

func (l *loader) staff() {
	for _, p := range Staff {
		l.exec(`INSERT INTO person (id, staff_name) VALUES ($1, $2) ON CONFLICT DO NOTHING`, p.PersonID(), p.Name)
		for _, post := range p.Posts {
			l.exec(`INSERT INTO assignment (id, person_id, unit_id, role, valid) VALUES ($1, $2, $3, $4, daterange($5::date, NULL))
			        ON CONFLICT DO NOTHING`, p.AssignmentID(post.Unit), p.PersonID(), UnitID(post.Unit), post.Role, Began)
		}
	}
}
