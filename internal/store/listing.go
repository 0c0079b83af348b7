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

// listOnce reads a page of what is costly to find, and counts the whole in the same statement; row also reads how many there are, first.
func (u *unit) listOnce(ctx context.Context, l listing, pg page.Page, total *int, row func(pgx.Rows) error) error {
	n := len(l.args)
	err := u.pipeline(ctx, step{
		sql:  fmt.Sprintf("SELECT count(*) OVER (), %s FROM %s ORDER BY %s LIMIT $%d OFFSET $%d", l.columns, l.from, l.order, n+1, n+2),
		args: append(append([]any(nil), l.args...), pg.Limit, pg.Offset()),
		row:  row,
	})
	if err != nil {
		return err
	}
	return u.countBeyond(ctx, l.from, l.args, pg, total)
}

// countBeyond counts for a page beyond the end: it has no row that could tell how many there are.
func (u *unit) countBeyond(ctx context.Context, from string, args []any, pg page.Page, total *int) error {
	if *total > 0 || pg.Offset() == 0 {
		return nil
	}
	return u.pipeline(ctx, step{sql: "SELECT count(*) FROM " + from, args: args, row: func(r pgx.Rows) error { return r.Scan(total) }})
}
