package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

const selectChild = `SELECT f.child_id, f.id, f.given_name, f.family_name, f.birth_date, coalesce(ch.protection, 'assumed-identity'),
  coalesce(f.interpreter_language, ''), lower(f.valid), f.version FROM case_file f JOIN person ch ON ch.id = f.child_id `

// scanChild reads rows of selectChild into a list.
func scanChild(into *[]person.Child) func(pgx.Rows) error {
	return func(r pgx.Rows) error {
		var c person.Child
		err := r.Scan(&c.ID, &c.File, &c.Name.Given, &c.Name.Family, &c.BirthDate, &c.Protection, &c.Interpreter, &c.OpenedOn, &c.Version)
		*into = append(*into, c)
		return err
	}
}

// findChild reads the own unit's case within a scope; lock, when not empty, is how it is locked. A child that it finds
// is what the request is about.
func (u *unit) findChild(ctx context.Context, child id.Person, scope, lock string) (person.Child, error) {
	var found []person.Child
	err := u.pipeline(ctx, step{
		sql:  selectChild + "WHERE f.child_id = $1 AND " + scope + lock,
		args: []any{child},
		row:  scanChild(&found),
	})
	if err != nil {
		return person.Child{}, err
	}
	if len(found) == 0 {
		return person.Child{}, fault.New(fault.CodeNotFound)
	}
	u.log.child = child
	return found[0], nil
}

// RegisterChild implements person.Store. Who has the number is asked of a function that answers with an id alone, and
// makes the person when nobody has it: known and unknown look the same from here (R22).
func (s *Store) RegisterChild(ctx context.Context, g access.Grant[access.RegisterChild], o person.Opening) (person.Child, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Child{}, err
	}
	if !g.Has(access.OwnUnit) {
		return person.Child{}, fault.New(fault.CodeNotFound)
	}
	child, err := u.personFor(ctx, o.Identifier, o.BirthDate, nil, o.Person)
	if err != nil {
		return person.Child{}, err
	}
	var opened []person.Child
	err = u.pipeline(ctx,
		step{
			sql: `INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, interpreter_language, reason, valid)
			      VALUES ($1, $2, app_unit(), $3, $4, $5, $6, $7, daterange($8, NULL))`,
			args: []any{o.File, child, o.Name.Given, o.Name.Family, o.BirthDate, nullable(o.Interpreter), o.Reason, o.On},
		},
		step{
			sql: `INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
			      VALUES ($1, $2, app_unit(), app_person(), daterange($3, NULL))`,
			args: []any{o.Worker, child, o.On},
		},
		u.raiseProtection(child, o.Protection),
		step{sql: selectChild + "WHERE f.id = $1", args: []any{o.File}, row: scanChild(&opened)})
	if err != nil || len(opened) == 0 {
		return person.Child{}, orNotFound(err)
	}
	u.log.child = child
	u.log.all(access.OwnUnit, child.UUID(), o.File.UUID(), o.Worker.UUID())
	return opened[0], nil
}

// orNotFound is for a write whose row cannot be read back.
func orNotFound(err error) error {
	if err != nil {
		return err
	}
	return fault.New(fault.CodeNotFound)
}

// personFor gives the person behind an identity number. The fence lets nobody read numbers of others.
func (u *unit) personFor(ctx context.Context, i person.Identifier, birth, protection any, fresh id.Person) (id.Person, error) {
	var p id.Person
	err := u.pipeline(ctx, step{
		sql:  "SELECT app_person_for($1, $2, $3, $4, $5)",
		args: []any{i.Type(), i.Reveal(), birth, protection, fresh},
		row:  func(r pgx.Rows) error { return r.Scan(&p) },
	})
	return p, err
}

// FindChild implements person.Store. One statement, whoever knows the number.
func (s *Store) FindChild(ctx context.Context, g access.Grant[access.FindChild], i person.Identifier) ([]person.Child, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var found []person.Child
	err = u.pipeline(ctx, step{
		sql: selectChild + `JOIN person_identifier n ON n.person_id = f.child_id
		      WHERE n.type = $1 AND n.value = $2 AND ` + childScope(g.Reaches()),
		args: []any{i.Type(), i.Reveal()},
		row:  scanChild(&found),
	})
	for _, c := range found {
		u.log.child = c.ID
		u.log.opened(c.ID.UUID(), g.Reaches()[0])
	}
	return found, err
}

// ViewChild implements person.Store.
func (s *Store) ViewChild(ctx context.Context, g access.Grant[access.ReadChild], child id.Person) (person.Child, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Child{}, err
	}
	c, err := u.findChild(ctx, child, childScope(g.Reaches()), "")
	if err != nil {
		return person.Child{}, err
	}
	u.log.opened(child.UUID(), g.Reaches()[0])
	return c, nil
}

// ListChildren implements person.Store. The order tells nothing of names: those of protected children are not shown.
func (s *Store) ListChildren(ctx context.Context, g access.Grant[access.ReadChild], pg page.Page) ([]person.Child, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	scope := childScope(g.Reaches())
	var rows []person.Child
	total := 0
	err = u.pipeline(ctx,
		step{sql: "SELECT count(*) FROM case_file f WHERE " + scope, row: func(r pgx.Rows) error { return r.Scan(&total) }},
		step{
			sql:  selectChild + "WHERE " + scope + " ORDER BY f.id DESC LIMIT $1 OFFSET $2",
			args: []any{pg.Limit, pg.Offset()},
			row:  scanChild(&rows),
		})
	for _, c := range rows {
		u.log.opened(c.ID.UUID(), g.Reaches()[0])
	}
	return rows, total, err
}

// ChangeChild implements person.Store. A stricter protection level becomes a record of the own unit.
func (s *Store) ChangeChild(ctx context.Context, g access.Grant[access.EditChild], child id.Person, do func(*person.Child) error) (person.Child, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Child{}, err
	}
	c, err := u.findChild(ctx, child, childScope(g.Reaches()), " FOR UPDATE OF f")
	if err != nil {
		return person.Child{}, err
	}
	if err := do(&c); err != nil {
		return person.Child{}, err
	}
	u.log.opened(child.UUID(), g.Reaches()[0])
	return c, u.pipeline(ctx,
		step{
			sql:      "UPDATE case_file SET given_name = $2, family_name = $3, interpreter_language = $4, version = $5 WHERE id = $1 AND version = $5 - 1",
			args:     []any{c.File, c.Name.Given, c.Name.Family, nullable(c.Interpreter), c.Version},
			affected: unmoved,
		},
		u.raiseProtection(child, c.Protection))
}
