package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

var placeReaders = ofChild{"whereabouts_reader", `t.id, t.child_id, t.person_id,
  coalesce((SELECT k.staff_name FROM person k WHERE k.id = t.person_id), ''), t.granted_by, t.reason, lower(t.valid), upper(t.valid) - 1, t.version`}

func scanReader(r pgx.Rows) (person.WhereaboutsReader, error) {
	var v person.WhereaboutsReader
	return v, r.Scan(&v.ID, &v.Child, &v.Person, &v.Name, &v.By, &v.Reason, &v.Span.From, &v.Span.To, &v.Version)
}

// NameReader implements person.ProtectStore.
func (s *Store) NameReader(ctx context.Context, g access.Grant[access.NameReader], child id.Person,
	do func(person.Child) (person.WhereaboutsReader, error),
) (person.WhereaboutsReader, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.WhereaboutsReader{}, err
	}
	scope := childScope(g.Reaches())
	c, err := u.findChild(ctx, child, scope, "")
	if err != nil {
		return person.WhereaboutsReader{}, err
	}
	v, err := do(c)
	if err != nil {
		return person.WhereaboutsReader{}, err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	err = u.pipeline(ctx,
		step{
			sql: `INSERT INTO whereabouts_reader (id, child_id, unit_id, person_id, granted_by, reason, valid)
			      VALUES ($1, $2, app_unit(), $3, $4, $5, daterange($6, $7, '[]'))`,
			args: []any{v.ID, v.Child, v.Person, v.By, v.Reason, v.Span.From, v.Span.To},
		},
		step{
			sql: placeReaders.from(scope) + " AND t.id = $1", args: []any{v.ID},
			row: func(r pgx.Rows) (err error) { v, err = scanReader(r); return err },
		})
	return v, err
}

// ListReaders implements person.ProtectStore.
func (s *Store) ListReaders(ctx context.Context, g access.Grant[access.NameReader], child id.Person, pg page.Page) ([]person.WhereaboutsReader, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []person.WhereaboutsReader
	total, err := placeReaders.list(ctx, u, child, childScope(g.Reaches()), pg, func(r pgx.Rows) error {
		v, err := scanReader(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// EndReader implements person.ProtectStore. Whoever loses the last day loses the compartment at the next read.
func (s *Store) EndReader(ctx context.Context, g access.Grant[access.NameReader], r id.WhereaboutsReader, do func(*person.WhereaboutsReader) error) (person.WhereaboutsReader, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.WhereaboutsReader{}, err
	}
	var v person.WhereaboutsReader
	err = placeReaders.lock(ctx, u, r, childScope(g.Reaches()), func(row pgx.Rows) (err error) {
		v, err = scanReader(row)
		return err
	})
	if err == nil {
		err = do(&v)
	}
	if err != nil {
		return person.WhereaboutsReader{}, err
	}
	u.log.child = v.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, placeReaders.end(v.ID, v.Span.To, v.Version))
}
