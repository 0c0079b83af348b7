package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// NameReaders implements plan.Store. The readers are stored first: the fence lets nobody change an item to what they could
// not see themselves.
func (s *Store) NameReaders(ctx context.Context, g access.Grant[access.NameReaders], i id.Item, readers []id.Person,
	do func(*plan.Item, []id.Person) error,
) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	item, _, err := u.item(ctx, i, g.Reaches(), " AND i.owner_unit_id = app_unit() FOR UPDATE OF i")
	if err != nil {
		return err
	}
	var staff []id.Person
	if err := u.pipeline(ctx, step{
		sql:  "SELECT app_nameable($1, $2)",
		args: []any{i, bare(readers)},
		row: func(r pgx.Rows) error {
			var p id.Person
			err := r.Scan(&p)
			staff = append(staff, p)
			return err
		},
	}); err != nil {
		return err
	}
	if err := do(&item, staff); err != nil {
		return err
	}
	u.log.opened(i.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, dropConfirmations(i),
		step{sql: "SELECT app_name_readers($1, $2)", args: []any{i, bare(readers)}},
		step{
			sql:      "UPDATE item SET visibility = $2, version = $3 WHERE id = $1 AND version = $3 - 1",
			args:     []any{i, item.Visibility, item.Version},
			affected: unmoved,
		})
}

// ListNamedReaders implements plan.Store.
func (s *Store) ListNamedReaders(ctx context.Context, g access.Grant[access.ReadItem], i id.Item, pg page.Page) (plan.Item, []plan.NamedReader, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Item{}, nil, 0, err
	}
	item, open, err := u.item(ctx, i, g.Reaches(), "")
	if err != nil {
		return plan.Item{}, nil, 0, err
	}
	u.logItem(g.Reaches(), &item, open)
	var all []plan.NamedReader
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), n.id, n.staff_name FROM person n JOIN app_named_readers($1) v (person_id) ON v.person_id = n.id
		      ORDER BY n.staff_name, n.id LIMIT $2 OFFSET $3`,
		args: []any{i, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var v plan.NamedReader
			err := r.Scan(&total, &v.Person, &v.Name)
			all = append(all, v)
			return err
		},
	})
	return item, all, total, err
}
