package store

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/page"
)

// listing is a list of which a page is asked for: what to read of each row, where from, in which order.
type listing struct {
	columns, from, order string
	args                 []any
}

// list reads a page and counts the whole, in one round trip.
func (u *unit) list(ctx context.Context, l listing, pg page.Page, row func(pgx.Rows) error) (int, error) {
	total, n := 0, len(l.args)
	err := u.pipeline(ctx,
		step{sql: "SELECT count(*) FROM " + l.from, args: l.args, row: func(r pgx.Rows) error { return r.Scan(&total) }},
		step{
			sql:  fmt.Sprintf("SELECT %s FROM %s ORDER BY %s LIMIT $%d OFFSET $%d", l.columns, l.from, l.order, n+1, n+2),
			args: append(append([]any(nil), l.args...), pg.Limit, pg.Offset()),
			row:  row,
		})
	return total, err
}
