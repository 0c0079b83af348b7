package store

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/routine"
)

// atHand: what is built in, and the own principal's (alias v).
const atHand = "routine_version v WHERE (v.principal_id IS NULL OR v.principal_id = app_principal())"

// FindRoutine implements routine.Store.
func (s *Store) FindRoutine(ctx context.Context, g access.Grant[access.ReadRoutine], r id.Routine) (routine.Version, error) {
	u, err := within(ctx, g)
	if err != nil {
		return routine.Version{}, err
	}
	var v routine.Version
	err = u.pipeline(ctx, routineStep(&v, atHand+" AND v.id = $1", r))
	return u.found(v, g.Reaches(), err)
}

// ListRoutines implements routine.Store.
func (s *Store) ListRoutines(ctx context.Context, g access.Grant[access.ReadRoutine], pg page.Page) ([]routine.Summary, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []routine.Summary
	total, err := u.list(ctx, listing{
		columns: `v.id, v.principal_id IS NOT NULL, v.code, v.number, v.valid_from, v.whole #>> '{names,sv}', v.whole #>> '{names,en}',
		  EXISTS (SELECT FROM principal_routine r WHERE r.principal_id = app_principal() AND r.version_id = v.id)`,
		from:  atHand,
		order: "v.code, v.number, v.id",
	}, pg, func(r pgx.Rows) error {
		var v routine.Summary
		err := r.Scan(&v.ID, &v.IsOwn, &v.Code, &v.Version, &v.ValidFrom, &v.Names.Swedish, &v.Names.English, &v.IsInForce)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// ReadRoutines implements routine.Store.
func (s *Store) ReadRoutines(ctx context.Context, g access.Grant[access.ReadRoutine]) ([]routine.Version, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var all []routine.Version
	return all, u.pipeline(ctx, step{
		sql: "SELECT " + routineColumns + " FROM " + atHand + " ORDER BY v.principal_id IS NULL, v.code, v.number",
		row: func(r pgx.Rows) error {
			var v routine.Version
			err := scanRoutine(r, &v)
			all = append(all, v)
			return err
		},
	})
}

// LoadRoutine implements routine.Store.
func (s *Store) LoadRoutine(ctx context.Context, g access.Grant[access.LoadRoutine], v *routine.Version, now time.Time) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	whole, err := json.Marshal(v.Profile)
	if err != nil {
		return fmt.Errorf("write routine profile: %w", err)
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO routine_version (id, principal_id, code, number, valid_from, document, whole, loaded_by, created_at)
		      SELECT $1, app_principal(), $2, $3, $4, $5, $6::jsonb, app_person(), $7 WHERE ` + routineScope(g.Reaches()) + ` RETURNING principal_id`,
		args: []any{v.ID, v.Profile.Code, v.Profile.Version, v.Profile.ValidFrom, v.Document, string(whole), now},
		row:  func(r pgx.Rows) error { return r.Scan(&v.Principal) },
	})
}

// ChooseRoutine implements routine.Store.
func (s *Store) ChooseRoutine(ctx context.Context, g access.Grant[access.ChooseRoutine], c routine.Choice) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(c.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO routine_choice (id, principal_id, code, valid_from, chosen_by, chosen_on, created_at)
		      SELECT $1, app_principal(), $2, $3, app_person(), $4, $5 WHERE ` + routineScope(g.Reaches()),
		args: []any{c.ID, c.Code, c.ValidFrom, c.ChosenOn, c.CreatedAt},
		affected: func(n int64) error {
			if n == 0 {
				return fault.New(fault.CodeNotFound)
			}
			return nil
		},
	})
}

// ListRoutineChoices implements routine.Store.
func (s *Store) ListRoutineChoices(ctx context.Context, g access.Grant[access.ChooseRoutine], pg page.Page) ([]routine.Choice, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []routine.Choice
	total, err := u.list(ctx, listing{
		columns: "c.id, c.code, c.valid_from, c.chosen_on, c.created_at",
		from:    "routine_choice c WHERE c.principal_id = app_principal() AND " + routineScope(g.Reaches()),
		order:   "c.created_at DESC, c.id DESC",
	}, pg, func(r pgx.Rows) error {
		var c routine.Choice
		err := r.Scan(&c.ID, &c.Code, &c.ValidFrom, &c.ChosenOn, &c.CreatedAt)
		rows = append(rows, c)
		u.log.opened(c.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// routineScope: a principal decides on its own routine, which app_principal() is.
func routineScope(reaches []access.Reach) string {
	return anyOf(reaches, func(r access.Reach) string {
		if r == access.OwnPrincipal {
			return "true"
		}
		return "false"
	})
}
