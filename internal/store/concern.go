package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/concern"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// selectConcerns reads reports with what the receiver does with them, which the fence shows to the receiver alone. The
// terms are those of the receiving board; of a closed unit they are as usual.
const selectConcerns = `SELECT c.id, c.child_id, c.given_name, c.family_name, c.birth_date,
  coalesce(app_concern_protection(c.id), 'assumed-identity'), c.from_unit_id, c.to_unit_id, c.author_id, coalesce(a.staff_name, ''),
  c.body, c.reported_on, c.sent_on, c.created_at, c.received_on, c.decision, c.decided_on, c.message, c.feedback_on, c.version,
  h.handler_id, coalesce(hp.staff_name, ''), h.assessed_on, coalesce(h.version, 0),
  coalesce(m.assess_days, 0), coalesce(m.decide_days, 14), coalesce(m.feedback_days, 7)
 FROM concern_report c
 LEFT JOIN person a ON a.id = c.author_id
 LEFT JOIN concern_handling h ON h.report_id = c.id
 LEFT JOIN person hp ON hp.id = h.handler_id
 LEFT JOIN unit_term m ON m.unit_id = c.to_unit_id
 WHERE `

func scanConcern(r pgx.Rows) (concern.Report, error) {
	var c concern.Report
	h, t := &c.Handling, &c.Terms
	return c, r.Scan(&c.ID, &c.Child, &c.Name.Given, &c.Name.Family, &c.BirthDate, &c.Protection, &c.From, &c.To, &c.Author,
		&c.AuthorName, &c.Text, &c.ReportedOn, &c.SentOn, &c.CreatedAt, &c.ReceivedOn, &c.Decision, &c.DecidedOn, &c.Message, &c.FeedbackOn,
		&c.Version, &h.Handler, &h.HandlerName, &h.AssessedOn, &h.Version, &t.Assess, &t.Decide, &t.Feedback)
}

// SendConcern implements concern.Store.
func (s *Store) SendConcern(
	ctx context.Context, g access.Grant[access.SendConcern], child id.Person, do func(person.Child) (concern.Report, error),
) (id.Concern, error) {
	u, err := within(ctx, g)
	if err != nil {
		return id.Concern{}, err
	}
	c, err := u.findChild(ctx, child, childScope(g.Reaches()), "")
	if err != nil {
		return id.Concern{}, err
	}
	r, err := do(c)
	if err != nil {
		return id.Concern{}, err
	}
	u.log.opened(r.ID.UUID(), g.Reaches()[0])
	return r.ID, u.pipeline(ctx, step{
		sql: `INSERT INTO concern_report (id, child_id, given_name, family_name, birth_date, from_unit_id, to_unit_id, author_id, body,
		        reported_on, sent_on, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
		args: []any{
			r.ID, r.Child, r.Name.Given, r.Name.Family, r.BirthDate, r.From, r.To, r.Author, r.Text, r.ReportedOn, r.SentOn, r.CreatedAt,
		},
	})
}

// FindConcern implements concern.Store.
func (s *Store) FindConcern(ctx context.Context, g access.Grant[access.ReadConcern], c id.Concern) (concern.Report, error) {
	u, err := within(ctx, g)
	if err != nil {
		return concern.Report{}, err
	}
	r, err := u.findConcern(ctx, c, g.Reaches(), "")
	if err == nil {
		u.log.opened(r.ID.UUID(), u.concernReach(r, g.Reaches()))
	}
	return r, err
}

// findConcern reads one report within reaches; lock, when not empty, is how it is locked. Its child is what the request is
// about.
func (u *unit) findConcern(ctx context.Context, c id.Concern, reaches []access.Reach, lock string) (concern.Report, error) {
	var found concern.Report
	if lock != "" { // before it is read: what came in between counts
		if err := u.pipeline(ctx, step{sql: "SELECT c.id FROM concern_report c WHERE c.id = $1 AND " + concernScope(reaches) + lock, args: []any{c}}); err != nil {
			return found, err
		}
	}
	err := u.pipeline(ctx, step{
		sql:  selectConcerns + "c.id = $1 AND " + concernScope(reaches),
		args: []any{c},
		row: func(r pgx.Rows) (err error) {
			found, err = scanConcern(r)
			return err
		},
	})
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child = found.Child
	}
	return found, err
}

// ListConcerns implements concern.Store.
func (s *Store) ListConcerns(ctx context.Context, g access.Grant[access.ReadConcern], d concern.Direction, pg page.Page) ([]concern.Report, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	reaches := onSide(g.Reaches(), bool(d))
	var rows []concern.Report
	total := 0
	err = u.pipeline(ctx, step{
		sql: "SELECT count(*) FROM concern_report c WHERE " + concernScope(reaches),
		row: func(r pgx.Rows) error { return r.Scan(&total) },
	}, step{
		sql:  selectConcerns + concernScope(reaches) + " ORDER BY c.created_at DESC, c.id DESC LIMIT $1 OFFSET $2",
		args: []any{pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			c, err := scanConcern(r)
			rows = append(rows, c)
			return err
		},
	})
	for i := range rows {
		u.log.opened(rows[i].ID.UUID(), reaches[0])
	}
	return rows, total, err
}

// concernReach is the reach that opened a report: on the side of the compartment where the own unit stands.
func (u *unit) concernReach(r concern.Report, reaches []access.Reach) access.Reach {
	return onSide(reaches, r.From == u.actor.Unit())[0]
}

// HandleConcern implements concern.Store.
func (s *Store) HandleConcern(ctx context.Context, g access.Grant[access.HandleConcern], c id.Concern, do func(*concern.Report) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	r, err := u.findConcern(ctx, c, g.Reaches(), forUpdate)
	if err != nil {
		return err
	}
	if err := do(&r); err != nil {
		return err
	}
	h := r.Handling
	u.log.opened(r.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql:      `UPDATE concern_report SET received_on = $2, version = $3 WHERE id = $1 AND version IN ($3, $3 - 1)`,
		args:     []any{r.ID, r.ReceivedOn, r.Version},
		affected: unmoved,
	}, step{
		sql: `INSERT INTO concern_handling (report_id, unit_id, handler_id, assigned_by, assessed_on, version)
		      VALUES ($1, app_unit(), $2, app_person(), $3, $4)
		      ON CONFLICT (report_id) DO UPDATE SET handler_id = excluded.handler_id, assigned_by = excluded.assigned_by,
		        assessed_on = excluded.assessed_on, version = excluded.version`,
		args: []any{r.ID, h.Handler, h.AssessedOn, h.Version},
	})
}

// AnswerConcern implements concern.Store.
func (s *Store) AnswerConcern(ctx context.Context, g access.Grant[access.AnswerConcern], c id.Concern, do func(*concern.Report) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	r, err := u.findConcern(ctx, c, g.Reaches(), forUpdate)
	if err != nil {
		return err
	}
	if err := do(&r); err != nil {
		return err
	}
	u.log.opened(r.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `UPDATE concern_report SET decision = $2, decided_on = $3, message = $4, feedback_on = $5, version = $6
		      WHERE id = $1 AND version = $6 - 1`,
		args:     []any{r.ID, r.Decision, r.DecidedOn, r.Message, r.FeedbackOn, r.Version},
		affected: unmoved,
	})
}

const forUpdate = " FOR UPDATE OF c"
