package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/disposal"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const markColumns = `k.id, k.child_id, k.unit_id, k.kind, k.reason, k.set_by, k.set_on, k.created_at, k.ended_on, k.ended_by, coalesce(k.ended_at, 'epoch'),
  k.end_reason, k.version`

func scanMark(r pgx.Rows) (disposal.Mark, error) {
	var m disposal.Mark
	return m, r.Scan(asID(&m.ID), asID(&m.Child), asID(&m.Unit), asEnum(&m.Kind), &m.Reason, asID(&m.SetBy), asDay(&m.SetOn), &m.CreatedAt, asDay(&m.EndedOn),
		asID(&m.EndedBy), &m.EndedAt, &m.EndReason, &m.Version)
}

// markScope chooses children (child is the expression) whose cases at the own unit may be marked. A manager's reach goes on when the
// case is closed: that is when its clock runs.
func markScope(reaches []access.Reach, child string) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnCase:
			return fileOf(child) + " AND " + caseOf(child)
		case access.OwnUnit:
			return "EXISTS (SELECT FROM case_file f WHERE f.child_id = " + child + " AND f.unit_id = app_unit())"
		}
		return "false"
	})
}

func (u *unit) mayMark(ctx context.Context, child id.Person, reaches []access.Reach) error {
	return u.pipeline(ctx, step{
		sql: "SELECT c.id FROM (SELECT $1::uuid AS id) c WHERE " + markScope(reaches, "c.id"), args: []any{child}, affected: found,
	})
}

// ListMarks implements disposal.Store.
func (s *Store) ListMarks(ctx context.Context, g access.Grant[access.ReadRetention], child id.Person, pg page.Page) ([]disposal.Mark, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if err := u.mayMark(ctx, child, g.Reaches()); err != nil {
		return nil, 0, err
	}
	u.log.child = child
	var rows []disposal.Mark
	l := listing{
		columns: markColumns, from: "retention_mark k WHERE k.child_id = $1 AND k.unit_id = app_unit()", order: "k.created_at DESC, k.id", args: []any{child},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		m, err := scanMark(r)
		rows = append(rows, m)
		u.log.opened(m.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// SetMark implements disposal.Store.
func (s *Store) SetMark(ctx context.Context, g access.Grant[access.MarkRetention], m disposal.Mark) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if err := u.mayMark(ctx, m.Child, g.Reaches()); err != nil {
		return err
	}
	u.log.child = m.Child
	u.log.opened(m.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:  `INSERT INTO retention_mark (id, child_id, unit_id, kind, reason, set_by, set_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
		args: []any{m.ID, m.Child, m.Unit, m.Kind, m.Reason, m.SetBy, m.SetOn, m.CreatedAt},
	})
}

// EndMark implements disposal.Store.
func (s *Store) EndMark(
	ctx context.Context, g access.Grant[access.MarkRetention], of id.RetentionMark, do func(*disposal.Mark) error,
) (disposal.Mark, error) {
	u, err := within(ctx, g)
	if err != nil {
		return disposal.Mark{}, err
	}
	var m disposal.Mark
	err = u.pipeline(ctx, step{
		sql:  "SELECT " + markColumns + " FROM retention_mark k WHERE k.id = $1 AND k.unit_id = app_unit() AND " + markScope(g.Reaches(), "k.child_id") + " FOR UPDATE OF k",
		args: []any{of},
		row: func(r pgx.Rows) (err error) {
			m, err = scanMark(r)
			return err
		},
	})
	if err == nil && m.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return disposal.Mark{}, err
	}
	if err := do(&m); err != nil {
		return disposal.Mark{}, err
	}
	u.log.child = m.Child
	u.log.opened(m.ID.UUID(), g.Reaches()[0])
	return m, u.pipeline(ctx, step{
		sql:  `UPDATE retention_mark SET ended_on = $2, ended_by = $3, ended_at = $4, end_reason = $5, version = $6 WHERE id = $1 AND version = $6 - 1`,
		args: []any{m.ID, m.EndedOn, m.EndedBy, m.EndedAt, m.EndReason, m.Version}, affected: unmoved,
	})
}
