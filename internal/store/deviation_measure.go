package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deviation"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	measureColumns = "e.id, e.case_id, e.group_id, e.unit_id, e.body, e.decided_on, e.due_on, e.outcome, e.effect, e.followed_up_on, e.created_at, e.version"
	waitingMeasure = "e.followed_up_on IS NULL"
)

func scanMeasure(r pgx.Rows) (deviation.Measure, error) {
	var m deviation.Measure
	return m, r.Scan(&m.ID, &m.Case, &m.Group, &m.Unit, &m.Text, &m.DecidedOn, &m.DueOn, &m.Outcome, &m.Effect, &m.FollowedUpOn, &m.CreatedAt, &m.Version)
}

// measureScope chooses measures (alias e) within the reaches of a grant.
func measureScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.GroupMember:
			return "e.group_id IN (SELECT app_my_groups())"
		case access.GroupChair:
			return "e.group_id IN (SELECT app_chaired_groups())"
		case access.OwnUnit:
			return "e.unit_id = app_unit()"
		}
		return "false"
	})
}

// AddMeasure implements deviation.Store.
func (s *Store) AddMeasure(ctx context.Context, g access.Grant[access.HandleDeviationCase], c id.DeviationCase, do func(*deviation.Received) (deviation.Measure, error)) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	var m deviation.Measure
	if _, err = u.handle(ctx, g, c, func(r *deviation.Received) (err error) {
		m, err = do(r)
		return err
	}); err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql:  `INSERT INTO deviation_measure (id, case_id, group_id, unit_id, body, decided_on, due_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		args: []any{m.ID, m.Case, m.Group, m.Unit, m.Text, m.DecidedOn, m.DueOn, m.CreatedAt},
	})
}

// ChangeMeasure implements deviation.Store.
func (s *Store) ChangeMeasure(ctx context.Context, g access.Grant[access.HandleDeviationCase], measure id.Measure, do func(*deviation.Measure) error) (id.DeviationCase, error) {
	u, err := within(ctx, g)
	if err != nil {
		return id.DeviationCase{}, err
	}
	var m deviation.Measure
	err = u.pipeline(ctx, step{
		sql:  "SELECT " + measureColumns + " FROM deviation_measure e WHERE e.id = $1 AND " + measureScope(g.Reaches()) + " FOR UPDATE OF e",
		args: []any{measure},
		row: func(r pgx.Rows) (err error) {
			m, err = scanMeasure(r)
			return err
		},
	})
	if err == nil && m.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(m.ID.UUID(), g.Reaches()[0])
		err = do(&m)
	}
	if err != nil {
		return id.DeviationCase{}, err
	}
	return m.Case, u.pipeline(ctx, step{
		sql:  "UPDATE deviation_measure SET outcome = $2, effect = $3, followed_up_on = $4, version = $5 WHERE id = $1 AND version = $5 - 1",
		args: []any{m.ID, m.Outcome, m.Effect, m.FollowedUpOn, m.Version}, affected: unmoved,
	})
}

// ListMeasures implements deviation.Store.
func (s *Store) ListMeasures(ctx context.Context, g access.Grant[access.ReadMeasure], pg page.Page) ([]deviation.Measure, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []deviation.Measure
	l := listing{columns: measureColumns, from: "deviation_measure e WHERE " + measureScope(g.Reaches()), order: "NOT " + waitingMeasure + ", e.due_on, e.id"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		m, err := scanMeasure(r)
		rows = append(rows, m)
		u.log.opened(m.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}
