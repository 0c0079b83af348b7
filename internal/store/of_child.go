package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// ofChild is a table of what the own unit knows of a child, a row each with the days it holds; alias t.
type ofChild struct{ table, columns string }

// list gives a page of a child's rows within a scope of cases, the latest first, and how many there are in all. The
// first statement asks whether the child is there at all: an empty list and an unknown child are not the same.
func (o ofChild) list(ctx context.Context, u *unit, child id.Person, scope string, pg page.Page, row func(pgx.Rows) error) (int, error) {
	total, found := 0, false
	err := u.pipeline(ctx,
		step{
			sql: `SELECT (SELECT count(*) FROM ` + o.table + ` t WHERE t.child_id = f.child_id AND t.unit_id = f.unit_id)
			        FROM case_file f WHERE f.child_id = $1 AND ` + scope,
			args: []any{child},
			row:  func(r pgx.Rows) error { found = true; return r.Scan(&total) },
		},
		step{
			sql:  o.from(scope) + " AND t.child_id = $1 ORDER BY lower(t.valid) DESC, t.id DESC LIMIT $2 OFFSET $3",
			args: []any{child, pg.Limit, pg.Offset()},
			row:  row,
		})
	if err == nil && !found {
		err = fault.New(fault.CodeNotFound)
	}
	u.log.child = child
	return total, err
}

// lock reads one row of a child within a scope of cases and keeps others from changing it.
func (o ofChild) lock(ctx context.Context, u *unit, row any, scope string, scan func(pgx.Rows) error) error {
	found := false
	err := u.pipeline(ctx, step{
		sql:  o.from(scope) + " AND t.id = $1 FOR UPDATE OF t",
		args: []any{row},
		row:  func(r pgx.Rows) error { found = true; return scan(r) },
	})
	if err == nil && !found {
		err = fault.New(fault.CodeNotFound)
	}
	return err
}

// end sets the last day of a row.
func (o ofChild) end(row, last any, version int) step {
	return step{
		sql:  "UPDATE " + o.table + " SET valid = daterange(lower(valid), $2, '[]'), version = $3 WHERE id = $1 AND version = $3 - 1",
		args: []any{row, last, version}, affected: unmoved,
	}
}

func (o ofChild) from(scope string) string {
	return "SELECT " + o.columns + " FROM case_file f JOIN " + o.table + " t ON t.child_id = f.child_id AND t.unit_id = f.unit_id WHERE " + scope
}
