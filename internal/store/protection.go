package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// insertProtection records a level for the own unit. The database makes the strictest of all count at once.
func insertProtection(r person.ProtectionRecord) step {
	return step{
		sql: `INSERT INTO protection_record (id, child_id, unit_id, level, reason, person_id, recorded_on, created_at)
		      VALUES ($1, $2, app_unit(), $3, $4, app_person(), $5, $6)`,
		args: []any{r.ID, r.Child, r.Level, r.Reason, r.RecordedOn, r.CreatedAt},
	}
}

// raiseProtection records a level for the own unit when it is stricter than the one that counts.
func (u *unit) raiseProtection(child id.Person, level person.Protection) step {
	return step{
		sql: `INSERT INTO protection_record (id, child_id, unit_id, level, person_id, recorded_on, created_at)
		      SELECT $1, c.id, app_unit(), $3, app_person(), $4, $5 FROM person c
		      WHERE c.id = $2 AND app_protection_level($3) > app_protection_level(c.protection)`,
		args: []any{id.NewProtectionRecord(), child, level, u.today(), u.request.Now},
	}
}

// RecordProtection implements person.ProtectStore.
func (s *Store) RecordProtection(ctx context.Context, g access.Grant[access.RecordProtection], child id.Person,
	do func(person.Child) (person.ProtectionRecord, error),
) (person.ProtectionRecord, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.ProtectionRecord{}, err
	}
	c, err := u.findChild(ctx, child, childScope(g.Reaches()), " FOR UPDATE OF f")
	if err != nil {
		return person.ProtectionRecord{}, err
	}
	r, err := do(c)
	if err != nil {
		return person.ProtectionRecord{}, err
	}
	u.log.opened(r.ID.UUID(), g.Reaches()[0])
	return r, u.pipeline(ctx, insertProtection(r))
}

// ListProtections implements person.ProtectStore.
func (s *Store) ListProtections(ctx context.Context, g access.Grant[access.ReadProtection], child id.Person, pg page.Page) ([]person.ProtectionRecord, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if _, err := u.findChild(ctx, child, childScope(g.Reaches()), ""); err != nil {
		return nil, 0, err
	}
	var rows []person.ProtectionRecord
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), r.id, r.child_id, r.level, r.reason, r.recorded_on, r.created_at FROM protection_record r
		      WHERE r.child_id = $1 AND r.unit_id = app_unit() ORDER BY r.created_at DESC, r.id DESC LIMIT $2 OFFSET $3`,
		args: []any{child, pg.Limit, pg.Offset()},
		row: func(w pgx.Rows) error {
			var r person.ProtectionRecord
			err := w.Scan(&total, &r.ID, &r.Child, &r.Level, &r.Reason, &r.RecordedOn, &r.CreatedAt)
			rows = append(rows, r)
			u.log.opened(r.ID.UUID(), g.Reaches()[0])
			return err
		},
	})
	return rows, total, err
}
