package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deviation"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	heldColumns = caseColumns + ", " + factColumns
	heldTables  = factTables + " JOIN deviation_case c ON c.deviation_id = d.id WHERE "
	// waitingCase waits for the group (alias c).
	waitingCase = "c.state = 'submitted'"
	// owedAnswer has not been answered (alias c).
	owedAnswer = "c.state IN ('submitted', 'accepted', 'escalated')"
)

func scanHeld(r pgx.Rows) (deviation.Received, error) {
	var v deviation.Received
	return v, r.Scan(append(caseOfGroup(&v.Case), factsOf(&v.Facts)...)...)
}

// FindCase implements deviation.Store.
func (s *Store) FindCase(ctx context.Context, g access.Grant[access.ReadDeviationCase], c id.DeviationCase) (deviation.Received, error) {
	u, err := within(ctx, g)
	if err != nil {
		return deviation.Received{}, err
	}
	return u.findCase(ctx, c, g.Reaches(), "")
}

// findCase reads one within reaches; lock, when not empty, is how it is locked before.
func (u *unit) findCase(ctx context.Context, c id.DeviationCase, reaches []access.Reach, lock string) (deviation.Received, error) {
	var v deviation.Received
	var steps []step
	if lock != "" {
		steps = append(steps, step{sql: "SELECT c.id FROM deviation_case c WHERE c.id = $1 AND " + caseScope(reaches) + lock, args: []any{c}})
	}
	err := u.pipeline(ctx, append(steps, step{
		sql: "SELECT " + heldColumns + " FROM " + heldTables + "c.id = $1 AND " + caseScope(reaches), args: []any{c},
		row: func(r pgx.Rows) (err error) {
			v, err = scanHeld(r)
			return err
		},
	}, step{
		sql:  "SELECT " + caseColumns + " FROM deviation_case c JOIN deviation_case f ON f.deviation_id = c.deviation_id AND f.group_id = c.from_group_id WHERE f.id = $1 AND c.from_group_id IN (SELECT app_my_groups()) ORDER BY c.id",
		args: []any{c},
		row: func(r pgx.Rows) error {
			var sent deviation.Case
			err := r.Scan(caseOfGroup(&sent)...)
			v.Sent = append(v.Sent, sent)
			return err
		},
	}, step{
		sql: "SELECT " + measureColumns + " FROM deviation_measure e WHERE e.case_id = $1 AND " + measureScope(reaches) + " ORDER BY e.created_at, e.id", args: []any{c},
		row: func(r pgx.Rows) error {
			m, err := scanMeasure(r)
			v.Measures = append(v.Measures, m)
			return err
		},
	})...)
	if err == nil && v.Case.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(v.Case.ID.UUID(), reaches[0])
	}
	return v, err
}

// ListCases implements deviation.Store.
func (s *Store) ListCases(ctx context.Context, g access.Grant[access.ReadDeviationCase], pg page.Page) ([]deviation.Received, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []deviation.Received
	l := listing{columns: heldColumns, from: heldTables + caseScope(g.Reaches()), order: "NOT " + owedAnswer + ", c.due_on, c.id"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanHeld(r)
		rows = append(rows, v)
		u.log.opened(v.Case.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}
