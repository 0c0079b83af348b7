package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/care"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const accessColumns = `e.id, e.person_id, (SELECT k.staff_name FROM person k WHERE k.id = e.person_id), e.unit_id, e.holder_unit_id, e.danger,
  e.opened_at, e.opens_until, e.review_due_on, e.child_id, e.reason`

func scanAccess(r pgx.Rows) (care.Access, error) {
	var e care.Access
	return e, r.Scan(asID(&e.ID), asID(&e.Person), &e.Name, asID(&e.Unit), asID(&e.Holder), asEnum(&e.Danger), &e.OpenedAt, &e.OpensUntil,
		asDay(&e.ReviewDueOn), asID(&e.Child), &e.Reason)
}

// ListEmergencyAccesses implements care.Store.
func (s *Store) ListEmergencyAccesses(ctx context.Context, g access.Grant[access.ReadEmergencyAccess], pg page.Page) ([]care.Access, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []care.Access
	l := listing{columns: accessColumns, from: emergencyAccesses(g.Reaches()), order: "e.opened_at DESC, e.id DESC"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		e, err := scanAccess(r)
		rows = append(rows, e)
		u.log.opened(e.ID.UUID(), g.Reaches()[0])
		return err
	})
	if err != nil || len(rows) == 0 {
		return nil, total, err
	}
	return rows, total, u.pipeline(ctx, reviewsStep(g.Reaches(), rows))
}

// reviewsStep reads the reviews of openings. A note comes with its review for the reviewer's own unit alone.
func reviewsStep(reaches []access.Reach, of []care.Access) step {
	at := make(map[id.EmergencyAccess]int, len(of))
	ids := make([]uuid.UUID, len(of))
	for n := range of {
		at[of[n].ID], ids[n] = n, of[n].ID.UUID()
	}
	return step{
		sql: `SELECT v.access_id, v.id, v.person_id, (SELECT k.staff_name FROM person k WHERE k.id = v.person_id), v.unit_id, v.verdict, v.reviewed_at,
		        CASE WHEN e.has_notes THEN (SELECT t.note FROM emergency_review_note t WHERE t.review_id = v.id) END
		      FROM ` + emergencyAccesses(reaches) + ` JOIN emergency_review v ON v.access_id = e.id
		      WHERE e.id = ANY ($1) ORDER BY v.reviewed_at, v.id`,
		args: []any{ids},
		row: func(r pgx.Rows) error {
			var v care.Review
			err := r.Scan(asID(&v.Access), asID(&v.ID), asID(&v.Person), &v.Name, asID(&v.Unit), asEnum(&v.Verdict), &v.ReviewedAt, &v.Note)
			if n, ok := at[v.Access]; ok {
				of[n].Reviews = append(of[n].Reviews, v)
			}
			return err
		},
	}
}

// ReviewEmergency implements care.Store.
func (s *Store) ReviewEmergency(
	ctx context.Context, g access.Grant[access.ReviewEmergency], of id.EmergencyAccess, do func(care.Access) (care.Review, error),
) (care.Review, error) {
	u, err := within(ctx, g)
	if err != nil {
		return care.Review{}, err
	}
	var e care.Access
	err = u.pipeline(ctx, step{
		sql:  "SELECT " + accessColumns + " FROM " + emergencyAccesses(g.Reaches()) + " WHERE e.id = $1",
		args: []any{of},
		row: func(r pgx.Rows) (err error) {
			e, err = scanAccess(r)
			return err
		},
	})
	if err == nil && e.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return care.Review{}, err
	}
	v, err := do(e)
	if err != nil {
		return care.Review{}, err
	}
	u.log.child = e.Child
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	u.log.opened(e.ID.UUID(), g.Reaches()[0])
	return v, u.pipeline(ctx,
		step{
			sql:  `INSERT INTO emergency_review (id, access_id, person_id, unit_id, verdict, reviewed_at) VALUES ($1, $2, $3, $4, $5, $6)`,
			args: []any{v.ID, v.Access, v.Person, v.Unit, v.Verdict, v.ReviewedAt},
		},
		step{sql: `INSERT INTO emergency_review_note (review_id, unit_id, note) VALUES ($1, $2, $3)`, args: []any{v.ID, v.Unit, v.Note}})
}
