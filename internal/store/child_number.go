package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/person"
)

// ListNumbers implements person.Store.
func (s *Store) ListNumbers(ctx context.Context, g access.Grant[access.ReadChild], child id.Person) ([]person.Identifier, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	if _, err := u.findChild(ctx, child, childScope(g.Reaches()), ""); err != nil {
		return nil, err
	}
	var all []person.Identifier
	err = u.pipeline(ctx, step{
		sql:  "SELECT n.type, n.value FROM person_identifier n WHERE n.person_id = $1 ORDER BY n.type, n.value",
		args: []any{child},
		row: func(r pgx.Rows) error {
			var kind person.IdentifierType
			var value string
			if err := r.Scan(&kind, &value); err != nil {
				return err
			}
			i, err := person.RestoreIdentifier(kind, value)
			all = append(all, i)
			return err
		},
	})
	if err != nil {
		return nil, err
	}
	u.log.child = child
	u.log.opened(child.UUID(), g.Reaches()[0])
	return all, nil
}
