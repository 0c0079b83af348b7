package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/insight"
	"samplan/internal/page"
)

// reviewScope chooses reviews (alias v): of the own principal, or those that managers of the own unit have made of it.
func reviewScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnPrincipal:
			return "v.principal_id = app_own_principal()"
		case access.OwnUnit:
			return "v.own_unit AND v.unit_id = app_unit()"
		}
		return "false"
	})
}

// selectReviews reads reviews; what is about the reader is neither counted nor told (R40).
const selectReviews = `SELECT count(*) OVER (), v.id, v.unit_id, v.own_unit, v.rule, v.from_day, v.to_day, v.sample_size, v.seed, v.found,
  v.person_id, coalesce(s.staff_name, ''), v.created_at, n.sampled, n.judged
  FROM log_review v JOIN person s ON s.id = v.person_id
  CROSS JOIN LATERAL (SELECT count(*)::int AS sampled,
      count(*) FILTER (WHERE EXISTS (SELECT FROM log_verdict d WHERE d.review_id = v.id AND d.entry_id = e.entry_id))::int AS judged
    FROM app_review_entries(v.id, false) e) n `

func scanReview(r pgx.Rows, total *int) (v insight.Review, err error) {
	err = r.Scan(total, &v.ID, &v.Unit, &v.OwnUnit, &v.Rule, &v.Period.From, &v.Period.To, &v.SampleSize, &v.Seed, &v.Found, &v.By, &v.ByName,
		&v.CreatedAt, &v.Sampled, &v.Judged)
	return v, err
}

// CreateReview implements insight.Store. The sample is drawn by the fence, in an order that the seed alone decides.
func (s *Store) CreateReview(ctx context.Context, g access.Grant[access.ReviewLog], v insight.Review, hidden []string) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	from, to := v.Period.Bounds()
	var entries []uuid.UUID
	var numbers []*int32
	err = u.pipeline(ctx,
		step{
			sql: `SELECT u.id FROM unit u WHERE $1::uuid IS NULL OR u.id = $1 AND EXISTS (
			        SELECT FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
			         WHERE q.unit_id = u.id AND a.principal_id = app_own_principal()) LIMIT 1`,
			args:     []any{v.Unit},
			affected: unitKnown,
		},
		step{
			sql:  "SELECT entry_id, child_number, found FROM app_review_sample($1, $2, $3, $4, $5, $6, $7, $8)",
			args: []any{v.Unit, v.OwnUnit, from, to, hidden, v.Rule, v.SampleSize, v.Seed},
			row: func(r pgx.Rows) error {
				var e uuid.UUID
				var n *int32
				err := r.Scan(&e, &n, &v.Found)
				entries, numbers = append(entries, e), append(numbers, n)
				return err
			},
		})
	if err != nil {
		return err
	}
	u.log.all(g.Reaches()[0], v.ID.UUID())
	return u.pipeline(ctx,
		step{
			sql: `INSERT INTO log_review (id, principal_id, unit_id, own_unit, rule, from_day, to_day, sample_size, seed, found, person_id, created_at)
			      VALUES ($1, app_own_principal(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
			args: []any{v.ID, v.Unit, v.OwnUnit, v.Rule, v.Period.From, v.Period.To, v.SampleSize, v.Seed, v.Found, v.By, v.CreatedAt},
		},
		step{
			sql: `INSERT INTO log_review_entry (review_id, entry_id, position, child_number)
			      SELECT $1, e, n, c FROM unnest($2::uuid[], $3::int[]) WITH ORDINALITY t (e, c, n)`,
			args: []any{v.ID, entries, numbers},
		})
}

// unitKnown says that a unit is none of those that the reviewer answers for.
func unitKnown(rows int64) error {
	if rows == 0 {
		return fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
	}
	return nil
}

// ListReviews implements insight.Store.
func (s *Store) ListReviews(ctx context.Context, g access.Grant[access.ReviewLog], pg page.Page) ([]insight.Review, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []insight.Review
	total := 0
	err = u.pipeline(ctx, step{
		sql:  selectReviews + "WHERE " + reviewScope(g.Reaches()) + " ORDER BY v.created_at DESC, v.id DESC LIMIT $1 OFFSET $2",
		args: []any{pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			v, err := scanReview(r, &total)
			all = append(all, v)
			u.log.opened(v.ID.UUID(), g.Reaches()[0])
			return err
		},
	})
	return all, total, err
}

// ViewReview implements insight.Store. A manager learns the names of the unit's own children; the principal's reviewers
// learn none.
func (s *Store) ViewReview(ctx context.Context, g access.Grant[access.ReviewLog], review id.Review) (insight.Review, error) {
	u, err := within(ctx, g)
	if err != nil {
		return insight.Review{}, err
	}
	var v insight.Review
	total := 0
	at := map[id.Entry]int{}
	err = u.pipeline(ctx,
		step{sql: selectReviews + "WHERE v.id = $1 AND " + reviewScope(g.Reaches()), args: []any{review}, row: func(r pgx.Rows) error {
			v, err = scanReview(r, &total)
			return err
		}},
		step{
			sql: `SELECT entry_id, at, operation, outcome, coalesce(staff_name, ''), coalesce(role, ''), unit_id, objects, coalesce(child_number, 0),
			        purpose, child_id, given_name, family_name, coalesce(protection, 'none') FROM app_review_entries($1, $2)`,
			args: []any{review, !g.Has(access.OwnPrincipal)},
			row: func(r pgx.Rows) error {
				e, err := scanReviewed(r)
				at[e.ID] = len(v.Entries)
				v.Entries = append(v.Entries, e)
				return err
			},
		},
		step{
			sql: `SELECT d.id, d.entry_id, d.verdict, d.note, d.person_id, coalesce(s.staff_name, ''), d.created_at
			      FROM log_verdict d JOIN person s ON s.id = d.person_id WHERE d.review_id = $1 ORDER BY d.created_at, d.id`,
			args: []any{review},
			row: func(r pgx.Rows) error {
				d := insight.Verdict{Review: review}
				err := r.Scan(&d.ID, &d.Entry, &d.Finding, &d.Note, &d.By, &d.ByName, &d.CreatedAt)
				if n, ok := at[d.Entry]; ok {
					v.Entries[n].Verdicts = append(v.Entries[n].Verdicts, d)
				}
				return err
			},
		})
	if err != nil || v.ID.IsZero() {
		return insight.Review{}, orNotFound(err)
	}
	u.log.opened(review.UUID(), g.Reaches()[0])
	for _, e := range v.Entries {
		u.log.opened(e.ID.UUID(), g.Reaches()[0])
	}
	return v, nil
}

func scanReviewed(r pgx.Rows) (e insight.Reviewed, err error) {
	var role string
	err = r.Scan(&e.ID, &e.At, &e.Operation, &e.Outcome, &e.StaffName, &role, &e.Unit, &e.Objects, &e.ChildNumber, &e.Purpose, &e.Child,
		&e.ChildName.Given, &e.ChildName.Family, &e.Protection)
	e.Role = access.RoleNamed(role)
	return e, err
}

// AddVerdict implements insight.Store. The fence shows nobody what is about oneself, so nobody can judge it.
func (s *Store) AddVerdict(ctx context.Context, g access.Grant[access.ReviewLog], d insight.Verdict) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.all(g.Reaches()[0], d.ID.UUID(), d.Entry.UUID())
	return u.pipeline(ctx, step{
		sql: `INSERT INTO log_verdict (id, review_id, entry_id, verdict, note, person_id, created_at)
		      SELECT $1, v.id, e.entry_id, $4, $5, $6, $7 FROM log_review v CROSS JOIN LATERAL app_review_entries(v.id, $8) e
		       WHERE v.id = $2 AND e.entry_id = $3 AND ` + reviewScope(g.Reaches()),
		args:     []any{d.ID, d.Review, d.Entry, d.Finding, d.Note, d.By, d.CreatedAt, !g.Has(access.OwnPrincipal)},
		affected: found,
	})
}

// ListFlags implements insight.Store.
func (s *Store) ListFlags(ctx context.Context, g access.Grant[access.ReadFlag], p insight.Period, hidden []string, pg page.Page) ([]insight.Flag, int, error) {
	u, err := within(ctx, g)
	if err != nil || !g.Has(access.OwnPrincipal) {
		return nil, 0, orNotFound(err)
	}
	from, to := p.Bounds()
	var all []insight.Flag
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), kind, hour, person_id, coalesce(staff_name, ''), coalesce(role, ''), unit_id, reached, threshold
		      FROM app_log_flags($1, $2, $3) ORDER BY hour DESC, staff_name, unit_id, role, kind LIMIT $4 OFFSET $5`,
		args: []any{from, to, hidden, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var f insight.Flag
			var role string
			err := r.Scan(&total, &f.Kind, &f.Hour, &f.Person, &f.StaffName, &role, &f.Unit, &f.Reached, &f.Threshold)
			f.Role = access.RoleNamed(role)
			all = append(all, f)
			u.log.opened(f.Person.UUID(), access.OwnPrincipal)
			return err
		},
	})
	return all, total, err
}
