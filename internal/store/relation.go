package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

var relations = ofChild{"relation", `t.id, t.child_id, t.person_id, t.kind, t.given_name, t.family_name, lower(t.valid), upper(t.valid) - 1,
  t.end_reason, t.version`}

func scanRelation(r pgx.Rows) (person.Relation, error) {
	var v person.Relation
	return v, r.Scan(&v.ID, &v.Child, &v.Person, &v.Kind, &v.Name.Given, &v.Name.Family, &v.Span.From, &v.Span.To, &v.EndReason, &v.Version)
}

// ListRelations implements person.Store.
func (s *Store) ListRelations(ctx context.Context, g access.Grant[access.ReadRelation], child id.Person, pg page.Page) ([]person.Relation, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []person.Relation
	total, err := relations.list(ctx, u, child, childScope(g.Reaches()), pg, func(r pgx.Rows) error {
		v, err := scanRelation(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// AddRelation implements person.Store. The other person is known to other services or not; the id does not tell.
func (s *Store) AddRelation(ctx context.Context, g access.Grant[access.EditRelation], child id.Person, i person.Identifier,
	do func(person.Child) (person.Relation, error),
) (person.Relation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Relation{}, err
	}
	c, err := u.findChild(ctx, child, childScope(g.Reaches()), "")
	if err != nil {
		return person.Relation{}, err
	}
	v, err := do(c)
	if err != nil {
		return person.Relation{}, err
	}
	other, err := u.personFor(ctx, i, nil, nil, id.NewPerson())
	if err != nil {
		return person.Relation{}, err
	}
	if err := v.Is(other); err != nil {
		return person.Relation{}, err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, step{
		sql: `INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
		      VALUES ($1, $2, $3, app_unit(), $4, $5, $6, daterange($7, $8, '[]'))`,
		args: []any{v.ID, v.Child, v.Person, v.Kind, v.Name.Given, v.Name.Family, v.Span.From, v.Span.To},
	})
}

// EndRelation implements person.Store.
func (s *Store) EndRelation(ctx context.Context, g access.Grant[access.EditRelation], r id.Relation, do func(*person.Relation) error) (person.Relation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Relation{}, err
	}
	var v person.Relation
	err = relations.lock(ctx, u, r, childScope(g.Reaches()), func(row pgx.Rows) (err error) {
		v, err = scanRelation(row)
		return err
	})
	if err != nil {
		return person.Relation{}, err
	}
	if err := do(&v); err != nil {
		return person.Relation{}, err
	}
	u.log.child = v.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, step{
		sql:  "UPDATE relation SET valid = daterange(lower(valid), $2, '[]'), end_reason = $3, version = $4 WHERE id = $1 AND version = $4 - 1",
		args: []any{v.ID, v.Span.To, v.EndReason, v.Version}, affected: unmoved,
	})
}

// familyName joins the name by which the own unit knows somebody of a child's family: as related (alias v), or the child itself
// (alias f).
func familyName(someone, child string) string {
	return `LEFT JOIN LATERAL (SELECT r.given_name, r.family_name FROM relation r
	    WHERE r.child_id = ` + child + ` AND r.person_id = ` + someone + ` AND r.unit_id = app_unit() ORDER BY lower(r.valid) DESC, r.id DESC LIMIT 1) v ON true
	  LEFT JOIN case_file f ON f.child_id = ` + someone + ` AND f.child_id = ` + child + ` AND f.unit_id = app_unit() AND f.valid @> app_today()`
}
