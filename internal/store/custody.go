package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/consent"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const selectCustody = `SELECT d.id, d.child_id, d.decided_on, d.appeal, d.reason, d.created_at, d.ends_on, d.end_reason, d.version,
  ARRAY(SELECT x.measure FROM custody_measure x WHERE x.decision_id = d.id ORDER BY x.measure)
 FROM custody_decision d JOIN case_file f ON f.child_id = d.child_id AND f.unit_id = d.unit_id WHERE `

func scanCustody(r pgx.Rows) (consent.CustodyDecision, error) {
	var d consent.CustodyDecision
	var measures []string
	err := r.Scan(&d.ID, &d.Child, &d.DecidedOn, &d.Appeal, &d.Reason, &d.CreatedAt, &d.EndsOn, &d.EndReason, &d.Version, &measures)
	for _, name := range measures {
		m, parseErr := consent.Measures.Parse(name)
		if err == nil {
			err = parseErr
		}
		d.Measures = append(d.Measures, m)
	}
	return d, err
}

// RegisterCustody implements consent.CustodyStore.
func (s *Store) RegisterCustody(
	ctx context.Context, g access.Grant[access.EditCustodyDecision], child id.Person, do func() (consent.CustodyDecision, error),
) (consent.CustodyDecision, error) {
	u, err := within(ctx, g)
	if err != nil {
		return consent.CustodyDecision{}, err
	}
	if _, err := u.findChild(ctx, child, childScope(g.Reaches()), ""); err != nil {
		return consent.CustodyDecision{}, err
	}
	d, err := do()
	if err != nil {
		return consent.CustodyDecision{}, err
	}
	measures := make([]string, len(d.Measures))
	for i, m := range d.Measures {
		measures[i] = m.String()
	}
	u.log.opened(d.ID.UUID(), g.Reaches()[0])
	return d, u.pipeline(ctx, step{
		sql: `INSERT INTO custody_decision (id, child_id, unit_id, decided_on, appeal, reason, recorder_id, created_at)
		      VALUES ($1, $2, app_unit(), $3, $4, $5, app_person(), $6)`,
		args: []any{d.ID, d.Child, d.DecidedOn, d.Appeal, d.Reason, d.CreatedAt},
	}, step{
		sql:  `INSERT INTO custody_measure (decision_id, measure) SELECT $1, x.measure FROM unnest($2::text[]) x (measure)`,
		args: []any{d.ID, measures},
	})
}

// ListCustody implements consent.CustodyStore. A child out of reach is not found; its list is not an empty one.
func (s *Store) ListCustody(ctx context.Context, g access.Grant[access.ReadCustodyDecision], child id.Person, pg page.Page) ([]consent.CustodyDecision, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	scope := childScope(g.Reaches())
	if _, err := u.findChild(ctx, child, scope, ""); err != nil {
		return nil, 0, err
	}
	var rows []consent.CustodyDecision
	total := 0
	err = u.pipeline(ctx, step{
		sql:  "SELECT count(*) FROM custody_decision d WHERE d.child_id = $1 AND d.unit_id = app_unit()",
		args: []any{child},
		row:  func(r pgx.Rows) error { return r.Scan(&total) },
	}, step{
		sql:  selectCustody + "d.child_id = $3 AND " + scope + " ORDER BY d.decided_on DESC, d.id DESC LIMIT $1 OFFSET $2",
		args: []any{pg.Limit, pg.Offset(), child},
		row: func(r pgx.Rows) error {
			d, err := scanCustody(r)
			rows = append(rows, d)
			return err
		},
	})
	for i := range rows {
		u.log.opened(rows[i].ID.UUID(), g.Reaches()[0])
	}
	return rows, total, err
}

// EndCustody implements consent.CustodyStore.
func (s *Store) EndCustody(
	ctx context.Context, g access.Grant[access.EditCustodyDecision], d id.Custody, do func(*consent.CustodyDecision) error,
) (consent.CustodyDecision, error) {
	u, err := within(ctx, g)
	if err != nil {
		return consent.CustodyDecision{}, err
	}
	var v consent.CustodyDecision
	err = u.pipeline(ctx, step{
		sql:  selectCustody + "d.id = $1 AND " + childScope(g.Reaches()) + " FOR UPDATE OF d",
		args: []any{d},
		row: func(r pgx.Rows) (err error) {
			v, err = scanCustody(r)
			return err
		},
	})
	if err != nil {
		return v, err
	}
	if v.ID.IsZero() {
		return v, fault.New(fault.CodeNotFound)
	}
	if err := do(&v); err != nil {
		return v, err
	}
	u.log.child = v.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx, step{
		sql:      "UPDATE custody_decision SET ends_on = $2, end_reason = $3, version = $4 WHERE id = $1 AND version = $4 - 1",
		args:     []any{v.ID, v.EndsOn, v.EndReason, v.Version},
		affected: unmoved,
	})
}
