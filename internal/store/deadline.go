package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/plan"
	"samplan/internal/routine"
)

// courseColumns read what the deadlines of a plan (alias p, of courseTables) count from.
const (
	courseColumns = `p.created_on, (SELECT min(s.on_day) FROM plan_status_change s WHERE s.plan_id = p.id AND s.from_status = 'noted'),
	  (SELECT min(s.on_day) FROM plan_status_change s WHERE s.plan_id = p.id AND s.to_status = 'called'), h.first, h.last,
	  (SELECT min(v.dispatched_on) FROM plan_version v WHERE v.plan_id = p.id AND v.dispatched_on >= h.first),
	  p.established_on, p.followed_up_on, ` + planStands + `, app_is_over(p.status)`
	courseTables = `plan p CROSS JOIN LATERAL (SELECT min(d.day) AS first, max(d.day) AS last FROM meeting e
	   CROSS JOIN LATERAL (SELECT (e.starts_at AT TIME ZONE 'Europe/Stockholm')::date AS day) d
	   WHERE e.plan_id = p.id AND e.state = 'closed') h`
)

func courseTargets(c *plan.Course) []any {
	return []any{&c.Noted, &c.Begun, &c.Called, &c.Met, &c.LastMet, &c.Sent, &c.Established, &c.FollowedUp, &c.Stands, &c.IsOver}
}

// FindCourse implements plan.Store. A plan is there only within both grants: who may not see meetings is told of none.
func (s *Store) FindCourse(
	ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadMeeting], k plan.CallGrants, p id.Plan,
) (plan.Course, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return plan.Course{}, err
	}
	var c plan.Course
	isThere := false
	err = u.pipeline(ctx, step{
		sql: "SELECT true, " + courseColumns + " FROM " + courseTables + " WHERE p.id = $1 AND " + planScope(m.Reaches()), args: []any{p},
		row: func(r pgx.Rows) error { return r.Scan(append([]any{&isThere}, courseTargets(&c)...)...) },
	}, sentCallsStep(k.Sent, p, func(_ id.Plan, v plan.CallCourse) {
		c.Calls = append(c.Calls, v)
		u.log.opened(v.Call.UUID(), k.Sent.Reaches()[0])
	}), receivedCallsStep(k.Received, u.actor.Role(), p, func(v plan.CallCourse) {
		c.Calls = append(c.Calls, v)
		u.log.opened(v.Addressee.UUID(), k.Received.Reaches()[0])
	}))
	if err == nil && !isThere {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(p.UUID(), g.Reaches()[0])
	}
	return c, err
}

// ListLedCourses implements plan.Store. Whoever leads knows where the child is, so that the routine is the plan's own.
func (s *Store) ListLedCourses(
	ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadMeeting], k plan.CallGrants,
) ([]plan.LedCourse, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var led []plan.LedCourse
	var versions []id.Routine // of each plan
	profiles := map[id.Routine]*routine.Profile{}
	err = u.pipeline(ctx, step{
		sql: "SELECT p.id, " + planRoutine + ", " + courseColumns + " FROM " + courseTables + ` WHERE p.lead_unit_id = app_unit()
		  AND NOT app_is_over(p.status) AND ` + planScope(g.Reaches()) + " AND " + planScope(m.Reaches()) + " ORDER BY p.id",
		row: func(r pgx.Rows) error {
			var c plan.LedCourse
			var v id.Routine
			err := r.Scan(append([]any{&c.Plan, &v}, courseTargets(&c.Course)...)...)
			led, versions, profiles[v] = append(led, c), append(versions, v), nil
			return err
		},
	})
	if err != nil || len(led) == 0 {
		return nil, err
	}
	calls := map[id.Plan][]plan.CallCourse{}
	err = u.pipeline(ctx, routinesStep(profiles), sentCallsStep(k.Sent, id.Plan{}, func(of id.Plan, v plan.CallCourse) { calls[of] = append(calls[of], v) }))
	for n := range led {
		led[n].Profile, led[n].Calls = profiles[versions[n]], calls[led[n].Plan]
	}
	return led, err
}

// sentCallsStep reads what the deadlines of calls count from that the own unit sends, of one plan or of all. They run for who
// leads: what a former lead called to is no longer its to drive.
func sentCallsStep(g access.Grant[access.ReadCall], p id.Plan, to func(id.Plan, plan.CallCourse)) step {
	return step{
		sql: `SELECT c.plan_id, c.id, x.addressee_id, c.sent_on, x.answer_by, x.answered_on, x.meeting
		 FROM call c JOIN plan p ON p.id = c.plan_id CROSS JOIN LATERAL (
		   SELECT NULL::uuid AS addressee_id, NULL::date AS answer_by, NULL::date AS answered_on,
		     max((m.starts_at AT TIME ZONE 'Europe/Stockholm')::date) AS meeting
		    FROM meeting m WHERE m.call_id = c.id AND (m.state = 'scheduled' OR m.state = 'closed' AND c.sent_on IS NOT NULL)
		   UNION ALL SELECT a.id, c.answer_by, a.answered_on, NULL FROM call_addressee a WHERE a.call_id = c.id AND a.state NOT IN ('drafted', 'dropped')) x
		 WHERE ($1::uuid IS NULL OR c.plan_id = $1) AND c.unit_id = p.lead_unit_id AND ` + leadScope(g.Reaches()) + ` ORDER BY c.created_at, c.id, x.addressee_id NULLS FIRST`,
		args: []any{p},
		row:  callCourseReader(to),
	}
}

// receivedCallsStep reads the same of calls to the own unit, in plans of others: a unit that has taken the lead over drives its
// own calls, and what it was once called to waits among the calls.
func receivedCallsStep(g access.Grant[access.ReceiveCall], role access.Role, p id.Plan, to func(plan.CallCourse)) step {
	return step{
		sql: `SELECT v.plan_id, NULL::uuid, v.id, v.sent_on, v.answer_by, v.answered_on, (x.starts_at AT TIME ZONE 'Europe/Stockholm')::date FROM` +
			selectReceived + "v.plan_id = $1 AND NOT EXISTS (SELECT FROM plan p WHERE p.id = v.plan_id AND p.lead_unit_id = app_unit()) AND (" +
			receivedCallScope(g.Reaches(), role) + ") ORDER BY v.sent_on, v.id",
		args: []any{p},
		row:  callCourseReader(func(_ id.Plan, v plan.CallCourse) { to(v) }),
	}
}

func callCourseReader(to func(id.Plan, plan.CallCourse)) func(pgx.Rows) error {
	return func(r pgx.Rows) error {
		var of id.Plan
		var v plan.CallCourse
		err := r.Scan(&of, &v.Call, &v.Addressee, &v.Sent, &v.AnswerBy, &v.Answered, &v.Meeting)
		to(of, v)
		return err
	}
}

// AddDeadlineReason implements plan.Store.
func (s *Store) AddDeadlineReason(
	ctx context.Context, g access.Grant[access.GiveDeadlineReason], r *plan.DeadlineReason, do func(plan.Plan) error,
) error {
	u, locked, err := lockPlan(ctx, g, r.Plan)
	if err != nil {
		return err
	}
	if err := do(locked); err != nil {
		return err
	}
	u.log.opened(r.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO plan_deadline_reason (id, plan_id, unit_id, deadline, counts_from, reason, person_id, given_on, created_at)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{r.ID, r.Plan, u.actor.Unit(), r.Kind, r.From, r.Text, u.actor.Person(), r.On, u.request.Now},
	})
}

// ListDeadlineReasons implements plan.Store. They are the own unit's alone, not its domain's.
func (s *Store) ListDeadlineReasons(ctx context.Context, g access.Grant[access.ReadDeadlineReason], p id.Plan) ([]plan.DeadlineReason, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var said []plan.DeadlineReason
	err = u.pipeline(ctx, step{
		sql: `SELECT r.id, r.plan_id, r.deadline, r.counts_from, r.reason, r.given_on FROM plan_deadline_reason r JOIN plan p ON p.id = r.plan_id
		      WHERE r.plan_id = $1 AND r.unit_id = app_unit() AND ` + planScope(g.Reaches()) + ` ORDER BY r.created_at, r.id`,
		args: []any{p},
		row: func(rows pgx.Rows) error {
			var r plan.DeadlineReason
			err := rows.Scan(&r.ID, &r.Plan, &r.Kind, &r.From, &r.Text, &r.On)
			said = append(said, r)
			u.log.opened(r.ID.UUID(), g.Reaches()[0])
			return err
		},
	})
	return said, err
}
