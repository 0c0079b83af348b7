package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/forum"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	sessionColumns = `s.id, s.group_id, s.held_on, to_char(s.starts_at, 'HH24:MI'), to_char(s.ends_at, 'HH24:MI'), s.mode, s.cancelled_on, s.reason, s.version`
	// sinceLast: a day (%s) lies after the group's session before that one (alias s), and not after it: what waits for the first
	// session from a day on. A session that is cancelled passes on what waited for it.
	sinceLast = ` <= s.held_on AND s.cancelled_on IS NULL AND s.held_on = (SELECT min(e.held_on) FROM forum_session e
	  WHERE e.group_id = s.group_id AND e.cancelled_on IS NULL AND e.held_on >= `
)

func scanSession(r pgx.Rows) (forum.Session, error) {
	var v forum.Session
	return v, r.Scan(&v.ID, &v.Group, &v.On, &v.Starts, &v.Ends, &v.Mode, &v.CancelledOn, &v.Reason, &v.Version)
}

// forumScope chooses what groups have (group is the column of the group) within the reaches of a grant.
func forumScope(reaches []access.Reach, group string) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.GroupMember:
			return group + " IN (SELECT app_my_groups())"
		case access.GroupChair:
			return group + " IN (SELECT app_chaired_groups())"
		}
		return "false"
	})
}

// groupStep finds a group within the reaches of a grant.
func groupStep(of id.Group, reaches []access.Reach) step {
	return step{
		sql: "SELECT count(*) FROM collaboration_group g WHERE g.id = $1 AND " + forumScope(reaches, "g.id"), args: []any{of},
		row: func(r pgx.Rows) error { return oneOr(r, fault.New(fault.CodeNotFound)) },
	}
}

// PlanSessions implements forum.Store.
func (s *Store) PlanSessions(ctx context.Context, g access.Grant[access.HandleForum], of id.Group, all []forum.Session) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	if err := u.pipeline(ctx, groupStep(of, g.Reaches())); err != nil {
		return err
	}
	u.log.opened(of.UUID(), g.Reaches()[0])
	steps := make([]step, 0, len(all))
	for _, v := range all {
		steps = append(steps, step{
			sql:  "INSERT INTO forum_session (id, group_id, held_on, starts_at, ends_at, mode, planned_by) VALUES ($1, $2, $3, $4::time, $5::time, $6, app_person())",
			args: []any{v.ID, v.Group, v.On, v.Starts, v.Ends, v.Mode},
		})
	}
	return u.pipeline(ctx, steps...)
}

// ListForumSessions implements forum.Store.
func (s *Store) ListForumSessions(ctx context.Context, g access.Grant[access.ReadForum], of id.Group, pg page.Page) ([]forum.Session, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if err := u.pipeline(ctx, groupStep(of, g.Reaches())); err != nil {
		return nil, 0, err
	}
	var rows []forum.Session
	l := listing{columns: sessionColumns, from: "forum_session s WHERE s.group_id = $1 AND " + forumScope(g.Reaches(), "s.group_id"), order: "s.held_on DESC, s.id", args: []any{of}}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanSession(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// FindForumSession implements forum.Store.
func (s *Store) FindForumSession(ctx context.Context, g access.Grant[access.ReadForum], of id.ForumSession) (forum.Session, error) {
	u, err := within(ctx, g)
	if err != nil {
		return forum.Session{}, err
	}
	return u.findSession(ctx, of, g.Reaches(), "")
}

// findSession reads one within reaches with its agenda; lock, when not empty, is how it is locked before.
func (u *unit) findSession(ctx context.Context, of id.ForumSession, reaches []access.Reach, lock string) (forum.Session, error) {
	var v forum.Session
	var steps []step
	if lock != "" {
		steps = append(steps, step{sql: "SELECT s.id FROM forum_session s WHERE s.id = $1 AND " + forumScope(reaches, "s.group_id") + lock, args: []any{of}})
	}
	agenda := func(day string, into *[]forum.Case) step {
		return step{
			sql: "SELECT " + forumCaseColumns + " FROM forum_session s JOIN " + forumCaseTables + " ON c.group_id = s.group_id WHERE s.id = $1 AND " +
				forumCaseScope(reaches) + " AND " + day + sinceLast + day + ") ORDER BY c.created_at, c.id",
			args: []any{of},
			row: func(r pgx.Rows) error {
				c, err := scanForumCase(r)
				*into = append(*into, c)
				return err
			},
		}
	}
	err := u.pipeline(ctx, append(steps, step{
		sql: "SELECT " + sessionColumns + " FROM forum_session s WHERE s.id = $1 AND " + forumScope(reaches, "s.group_id"), args: []any{of},
		row: func(r pgx.Rows) (err error) {
			v, err = scanSession(r)
			return err
		},
	})...)
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return forum.Session{}, err
	}
	u.log.opened(v.ID.UUID(), reaches[0])
	if err = u.pipeline(ctx, agenda("c.take_up_from", &v.Cases), agenda("c.follow_up_on", &v.FollowUps)); err != nil {
		return forum.Session{}, err
	}
	for _, all := range [][]forum.Case{v.Cases, v.FollowUps} {
		for _, c := range all {
			u.log.opened(c.ID.UUID(), reaches[0])
		}
	}
	return v, nil
}

// CancelSession implements forum.Store.
func (s *Store) CancelSession(ctx context.Context, g access.Grant[access.HandleForum], of id.ForumSession, do func(*forum.Session) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.findSession(ctx, of, g.Reaches(), " FOR UPDATE OF s")
	if err == nil {
		err = do(&v)
	}
	if err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql:  "UPDATE forum_session SET cancelled_on = $2, reason = $3, version = $4 WHERE id = $1 AND version = $4 - 1",
		args: []any{v.ID, v.CancelledOn, v.Reason, v.Version}, affected: unmoved,
	})
}
