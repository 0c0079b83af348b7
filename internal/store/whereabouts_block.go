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

var placeBlocks = ofChild{"whereabouts_block", `t.id, t.child_id, t.person_id, t.decided_by, t.reason, lower(t.valid), upper(t.valid) - 1, t.version`}

func scanBlock(r pgx.Rows) (person.WhereaboutsBlock, error) {
	var v person.WhereaboutsBlock
	return v, r.Scan(&v.ID, &v.Child, &v.Person, &v.By, &v.Reason, &v.Span.From, &v.Span.To, &v.Version)
}

// AddBlock implements person.ProtectStore. Against whom is found among the own unit's relations of the child, in the same
// statement that stores.
func (s *Store) AddBlock(ctx context.Context, g access.Grant[access.BlockWhereabouts], child id.Person,
	do func(person.Child) (person.WhereaboutsBlock, error),
) (person.WhereaboutsBlock, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.WhereaboutsBlock{}, err
	}
	c, err := u.findChild(ctx, child, childScope(g.Reaches()), "")
	if err != nil {
		return person.WhereaboutsBlock{}, err
	}
	v, err := do(c)
	if err != nil {
		return person.WhereaboutsBlock{}, err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, step{
		sql: `INSERT INTO whereabouts_block (id, child_id, unit_id, person_id, decided_by, reason, valid)
		      SELECT $1, $2, app_unit(), $3, $4, $5, daterange($6, $7, '[]')
		       WHERE EXISTS (SELECT FROM relation r WHERE r.child_id = $2 AND r.person_id = $3 AND r.unit_id = app_unit())`,
		args: []any{v.ID, v.Child, v.Person, v.By, v.Reason, v.Span.From, v.Span.To},
		affected: func(n int64) error {
			if n == 0 {
				return fault.At(fault.CodeInvalid, "/personId", "unknown")
			}
			return nil
		},
	})
}

// ListWhereaboutsBlocks implements person.ProtectStore.
func (s *Store) ListWhereaboutsBlocks(ctx context.Context, g access.Grant[access.BlockWhereabouts], child id.Person, pg page.Page) ([]person.WhereaboutsBlock, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []person.WhereaboutsBlock
	total, err := placeBlocks.list(ctx, u, child, childScope(g.Reaches()), pg, func(r pgx.Rows) error {
		v, err := scanBlock(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// EndBlock implements person.ProtectStore.
func (s *Store) EndBlock(ctx context.Context, g access.Grant[access.BlockWhereabouts], b id.WhereaboutsBlock, do func(*person.WhereaboutsBlock) error) (person.WhereaboutsBlock, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.WhereaboutsBlock{}, err
	}
	var v person.WhereaboutsBlock
	err = placeBlocks.lock(ctx, u, b, childScope(g.Reaches()), func(row pgx.Rows) (err error) {
		v, err = scanBlock(row)
		return err
	})
	if err == nil {
		err = do(&v)
	}
	if err != nil {
		return person.WhereaboutsBlock{}, err
	}
	u.log.child = v.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, placeBlocks.end(v.ID, v.Span.To, v.Version))
}
