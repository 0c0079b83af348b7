package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"gorm.io/gorm"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
)

// placed joins a unit (alias u) with its place (alias q): branch b, authority a, principal p.
const placed = `JOIN branch b ON b.id = q.branch_id JOIN authority a ON a.id = b.authority_id JOIN principal p ON p.id = a.principal_id`

const (
	placedToday = `JOIN unit_place q ON q.unit_id = u.id AND q.valid @> app_today() ` + placed
	placedOnDay = `JOIN unit_place q ON q.unit_id = u.id AND q.valid @> ?::date ` + placed
)

const unitColumns = `u.id AS unit_id, u.name AS unit_name, u.secrecy_class, b.id AS branch_id, b.name AS branch_name, a.name AS authority_name,
  p.id AS principal_id, p.name AS principal_name, p.kind AS principal_kind`

type principalRow struct {
	ID   id.Principal `gorm:"column:principal_id"`
	Name string       `gorm:"column:principal_name"`
	Kind string       `gorm:"column:principal_kind"`
}

func (r principalRow) principal() org.Principal {
	return org.Principal{ID: r.ID, Name: r.Name, Kind: org.PrincipalKindNamed(r.Kind)}
}

type unitRow struct {
	ID        id.Unit      `gorm:"column:unit_id"`
	Name      string       `gorm:"column:unit_name"`
	Class     string       `gorm:"column:secrecy_class"`
	Branch    id.Branch    `gorm:"column:branch_id"`
	InBranch  string       `gorm:"column:branch_name"`
	Authority string       `gorm:"column:authority_name"`
	Principal principalRow `gorm:"embedded"`
}

func (r unitRow) unit() org.Unit {
	return org.Unit{
		ID: r.ID, Name: r.Name, Class: access.ClassNamed(r.Class), Branch: r.Branch, BranchName: r.InBranch,
		AuthorityName: r.Authority, Principal: r.Principal.principal(),
	}
}

// ListPrincipals implements org.Store.
func (s *Store) ListPrincipals(ctx context.Context, g access.Grant[access.ReadOrg], pg page.Page) ([]org.Principal, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	q := u.data(ctx, s).Table("principal p").Select("p.id AS principal_id, p.name AS principal_name, p.kind AS principal_kind")
	rows, total, err := paged[principalRow](q, "p.name, p.id", pg)
	return mapped(rows, principalRow.principal), total, err
}

// ListUnits implements org.Store.
func (s *Store) ListUnits(ctx context.Context, g access.Grant[access.ReadOrg], of id.Principal, on civil.Date, pg page.Page) ([]org.Unit, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	q := u.data(ctx, s).Table("unit u").Joins(placedOnDay, on).Select(unitColumns)
	if !of.IsZero() {
		q = q.Where("p.id = ?", of)
	}
	rows, total, err := paged[unitRow](q, "u.name, u.id", pg)
	return mapped(rows, unitRow.unit), total, err
}

// FindUnit implements plan.Units: as the unit lies today.
func (s *Store) FindUnit(ctx context.Context, g access.Grant[access.ReadOrg], unit id.Unit) (org.Unit, error) {
	return s.FindUnitOn(ctx, g, unit, g.Actor().Today())
}

// FindUnitOn implements org.Store.
func (s *Store) FindUnitOn(ctx context.Context, g access.Grant[access.ReadOrg], unit id.Unit, on civil.Date) (org.Unit, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Unit{}, err
	}
	var r unitRow
	err = u.data(ctx, s).Table("unit u").Joins(placedOnDay, on).Select(unitColumns).Where("u.id = ?", unit).Take(&r).Error
	return r.unit(), translate(err)
}

// FindPrincipal implements plan.Units.
func (s *Store) FindPrincipal(ctx context.Context, g access.Grant[access.ReadOrg], p id.Principal) (org.Principal, error) {
	u, err := within(ctx, g)
	if err != nil {
		return org.Principal{}, err
	}
	var r principalRow
	err = u.data(ctx, s).Table("principal p").Select("p.id AS principal_id, p.name AS principal_name, p.kind AS principal_kind").
		Where("p.id = ?", p).Take(&r).Error
	return r.principal(), translate(err)
}

// IsColleague implements plan.Units and person.Store.
func (s *Store) IsColleague(ctx context.Context, g access.Grant[access.ReadOrg], p id.Person) (bool, error) {
	u, err := within(ctx, g)
	if err != nil {
		return false, err
	}
	var n int64
	err = u.data(ctx, s).Table("assignment g").Where(atUnitToday+" AND g.person_id = ?", p).Limit(1).Count(&n).Error
	return n > 0, translate(err)
}

// atUnitToday: assignments (alias g) at the caller's unit today.
const atUnitToday = `g.unit_id = app_unit() AND g.valid @> app_today()`

type colleagueRow struct {
	Person id.Person `gorm:"column:person_id"`
	Name   string    `gorm:"column:staff_name"`
	Role   string    `gorm:"column:role"`
}

func (r colleagueRow) colleague() org.Colleague {
	return org.Colleague{Person: r.Person, Name: r.Name, Role: access.RoleNamed(r.Role)}
}

// ListColleagues implements org.Store.
func (s *Store) ListColleagues(ctx context.Context, g access.Grant[access.ReadOrg], pg page.Page) ([]org.Colleague, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	q := u.data(ctx, s).Table("assignment g").Joins("JOIN person k ON k.id = g.person_id").Where(atUnitToday).
		Select("g.person_id, coalesce(k.staff_name, '') AS staff_name, g.role")
	rows, total, err := paged[colleagueRow](q, "k.staff_name, g.role, g.id", pg)
	for _, r := range rows {
		u.log.opened(r.Person.UUID(), g.Reaches()[0])
	}
	return mapped(rows, colleagueRow.colleague), total, err
}

type assignmentRow struct {
	ID   id.Assignment `gorm:"column:assignment_id"`
	Role string        `gorm:"column:role"`
	From civil.Date    `gorm:"column:first_day"`
	To   civil.Date    `gorm:"column:last_day"`
	Unit unitRow       `gorm:"embedded"`
}

func (r assignmentRow) assignment() org.Assignment {
	return org.Assignment{ID: r.ID, Role: access.RoleNamed(r.Role), Unit: r.Unit.unit(), From: r.From, To: r.To}
}

// ClientName implements org.Store.
func (s *Store) ClientName(ctx context.Context, g access.Grant[access.ReadSelf]) (string, error) {
	u, err := within(ctx, g)
	if err != nil {
		return "", err
	}
	var name *string
	err = u.pipeline(ctx, step{sql: "SELECT app_client_name()", row: func(r pgx.Rows) error { return r.Scan(&name) }})
	return orEmpty(name), err
}

// ListAssignments implements org.Store.
func (s *Store) ListAssignments(ctx context.Context, g access.Grant[access.ReadSelf]) ([]org.Assignment, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	var rows []assignmentRow
	err = u.data(ctx, s).Table("assignment g").Joins("JOIN unit u ON u.id = g.unit_id " + placedToday).
		Select("g.id AS assignment_id, g.role, lower(g.valid) AS first_day, upper(g.valid) - 1 AS last_day, " + unitColumns).
		Where("g.person_id = app_person() AND g.valid @> app_today()").
		Order("u.name, g.role, g.id").Scan(&rows).Error
	for _, r := range rows {
		u.log.opened(r.ID.UUID(), g.Reaches()[0])
	}
	return mapped(rows, assignmentRow.assignment), translate(err)
}

// paged counts the rows of a query and reads one page of them.
func paged[T any](q *gorm.DB, order string, pg page.Page) ([]T, int, error) {
	q = q.Session(&gorm.Session{}) // both statements begin from the same query
	var total int64
	if err := q.Count(&total).Error; err != nil {
		return nil, 0, translate(err)
	}
	var rows []T
	err := q.Order(order).Limit(pg.Limit).Offset(pg.Offset()).Scan(&rows).Error
	return rows, int(total), translate(err)
}

func mapped[T, V any](rows []T, to func(T) V) []V {
	all := make([]V, len(rows))
	for i, r := range rows {
		all[i] = to(r)
	}
	return all
}
