package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/meeting"
)

const forUpdateOfMeeting = " FOR UPDATE OF m"

// booked looks at what a booking points at: a call of the plan, and staff.
func (u *unit) booked(ctx context.Context, m meeting.Meeting) error {
	callOK, staffOK := true, true
	err := u.pipeline(ctx, step{
		sql: `SELECT $1::uuid IS NULL OR EXISTS (SELECT FROM call c WHERE c.id = $1 AND c.plan_id = $2),
		        (SELECT count(*) FROM staff s WHERE s.id = ANY ($3::uuid[])) = cardinality($3::uuid[])`,
		args: []any{m.Call, m.Plan, idTexts(m.Leaders)},
		row:  func(r pgx.Rows) error { return r.Scan(&callOK, &staffOK) },
	})
	switch {
	case err != nil:
		return err
	case !callOK:
		return fault.At(fault.CodeInvalid, "/callId", "unknown")
	case !staffOK:
		return fault.At(fault.CodeNotStaff, "/leaderIds", "unknown")
	}
	return nil
}

func idTexts[K any](ids []id.ID[K]) []string {
	all := make([]string, len(ids))
	for n, v := range ids {
		all[n] = v.String()
	}
	return all
}

// compartments stores where a meeting is, its link, and who leads it.
func compartments(m meeting.Meeting) []step {
	put := func(table, column, cast string, value any) step {
		return step{
			sql: `INSERT INTO ` + table + ` (meeting_id, plan_id, ` + column + `) VALUES ($1, $2, $3` + cast + `)
			      ON CONFLICT (meeting_id) DO UPDATE SET ` + column + ` = excluded.` + column,
			args: []any{m.ID, m.Plan, value},
		}
	}
	steps := []step{put("meeting_link", "link", "", m.Link), put("meeting_leader", "person_ids", "::uuid[]", idTexts(m.Leaders))}
	if m.KnowsPlace { // to others the compartment is closed, and what is in it stays
		steps = append(steps, put("meeting_place", "place", "", m.Place))
	}
	return steps
}

// ScheduleMeeting implements meeting.Store.
func (s *Store) ScheduleMeeting(
	ctx context.Context, g access.Grant[access.BookMeeting], p id.Plan, do func(meeting.Frame) (meeting.Meeting, error),
) (meeting.Meeting, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Meeting{}, err
	}
	var f meeting.Frame
	if err := u.pipeline(ctx, step{
		sql: `SELECT ` + callFrame + ` FROM plan p WHERE p.id = $1 AND ` + leadScope(g.Reaches()) + ` FOR UPDATE OF p`, args: []any{p}, row: frameReader(&f),
	}); err != nil {
		return meeting.Meeting{}, err
	}
	if f.Plan.IsZero() {
		return meeting.Meeting{}, fault.New(fault.CodeNotFound)
	}
	m, err := do(f)
	if err == nil {
		err = u.booked(ctx, m)
	}
	if err != nil {
		return meeting.Meeting{}, err
	}
	if err := u.pipeline(ctx, append([]step{{
		sql: `INSERT INTO meeting (id, plan_id, call_id, state, sequence, starts_at, ends_at, way, created_at, changed_at, version)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
		args: []any{m.ID, m.Plan, m.Call, m.State, m.Sequence, m.StartsAt, m.EndsAt, m.Way, m.CreatedAt, m.ChangedAt, m.Version},
	}}, compartments(m)...)...); err != nil {
		return meeting.Meeting{}, err
	}
	return u.findMeeting(ctx, m.ID, g.Reaches(), "")
}

// ChangeMeeting implements meeting.Store.
func (s *Store) ChangeMeeting(ctx context.Context, g access.Grant[access.BookMeeting], m id.Meeting, do func(*meeting.Meeting) error) (meeting.Meeting, error) {
	return changeMeeting(ctx, g, m, do)
}

func changeMeeting[P access.Permission](ctx context.Context, g access.Grant[P], of id.Meeting, do func(*meeting.Meeting) error) (meeting.Meeting, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Meeting{}, err
	}
	m, err := u.findMeeting(ctx, of, g.Reaches(), forUpdateOfMeeting)
	if err != nil {
		return meeting.Meeting{}, err
	}
	if err := do(&m); err != nil {
		return meeting.Meeting{}, err
	}
	if err := u.booked(ctx, m); err != nil {
		return meeting.Meeting{}, err
	}
	steps := []step{saveMeeting(m)}
	if m.State == meeting.Scheduled {
		steps = append(steps, compartments(m)...)
	}
	if err := u.pipeline(ctx, steps...); err != nil {
		return meeting.Meeting{}, err
	}
	return u.findMeeting(ctx, of, g.Reaches(), "")
}

func saveMeeting(m meeting.Meeting) step {
	return step{
		sql: `UPDATE meeting SET call_id = $2, state = $3, sequence = $4, starts_at = $5, ends_at = $6, way = $7, child_participation = $8, next_on = $9,
		        next_unit_id = $10, closing = $11, changed_at = $12, version = $13 WHERE id = $1 AND version = $13 - 1`,
		args: []any{
			m.ID, m.Call, m.State, m.Sequence, m.StartsAt, m.EndsAt, m.Way, m.Participation, m.NextOn, m.NextUnit, m.Closing, m.ChangedAt, m.Version,
		},
		affected: unmoved,
	}
}

// CloseMeeting implements meeting.Store. That a unit which answered for coming stayed away is noted as a bare fact.
func (s *Store) CloseMeeting(
	ctx context.Context, g access.Grant[access.HoldMeeting], of id.Meeting, do func(*meeting.Meeting, meeting.Call) error,
) (meeting.Meeting, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Meeting{}, err
	}
	m, err := u.findMeeting(ctx, of, g.Reaches(), forUpdateOfMeeting)
	if err != nil {
		return meeting.Meeting{}, err
	}
	c := meeting.Call{ID: m.Call}
	if !c.ID.IsZero() {
		if err := u.pipeline(ctx, addresseesStep([]id.Call{c.ID}, func(_ id.Call, a meeting.Addressee) { c.Addressees = append(c.Addressees, a) })); err != nil {
			return meeting.Meeting{}, err
		}
	}
	if err := do(&m, c); err != nil {
		return meeting.Meeting{}, err
	}
	isParty := m.NextUnit.IsZero()
	if err := u.pipeline(ctx, partyStep(m.Plan, m.NextUnit, "'accepted'", &isParty)); err != nil {
		return meeting.Meeting{}, err
	}
	if !isParty {
		return meeting.Meeting{}, fault.At(fault.CodeNotAParty, "/nextFollowUpUnitId", "unknown")
	}
	steps := []step{saveMeeting(m)}
	for _, unit := range m.NoShows {
		steps = append(steps, step{
			sql: `INSERT INTO deviation_suggestion (meeting_id, about_unit_id, noted_on) VALUES ($1, $2, $3)`, args: []any{m.ID, unit, u.today()},
		})
	}
	return m, u.pipeline(ctx, steps...)
}

// partyStep asks whether a unit is a party of a plan, as the actor sees it, in one of some states.
func partyStep(p id.Plan, unit id.Unit, states string, is *bool) step {
	return step{
		sql:  `SELECT true FROM party y WHERE y.plan_id = $1 AND y.unit_id = $2 AND y.state IN (` + states + `) LIMIT 1`,
		args: []any{p, unit},
		row:  func(r pgx.Rows) error { return r.Scan(is) },
	}
}

// ReplyToMeeting implements meeting.Store.
func (s *Store) ReplyToMeeting(ctx context.Context, g access.Grant[access.ReplyToMeeting], of id.Meeting, do func(*meeting.Meeting) error) (meeting.Meeting, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Meeting{}, err
	}
	m, err := u.findMeeting(ctx, of, g.Reaches(), "")
	if err != nil {
		return meeting.Meeting{}, err
	}
	if err := do(&m); err != nil {
		return meeting.Meeting{}, err
	}
	r := m.Replies[0]
	return m, u.pipeline(ctx, step{
		sql: `INSERT INTO meeting_reply (meeting_id, person_id, reply, words, replied_on) VALUES ($1, $2, $3, $4, $5)
		      ON CONFLICT (meeting_id, person_id) DO UPDATE SET reply = excluded.reply, words = excluded.words, replied_on = excluded.replied_on`,
		args: []any{r.Meeting, r.Person, r.Reply, r.Words, r.On},
	})
}
