package store

import "samplan/internal/plan"

// transferColumns are those of a question between two parties (alias o), about a plan (alias p).
const transferColumns = `o.plan_id, p.child_id, o.party_id, o.from_unit_id, o.to_unit_id, o.state, o.offered_by, o.offered_on, o.answered_on,
  o.reason, o.created_at, o.version, ` + nameColumns

func transferTargets(t *plan.Transfer) []any {
	return append([]any{
		&t.Plan, &t.Child, &t.Party, &t.From, &t.To, &t.State, &t.By, &t.OfferedOn, &t.AnsweredOn, &t.Reason, &t.CreatedAt, &t.Version,
	}, nameTargets(&t.Name)...)
}

// saveTransfer stores how a question was answered, or that it was withdrawn.
func saveTransfer(table string, of any, t plan.Transfer) step {
	return step{
		sql: `UPDATE ` + table + ` SET state = $2, answered_by = app_person(), answered_on = $3, reason = $4, version = $5
		      WHERE id = $1 AND version = $5 - 1`,
		args: []any{of, t.State, t.AnsweredOn, t.Reason, t.Version}, affected: unmoved,
	}
}
