package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
	"samplan/internal/plan"
)

// heldMinute chooses points that the own unit holds and the actor may write.
func heldMinute(reaches []access.Reach) string {
	return "i.owner_unit_id = app_unit() AND " + forMe + " AND " + meetingScope(reaches)
}

// minuteFrame locks a meeting for those who write at it, and reads what minutes need to know of it.
func (u *unit) minuteFrame(ctx context.Context, of id.Meeting, reaches []access.Reach) (plan.MinuteFrame, error) {
	var f plan.MinuteFrame
	err := u.pipeline(ctx, step{sql: "SELECT app_lock_meeting($1)", args: []any{of}}, step{
		sql: `SELECT p.id, p.child_id, m.id, (m.starts_at AT TIME ZONE 'Europe/Stockholm')::date, m.state = 'cancelled', NOT app_is_over(p.status),
		        EXISTS (SELECT FROM party y WHERE y.plan_id = p.id AND y.unit_id = app_unit() AND y.state = 'accepted'),
		        EXISTS (SELECT FROM minute n JOIN item i ON i.id = n.item_id WHERE n.meeting_id = m.id AND n.settled_on IS NOT NULL
		          AND i.owner_unit_id = app_unit() AND ` + forMe + `)
		      FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = $1 AND ` + meetingScope(reaches),
		args: []any{of},
		row: func(r pgx.Rows) error {
			return r.Scan(asID(&f.Plan), asID(&f.Child), asID(&f.Meeting), asDay(&f.On), &f.IsCancelled, &f.IsOpen, &f.IsParty, &f.IsSettled)
		},
	})
	if err == nil && f.Meeting.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return f, err
	}
	u.log.child, u.log.plan = f.Child, f.Plan
	return f, u.pipeline(ctx, step{sql: "SELECT app_open_plan($1, NULL)", args: []any{f.Plan}})
}

// checkDoer looks at whom a point asks: a unit that takes part, as the writer sees it, and one of the staff.
func (u *unit) checkDoer(ctx context.Context, m plan.Minute) error {
	isParty, isStaff := m.Decision.Unit.IsZero(), m.Decision.Person.IsZero()
	yes := func(is *bool) func(pgx.Rows) error { return func(r pgx.Rows) error { return r.Scan(is) } }
	err := u.pipeline(ctx, partyStep(m.Plan, m.Decision.Unit, "'accepted'", &isParty),
		step{sql: "SELECT true FROM staff s WHERE s.id = $1", args: []any{m.Decision.Person}, row: yes(&isStaff)})
	switch {
	case err != nil:
		return err
	case !isParty:
		return fault.At(fault.CodeNotAParty, "/decision/unitId", "unknown")
	case !isStaff:
		return fault.At(fault.CodeNotStaff, "/decision/personId", "unknown")
	}
	return nil
}

// AddMinute implements plan.Minutes.
func (s *Store) AddMinute(ctx context.Context, g access.Grant[access.WriteMinutes], of id.Meeting, do func(plan.MinuteFrame) (plan.Minute, error)) (plan.Minute, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Minute{}, err
	}
	f, err := u.minuteFrame(ctx, of, g.Reaches())
	if err != nil {
		return plan.Minute{}, err
	}
	m, err := do(f)
	if err == nil {
		err = u.checkDoer(ctx, m)
	}
	if err != nil {
		return plan.Minute{}, err
	}
	if err := u.pipeline(ctx, insertItems([]plan.Item{m.Item}), step{
		sql:  "INSERT INTO minute (item_id, meeting_id, meant_for, outcome, unit_id, person_id, due_on) VALUES ($1, $2, $3, $4, $5, $6, $7)",
		args: []any{m.ID, m.Meeting, m.MeantFor, m.Decision.Outcome, m.Decision.Unit, m.Decision.Person, m.Decision.DueOn},
	}); err != nil {
		return plan.Minute{}, err
	}
	return u.written(ctx, m.ID, g.Reaches())
}

// written reads again what was just written.
func (u *unit) written(ctx context.Context, i id.Item, reaches []access.Reach) (plan.Minute, error) {
	m, _, err := u.minute(ctx, i, reaches, heldMinute(reaches), "")
	if err == nil {
		u.log.opened(i.UUID(), reaches[0])
	}
	return m, err
}

// ChangeMinute implements plan.Minutes.
func (s *Store) ChangeMinute(ctx context.Context, g access.Grant[access.WriteMinutes], i id.Item, do func(*plan.Minute, plan.MinuteFrame) error) (plan.Minute, error) {
	return changeMinute(ctx, g, i, func(u *unit, m *plan.Minute) ([]step, error) {
		f, err := u.minuteFrame(ctx, m.Meeting, g.Reaches())
		if err == nil {
			err = do(m, f)
		}
		if err == nil {
			err = u.checkDoer(ctx, *m)
		}
		return []step{saveItem(m.Item), {
			sql:  "UPDATE minute SET meant_for = $2, outcome = $3, unit_id = $4, person_id = $5, due_on = $6 WHERE item_id = $1",
			args: []any{m.ID, m.MeantFor, m.Decision.Outcome, m.Decision.Unit, m.Decision.Person, m.Decision.DueOn},
		}}, err
	})
}

// changeMinute locks a point that the own unit holds, and does what do gives.
func changeMinute(
	ctx context.Context, g access.Grant[access.WriteMinutes], i id.Item, do func(*unit, *plan.Minute) ([]step, error),
) (plan.Minute, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Minute{}, err
	}
	m, _, err := u.minute(ctx, i, g.Reaches(), heldMinute(g.Reaches()), " FOR UPDATE OF i")
	if err != nil {
		return plan.Minute{}, err
	}
	steps, err := do(u, &m)
	if err == nil {
		err = u.pipeline(ctx, steps...)
	}
	if err != nil {
		return plan.Minute{}, err
	}
	return u.written(ctx, i, g.Reaches())
}

// CorrectMinute implements plan.Minutes.
func (s *Store) CorrectMinute(ctx context.Context, g access.Grant[access.WriteMinutes], i id.Item, do func(plan.Minute) (plan.Correction, error)) (plan.Minute, error) {
	return changeMinute(ctx, g, i, func(u *unit, m *plan.Minute) ([]step, error) {
		c, err := do(*m)
		return []step{{
			sql:  "INSERT INTO minute_correction (id, item_id, text, person_id, corrected_on, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
			args: []any{c.ID, m.ID, c.Text, c.By, c.On, u.request.Now},
		}}, err
	})
}

// CancelDecision implements plan.Minutes.
func (s *Store) CancelDecision(ctx context.Context, g access.Grant[access.WriteMinutes], i id.Item, reason person.Text, do func(*plan.Minute) error) (plan.Minute, error) {
	return changeMinute(ctx, g, i, func(u *unit, m *plan.Minute) ([]step, error) {
		was := m.Decision.State
		err := do(m)
		return []step{moveDecision(m.ID, was, m.Decision.State), answerDecision(m.ID, reason, id.Item{}, u)}, err
	})
}

// moveDecision takes a decision from one state to another; whoever comes second finds it moved.
func moveDecision(i id.Item, from, to plan.DecisionState) step {
	return step{
		sql:      "UPDATE decision SET state = $3, version = version + 1 WHERE item_id = $1 AND state = $2",
		args:     []any{i, from, to},
		affected: unmoved,
	}
}

func answerDecision(i id.Item, text person.Text, intervention id.Item, u *unit) step {
	return step{
		sql:  "INSERT INTO decision_answer (item_id, text, intervention_id, person_id, answered_on) VALUES ($1, $2, $3, $4, $5)",
		args: []any{i, text, intervention, u.actor.Person(), u.today()},
	}
}

// SettleMinutes implements plan.Minutes. What is settled is shown to those whom it is meant for, and begins what it decided.
func (s *Store) SettleMinutes(ctx context.Context, g access.Grant[access.SettleMinutes], of id.Meeting, do func(plan.MinuteFrame, int) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	f, err := u.minuteFrame(ctx, of, g.Reaches())
	if err != nil {
		return err
	}
	var drafts []string
	if err := u.pipeline(ctx, step{
		sql: `SELECT i.id FROM minute n JOIN item i ON i.id = n.item_id
		      WHERE n.meeting_id = $1 AND n.settled_on IS NULL AND i.owner_unit_id = app_unit() AND ` + forMe + ` ORDER BY i.id`,
		args: []any{of},
		row: func(r pgx.Rows) error {
			var i id.Item
			err := r.Scan(asID(&i))
			drafts = append(drafts, i.String())
			u.log.opened(i.UUID(), g.Reaches()[0])
			return err
		},
	}); err != nil {
		return err
	}
	if err := do(f, len(drafts)); err != nil {
		return err
	}
	return u.pipeline(ctx, settling(drafts)...)
}

func settling(drafts []string) []step {
	begins := func(o plan.DecisionOutcome) plan.DecisionState { return plan.Decided{Outcome: o}.Begins() }
	return []step{
		{
			sql: `INSERT INTO decision (item_id, plan_id, outcome, unit_id, person_id, due_on, state, decided_on)
		       SELECT n.item_id, i.plan_id, n.outcome, n.unit_id, n.person_id, n.due_on,
		         CASE n.outcome WHEN 'intervention' THEN $2 WHEN 'task' THEN $3 ELSE $4 END, app_today()
		         FROM minute n JOIN item i ON i.id = n.item_id WHERE n.item_id = ANY ($1::uuid[]) AND n.outcome IS NOT NULL`,
			args: []any{drafts, begins(plan.ToIntervention), begins(plan.ToTask), begins(plan.ToNothing)},
		},
		{sql: `UPDATE minute SET settled_on = app_today() WHERE item_id = ANY ($1::uuid[])`, args: []any{drafts}},
		{sql: `UPDATE item i SET visibility = CASE i.visibility WHEN 'unit' THEN n.meant_for ELSE i.visibility END, version = i.version + 1
		         FROM minute n WHERE n.item_id = i.id AND i.id = ANY ($1::uuid[])`, args: []any{drafts}},
	}
}
