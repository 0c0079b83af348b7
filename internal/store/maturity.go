package store

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/person"
)

// RecordMaturity implements person.Store.
func (s *Store) RecordMaturity(ctx context.Context, g access.Grant[access.RecordMaturity], child id.Person,
	do func(person.Child) (person.Maturity, error),
) (person.Maturity, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Maturity{}, err
	}
	c, err := u.findChild(ctx, child, childScope(g.Reaches()), "")
	if err != nil {
		return person.Maturity{}, err
	}
	m, err := do(c)
	if err != nil {
		return person.Maturity{}, err
	}
	u.log.opened(m.ID.UUID(), g.Reaches()[0])
	return m, u.pipeline(ctx, step{
		sql: `INSERT INTO maturity_assessment (id, child_id, unit_id, outcome, assessed_on, assessed_by, reason, created_at)
		      VALUES ($1, $2, app_unit(), $3, $4, $5, $6, $7)`,
		args: []any{m.ID, m.Child, m.Outcome, m.AssessedOn, m.By, m.Reason, m.CreatedAt},
	})
}
