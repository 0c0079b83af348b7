package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

// receivedDecision chooses what the own unit is asked (alias d, of the plan p).
func receivedDecision(reaches []access.Reach) string {
	return `decision d JOIN plan p ON p.id = d.plan_id WHERE d.unit_id = app_unit() AND ` + planScope(reaches)
}

// waitingDecision: it has not been answered.
const waitingDecision = " AND d.state IN ('proposed', 'open')"

const decisionColumns = `d.item_id, d.plan_id, p.child_id, d.decided_on, d.outcome, d.unit_id, d.person_id,
  (SELECT k.staff_name FROM staff k WHERE k.id = d.person_id), d.due_on, d.state`

func scanDecision(r pgx.Rows) (plan.ReceivedDecision, error) {
	var d plan.ReceivedDecision
	return d, r.Scan(asID(&d.ID), asID(&d.Plan), asID(&d.Child), asDay(&d.DecidedOn), asEnum(&d.Outcome), asID(&d.Unit), asID(&d.Person), asText(&d.PersonName),
		asDay(&d.DueOn), asEnum(&d.State))
}

// ListReceivedDecisions implements plan.Minutes.
func (s *Store) ListReceivedDecisions(ctx context.Context, g access.Grant[access.AnswerDecision], pg page.Page) ([]plan.ReceivedDecision, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []plan.ReceivedDecision
	total, err := u.list(ctx, listing{
		columns: decisionColumns, from: receivedDecision(g.Reaches()) + waitingDecision, order: "d.due_on, d.decided_on, d.item_id",
	}, pg, func(r pgx.Rows) error {
		d, err := scanDecision(r)
		all = append(all, d)
		u.log.opened(d.ID.UUID(), g.Reaches()[0])
		return err
	})
	return all, total, err
}

// AnswerDecision implements plan.Minutes. Nothing is told here of what the point says.
func (s *Store) AnswerDecision(ctx context.Context, g access.Grant[access.AnswerDecision], i id.Item, do func(*plan.ReceivedDecision) (plan.Item, error)) (plan.ReceivedDecision, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.ReceivedDecision{}, err
	}
	var d plan.ReceivedDecision
	err = u.pipeline(ctx, step{
		sql: "SELECT " + decisionColumns + " FROM " + receivedDecision(g.Reaches()) + " AND d.item_id = $1 FOR UPDATE OF d", args: []any{i},
		row: func(r pgx.Rows) (err error) {
			d, err = scanDecision(r)
			return err
		},
	})
	if err == nil && d.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return d, err
	}
	u.log.child, u.log.plan = d.Child, d.Plan
	u.log.opened(d.ID.UUID(), g.Reaches()[0])
	was := d.State
	made, err := do(&d)
	if err == nil && !made.ID.IsZero() {
		err = addItem(ctx, g, made)
	}
	if err != nil {
		return d, err
	}
	return d, u.pipeline(ctx, moveDecision(d.ID, was, d.State), answerDecision(d.ID, d.Text, d.Intervention, u))
}
