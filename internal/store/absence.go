package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/absence"
	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	absenceColumns = `b.id, b.unit_id, b.person_id, coalesce(p.staff_name, ''), b.substitute_id, coalesce(s.staff_name, ''), b.starts_on, b.ends_on,
	  b.back_on, b.version`
	absenceTables = "absence b JOIN person p ON p.id = b.person_id JOIN person s ON s.id = b.substitute_id WHERE b.unit_id = app_unit() AND "
	// awayToday chooses absences (alias b) of today.
	awayToday = "b.starts_on <= app_today() AND b.ends_on >= app_today() AND (b.back_on IS NULL OR b.back_on > app_today())"
)

// onDuty tells to whom it is up today what is up to a person of the own unit: to who stands in while that person is away.
func onDuty(person string) string {
	return "coalesce((SELECT b.substitute_id FROM absence b WHERE b.unit_id = app_unit() AND b.person_id = " + person + " AND " + awayToday + "), " + person + ")"
}

// isAway tells whether a person of the own unit is away today.
func isAway(person string) string {
	return "EXISTS (SELECT FROM absence b WHERE b.unit_id = app_unit() AND b.person_id = " + person + " AND " + awayToday + ")"
}

// absenceScope chooses absences (alias b) within the reaches of a grant. One sees where one stands in, and changes that not.
func absenceScope(reaches []access.Reach, self string) string {
	return anyOf(reaches, func(r access.Reach) string {
		switch r {
		case access.OwnUnit:
			return "true"
		case access.Self:
			return self
		}
		return "false"
	})
}

func readsAbsences(reaches []access.Reach) string {
	return absenceScope(reaches, "app_person() IN (b.person_id, b.substitute_id)")
}

func scanAbsence(r pgx.Rows) (absence.Absence, error) {
	var v absence.Absence
	return v, r.Scan(&v.ID, &v.Unit, &v.Person, &v.PersonName, &v.Substitute, &v.SubstituteName, asDay(&v.From), asDay(&v.To), asDay(&v.BackOn), &v.Version)
}

// EnterAbsence implements absence.Store. That somebody is away twice at a time the table itself refuses.
func (s *Store) EnterAbsence(ctx context.Context, g access.Grant[access.EnterAbsence], v absence.Absence) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	u.log.opened(v.ID.UUID(), g.Reaches()[0])
	return u.pipeline(ctx, step{
		sql: `INSERT INTO absence (id, unit_id, person_id, substitute_id, starts_on, ends_on, entered_by, version)
		      VALUES ($1, app_unit(), $2, $3, $4, $5, app_person(), $6)`,
		args: []any{v.ID, v.Person, v.Substitute, v.From, v.To, v.Version},
	})
}

// ListAbsences implements absence.Store.
func (s *Store) ListAbsences(ctx context.Context, g access.Grant[access.ReadAbsence], pg page.Page) ([]absence.Absence, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []absence.Absence
	l := listing{columns: absenceColumns, from: absenceTables + readsAbsences(g.Reaches()), order: "b.starts_on DESC, b.id"}
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		v, err := scanAbsence(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// FindAbsence implements absence.Store.
func (s *Store) FindAbsence(ctx context.Context, g access.Grant[access.ReadAbsence], of id.Absence) (absence.Absence, error) {
	u, err := within(ctx, g)
	if err != nil {
		return absence.Absence{}, err
	}
	return u.absence(ctx, of, g.Reaches(), readsAbsences(g.Reaches()))
}

func (u *unit) absence(ctx context.Context, of id.Absence, reaches []access.Reach, scope string) (absence.Absence, error) {
	var v absence.Absence
	err := u.pipeline(ctx, step{
		sql: "SELECT " + absenceColumns + " FROM " + absenceTables + "b.id = $1 AND " + scope, args: []any{of},
		row: func(r pgx.Rows) (err error) {
			v, err = scanAbsence(r)
			return err
		},
	})
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(v.ID.UUID(), reaches[0])
	}
	return v, err
}

// EndAbsence implements absence.Store.
func (s *Store) EndAbsence(ctx context.Context, g access.Grant[access.EnterAbsence], of id.Absence, do func(*absence.Absence) error) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	v, err := u.absence(ctx, of, g.Reaches(), absenceScope(g.Reaches(), "b.person_id = app_person()")+" FOR UPDATE OF b")
	if err != nil {
		return err
	}
	if err := do(&v); err != nil {
		return err
	}
	return u.pipeline(ctx, step{
		sql:  "UPDATE absence SET back_on = $2, version = $3 WHERE id = $1 AND version = $3 - 1",
		args: []any{v.ID, v.BackOn, v.Version}, affected: unmoved,
	})
}
