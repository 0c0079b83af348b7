package store

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/routine"
)

const routineColumns = "v.id, v.principal_id, v.document, v.whole"

// routineStep reads at most one version (alias v).
func routineStep(v *routine.Version, from string, args ...any) step {
	return step{sql: "SELECT " + routineColumns + " FROM " + from, args: args, row: func(r pgx.Rows) error { return scanRoutine(r, v) }}
}

func scanRoutine(r pgx.Rows, v *routine.Version) error {
	var whole []byte
	if err := r.Scan(&v.ID, &v.Principal, &v.Document, &whole); err != nil {
		return fmt.Errorf("read routine profile: %w", err)
	}
	if err := json.Unmarshal(whole, &v.Profile); err != nil {
		return fmt.Errorf("understand routine profile: %w", err)
	}
	return nil
}

// FindOwnRoutine implements routine.Store.
func (s *Store) FindOwnRoutine(ctx context.Context, g access.Grant[access.ReadRoutine]) (routine.Version, error) {
	u, err := within(ctx, g)
	if err != nil {
		return routine.Version{}, err
	}
	var v routine.Version
	err = u.pipeline(ctx, ownRoutine(&v))
	return u.found(v, g.Reaches(), err)
}

// ownRoutine reads the version by which the own principal works today.
func ownRoutine(v *routine.Version) step {
	return routineStep(v, "principal_routine r JOIN routine_version v ON v.id = r.version_id WHERE r.principal_id = app_principal()")
}

// found notes the version that was found.
func (u *unit) found(v routine.Version, reaches []access.Reach, err error) (routine.Version, error) {
	switch {
	case err != nil:
		return routine.Version{}, err
	case v.ID.IsZero():
		return routine.Version{}, fault.New(fault.CodeNotFound)
	}
	u.log.opened(v.ID.UUID(), reaches[0])
	return v, nil
}

// planRoutine is the version under which a plan (alias p) was made. One from before versions were kept goes by the one in
// force where it is led.
const planRoutine = `coalesce(p.routine_version_id,
  (SELECT r.version_id FROM unit_place q JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id
     JOIN principal_routine r ON r.principal_id = a.principal_id WHERE q.unit_id = p.lead_unit_id ORDER BY lower(q.valid) DESC LIMIT 1))`

// routinesStep reads the profiles of versions into the map that names them.
func routinesStep(of map[id.Routine]*routine.Profile) step {
	ids := make([]string, 0, len(of))
	for v := range of {
		ids = append(ids, v.String())
	}
	return step{
		sql: "SELECT " + routineColumns + " FROM routine_version v WHERE v.id = ANY ($1::uuid[])", args: []any{ids},
		row: func(r pgx.Rows) error {
			var v routine.Version
			err := scanRoutine(r, &v)
			of[v.ID] = &v.Profile
			return err
		},
	}
}

// FindPlanRoutine implements routine.Store. app_open_plan computes whether the place is open to the actor.
func (s *Store) FindPlanRoutine(ctx context.Context, g access.Grant[access.ReadPlan], p id.Plan) (routine.Version, error) {
	u, err := s.seePlan(ctx, g, p)
	if err != nil {
		return routine.Version{}, err
	}
	var v routine.Version
	err = u.pipeline(ctx, routineStep(&v, `app_open_plan($1, NULL) o
	  CROSS JOIN LATERAL (SELECT * FROM plan p WHERE p.id = o.plan_id OFFSET 0) p
	  JOIN routine_version v ON v.id = CASE WHEN `+placelessPlan+` THEN `+nationalRoutine+` ELSE `+planRoutine+` END`, p))
	return u.found(v, g.Reaches(), err)
}

// nationalRoutine is the national profile in force, which tells nothing of a place.
const nationalRoutine = `(SELECT n.id FROM routine_version n WHERE n.principal_id IS NULL AND n.code = 'national' AND n.valid_from <= app_today()
  ORDER BY n.valid_from DESC LIMIT 1)`
