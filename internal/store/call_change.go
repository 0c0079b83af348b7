package store

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/routine"
)

// Who no longer leads reads its calls, and sends none.
const forUpdateOfCall = " AND p.lead_unit_id = app_unit() FOR UPDATE OF c"

// ChangeCall implements meeting.Store.
func (s *Store) ChangeCall(ctx context.Context, g access.Grant[access.EditCall], c id.Call, do func(*meeting.Call, meeting.Frame) error) (meeting.Call, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Call{}, err
	}
	locked, f, err := u.findCall(ctx, c, g.Reaches(), forUpdateOfCall)
	if err != nil {
		return meeting.Call{}, err
	}
	if err := do(&locked, f); err != nil {
		return meeting.Call{}, err
	}
	u.logCall(&locked, f.Child, g.Reaches())
	return locked, u.pipeline(ctx, append([]step{
		saveCall(locked),
		{sql: "UPDATE call_addressee SET state = 'dropped', version = version + 1 WHERE call_id = $1 AND state = 'drafted'", args: []any{c}},
	}, insertAddressees(locked)...)...)
}

func saveCall(c meeting.Call) step {
	return step{
		sql: `UPDATE call SET purpose = $2, questions = $3, long_term_goal = $4, way = $5, sent_on = $6, answer_by = $7, version = $8
		      WHERE id = $1 AND version = $8 - 1`,
		args:     []any{c.ID, c.Purpose, reveals(c.Questions), c.LongTermGoal, c.Way, c.SentOn, c.AnswerBy, c.Version},
		affected: unmoved,
	}
}

// SendCall implements meeting.Store.
func (s *Store) SendCall(ctx context.Context, g access.Grant[access.SendCall], c id.Call, do func(*meeting.Call, meeting.Frame) error) (meeting.Call, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Call{}, err
	}
	locked, f, err := u.findCall(ctx, c, g.Reaches(), forUpdateOfCall)
	if err != nil {
		return meeting.Call{}, err
	}
	var v routine.Version
	if err := u.pipeline(ctx, ownRoutine(&v)); err != nil {
		return meeting.Call{}, err
	}
	f.AnswerBy = v.Profile.Due(routine.ReplyToCall, u.today())
	if err := do(&locked, f); err != nil {
		return meeting.Call{}, err
	}
	u.logCall(&locked, f.Child, g.Reaches())
	steps := []step{saveCall(locked)}
	for _, a := range locked.Addressees {
		steps = append(steps, step{
			sql:      "UPDATE call_addressee SET unit_id = $2, state = $3, version = $4 WHERE id = $1 AND version = $4 - 1",
			args:     []any{a.ID, a.Unit, a.State, a.Version},
			affected: unmoved,
		}, step{ // who takes part already is not called to it once more
			sql: `INSERT INTO party (id, plan_id, unit_id, added_by_unit_id, mode, state, added_on)
			      SELECT $1, $2, $3, app_unit(), $4, $4, $5
			       WHERE NOT EXISTS (SELECT FROM party y WHERE y.plan_id = $2 AND y.unit_id = $3 AND y.state IN ('called', 'invited', 'accepted'))`,
			args: []any{id.NewParty(), locked.Plan, a.Unit, a.Summons, locked.SentOn},
		})
	}
	return locked, u.pipeline(ctx, steps...)
}
