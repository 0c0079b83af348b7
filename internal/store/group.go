package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/group"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	groupColumns  = "g.id, g.principal_id, g.name, g.level, g.kind, g.text_days, g.above_id"
	memberColumns = "m.id, m.group_id, m.unit_id, m.person_id, coalesce(p.staff_name, ''), m.function, m.title, lower(m.valid), upper(m.valid) - 1, m.version"
)

func scanGroup(r pgx.Rows, v *group.Group) error {
	return r.Scan(&v.ID, &v.Principal, &v.Name, &v.Level, &v.Kind, &v.TextDays, &v.Above)
}

func scanMember(r pgx.Rows) (group.Member, error) {
	var m group.Member
	return m, r.Scan(&m.ID, &m.Group, &m.Unit, &m.Person, &m.Name, &m.Function, &m.Title, &m.From, &m.To, &m.Version)
}

// ListGroups implements group.Store.
func (s *Store) ListGroups(ctx context.Context, g access.Grant[access.ReadGroup], pg page.Page) ([]group.Group, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []group.Group
	total, err := u.list(ctx, listing{columns: groupColumns, from: "collaboration_group g", order: "g.name, g.id"}, pg, func(r pgx.Rows) error {
		var v group.Group
		err := scanGroup(r, &v)
		rows = append(rows, v)
		return err
	})
	return rows, total, err
}

// FindGroup implements group.Store.
func (s *Store) FindGroup(ctx context.Context, g access.Grant[access.ReadGroup], of id.Group) (group.Group, error) {
	u, err := within(ctx, g)
	if err != nil {
		return group.Group{}, err
	}
	var v group.Group
	err = u.pipeline(ctx, step{
		sql: "SELECT " + groupColumns + " FROM collaboration_group g WHERE g.id = $1", args: []any{of},
		row: func(r pgx.Rows) error { return scanGroup(r, &v) },
	}, step{
		sql: "SELECT " + memberColumns + ` FROM group_member m JOIN person p ON p.id = m.person_id
		      WHERE m.group_id = $1 AND (upper_inf(m.valid) OR upper(m.valid) > app_today())
		      ORDER BY array_position(ARRAY['chair', 'secretary', 'member'], m.function), p.staff_name, m.id`,
		args: []any{of},
		row: func(r pgx.Rows) error {
			m, err := scanMember(r)
			v.Members = append(v.Members, m)
			return err
		},
	})
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return v, err
}

// AddGroup implements group.Store.
func (s *Store) AddGroup(ctx context.Context, g access.Grant[access.EditGroup], v *group.Group) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO collaboration_group (id, principal_id, name, level, above_id, kind, text_days, created_by)
		      SELECT $1, app_principal(), $2, $3, $4, $5, $6, app_person()
		       WHERE $4::uuid IS NULL OR EXISTS (SELECT FROM collaboration_group g WHERE g.id = $4 AND g.level = 'county')
		      RETURNING principal_id`,
		args: []any{v.ID, v.Name, v.Level, v.Above, v.Kind, v.TextDays},
		row:  func(r pgx.Rows) error { return r.Scan(&v.Principal) },
	}, step{
		sql: "SELECT count(*) FROM collaboration_group g WHERE g.id = $1", args: []any{v.ID},
		row: func(r pgx.Rows) error { return oneOr(r, fault.At(fault.CodeInvalid, "/aboveId", "unknown")) },
	})
}

// oneOr reads a count, which is to be one.
func oneOr(r pgx.Rows, otherwise error) error {
	var n int
	if err := r.Scan(&n); err != nil || n == 1 {
		return err //nolint:wrapcheck // the pipeline says what it was reading
	}
	return otherwise
}

// AddMember implements group.Store.
func (s *Store) AddMember(ctx context.Context, g access.Grant[access.EditGroup], m group.Member) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(m.Group.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: "SELECT count(*) FROM collaboration_group g WHERE g.id = $1 AND g.principal_id = app_principal()", args: []any{m.Group},
		row: func(r pgx.Rows) error { return oneOr(r, fault.New(fault.CodeNotFound)) },
	}, step{
		sql: "SELECT app_works_at($1, $2, $3)::int", args: []any{m.Person, m.Unit, m.From},
		row: func(r pgx.Rows) error { return oneOr(r, fault.At(fault.CodeNotStaff, "/personId", "unknown")) },
	}, step{
		sql: `INSERT INTO group_member (id, group_id, unit_id, person_id, function, title, valid, added_by)
		      SELECT $1, $2, $3, $4, $5, $6, daterange($7, $8, '[]'), app_person() WHERE app_works_at($4, $3, $7)
		         AND EXISTS (SELECT FROM collaboration_group g WHERE g.id = $2 AND g.principal_id = app_principal())`,
		args: []any{m.ID, m.Group, m.Unit, m.Person, m.Function, m.Title, m.From, m.To},
	})
}

// ChangeMember implements group.Store.
func (s *Store) ChangeMember(ctx context.Context, g access.Grant[access.EditGroup], member id.Member, do func(*group.Member) error) (id.Group, error) {
	u, err := within(ctx, g)
	if err != nil {
		return id.Group{}, err
	}
	var m group.Member
	err = u.pipeline(ctx, step{
		sql: "SELECT " + memberColumns + ` FROM group_member m JOIN person p ON p.id = m.person_id JOIN collaboration_group g ON g.id = m.group_id
		      WHERE m.id = $1 AND g.principal_id = app_principal() FOR UPDATE OF m`,
		args: []any{member},
		row: func(r pgx.Rows) (err error) {
			m, err = scanMember(r)
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
		return id.Group{}, err
	}
	return m.Group, u.pipeline(ctx, step{
		sql:  "UPDATE group_member SET valid = daterange(lower(valid), $2, '[]'), version = $3 WHERE id = $1 AND version = $3 - 1",
		args: []any{m.ID, m.To, m.Version}, affected: unmoved,
	})
}

// KeepTexts implements group.Store.
func (s *Store) KeepTexts(ctx context.Context, g access.Grant[access.EditGroup], of id.Group, days int) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(of.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:  "UPDATE collaboration_group SET text_days = $2 WHERE id = $1 AND principal_id = app_principal()",
		args: []any{of, days}, affected: found,
	})
}
