package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/register"
)

const (
	registerImportColumns = `i.id, i.counts, ` + intakeColumns
	registerRowColumns    = `r.number, r.outcome, coalesce(r.message_id, ''), r.child_id, r.kind, r.effective_on, r.custody, coalesce(r.level, ''), r.relation_id, r.last_day,
	  r.record_id, coalesce(r.fault_column, ''), coalesce(r.rule, '')`
)

// registerScope says which imports of messages a grant reaches (alias i): the unit's own.
func registerScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.OwnUnit {
			return "i.unit_id = app_unit()"
		}
		return "false"
	})
}

func scanRegisterImport(r pgx.Rows) (register.Import, error) {
	var i register.Import
	var counts []int
	err := r.Scan(append([]any{asID(&i.ID), &counts}, intakeTargets(&i.Source, &i.Intake)...)...)
	copy(i.Counts[:], counts)
	return i, err
}

func scanRegisterRow(r pgx.Rows) (register.Row, error) {
	var v register.Row
	var level string
	err := r.Scan(&v.Number, asEnum(&v.Outcome), &v.Message.ID, asID(&v.Child), asEnum(&v.Kind), asDay(&v.On), asEnum(&v.Custody), &level, asID(&v.Relation), asDay(&v.Last),
		asID(&v.Record), &v.Column, &v.Rule)
	if level != "" && err == nil {
		v.Level, err = person.ParseProtection(level)
	}
	return v, err
}

// StartRegisterImport implements register.Store.
func (s *Store) StartRegisterImport(ctx context.Context, g access.Grant[access.ReadRegister], i *register.Import) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if !g.Has(access.OwnUnit) {
		return fault.New(fault.CodeNotFound)
	}
	u.log.opened(i.ID.UUID(), access.OwnUnit)
	return u.pipeline(ctx, step{
		sql: `INSERT INTO register_import (id, unit_id, format, encoding, status, started_by, created_at, version)
		      VALUES ($1, app_unit(), $2, $3, $4, app_person(), $5, $6)`,
		args: []any{i.ID, i.Format, i.Encoding, i.Status, i.CreatedAt, i.Version},
	})
}

// ListRegisterImports implements register.Store.
func (s *Store) ListRegisterImports(ctx context.Context, g access.Grant[access.ReadRegister], pg page.Page) ([]register.Import, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []register.Import
	l := listing{columns: registerImportColumns, from: "register_import i WHERE " + registerScope(g.Reaches()), order: "i.created_at DESC, i.id DESC"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		i, err := scanRegisterImport(r)
		rows = append(rows, i)
		u.log.opened(i.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// FindRegisterImport implements register.Store.
func (s *Store) FindRegisterImport(ctx context.Context, g access.Grant[access.ReadRegister], i id.RegisterImport) (register.Import, error) {
	u, err := within(ctx, g)
	if err != nil {
		return register.Import{}, err
	}
	return u.findRegisterImport(ctx, i, g.Reaches(), "")
}

func (u *unit) findRegisterImport(ctx context.Context, i id.RegisterImport, reaches []access.Reach, lock string) (register.Import, error) {
	var v register.Import
	err := u.pipeline(ctx, step{
		sql: "SELECT " + registerImportColumns + " FROM register_import i WHERE i.id = $1 AND " + registerScope(reaches) + lock, args: []any{i},
		row: func(r pgx.Rows) (err error) {
			v, err = scanRegisterImport(r)
			return err
		},
	})
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return register.Import{}, err
	}
	u.log.opened(i.UUID(), reaches[0])
	return v, nil
}

// ListRegisterRows implements register.Store. What is said of a child is logged for the child.
func (s *Store) ListRegisterRows(
	ctx context.Context, g access.Grant[access.ReadRegister], i id.RegisterImport, o register.Outcome, pg page.Page,
) ([]register.Row, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if _, err := u.findRegisterImport(ctx, i, g.Reaches(), ""); err != nil {
		return nil, 0, err
	}
	l := listing{columns: registerRowColumns, from: "register_import_row r WHERE r.import_id = $1", order: "r.number", args: []any{i}}
	if !o.IsZero() {
		l.from, l.args = l.from+" AND r.outcome = $2", append(l.args, o)
	}
	var rows []register.Row
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanRegisterRow(r)
		rows = append(rows, v)
		if !v.Child.IsZero() {
			u.log.opened(v.Child.UUID(), g.Reaches()[0])
		}
		return err
	})
	return rows, total, err
}
