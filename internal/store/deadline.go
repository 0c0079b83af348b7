package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// FindCourse implements plan.Store. A plan is there only within both grants: who may not see meetings is told of none.
func (s *Store) FindCourse(
	ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadMeeting], p id.Plan,
) (plan.Course, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return plan.Course{}, err
	}
	var c plan.Course
	isThere := false
	err = u.pipeline(ctx, step{
		sql: `SELECT true, p.created_on, (SELECT min(s.on_day) FROM plan_status_change s WHERE s.plan_id = p.id AND s.from_status = 'noted'),
		  (SELECT min(s.on_day) FROM plan_status_change s WHERE s.plan_id = p.id AND s.to_status = 'called'), h.first, h.last,
		  (SELECT min(v.dispatched_on) FROM plan_version v WHERE v.plan_id = p.id AND v.dispatched_on >= h.first),
		  p.established_on, p.followed_up_on, p.status IN ('established', 'following-up', 'revised'), app_is_over(p.status)
		 FROM plan p CROSS JOIN LATERAL (SELECT min(d.day) AS first, max(d.day) AS last FROM meeting e
		   CROSS JOIN LATERAL (SELECT (e.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day) d
		   WHERE e.plan_id = p.id AND e.state = 'closed') h
		 WHERE p.id = $1 AND ` + planScope(m.Reaches()),
		args: []any{p},
		row: func(r pgx.Rows) error {
			return r.Scan(&isThere, &c.Noted, &c.Begun, &c.Called, &c.Met, &c.LastMet, &c.Sent, &c.Established, &c.FollowedUp, &c.Stands, &c.IsOver)
		},
	})
	if err == nil && !isThere {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(p.UUID(), g.Reaches()[0])
	}
	return c, err
}
