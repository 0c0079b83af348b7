package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
)

const (
	unitImportColumns    = `i.id, i.counts_from, i.closes_missing, i.branch_id, coalesce(i.secrecy_class, ''), i.counts, ` + intakeColumns
	unitImportRowColumns = `coalesce(r.number, 0), r.outcome, r.unit_id, coalesce(r.name, ''), coalesce(r.secrecy_class, ''), r.branch_id, r.hsa_id, r.school_unit_code,
	  coalesce(r.local_id, ''), r.municipality_code, r.first_day, r.last_day, coalesce(r.fault_column, ''), coalesce(r.rule, '')`
)

func scanUnitImport(r pgx.Rows) (org.Import, error) {
	var i org.Import
	var class string
	var counts []int
	err := r.Scan(append([]any{asID(&i.ID), asDay(&i.From), &i.ClosesMissing, asID(&i.Branch), &class, &counts}, intakeTargets(&i.Source, &i.Intake)...)...)
	i.Class = access.ClassNamed(class)
	if len(counts) > 0 {
		i.Counts = org.ImportCounts{Rows: counts[0], Added: counts[1], Changed: counts[2], Unchanged: counts[3], Ended: counts[4], Faulty: counts[5]}
	}
	return i, err
}

func scanUnitImportRow(r pgx.Rows) (org.ImportRow, error) {
	var v org.ImportRow
	var class string
	err := r.Scan(&v.Number, asEnum(&v.Outcome), asID(&v.Unit), &v.Name, &class, asID(&v.Branch), &v.Codes.HSA, &v.Codes.School, &v.Codes.Local, &v.Codes.Municipality,
		asDay(&v.From), asDay(&v.To), &v.Column, &v.Rule)
	v.Class = access.ClassNamed(class)
	return v, err
}

// StartUnitImport implements org.ImportStore.
func (s *Store) StartUnitImport(ctx context.Context, g access.Grant[access.ImportUnits], i *org.Import) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if !g.Has(access.OwnPrincipal) {
		return fault.New(fault.CodeNotFound)
	}
	u.log.opened(i.ID.UUID(), access.OwnPrincipal)
	return u.pipeline(ctx, step{
		sql: `INSERT INTO unit_import (id, principal_id, format, encoding, counts_from, closes_missing, branch_id, secrecy_class, status, started_by, created_at, version)
		      VALUES ($1, app_principal(), $2, $3, $4, $5, $6, nullif($7, ''), $8, app_person(), $9, $10)`,
		args: []any{i.ID, i.Format, i.Encoding, i.From, i.ClosesMissing, i.Branch, i.Class.String(), i.Status, i.CreatedAt, i.Version},
	})
}

// ListUnitImports implements org.ImportStore.
func (s *Store) ListUnitImports(ctx context.Context, g access.Grant[access.ReadUnitImport], pg page.Page) ([]org.Import, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []org.Import
	from := "unit_import i WHERE " + unitImportScope(g.Reaches())
	total, err := u.list(ctx, listing{columns: unitImportColumns, from: from, order: "i.created_at DESC, i.id DESC"}, pg, func(r pgx.Rows) error {
		i, err := scanUnitImport(r)
		rows = append(rows, i)
		u.log.opened(i.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// FindUnitImport implements org.ImportStore.
func (s *Store) FindUnitImport(ctx context.Context, g access.Grant[access.ReadUnitImport], i id.UnitImport) (org.Import, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Import{}, err
	}
	return u.findUnitImport(ctx, i, g.Reaches(), "")
}

func (u *unit) findUnitImport(ctx context.Context, i id.UnitImport, reaches []access.Reach, lock string) (org.Import, error) {
	var v org.Import
	err := u.pipeline(ctx, step{
		sql: "SELECT " + unitImportColumns + " FROM unit_import i WHERE i.id = $1 AND " + unitImportScope(reaches) + lock, args: []any{i},
		row: func(r pgx.Rows) (err error) {
			v, err = scanUnitImport(r)
			return err
		},
	})
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return org.Import{}, err
	}
	u.log.opened(i.UUID(), reaches[0])
	return v, nil
}

// ListUnitImportRows implements org.ImportStore.
func (s *Store) ListUnitImportRows(
	ctx context.Context, g access.Grant[access.ReadUnitImport], i id.UnitImport, o org.ImportOutcome, pg page.Page,
) ([]org.ImportRow, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if _, err := u.findUnitImport(ctx, i, g.Reaches(), ""); err != nil {
		return nil, 0, err
	}
	l := listing{columns: unitImportRowColumns, from: "unit_import_row r WHERE r.import_id = $1", order: "r.position", args: []any{i}}
	if !o.IsZero() {
		l.from, l.args = l.from+" AND r.outcome = $2", append(l.args, o)
	}
	var rows []org.ImportRow
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanUnitImportRow(r)
		rows = append(rows, v)
		return err
	})
	return rows, total, err
}
