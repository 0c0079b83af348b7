package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/meeting"
)

// chairedMeeting finds a meeting at which the actor may note who came, and keeps others from writing at it. Who leads it for
// another unit may not change it, and so not lock its row.
func chairedMeeting(ctx context.Context, g access.Grant[access.NoteAttendance], of id.Meeting) (*unit, meeting.Meeting, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, meeting.Meeting{}, err
	}
	if err := u.pipeline(ctx, step{sql: "SELECT app_lock_meeting($1)", args: []any{of}}); err != nil {
		return nil, meeting.Meeting{}, err
	}
	m, err := u.findMeeting(ctx, of, g.Reaches(), "")
	return u, m, err
}

// NoteAttendance implements meeting.Store.
func (s *Store) NoteAttendance(
	ctx context.Context, g access.Grant[access.NoteAttendance], of id.Meeting, do func(*meeting.Meeting) (meeting.Attendance, error),
) (meeting.Meeting, error) {
	u, m, err := chairedMeeting(ctx, g, of)
	if err != nil {
		return meeting.Meeting{}, err
	}
	a, err := do(&m)
	if err != nil {
		return meeting.Meeting{}, err
	}
	isParty, isStaff := false, false
	if err := u.pipeline(ctx, step{sql: "SELECT app_open_plan($1, NULL)", args: []any{m.Plan}}, partyStep(m.Plan, a.Unit, "'called', 'invited', 'accepted', 'declined', 'left'", &isParty), step{
		sql: "SELECT true FROM staff s WHERE s.id = $1", args: []any{a.Person}, row: func(r pgx.Rows) error { return r.Scan(&isStaff) },
	}); err != nil {
		return meeting.Meeting{}, err
	}
	switch {
	case !isParty:
		return meeting.Meeting{}, fault.At(fault.CodeNotAParty, "/unitId", "unknown")
	case !isStaff:
		return meeting.Meeting{}, fault.At(fault.CodeNotStaff, "/personId", "unknown")
	}
	if err := u.pipeline(ctx, step{
		sql: `INSERT INTO meeting_attendance (id, meeting_id, unit_id, person_id, presence, has_mandate, noted_on, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		      ON CONFLICT (id) DO UPDATE SET presence = excluded.presence, has_mandate = excluded.has_mandate, noted_on = excluded.noted_on, version = excluded.version`,
		args: []any{a.ID, a.Meeting, a.Unit, a.Person, a.Presence, a.HasMandate, a.NotedOn, a.Version},
	}); err != nil {
		return meeting.Meeting{}, err
	}
	return u.findMeeting(ctx, of, g.Reaches(), "")
}

// NoteFamilyAttendance implements meeting.Store.
func (s *Store) NoteFamilyAttendance(
	ctx context.Context, g access.Grant[access.NoteAttendance], of id.Meeting, do func(*meeting.Meeting) (meeting.FamilyAttendance, error),
) (meeting.Meeting, error) {
	u, m, err := chairedMeeting(ctx, g, of)
	if err != nil {
		return meeting.Meeting{}, err
	}
	a, err := do(&m)
	if err != nil {
		return meeting.Meeting{}, err
	}
	isFamily := a.Person == m.Child
	if err := u.pipeline(ctx, step{
		sql:  `SELECT true FROM relation r WHERE r.child_id = $1 AND r.person_id = $2 AND r.unit_id = app_unit() AND r.valid @> app_today() LIMIT 1`,
		args: []any{m.Child, a.Person}, row: func(r pgx.Rows) error { return r.Scan(&isFamily) },
	}); err != nil {
		return meeting.Meeting{}, err
	}
	if !isFamily {
		return meeting.Meeting{}, fault.At(fault.CodeInvalid, "/personId", "unknown")
	}
	if err := u.pipeline(ctx, step{
		sql: `INSERT INTO meeting_family_attendance (meeting_id, person_id, presence, noted_on) VALUES ($1, $2, $3, $4)
		      ON CONFLICT (meeting_id, person_id) DO UPDATE
		        SET presence = excluded.presence, noted_on = excluded.noted_on, version = meeting_family_attendance.version + 1`,
		args: []any{a.Meeting, a.Person, a.Presence, a.NotedOn},
	}); err != nil {
		return meeting.Meeting{}, err
	}
	return u.findMeeting(ctx, of, g.Reaches(), "")
}
