package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deviation"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// Enter implements deviation.Store.
func (s *Store) Enter(ctx context.Context, g access.Grant[access.EnterDeviation], c access.Grant[access.ReadChild], do func(deviation.Terms) (deviation.Deviation, error)) (deviation.Deviation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return deviation.Deviation{}, err
	}
	t, err := u.deviationTerms(ctx)
	if err != nil {
		return deviation.Deviation{}, err
	}
	v, err := do(t)
	if err != nil {
		return deviation.Deviation{}, err
	}
	steps := []step{{
		sql: `INSERT INTO deviation (id, unit_id, concerns_unit_id, kind, routine_version_id, category, happened_on, entered_on, body, created_at)
		      VALUES ($1, app_unit(), $2, $3, $4, $5, $6, $7, $8, $9)`,
		args: []any{v.ID, v.Concerns, v.Kind, t.Routine.ID, v.Category.Code, v.HappenedOn, v.EnteredOn, v.Text, v.CreatedAt},
	}, {
		sql: "INSERT INTO deviation_reporter (deviation_id, unit_id, person_id) VALUES ($1, app_unit(), app_person())", args: []any{v.ID},
	}}
	if !v.Child.IsZero() {
		steps = append(steps, step{
			sql: `INSERT INTO deviation_child (deviation_id, unit_id, child_id)
			      SELECT $1, app_unit(), $2 WHERE EXISTS (SELECT FROM case_file f WHERE f.child_id = $2 AND ` + childScope(c.Reaches()) + ")",
			args: []any{v.ID, v.Child},
			affected: func(n int64) error {
				if n == 0 {
					return fault.At(fault.CodeInvalid, "/childId", "unknown")
				}
				return nil
			},
		})
	}
	return v, u.pipeline(ctx, steps...)
}

// changeDeviation locks one within reaches, lets do change it, and gives how that is stored.
func (u *unit) changeDeviation(ctx context.Context, d id.Deviation, reaches []access.Reach, do func(*deviation.Deviation) error) (deviation.Deviation, step, error) {
	v, err := u.findDeviation(ctx, access.Grant[access.ReadChild]{}, d, reaches, " FOR UPDATE OF d")
	if err == nil {
		err = do(&v)
	}
	return v, step{
		sql:  "UPDATE deviation SET kind = $2, withdrawn_on = $3, version = $4 WHERE id = $1 AND version = $4 - 1",
		args: []any{v.ID, v.Kind, v.WithdrawnOn, v.Version}, affected: unmoved,
	}, err
}

// MeetManagers implements deviation.Store.
func (s *Store) MeetManagers(ctx context.Context, g access.Grant[access.RecordContact], d id.Deviation, do func(*deviation.Deviation) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, save, err := u.changeDeviation(ctx, d, g.Reaches(), do)
	if err != nil {
		return err
	}
	t := v.Contact
	return u.pipeline(ctx, save, step{
		sql: `INSERT INTO deviation_contact (deviation_id, contacted_on, manager_id, other_manager, cause, version) VALUES ($1, $2, app_person(), $3, $4, $5)
		      ON CONFLICT (deviation_id) DO UPDATE SET contacted_on = excluded.contacted_on, manager_id = excluded.manager_id,
		        other_manager = excluded.other_manager, cause = excluded.cause, version = excluded.version`,
		args: []any{v.ID, t.On, t.Other, t.Cause, t.Version},
	})
}

// SubmitDeviation implements deviation.Store.
func (s *Store) SubmitDeviation(ctx context.Context, g access.Grant[access.HandleDeviation], d id.Deviation, to id.Group, do func(*deviation.Deviation, deviation.Receiving) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, save, err := u.changeDeviation(ctx, d, g.Reaches(), func(v *deviation.Deviation) error {
		r, err := u.receiving(ctx, to)
		if err != nil {
			return err
		}
		return do(v, r)
	})
	if err != nil {
		return err
	}
	c := v.Case
	return u.pipeline(ctx, save, step{
		sql: `INSERT INTO deviation_case (id, deviation_id, group_id, origin, state, received_on, due_on, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
		      ON CONFLICT (id) DO UPDATE SET group_id = excluded.group_id, state = excluded.state, received_on = excluded.received_on,
		        due_on = excluded.due_on, returned_on = NULL, reason = NULL, version = excluded.version`,
		args: []any{c.ID, v.ID, c.Group, c.Origin, c.State, c.ReceivedOn, c.DueOn, c.Version},
	})
}

// receiving finds a local group in which the own unit has a seat today, and the routine of the principal that keeps it.
func (u *unit) receiving(ctx context.Context, to id.Group) (deviation.Receiving, error) {
	var r deviation.Receiving
	err := u.pipeline(ctx, step{
		sql: `SELECT o.id FROM collaboration_group o WHERE o.id = $1 AND o.level = 'local' AND o.kind = 'local'
		        AND EXISTS (SELECT FROM group_member m WHERE m.group_id = o.id AND m.unit_id = app_unit() AND m.valid @> app_today())`,
		args: []any{to}, row: func(row pgx.Rows) error { return row.Scan(&r.Group) },
	}, groupRoutine(&r.Routine, to))
	if err == nil && r.Group.IsZero() {
		err = fault.At(fault.CodeNotInGroup, "/groupId", "unknown")
	}
	return r, err
}

// WithdrawDeviation implements deviation.Store.
func (s *Store) WithdrawDeviation(ctx context.Context, g access.Grant[access.HandleDeviation], d id.Deviation, do func(*deviation.Deviation) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	_, save, err := u.changeDeviation(ctx, d, g.Reaches(), do)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, save)
}
