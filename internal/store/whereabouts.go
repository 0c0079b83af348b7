package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

var whereabouts = ofChild{"whereabouts", `t.id, t.child_id, t.kind, t.body, t.author_id, lower(t.valid), upper(t.valid) - 1, t.version`}

func scanWhereabouts(r pgx.Rows) (person.Whereabouts, error) {
	var w person.Whereabouts
	return w, r.Scan(&w.ID, &w.Child, &w.Kind, &w.Text, &w.Author, &w.Span.From, &w.Span.To, &w.Version)
}

// AddWhereabouts implements person.ProtectStore.
func (s *Store) AddWhereabouts(ctx context.Context, g access.Grant[access.EditWhereabouts], child id.Person,
	do func(person.Child) (person.Whereabouts, error),
) (person.Whereabouts, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Whereabouts{}, err
	}
	c, err := u.findChild(ctx, child, placeScope(g.Reaches()), "")
	if err != nil {
		return person.Whereabouts{}, err
	}
	w, err := do(c)
	if err != nil {
		return person.Whereabouts{}, err
	}
	u.log.opened(w.ID.UUID(), g.Reaches()[0])
	return w, u.pipeline(ctx, step{
		sql: `INSERT INTO whereabouts (id, child_id, unit_id, kind, body, author_id, valid)
		      VALUES ($1, $2, app_unit(), $3, $4, $5, daterange($6, $7, '[]'))`,
		args: []any{w.ID, w.Child, w.Kind, w.Text, w.Author, w.Span.From, w.Span.To},
	})
}

// ListWhereabouts implements person.ProtectStore.
func (s *Store) ListWhereabouts(ctx context.Context, g access.Grant[access.ReadWhereabouts], child id.Person, pg page.Page) ([]person.Whereabouts, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []person.Whereabouts
	total, err := whereabouts.list(ctx, u, child, placeScope(g.Reaches()), pg, func(r pgx.Rows) error {
		w, err := scanWhereabouts(r)
		rows = append(rows, w)
		u.log.opened(w.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// EndWhereabouts implements person.ProtectStore.
func (s *Store) EndWhereabouts(ctx context.Context, g access.Grant[access.EditWhereabouts], w id.Whereabouts, do func(*person.Whereabouts) error) (person.Whereabouts, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.Whereabouts{}, err
	}
	var v person.Whereabouts
	err = whereabouts.lock(ctx, u, w, placeScope(g.Reaches()), func(row pgx.Rows) (err error) {
		v, err = scanWhereabouts(row)
		return err
	})
	if err == nil {
		err = do(&v)
	}
	if err != nil {
		return person.Whereabouts{}, err
	}
	u.log.child = v.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, whereabouts.end(v.ID, v.Span.To, v.Version))
}
