package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
)

// DraftReorganisation implements org.ReorganisationStore. That the moves are added to the own draft alone, the fence sees to.
func (s *Store) DraftReorganisation(ctx context.Context, g access.Grant[access.PlanReorganisation], r *org.Reorganisation) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(r.ID.UUID(), g.Reaches()[0])
	steps := []step{{
		sql: `INSERT INTO reorganisation (id, unit_id, title, decision, takes_effect_on, drafted_by, drafted_on, created_at)
		      VALUES ($1, app_unit(), $2, $3, $4, app_person(), $5, $6)`,
		args: []any{r.ID, r.Title, r.Decision, r.TakesEffectOn, r.DraftedOn, r.CreatedAt},
	}}
	for _, side := range r.Sides {
		steps = append(steps, step{
			sql:  `INSERT INTO reorganisation_side (reorganisation_id, principal_id) VALUES ($1, $2)`,
			args: []any{r.ID, side.Principal},
		})
	}
	for n, m := range r.Moves {
		steps = append(steps, step{
			sql: `INSERT INTO reorganisation_move (reorganisation_id, position, kind, unit_id, to_branch_id, into_unit_id, open_cases_go, old_records_go, keeper_unit_id)
			      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
			args: []any{r.ID, n + 1, m.Kind, m.Unit, m.To, m.Into, m.OpenCasesGo, m.OldRecordsGo, m.Keeper},
		})
		steps = append(steps, addParts(r.ID, &m)...)
	}
	return u.pipeline(ctx, steps...)
}

// ListReorganisations implements org.ReorganisationStore.
func (s *Store) ListReorganisations(ctx context.Context, g access.Grant[access.ReadReorganisation], pg page.Page) ([]org.Reorganisation, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	return u.reorganisations(ctx, g.Reaches(), pg, "$3::uuid IS NULL", id.Reorganisation{})
}

// FindReorganisation implements org.ReorganisationStore.
func (s *Store) FindReorganisation(ctx context.Context, g access.Grant[access.ReadReorganisation], r id.Reorganisation) (org.Reorganisation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Reorganisation{}, err
	}
	return u.reorganisation(ctx, g.Reaches(), r)
}

// reorganisation reads one within reaches.
func (u *unit) reorganisation(ctx context.Context, reaches []access.Reach, r id.Reorganisation) (org.Reorganisation, error) {
	one, _, err := u.reorganisations(ctx, reaches, page.Page{Number: 1, Limit: 1}, "r.id = $3", r)
	if err == nil && len(one) == 0 {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return org.Reorganisation{}, err
	}
	return one[0], nil
}

// reorganisations reads a page of those in reach that fit, with sides and moves, and notes them in the log.
func (u *unit) reorganisations(
	ctx context.Context, reaches []access.Reach, pg page.Page, where string, arg id.Reorganisation,
) ([]org.Reorganisation, int, error) {
	var all []org.Reorganisation
	total := 0
	err := u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), r.id, r.unit_id, r.title, r.decision, r.takes_effect_on, r.status, r.drafted_on, r.cancelled_on,
		        coalesce(r.cancel_reason, ''), r.created_at, r.version
		      FROM reorganisation r WHERE ` + where + ` AND ` + reorganisationScope(reaches) + `
		      ORDER BY r.created_at DESC, r.id DESC LIMIT $1 OFFSET $2`,
		args: []any{pg.Limit, pg.Offset(), arg},
		row: func(rows pgx.Rows) error {
			var r org.Reorganisation
			err := rows.Scan(&total, &r.ID, &r.Unit, &r.Title, &r.Decision, &r.TakesEffectOn, &r.Status, &r.DraftedOn, &r.CancelledOn,
				&r.CancelReason, &r.CreatedAt, &r.Version)
			all = append(all, r)
			return err
		},
	})
	if err != nil || len(all) == 0 {
		return nil, total, err
	}
	byID := make(map[id.Reorganisation]*org.Reorganisation, len(all))
	ids := make([]uuid.UUID, len(all))
	for n := range all {
		byID[all[n].ID], ids[n] = &all[n], all[n].ID.UUID()
		u.log.opened(ids[n], reaches[0])
	}
	err = u.pipeline(ctx, sidesStep(ids, byID), movesStep(ids, byID), partsStep(ids, byID), placementsStep(ids, byID))
	for n := range all {
		u.logPlacements(&all[n], reaches[0])
	}
	return all, total, err
}

// sidesStep reads the principals that are concerned; that of the drafting unit, as it lay then, comes first.
func sidesStep(ids []uuid.UUID, byID map[id.Reorganisation]*org.Reorganisation) step {
	return step{
		sql: `SELECT s.reorganisation_id, s.principal_id, s.decided_on FROM reorganisation_side s
		       WHERE s.reorganisation_id = ANY ($1)
		       ORDER BY NOT EXISTS (SELECT FROM reorganisation r JOIN unit_place q ON q.unit_id = r.unit_id AND q.valid @> r.drafted_on
		           JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
		          WHERE r.id = s.reorganisation_id AND a.principal_id = s.principal_id), s.principal_id`,
		args: []any{ids},
		row: func(rows pgx.Rows) error {
			var of id.Reorganisation
			var v org.Side
			err := rows.Scan(&of, &v.Principal, &v.DecidedOn)
			if r := byID[of]; r != nil {
				r.Sides = append(r.Sides, v)
			}
			return err
		},
	}
}

func movesStep(ids []uuid.UUID, byID map[id.Reorganisation]*org.Reorganisation) step {
	return step{
		sql: `SELECT m.reorganisation_id, m.kind, m.unit_id, m.to_branch_id, m.into_unit_id, m.open_cases_go, m.old_records_go, m.keeper_unit_id
		        FROM reorganisation_move m WHERE m.reorganisation_id = ANY ($1) ORDER BY m.position`,
		args: []any{ids},
		row: func(rows pgx.Rows) error {
			var of id.Reorganisation
			var v org.Move
			err := rows.Scan(&of, &v.Kind, &v.Unit, &v.To, &v.Into, &v.OpenCasesGo, &v.OldRecordsGo, &v.Keeper)
			if r := byID[of]; r != nil {
				r.Moves = append(r.Moves, v)
			}
			return err
		},
	}
}

// DecideReorganisation implements org.ReorganisationStore.
func (s *Store) DecideReorganisation(
	ctx context.Context, g access.Grant[access.DecideReorganisation], r id.Reorganisation, do func(*org.Reorganisation) error,
) (org.Reorganisation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Reorganisation{}, err
	}
	return u.changeReorganisation(ctx, g.Reaches(), r, do, func(*org.Reorganisation) (string, []any) {
		return "SELECT app_decide_reorganisation($1)", []any{r}
	})
}

// CancelReorganisation implements org.ReorganisationStore.
func (s *Store) CancelReorganisation(
	ctx context.Context, g access.Grant[access.PlanReorganisation], r id.Reorganisation, do func(*org.Reorganisation) error,
) (org.Reorganisation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Reorganisation{}, err
	}
	return u.changeReorganisation(ctx, g.Reaches(), r, do, func(v *org.Reorganisation) (string, []any) {
		return "SELECT app_cancel_reorganisation($1, $2)", []any{r, v.CancelReason}
	})
}

// changeReorganisation lets a function of the fence make the change. It locks and looks again: false says that another
// was first.
func (u *unit) changeReorganisation(
	ctx context.Context, reaches []access.Reach, r id.Reorganisation, do func(*org.Reorganisation) error, call func(*org.Reorganisation) (string, []any),
) (org.Reorganisation, error) {
	v, err := u.reorganisation(ctx, reaches, r)
	if err != nil {
		return v, err
	}
	if err := do(&v); err != nil {
		return v, err
	}
	sql, args := call(&v)
	isDone := false
	if err := u.pipeline(ctx, step{sql: sql, args: args, row: func(rows pgx.Rows) error { return rows.Scan(&isDone) }}); err != nil {
		return v, err
	}
	if !isDone {
		return v, fault.New(fault.CodeReorganised)
	}
	return u.reorganisation(ctx, reaches, r)
}
