package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/plan"
)

const ofOwnUnit = " AND i.owner_unit_id = app_unit()"

// FindSubjects implements plan.Store.
func (s *Store) FindSubjects(ctx context.Context, g access.Grant[access.EditItem], i id.Item) (plan.Subjects, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Subjects{}, err
	}
	return u.subjects(ctx, i, g.Reaches(), ofOwnUnit)
}

// subjects reads whom an item is about, and who may be named.
func (u *unit) subjects(ctx context.Context, i id.Item, reaches []access.Reach, lock string) (plan.Subjects, error) {
	v := plan.Subjects{Item: i}
	if _, _, err := u.item(ctx, i, reaches, lock); err != nil {
		return v, err
	}
	u.log.opened(i.UUID(), reaches[0])
	into := func(list *[]id.Person) func(pgx.Rows) error {
		return func(r pgx.Rows) error {
			var p id.Person
			err := r.Scan(&p)
			*list = append(*list, p)
			return err
		}
	}
	return v, u.pipeline(ctx, step{
		sql:  "SELECT t.person_id FROM item_subject t WHERE t.item_id = $1 AND t.ended_on IS NULL ORDER BY t.person_id::text",
		args: []any{i},
		row:  into(&v.Persons),
	}, step{
		sql:  "SELECT DISTINCT r.person_id FROM relation r WHERE r.child_id = $1 AND r.unit_id = app_unit() AND r.valid @> app_today()",
		args: []any{u.log.child},
		row:  into(&v.Related),
	})
}

// NameSubjects implements plan.Store. What the others saw of the item counts before and after: both may have confirmed it.
func (s *Store) NameSubjects(ctx context.Context, g access.Grant[access.EditItem], i id.Item, do func(*plan.Subjects) error) (plan.Subjects, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Subjects{}, err
	}
	v, err := u.subjects(ctx, i, g.Reaches(), ofOwnUnit+" FOR UPDATE OF i")
	if err != nil {
		return v, err
	}
	if err := do(&v); err != nil {
		return v, err
	}
	persons := make([]uuid.UUID, 0, len(v.Persons))
	for _, p := range v.Persons {
		persons = append(persons, p.UUID())
	}
	return v, u.pipeline(ctx, dropConfirmations(i), step{
		sql:  "UPDATE item_subject SET ended_on = app_today() WHERE item_id = $1 AND ended_on IS NULL AND person_id <> ALL ($2)",
		args: []any{i, persons},
	}, step{
		sql: `INSERT INTO item_subject (item_id, person_id, plan_id) SELECT i.id, x.person_id, i.plan_id FROM item i, unnest($2::uuid[]) x (person_id)
		      WHERE i.id = $1 ON CONFLICT (item_id, person_id) DO UPDATE SET ended_on = NULL`,
		args: []any{i, persons},
	}, dropConfirmations(i))
}
