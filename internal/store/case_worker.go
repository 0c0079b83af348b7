package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

var caseWorkers = ofChild{"case_worker", `t.id, t.child_id, t.person_id,
  coalesce((SELECT k.staff_name FROM person k WHERE k.id = t.person_id), ''), lower(t.valid), upper(t.valid) - 1, t.version`}

func scanCaseWorker(r pgx.Rows) (person.CaseWorker, error) {
	var w person.CaseWorker
	return w, r.Scan(&w.ID, &w.Child, &w.Person, &w.Name, &w.Span.From, &w.Span.To, &w.Version)
}

// ListCaseWorkers implements person.Store.
func (s *Store) ListCaseWorkers(ctx context.Context, g access.Grant[access.ReadCaseWorker], child id.Person, pg page.Page) ([]person.CaseWorker, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []person.CaseWorker
	total, err := caseWorkers.list(ctx, u, child, childScope(g.Reaches()), pg, func(r pgx.Rows) error {
		w, err := scanCaseWorker(r)
		rows = append(rows, w)
		u.log.opened(w.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// AssignCaseWorker implements person.Store.
func (s *Store) AssignCaseWorker(ctx context.Context, g access.Grant[access.EditCaseWorker], child id.Person,
	do func(person.Child) (person.CaseWorker, error),
) (person.CaseWorker, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.CaseWorker{}, err
	}
	scope := childScope(g.Reaches())
	c, err := u.findChild(ctx, child, scope, "")
	if err != nil {
		return person.CaseWorker{}, err
	}
	w, err := do(c)
	if err != nil {
		return person.CaseWorker{}, err
	}
	u.log.opened(w.ID.UUID(), g.Reaches()[0])
	found := false
	err = u.pipeline(ctx,
		step{
			sql: `INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
			      VALUES ($1, $2, app_unit(), $3, daterange($4, $5, '[]'))`,
			args: []any{w.ID, w.Child, w.Person, w.Span.From, w.Span.To},
		},
		step{sql: caseWorkers.from(scope) + " AND t.id = $1", args: []any{w.ID}, row: func(r pgx.Rows) (err error) {
			found = true
			w, err = scanCaseWorker(r)
			return err
		}})
	if err == nil && !found {
		err = fault.New(fault.CodeNotFound)
	}
	return w, err
}

// EndCaseWorker implements person.Store. Whoever loses the last day loses the child at the next read.
func (s *Store) EndCaseWorker(ctx context.Context, g access.Grant[access.EditCaseWorker], w id.CaseWorker, do func(*person.CaseWorker) error) (person.CaseWorker, error) {
	u, err := within(ctx, g)
	if err != nil {
		return person.CaseWorker{}, err
	}
	var v person.CaseWorker
	err = caseWorkers.lock(ctx, u, w, childScope(g.Reaches()), func(row pgx.Rows) (err error) {
		v, err = scanCaseWorker(row)
		return err
	})
	if err != nil {
		return person.CaseWorker{}, err
	}
	if err := do(&v); err != nil {
		return person.CaseWorker{}, err
	}
	u.log.child = v.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, step{
		sql:  "UPDATE case_worker SET valid = daterange(lower(valid), $2, '[]'), version = $3 WHERE id = $1 AND version = $3 - 1",
		args: []any{v.ID, v.Span.To, v.Version}, affected: unmoved,
	})
}
