package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deviation"
	"samplan/internal/id"
	"samplan/internal/routine"
)

// saveCase stores what a group did with what it has.
func saveCase(c deviation.Case) step {
	return step{
		sql: `UPDATE deviation_case SET state = $2, accepted_on = $3, returned_on = $4, reason = $5, level = $7, lifted_because = $8, answer = $9,
		        answered_on = $10, closed_on = $11, version = $6 WHERE id = $1 AND version = $6 - 1`,
		args:     []any{c.ID, c.State, c.AcceptedOn, c.ReturnedOn, c.Reason, c.Version, c.Level, c.Lifted, c.Answer, c.AnsweredOn, c.ClosedOn},
		affected: unmoved,
	}
}

// sendCase stores what a group sends to another one.
func sendCase(c deviation.Case) step {
	return step{
		sql: `INSERT INTO deviation_case (id, deviation_id, group_id, origin, from_group_id, level, state, received_on, due_on, version)
		      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		args: []any{c.ID, c.Deviation, c.Group, c.Origin, c.From, c.Level, c.State, c.ReceivedOn, c.DueOn, c.Version},
	}
}

// handle locks a case that the actor may handle, and lets do change it.
func (u *unit) handle(ctx context.Context, g access.Grant[access.HandleDeviationCase], c id.DeviationCase, do func(*deviation.Received) error) (deviation.Received, error) {
	v, err := u.findCase(ctx, c, g.Reaches(), " FOR UPDATE OF c")
	if err == nil {
		err = do(&v)
	}
	return v, err
}

// ChangeCase implements deviation.Store.
func (s *Store) ChangeCase(ctx context.Context, g access.Grant[access.HandleDeviationCase], c id.DeviationCase, do func(*deviation.Received) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.handle(ctx, g, c, do)
	if err != nil {
		return err
	}
	return u.pipeline(ctx, saveCase(v.Case))
}

// TakeCase implements deviation.Store.
func (s *Store) TakeCase(ctx context.Context, g access.Grant[access.HandleDeviationCase], c id.DeviationCase, do func(*deviation.Received) error, mirror func(*deviation.Received, deviation.Receiving) deviation.Case) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.handle(ctx, g, c, do)
	if err != nil {
		return err
	}
	steps := []step{saveCase(v.Case)}
	if v.Origin == deviation.Filed && v.State == deviation.Accepted {
		to, err := u.groupFor(ctx, theOtherMunicipality, v.Group, v.Facts.Concerns)
		if err != nil {
			return err
		}
		if !to.Group.IsZero() {
			steps = append(steps, sendCase(mirror(&v, to)))
		}
	}
	return u.pipeline(ctx, steps...)
}

// LiftCase implements deviation.Store.
func (s *Store) LiftCase(ctx context.Context, g access.Grant[access.HandleDeviationCase], c id.DeviationCase, do func(*deviation.Received, deviation.Receiving) (deviation.Case, error)) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	var sent deviation.Case
	v, err := u.handle(ctx, g, c, func(r *deviation.Received) error {
		above, err := u.groupFor(ctx, theGroupAbove, r.Group)
		if err == nil {
			sent, err = do(r, above)
		}
		return err
	})
	if err != nil {
		return err
	}
	steps := []step{saveCase(v.Case)}
	if !sent.ID.IsZero() {
		steps = append(steps, sendCase(sent))
	}
	return u.pipeline(ctx, steps...)
}

const (
	// theOtherMunicipality: a local group that another municipality keeps, whose unit $2 is today; one in which that unit sits,
	// if there is, or else the first by name.
	theOtherMunicipality = `FROM collaboration_group o JOIN principal p ON p.id = o.principal_id
	   JOIN authority a ON a.principal_id = p.id JOIN branch b ON b.authority_id = a.id JOIN unit_place q ON q.branch_id = b.id AND q.valid @> app_today()
	  WHERE q.unit_id = $2 AND p.kind = 'municipality' AND o.level = 'local' AND o.kind = 'local'
	    AND o.principal_id <> (SELECT f.principal_id FROM collaboration_group f WHERE f.id = $1)
	  ORDER BY NOT EXISTS (SELECT FROM group_member m WHERE m.group_id = o.id AND m.unit_id = $2 AND m.valid @> app_today()), o.name, o.id LIMIT 1`
	theGroupAbove = `FROM collaboration_group o JOIN collaboration_group f ON f.above_id = o.id WHERE f.id = $1`
)

// groupFor finds a group to send something to, if there is one, and the routine of the principal that keeps it.
func (u *unit) groupFor(ctx context.Context, from string, args ...any) (deviation.Receiving, error) {
	var r deviation.Receiving
	err := u.pipeline(ctx, step{sql: "SELECT o.id " + from, args: args, row: func(row pgx.Rows) error { return row.Scan(&r.Group) }})
	if err == nil && !r.Group.IsZero() {
		err = u.pipeline(ctx, groupRoutine(&r.Routine, r.Group))
	}
	return r, err
}

// groupRoutine reads the routine of the principal that keeps a group.
func groupRoutine(v *routine.Version, g id.Group) step {
	return routineStep(v, `principal_routine r JOIN routine_version v ON v.id = r.version_id
	  WHERE r.principal_id = (SELECT o.principal_id FROM collaboration_group o WHERE o.id = $1)`, g)
}
