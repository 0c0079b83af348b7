package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/page"
)

const (
	// ownMeeting: the meeting (alias m) is the own unit's: it leads the plan, or led it when the meeting was held.
	ownMeeting = `(m.unit_id IS NOT DISTINCT FROM app_unit())`
	// sitsIn: the own unit takes part itself, or the family: those have the link.
	sitsIn = `(p.id = ANY (app_family_plans()) OR EXISTS (SELECT FROM party mine WHERE mine.plan_id = p.id AND mine.unit_id = app_unit() AND mine.state = 'accepted'))`
	// knowsPlace: the actor may know where the plan's child is, which place, leaders and the next caller could tell (R31).
	knowsPlace = `app_knows_place(p.child_id)`
)

const meetingColumns = `m.id, m.plan_id, p.child_id, CASE WHEN ` + ownMeeting + ` THEN m.call_id END, m.state, m.sequence, m.starts_at, m.ends_at, m.way, m.child_participation, m.next_on,
  CASE WHEN ` + ownMeeting + ` OR ` + knowsPlace + ` THEN m.next_unit_id END, m.closing, m.created_at, m.changed_at, m.version, ` + ownMeeting + `, ` + knowsPlace + `,
  l.place, k.link, coalesce(d.person_ids, '{}'),
  (SELECT array_agg(s.staff_name::text ORDER BY array_position(d.person_ids, s.id)) FROM staff s WHERE s.id = ANY (d.person_ids)),
  ARRAY(SELECT x.about_unit_id FROM deviation_suggestion x WHERE x.meeting_id = m.id AND ` + ownMeeting + ` ORDER BY x.about_unit_id)`

// fromMeeting are meetings (alias m) with their plans (alias p) and what of their compartments is open to the actor.
const fromMeeting = ` meeting m JOIN plan p ON p.id = m.plan_id
  LEFT JOIN meeting_place l ON l.meeting_id = m.id AND ` + knowsPlace + `
  LEFT JOIN meeting_link k ON k.meeting_id = m.id AND ` + sitsIn + `
  LEFT JOIN meeting_leader d ON d.meeting_id = m.id AND (` + ownMeeting + ` OR ` + knowsPlace + `)
 WHERE `

func scanMeeting(r pgx.Rows) (meeting.Meeting, error) {
	var m meeting.Meeting
	var names []string
	err := r.Scan(&m.ID, &m.Plan, &m.Child, &m.Call, &m.State, &m.Sequence, &m.StartsAt, &m.EndsAt, &m.Way, &m.Participation, &m.NextOn,
		&m.NextUnit, &m.Closing, &m.CreatedAt, &m.ChangedAt, &m.Version, &m.IsLead, &m.KnowsPlace, &m.Place, &m.Link, &m.Leaders, &names, &m.NoShows)
	m.LeaderNames = texts(names)
	return m, err
}

// attendancesStep reads how people took part: all of it for the unit whose meeting it is and who leads it, of the own unit's
// for others.
func attendancesStep(meetings []string, to func(meeting.Attendance)) step {
	return step{
		sql: `SELECT a.id, a.meeting_id, a.unit_id, a.person_id, s.staff_name, a.presence, a.has_mandate, a.noted_on, a.version
		      FROM meeting_attendance a JOIN meeting m ON m.id = a.meeting_id JOIN plan p ON p.id = m.plan_id LEFT JOIN staff s ON s.id = a.person_id
		      WHERE a.meeting_id = ANY ($1::uuid[]) AND (a.unit_id = app_unit() OR ` + ownMeeting + ` OR ` + chairs + `) ORDER BY a.noted_on, a.id`,
		args: []any{meetings},
		row: func(r pgx.Rows) error {
			var a meeting.Attendance
			err := r.Scan(&a.ID, &a.Meeting, &a.Unit, &a.Person, &a.Name, &a.Presence, &a.HasMandate, &a.NotedOn, &a.Version)
			to(a)
			return err
		},
	}
}

// familyAttendancesStep reads how the family took part: all of it for the unit whose meeting it is and who leads it, one's own for
// the family.
func familyAttendancesStep(meetings []string, to func(meeting.FamilyAttendance)) step {
	return step{
		sql: `SELECT a.meeting_id, a.person_id, a.presence, a.noted_on FROM meeting_family_attendance a JOIN meeting m ON m.id = a.meeting_id
		      JOIN plan p ON p.id = m.plan_id WHERE a.meeting_id = ANY ($1::uuid[]) AND (a.person_id = app_person() OR ` + ownMeeting + ` OR ` + chairs + `)
		      ORDER BY a.person_id`,
		args: []any{meetings},
		row: func(r pgx.Rows) error {
			var a meeting.FamilyAttendance
			err := r.Scan(&a.Meeting, &a.Person, &a.Presence, &a.NotedOn)
			to(a)
			return err
		},
	}
}

// repliesStep reads what the family has answered: all of it for the unit whose meeting it is, one's own for the family.
func repliesStep(meetings []string, to func(meeting.Reply)) step {
	return step{
		sql: `SELECT r.meeting_id, r.person_id, r.reply, r.words, r.replied_on FROM meeting_reply r JOIN meeting m ON m.id = r.meeting_id
		      JOIN plan p ON p.id = m.plan_id WHERE r.meeting_id = ANY ($1::uuid[]) AND (r.person_id = app_person() OR ` + ownMeeting + `)
		      ORDER BY r.replied_on, r.person_id`,
		args: []any{meetings},
		row: func(row pgx.Rows) error {
			var r meeting.Reply
			err := row.Scan(&r.Meeting, &r.Person, &r.Reply, &r.Words, &r.On)
			to(r)
			return err
		},
	}
}

// findMeeting reads one meeting of a plan within reaches; lock, when not empty, is how it is locked.
func (u *unit) findMeeting(ctx context.Context, m id.Meeting, reaches []access.Reach, lock string) (meeting.Meeting, error) {
	var found meeting.Meeting
	if lock != "" { // before it is read: what came in between counts
		if err := u.pipeline(ctx, step{
			sql: "SELECT m.id FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = $1 AND " + meetingScope(reaches) + lock, args: []any{m},
		}); err != nil {
			return found, err
		}
	}
	err := u.pipeline(ctx, step{
		sql: "SELECT " + meetingColumns + " FROM" + fromMeeting + "m.id = $1 AND " + meetingScope(reaches), args: []any{m},
		row: func(r pgx.Rows) (err error) {
			found, err = scanMeeting(r)
			return err
		},
	}, attendancesStep([]string{m.String()}, func(a meeting.Attendance) { found.Attendances = append(found.Attendances, a) }),
		familyAttendancesStep([]string{m.String()}, func(a meeting.FamilyAttendance) { found.OfFamily = append(found.OfFamily, a) }),
		repliesStep([]string{m.String()}, func(r meeting.Reply) { found.Replies = append(found.Replies, r) }))
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child, u.log.plan = found.Child, found.Plan
		u.log.opened(found.ID.UUID(), reaches[0])
	}
	return found, err
}

// FindMeeting implements meeting.Store.
func (s *Store) FindMeeting(ctx context.Context, g access.Grant[access.ReadMeeting], m id.Meeting) (meeting.Meeting, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Meeting{}, err
	}
	return u.findMeeting(ctx, m, g.Reaches(), "")
}

// ListMeetings implements meeting.Store.
func (s *Store) ListMeetings(ctx context.Context, g access.Grant[access.ReadMeeting], p id.Plan, pg page.Page) ([]meeting.Meeting, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	seen := p.IsZero()
	if !seen {
		if err := u.pipeline(ctx, step{
			sql: "SELECT true FROM plan p WHERE p.id = $1 AND " + planScope(g.Reaches()), args: []any{p},
			row: func(r pgx.Rows) error { return r.Scan(&seen) },
		}); err != nil {
			return nil, 0, err
		}
	}
	if !seen {
		return nil, 0, fault.New(fault.CodeNotFound)
	}
	var rows []meeting.Meeting
	at := map[id.Meeting]int{}
	total, err := u.list(ctx, listing{
		columns: meetingColumns, from: fromMeeting + "($1::uuid IS NULL OR m.plan_id = $1) AND " + planScope(g.Reaches()),
		order: "m.starts_at DESC, m.id DESC", args: []any{p},
	}, pg, func(r pgx.Rows) error {
		m, err := scanMeeting(r)
		at[m.ID] = len(rows)
		rows = append(rows, m)
		u.log.all(g.Reaches()[0], m.ID.UUID(), m.Plan.UUID())
		return err
	})
	if err != nil || len(rows) == 0 {
		return nil, total, err
	}
	ids := make([]string, 0, len(rows))
	for n := range rows {
		ids = append(ids, rows[n].ID.String())
	}
	u.log.plan = p
	return rows, total, u.pipeline(ctx, attendancesStep(ids, func(a meeting.Attendance) {
		m := &rows[at[a.Meeting]]
		m.Attendances = append(m.Attendances, a)
	}), familyAttendancesStep(ids, func(a meeting.FamilyAttendance) {
		m := &rows[at[a.Meeting]]
		m.OfFamily = append(m.OfFamily, a)
	}), repliesStep(ids, func(r meeting.Reply) {
		m := &rows[at[r.Meeting]]
		m.Replies = append(m.Replies, r)
	}))
}

// CountAttendance implements meeting.Store.
func (s *Store) CountAttendance(ctx context.Context, g access.Grant[access.CountAttendance]) (meeting.Count, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Count{}, err
	}
	var c meeting.Count
	if !g.Has(access.OwnUnit) {
		return c, fault.New(fault.CodeNotFound)
	}
	u.log.opened(u.actor.Unit().UUID(), access.OwnUnit)
	return c, u.pipeline(ctx, step{
		sql: `SELECT (SELECT count(*) FROM call_addressee a WHERE a.unit_id = app_unit() AND a.state NOT IN ('drafted', 'dropped')),
		        count(DISTINCT a.meeting_id) FILTER (WHERE a.presence IN ('came', 'digital', 'represented')),
		        count(DISTINCT a.meeting_id) FROM meeting_attendance a WHERE a.unit_id = app_unit()`,
		row: func(r pgx.Rows) error {
			noted := 0
			err := r.Scan(&c.Called, &c.Attended, &noted)
			c.Absent = noted - c.Attended
			return err
		},
	})
}
