package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
)

// addParts keeps the parts of a unit that is divided.
func addParts(r id.Reorganisation, m *org.Move) []step {
	steps := make([]step, len(m.Parts))
	for n, p := range m.Parts {
		steps[n] = step{
			sql: `INSERT INTO reorganisation_part (new_unit_id, reorganisation_id, unit_id, position, name, secrecy_class, branch_id, takes_rest)
			      VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
			args: []any{p.Unit, r, m.Unit, n + 1, p.Name, p.Class.String(), p.Branch, p.TakesRest},
		}
	}
	return steps
}

func partsStep(ids []uuid.UUID, byID map[id.Reorganisation]*org.Reorganisation) step {
	return step{
		sql: `SELECT t.reorganisation_id, t.unit_id, t.new_unit_id, t.name, t.secrecy_class, t.branch_id, t.takes_rest, t.staff
		        FROM reorganisation_part t WHERE t.reorganisation_id = ANY ($1) ORDER BY t.position`,
		args: []any{ids},
		row: func(rows pgx.Rows) error {
			var of id.Reorganisation
			var unit id.Unit
			var class string
			var v org.Part
			err := rows.Scan(&of, &unit, &v.Unit, &v.Name, &class, &v.Branch, &v.TakesRest, &v.Count)
			v.Class = access.ClassNamed(class)
			if m := moveOf(byID[of], unit); m != nil {
				m.Parts = append(m.Parts, v)
			}
			return err
		},
	}
}

// placementsStep reads who goes where: the fence shows that to those at the divided unit.
func placementsStep(ids []uuid.UUID, byID map[id.Reorganisation]*org.Reorganisation) step {
	return step{
		sql: `SELECT s.reorganisation_id, s.unit_id, s.new_unit_id, s.person_id
		        FROM reorganisation_placement s WHERE s.reorganisation_id = ANY ($1) AND s.unit_id = app_unit() ORDER BY s.person_id`,
		args: []any{ids},
		row: func(rows pgx.Rows) error {
			var of id.Reorganisation
			var unit, part id.Unit
			var who id.Person
			err := rows.Scan(&of, &unit, &part, &who)
			if m := moveOf(byID[of], unit); m != nil {
				for n := range m.Parts {
					if m.Parts[n].Unit == part {
						m.Parts[n].Staff = append(m.Parts[n].Staff, who)
					}
				}
			}
			return err
		},
	}
}

// moveOf finds what happens to a unit.
func moveOf(r *org.Reorganisation, unit id.Unit) *org.Move {
	if r == nil {
		return nil
	}
	for n := range r.Moves {
		if r.Moves[n].Unit == unit {
			return &r.Moves[n]
		}
	}
	return nil
}

// logPlacements notes whose placement is told.
func (u *unit) logPlacements(r *org.Reorganisation, reach access.Reach) {
	for _, m := range r.Moves {
		for _, p := range m.Parts {
			for _, who := range p.Staff {
				u.log.opened(who.UUID(), reach)
			}
		}
	}
}

// PlaceStaff implements org.ReorganisationStore.
func (s *Store) PlaceStaff(
	ctx context.Context, g access.Grant[access.PlaceStaff], r id.Reorganisation, do func(*org.Reorganisation, map[id.Person]bool) error,
) (org.Reorganisation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Reorganisation{}, err
	}
	colleagues := map[id.Person]bool{}
	err = u.pipeline(ctx, step{
		sql: `SELECT g.person_id FROM assignment g WHERE ` + atUnitToday,
		row: func(rows pgx.Rows) error {
			var who id.Person
			err := rows.Scan(&who)
			colleagues[who] = true
			return err
		},
	})
	if err != nil {
		return org.Reorganisation{}, err
	}
	return u.changeReorganisation(ctx, g.Reaches(), r, func(v *org.Reorganisation) error { return do(v, colleagues) },
		func(v *org.Reorganisation) (string, []any) {
			parts, persons := placements(v)
			return "SELECT app_place_staff($1, $2, $3)", []any{r, parts, persons}
		})
}

// placements lists who goes where, side by side.
func placements(r *org.Reorganisation) (parts, persons []uuid.UUID) {
	parts, persons = []uuid.UUID{}, []uuid.UUID{}
	for _, m := range r.Moves {
		for _, p := range m.Parts {
			for _, who := range p.Staff {
				parts, persons = append(parts, p.Unit.UUID()), append(persons, who.UUID())
			}
		}
	}
	return parts, persons
}
