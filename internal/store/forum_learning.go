package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/forum"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// OpenForumLink implements forum.Store.
func (s *Store) OpenForumLink(ctx context.Context, g access.Grant[access.OpenForumLink], c id.ForumCase, why person.Text) (id.Person, error) {
	u, err := within(ctx, g)
	if err != nil {
		return id.Person{}, err
	}
	var child id.Person
	err = u.pipeline(ctx, step{
		sql: `SELECT k.child_id FROM forum_case_child k JOIN forum_case c ON c.id = k.case_id JOIN case_file f ON f.child_id = k.child_id
		      WHERE k.case_id = $1 AND k.unit_id = app_unit() AND c.withdrawn_on IS NULL AND c.expires_on >= app_today() AND ` + childScope(g.Reaches()),
		args: []any{c}, row: func(r pgx.Rows) error { return r.Scan(&child) },
	})
	if err == nil && child.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return id.Person{}, err
	}
	u.log.child = child
	u.log.opened(c.UUID(), g.Reaches()[0])
	return child, u.pipeline(ctx, step{
		sql:  "INSERT INTO forum_link_opening (id, case_id, unit_id, person_id, reason, opened_at) VALUES (gen_random_uuid(), $1, app_unit(), app_person(), $2, app_now())",
		args: []any{c, why},
	})
}

// HasConsented implements forum.Store.
func (s *Store) HasConsented(ctx context.Context, g access.Grant[access.ReadConsent], child id.Person, consent id.Consent) (bool, error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, err
	}
	var has bool
	err = u.pipeline(ctx, step{
		sql: `SELECT EXISTS (SELECT FROM consent c JOIN live_consent l ON l.id = c.id WHERE c.id = $1 AND l.child_id = $2 AND l.kind IN ('plan', 'share')
		        AND (` + consentScope(g.Reaches()) + "))",
		args: []any{consent, child}, row: func(r pgx.Rows) error { return r.Scan(&has) },
	})
	return has, err
}

// AddLearning implements forum.Store.
func (s *Store) AddLearning(ctx context.Context, g access.Grant[access.RaiseForumCase], v forum.Learning) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if err := u.pipeline(ctx, groupStep(v.Group, g.Reaches())); err != nil {
		return err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:  "INSERT INTO forum_learning (id, group_id, written_by, written_on, confirmed, body, created_at) VALUES ($1, $2, app_person(), $3, $4, $5, $6)",
		args: []any{v.ID, v.Group, v.On, warningNames(v.Confirmed), v.Text, v.CreatedAt},
	})
}

// WithdrawLearning implements forum.Store.
func (s *Store) WithdrawLearning(ctx context.Context, g access.Grant[access.RaiseForumCase], of id.Learning) (isSeen bool, err error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, err
	}
	var gone int
	err = u.pipeline(ctx, step{
		sql:  "SELECT EXISTS (SELECT FROM forum_learning l WHERE l.id = $1 AND " + forumScope(g.Reaches(), "l.group_id") + ")",
		args: []any{of}, row: func(r pgx.Rows) error { return r.Scan(&isSeen) },
	}, step{
		sql: "SELECT app_withdraw_forum_learning($1)", args: []any{of}, row: func(r pgx.Rows) error { return r.Scan(&gone) },
	})
	if err == nil && gone == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(of.UUID(), g.Reaches()[0])
	}
	return isSeen, err
}

// ListLearnings implements forum.Store.
func (s *Store) ListLearnings(ctx context.Context, g access.Grant[access.ReadForum], of id.Group, pg page.Page) ([]forum.Learning, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, groupStep(of, g.Reaches())); err != nil {
		return nil, 0, err
	}
	var rows []forum.Learning
	l := listing{
		columns: "l.id, l.group_id, l.written_on, l.confirmed, l.body, l.created_at",
		from:    "forum_learning l WHERE l.group_id = $1 AND " + forumScope(g.Reaches(), "l.group_id"), order: "l.created_at DESC, l.id DESC", args: []any{of},
	}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		var v forum.Learning
		var confirmed []string
		err := r.Scan(&v.ID, &v.Group, &v.On, &confirmed, &v.Text, &v.CreatedAt)
		if err == nil {
			v.Confirmed, err = warningsOf(confirmed)
		}
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// KnownPlaces implements forum.Store. They are looked at and never shown, so the log has nothing to tell.
func (s *Store) KnownPlaces(ctx context.Context, self access.Grant[access.ReadSelf], w access.Grant[access.ReadWhereabouts]) ([]string, error) {
	u, err := within(ctx, self)
	if err != nil {
		return nil, err
	}
	var all []string
	err = u.pipeline(ctx, step{
		sql: `SELECT t.body FROM whereabouts t JOIN case_file f ON f.child_id = t.child_id AND f.unit_id = t.unit_id
		      WHERE t.kind IN ('address', 'school', 'meeting-place', 'municipality', 'other') AND ` + placeScope(w.Reaches()),
		row: func(r pgx.Rows) error {
			var place string
			err := r.Scan(&place)
			all = append(all, place)
			return err
		},
	})
	return all, err
}
