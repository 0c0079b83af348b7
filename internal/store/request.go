package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/request"
)

// requestColumns read a request with what the unit does with it, which the fence shows to the unit alone, and the plan that
// it led to.
const (
	requestColumns = `q.id, q.person_id, q.child_id, q.principal_id, q.unit_id, q.relation, q.given_name, q.family_name, q.birth_date,
	  q.own_given_name, q.own_family_name, q.body, q.help, q.participants, coalesce(app_request_protection(q.id), 'assumed-identity'), q.received_on,
	  q.due_on, q.created_at, q.state, q.assessed_on, q.answered_on, q.withdrawn_on, q.refused_by, q.reason, l.plan_id, q.version,
	  h.handler_id, coalesce(hp.staff_name, ''), coalesce(h.custody_checked, false), coalesce(h.version, 0)`
	requestTables = `plan_request q
	  LEFT JOIN plan_request_plan l ON l.request_id = q.id
	  LEFT JOIN plan_request_handling h ON h.request_id = q.id
	  LEFT JOIN person hp ON hp.id = h.handler_id WHERE `
	// Neither answered nor withdrawn.
	waitingRequest = "q.state IN ('received', 'assessing')"
)

func scanRequest(r pgx.Rows) (request.Request, error) {
	var v request.Request
	w, h := &v.Words, &v.Handling
	return v, r.Scan(&v.ID, &v.Person, &v.Child, &v.Principal, &v.Unit, &v.Relation, &v.Name.Given, &v.Name.Family, &v.BirthDate,
		&v.OwnName.Given, &v.OwnName.Family, &w.Why, &w.Help, &w.Participants, &v.Protection, &v.ReceivedOn,
		&v.DueOn, &v.CreatedAt, &v.State, &v.AssessedOn, &v.AnsweredOn, &v.WithdrawnOn, &v.RefusedBy, &v.Reason, &v.Plan, &v.Version,
		&h.Handler, &h.HandlerName, &h.CustodyChecked, &h.Version)
}

// FindRequest implements request.Store.
func (s *Store) FindRequest(ctx context.Context, g access.Grant[access.ReadRequest], r id.PlanRequest) (request.Request, error) {
	u, err := within(ctx, g)
	if err != nil {
		return request.Request{}, err
	}
	return u.findRequest(ctx, r, g.Reaches(), "")
}

// findRequest reads one request within reaches; lock, when not empty, is how it is locked before it is read, so that what
// came in between counts. Its child is what the request to the server is about.
func (u *unit) findRequest(ctx context.Context, r id.PlanRequest, reaches []access.Reach, lock string) (request.Request, error) {
	var v request.Request
	var steps []step
	if lock != "" {
		steps = append(steps, step{sql: "SELECT q.id FROM plan_request q WHERE q.id = $1 AND " + requestScope(reaches) + lock, args: []any{r}})
	}
	err := u.pipeline(ctx, append(steps, step{
		sql: "SELECT " + requestColumns + " FROM " + requestTables + "q.id = $1 AND " + requestScope(reaches), args: []any{r},
		row: func(row pgx.Rows) (err error) {
			v, err = scanRequest(row)
			return err
		},
	})...)
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child, u.log.plan = v.Child, v.Plan
		u.log.opened(v.ID.UUID(), reaches[0])
	}
	return v, err
}

// ListRequests implements request.Store.
func (s *Store) ListRequests(ctx context.Context, g access.Grant[access.ReadRequest], pg page.Page) ([]request.Request, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	order := "NOT " + waitingRequest + ", q.due_on, q.id"
	if u.actor.IsCitizen() {
		order = "q.created_at DESC, q.id DESC"
	}
	var rows []request.Request
	total, err := u.list(ctx, listing{columns: requestColumns, from: requestTables + requestScope(g.Reaches()), order: order}, pg, func(r pgx.Rows) error {
		v, err := scanRequest(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// AssessRequest implements request.Store.
func (s *Store) AssessRequest(ctx context.Context, g access.Grant[access.AssessRequest], r id.PlanRequest, do func(*request.Request) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.findRequest(ctx, r, g.Reaches(), forUpdateOfRequest)
	if err != nil {
		return err
	}
	before := v.Version
	if err := do(&v); err != nil {
		return err
	}
	h := v.Handling
	steps := []step{{
		sql: `INSERT INTO plan_request_handling (request_id, unit_id, handler_id, assigned_by, custody_checked, version)
		      VALUES ($1, app_unit(), $2, app_person(), $3, $4)
		      ON CONFLICT (request_id) DO UPDATE SET handler_id = excluded.handler_id, assigned_by = excluded.assigned_by,
		        custody_checked = excluded.custody_checked, version = excluded.version`,
		args: []any{v.ID, h.Handler, h.CustodyChecked, h.Version},
	}}
	if v.Version != before {
		steps = append(steps, saveRequest(v))
	}
	return u.pipeline(ctx, append(steps, u.recordSteps(v)...)...)
}

// recordSteps make the unit's own record of what a request says, as far as it has none: the case about the child, the
// handler's part in it, and the guardian's relation once the unit has made sure of it.
func (u *unit) recordSteps(v request.Request) []step {
	steps := []step{{
		sql: `INSERT INTO case_file (id, child_id, unit_id, given_name, family_name, birth_date, reason, valid)
		      SELECT $1, $2, app_unit(), $3, $4, $5, 'Begäran om plan', daterange($6, NULL)
		       WHERE NOT EXISTS (SELECT FROM case_file f WHERE f.child_id = $2 AND ` + openFile + `)`,
		args: []any{id.NewCaseFile(), v.Child, v.Name.Given, v.Name.Family, v.BirthDate, u.today()},
	}, {
		sql: `INSERT INTO case_worker (id, child_id, unit_id, person_id, valid)
		      SELECT $1, $2, app_unit(), $3, daterange($4, NULL) WHERE NOT EXISTS (SELECT FROM case_worker w
		        WHERE w.child_id = $2 AND w.unit_id = app_unit() AND w.person_id = $3 AND w.valid @> app_today())`,
		args: []any{id.NewCaseWorker(), v.Child, v.Handling.Handler, u.today()},
	}}
	if v.Handling.CustodyChecked {
		steps = append(steps, step{
			sql: `INSERT INTO relation (id, child_id, person_id, unit_id, kind, given_name, family_name, valid)
			      SELECT $1, $2, $3, app_unit(), $4, $5, $6, daterange($7, NULL) WHERE NOT EXISTS (SELECT FROM relation r
			        WHERE r.child_id = $2 AND r.person_id = $3 AND r.unit_id = app_unit() AND r.kind = $4 AND r.valid @> app_today())`,
			args: []any{id.NewRelation(), v.Child, v.Person, v.Relation, v.OwnName.Given, v.OwnName.Family, u.today()},
		})
	}
	return steps
}

// AnswerRequest implements request.Store.
func (s *Store) AnswerRequest(ctx context.Context, g access.Grant[access.AnswerRequest], r id.PlanRequest, do func(*request.Request) (id.Plan, error)) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.findRequest(ctx, r, g.Reaches(), forUpdateOfRequest)
	if err != nil {
		return err
	}
	plan, err := do(&v)
	if err != nil {
		return err
	}
	steps := []step{saveRequest(v)}
	if !plan.IsZero() {
		steps = append(steps, step{
			sql: "INSERT INTO plan_request_plan (request_id, unit_id, plan_id) VALUES ($1, app_unit(), $2)", args: []any{v.ID, plan},
		})
	}
	return u.pipeline(ctx, steps...)
}

func saveRequest(v request.Request) step {
	return step{
		sql: `UPDATE plan_request SET state = $2, assessed_on = $3, answered_on = $4, refused_by = $5, reason = $6, version = $7, withdrawn_on = $8
		      WHERE id = $1 AND version = $7 - 1`,
		args:     []any{v.ID, v.State, v.AssessedOn, v.AnsweredOn, v.RefusedBy, v.Reason, v.Version, v.WithdrawnOn},
		affected: unmoved,
	}
}

// WithdrawRequest implements request.Store.
func (s *Store) WithdrawRequest(ctx context.Context, g access.Grant[access.WithdrawRequest], r id.PlanRequest, do func(*request.Request) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.findRequest(ctx, r, g.Reaches(), forUpdateOfRequest)
	if err != nil {
		return err
	}
	if err := do(&v); err != nil {
		return err
	}
	return u.pipeline(ctx, saveRequest(v))
}

const forUpdateOfRequest = " FOR UPDATE OF q"
