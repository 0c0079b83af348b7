package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/inforequest"
	"samplan/internal/page"
)

const (
	informationRoutineColumns = "n.id, n.unit_id, coalesce(n.number, 0), n.body, n.published_on"
	// lastRoutine: the one of a unit's routines (alias n) that counts.
	lastRoutine = "NOT EXISTS (SELECT FROM information_routine l WHERE l.unit_id = n.unit_id AND l.number > n.number)"
	// routineBeside joins to requests (alias q) the routine of the own unit (alias n), where it is the one that was asked.
	routineBeside = "LEFT JOIN information_routine n ON n.unit_id = q.to_unit_id AND n.unit_id = app_unit() AND " + lastRoutine
)

func informationRoutineTargets(v *inforequest.Routine) []any {
	return []any{asID(&v.ID), asID(&v.Unit), &v.Number, asText(&v.Text), asDay(&v.PublishedOn)}
}

// PublishInformationRoutine implements inforequest.Store. Of two that publish at once the table itself keeps one.
func (s *Store) PublishInformationRoutine(ctx context.Context, g access.Grant[access.KeepInformationRoutine], do func(int) inforequest.Routine) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	var last int
	if err := u.pipeline(ctx, step{
		sql: "SELECT coalesce(max(n.number), 0) FROM information_routine n WHERE n.unit_id = app_unit()",
		row: func(r pgx.Rows) error { return r.Scan(&last) },
	}); err != nil {
		return err
	}
	v := do(last)
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:  `INSERT INTO information_routine (id, unit_id, number, body, published_by, published_on) VALUES ($1, app_unit(), $2, $3, app_person(), $4)`,
		args: []any{v.ID, v.Number, v.Text, v.PublishedOn},
	})
}

// ListInformationRoutines implements inforequest.Store.
func (s *Store) ListInformationRoutines(ctx context.Context, g access.Grant[access.ReadInformationRoutine], pg page.Page) ([]inforequest.Routine, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []inforequest.Routine
	l := listing{columns: informationRoutineColumns + ", NOT " + lastRoutine, from: "information_routine n WHERE n.unit_id = app_unit()", order: "n.number DESC"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var v inforequest.Routine
		err := r.Scan(append(informationRoutineTargets(&v), &v.IsReplaced)...)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}
