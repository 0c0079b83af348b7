package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/meeting"
	"samplan/internal/page"
	"samplan/internal/plan"
)

const receivedColumns = `v.id, v.unit_id, v.summons, v.contribution, v.state, v.seen_on, v.contact_id, k.staff_name, v.reason, v.answered_on, v.passed_from,
  v.version, v.purpose, v.questions, v.long_term_goal, v.way, v.plan_id, v.party_id, v.kind, v.child_id, v.given_name, v.family_name, v.protection,
  v.from_unit_id, v.sent_on, v.answer_by, v.passed_to, x.meeting_id, x.starts_at, x.ends_at, x.way`

// selectReceived are calls to the own unit (alias v), with the name of who comes, and the meeting called to (alias x).
const selectReceived = ` app_received_calls() v LEFT JOIN staff k ON k.id = v.contact_id
  LEFT JOIN app_called_meetings() x ON x.call_id = v.call_id AND v.state IN ('waiting', 'accepted') WHERE `

func scanReceived(r pgx.Rows) (meeting.Received, error) {
	var v meeting.Received
	var questions []string
	var starts, ends *time.Time
	err := r.Scan(&v.ID, &v.Unit, &v.Summons, &v.Contribution, &v.State, &v.SeenOn, &v.Contact, &v.ContactName, &v.Reason, &v.AnsweredOn, &v.PassedFrom,
		&v.Version, &v.Purpose, &questions, &v.LongTermGoal, &v.Way, &v.Plan, &v.Party, &v.Kind, &v.Child, &v.Name.Given, &v.Name.Family, &v.Protection,
		&v.From, &v.SentOn, &v.AnswerBy, &v.PassedTo, &v.Meeting.ID, &starts, &ends, &v.Meeting.Way)
	if starts != nil && ends != nil {
		v.Meeting.StartsAt, v.Meeting.EndsAt = *starts, *ends
	}
	v.Questions = texts(questions)
	return v, err
}

// logReceived notes a call and the own unit's part in the plan, by which the family knows of the call.
func (u *unit) logReceived(v meeting.Received) {
	u.log.opened(v.ID.UUID(), access.InvitedUnit)
	if !v.Party.IsZero() {
		u.log.opened(v.Party.UUID(), access.InvitedUnit)
	}
}

func (u *unit) findReceived(ctx context.Context, y id.Addressee, scope string) (meeting.Received, error) {
	var found meeting.Received
	err := u.pipeline(ctx, step{
		sql:  "SELECT " + receivedColumns + " FROM" + selectReceived + "v.id = $1 AND " + scope,
		args: []any{y},
		row: func(r pgx.Rows) (err error) {
			found, err = scanReceived(r)
			return err
		},
	})
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	return found, err
}

// FindReceived implements meeting.Store.
func (s *Store) FindReceived(ctx context.Context, g access.Grant[access.ReceiveCall], y id.Addressee) (meeting.Received, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Received{}, err
	}
	found, err := u.findReceived(ctx, y, receivedCallScope(g.Reaches(), u.actor.Role()))
	if err == nil {
		u.log.child, u.log.plan = found.Child, found.Plan
		u.logReceived(found)
	}
	return found, err
}

// ListReceived implements meeting.Store.
func (s *Store) ListReceived(ctx context.Context, g access.Grant[access.ReceiveCall], before civil.Date, pg page.Page) ([]meeting.Received, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []meeting.Received
	total, err := u.list(ctx, listing{
		columns: receivedColumns,
		from: selectReceived + receivedCallScope(g.Reaches(), u.actor.Role()) +
			" AND ($1::date IS NULL OR v.state = 'waiting' AND v.answer_by < $1)",
		order: "v.sent_on DESC, v.id DESC", args: []any{before},
	}, pg, func(r pgx.Rows) error {
		v, err := scanReceived(r)
		rows = append(rows, v)
		u.logReceived(v)
		return err
	})
	return rows, total, err
}

// lockReceived reads a call to the own unit and keeps others from answering it.
func (u *unit) lockReceived(ctx context.Context, g access.Grant[access.AnswerCall], y id.Addressee) (meeting.Received, error) {
	if err := u.pipeline(ctx, step{
		sql: "SELECT a.id FROM call_addressee a WHERE a.id = $1 AND a.unit_id = app_unit() FOR UPDATE OF a", args: []any{y},
	}); err != nil {
		return meeting.Received{}, err
	}
	v, err := u.findReceived(ctx, y, receivedCallScope(g.Reaches(), u.actor.Role()))
	if err == nil {
		u.log.child, u.log.plan = v.Child, v.Plan
		u.logReceived(v)
	}
	return v, err
}

func saveReceived(v meeting.Received) step {
	return step{
		sql: `UPDATE call_addressee SET state = $2, seen_on = $3, contact_id = $4, reason = $5, answered_on = $6, version = $7
		      WHERE id = $1 AND version IN ($7, $7 - 1)`,
		args:     []any{v.ID, v.State, v.SeenOn, v.Contact, v.Reason, v.AnsweredOn, v.Version},
		affected: unmoved,
	}
}

// AnswerCall implements meeting.Store.
func (s *Store) AnswerCall(ctx context.Context, g access.Grant[access.AnswerCall], y id.Addressee, do func(*meeting.Received) error) (meeting.Received, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Received{}, err
	}
	v, err := u.lockReceived(ctx, g, y)
	if err != nil {
		return meeting.Received{}, err
	}
	was := v.Addressee
	if err := do(&v); err != nil {
		return meeting.Received{}, err
	}
	steps := []step{saveReceived(v)}
	if v.State != was.State || v.Contact != was.Contact {
		more, err := u.answerForParty(ctx, v)
		if err != nil {
			return meeting.Received{}, err
		}
		steps = append(steps, more...)
	}
	return v, u.pipeline(ctx, append(steps, step{
		sql:  "SELECT staff_name FROM person WHERE id = $1",
		args: []any{v.Contact},
		row:  func(r pgx.Rows) error { return r.Scan(&v.ContactName) },
	})...)
}

// answerForParty lets the first answer to a call be the answer to the plan, too. Who comes works with the child from now on.
func (u *unit) answerForParty(ctx context.Context, v meeting.Received) ([]step, error) {
	if v.Party.IsZero() && v.State == meeting.Declined { // its part has ended meanwhile, and there is nothing left to decline
		return nil, nil
	}
	if v.Party.IsZero() {
		return nil, fault.New(fault.CodeNotAParty)
	}
	y, err := u.lockParty(ctx, v.Party, "true")
	if err != nil {
		return nil, err
	}
	var steps []step
	if y.State != plan.Accepted {
		if err := y.Take(plan.Answer{Accept: v.State == meeting.Accepted, Contact: v.Contact, Reason: v.Reason}, u.today()); err != nil {
			return nil, err
		}
		steps = append(steps, saveParty(y))
	}
	if v.State == meeting.Accepted {
		steps = append(steps, u.acceptParty(y.ID, v.Contact))
	}
	return steps, nil
}

// answerWaitingCalls lets an answer to the plan be the answer to a call that waits for it.
func answerWaitingCalls(y plan.Party) step {
	return step{
		sql: `UPDATE call_addressee a SET state = $3, contact_id = $4, reason = $5, seen_on = coalesce(a.seen_on, $6), answered_on = $6, version = a.version + 1
		       FROM app_received_calls() v WHERE v.id = a.id AND v.plan_id = $1 AND a.unit_id = $2 AND a.state = 'waiting'`,
		args: []any{y.Plan, y.Unit, y.State, y.Contact, y.Reason, y.AnsweredOn},
	}
}

// PassCallOn implements meeting.Store.
func (s *Store) PassCallOn(ctx context.Context, g access.Grant[access.AnswerCall], y id.Addressee, do func(*meeting.Received) (meeting.Addressee, error)) (meeting.Received, error) {
	u, err := within(ctx, g)
	if err != nil {
		return meeting.Received{}, err
	}
	v, err := u.lockReceived(ctx, g, y)
	if err != nil {
		return meeting.Received{}, err
	}
	next, err := do(&v)
	if err != nil {
		return meeting.Received{}, err
	}
	v.PassedTo = next.Unit
	return v, u.pipeline(ctx, saveReceived(v), step{
		sql: "SELECT app_pass_call_on($1, $2, $3, $4)", args: []any{v.ID, next.ID, id.NewParty(), next.Unit},
	})
}
