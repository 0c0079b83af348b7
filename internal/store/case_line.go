package store

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/person"
)

// NoteTeaching implements caseline.Store.
func (s *Store) NoteTeaching(ctx context.Context, g access.Grant[access.TeachCaseLine], p id.Plan, why person.Text) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.purpose = why.Reveal()
	return u.pipeline(ctx, step{
		sql: "SELECT p.id FROM plan p WHERE p.id = $1 AND " + planScope(g.Reaches()), args: []any{p}, affected: found,
	})
}
