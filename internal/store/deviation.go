package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/deviation"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/routine"
)

const (
	// factColumns are what everybody who sees a deviation (alias d) sees of it: its category by the words of the routine then,
	// and what the managers found.
	factColumns = `d.id, d.unit_id, d.concerns_unit_id, d.kind, d.category, coalesce(y.names->>'sv', d.category), coalesce(y.names->>'en', d.category),
	  d.happened_on, d.entered_on, d.body, t.contacted_on, coalesce(tp.staff_name, ''), t.other_manager, t.cause, coalesce(t.version, 0)`
	factTables = `deviation d LEFT JOIN deviation_contact t ON t.deviation_id = d.id LEFT JOIN person tp ON tp.id = t.manager_id
	  JOIN routine_version v ON v.id = d.routine_version_id
	  LEFT JOIN LATERAL (SELECT y->'names' AS names FROM jsonb_array_elements(v.whole->'deviationCategories') y WHERE y->>'code' = d.category LIMIT 1) y ON true`
	// caseColumns are those of what a group has (alias c).
	caseColumns = `c.id, c.deviation_id, c.group_id, c.origin, c.state, c.received_on, c.due_on, c.accepted_on, c.returned_on, c.reason,
	  c.from_group_id, c.level, c.lifted_because, c.answer, c.answered_on, c.closed_on, coalesce(c.version, 0)`
)

// factsOf are the places of factColumns.
func factsOf(f *deviation.Facts) []any {
	t := &f.Contact
	return []any{
		&f.ID, &f.Unit, &f.Concerns, &f.Kind, &f.Category.Code, &f.Category.Names.Swedish, &f.Category.Names.English,
		&f.HappenedOn, &f.EnteredOn, &f.Text, &t.On, &t.Manager, &t.Other, &t.Cause, &t.Version,
	}
}

// caseOfGroup are the places of caseColumns.
func caseOfGroup(c *deviation.Case) []any {
	return []any{
		&c.ID, &c.Deviation, &c.Group, &c.Origin, &c.State, &c.ReceivedOn, &c.DueOn, &c.AcceptedOn, &c.ReturnedOn, &c.Reason,
		&c.From, &c.Level, &c.Lifted, &c.Answer, &c.AnsweredOn, &c.ClosedOn, &c.Version,
	}
}

// deviationSQL is what the own unit sees: with who entered it, the case of the group that it was filed with, and the child as far
// as the grant for children goes.
func deviationSQL(children access.Grant[access.ReadChild]) (columns, from string) {
	return factColumns + ", w.person_id, coalesce(wp.staff_name, ''), k.child_id, d.created_at, d.withdrawn_on, d.version, " + caseColumns,
		factTables + ` JOIN deviation_reporter w ON w.deviation_id = d.id JOIN person wp ON wp.id = w.person_id
		  LEFT JOIN deviation_child k ON k.deviation_id = d.id AND k.unit_id = app_unit() AND ` + linkScope(children) + `
		  LEFT JOIN deviation_case c ON c.deviation_id = d.id AND c.origin = 'filed' WHERE `
}

func scanDeviation(r pgx.Rows) (deviation.Deviation, error) {
	var v deviation.Deviation
	return v, r.Scan(append(append(factsOf(&v.Facts), &v.Reporter, &v.ReporterName, &v.Child, &v.CreatedAt, &v.WithdrawnOn, &v.Version), caseOfGroup(&v.Case)...)...)
}

// FindDeviation implements deviation.Store.
func (s *Store) FindDeviation(ctx context.Context, g access.Grant[access.ReadDeviation], c access.Grant[access.ReadChild], d id.Deviation) (deviation.Deviation, error) {
	u, err := within(ctx, g)
	if err != nil {
		return deviation.Deviation{}, err
	}
	return u.findDeviation(ctx, c, d, g.Reaches(), "")
}

// findDeviation reads one within reaches; lock, when not empty, is how it is locked before.
func (u *unit) findDeviation(ctx context.Context, children access.Grant[access.ReadChild], d id.Deviation, reaches []access.Reach, lock string) (deviation.Deviation, error) {
	var v deviation.Deviation
	var steps []step
	if lock != "" {
		steps = append(steps, step{
			sql:  "SELECT d.id FROM deviation d JOIN deviation_reporter w ON w.deviation_id = d.id WHERE d.id = $1 AND " + deviationScope(reaches) + lock,
			args: []any{d},
		})
	}
	columns, from := deviationSQL(children)
	err := u.pipeline(ctx, append(steps, step{
		sql: "SELECT " + columns + " FROM " + from + "d.id = $1 AND " + deviationScope(reaches), args: []any{d},
		row: func(r pgx.Rows) (err error) {
			v, err = scanDeviation(r)
			return err
		},
	})...)
	if err == nil && v.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child = v.Child
		u.log.opened(v.ID.UUID(), reaches[0])
	}
	return v, err
}

// ListDeviations implements deviation.Store.
func (s *Store) ListDeviations(ctx context.Context, g access.Grant[access.ReadDeviation], c access.Grant[access.ReadChild], pg page.Page) ([]deviation.Deviation, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	columns, from := deviationSQL(c)
	var rows []deviation.Deviation
	total, err := u.list(ctx, listing{columns: columns, from: from + deviationScope(g.Reaches()), order: "d.created_at DESC, d.id DESC"}, pg, func(r pgx.Rows) error {
		v, err := scanDeviation(r)
		rows = append(rows, v)
		u.log.opened(v.ID.UUID(), g.Reaches()[0])
		return err
	})
	return rows, total, err
}

// KnownNames implements deviation.Store. They are looked at and never shown, so the log has nothing to tell.
func (s *Store) KnownNames(ctx context.Context, self access.Grant[access.ReadSelf], c access.Grant[access.ReadChild], r access.Grant[access.ReadRelation]) ([]person.Name, error) {
	u, err := within(ctx, self)
	if err != nil {
		return nil, err
	}
	var all []person.Name
	err = u.pipeline(ctx, step{
		sql: "SELECT f.given_name, f.family_name FROM case_file f WHERE " + childScope(c.Reaches()) + `
		      UNION SELECT l.given_name, l.family_name FROM relation l JOIN case_file f ON f.child_id = l.child_id
		       WHERE l.unit_id = app_unit() AND ` + childScope(r.Reaches()),
		row: func(row pgx.Rows) error {
			var n person.Name
			err := row.Scan(&n.Given, &n.Family)
			all = append(all, n)
			return err
		},
	})
	return all, err
}

// deviationTerms reads by which routine the own unit works.
func (u *unit) deviationTerms(ctx context.Context) (deviation.Terms, error) {
	var v routine.Version
	err := u.pipeline(ctx, ownRoutine(&v))
	return deviation.Terms{Unit: u.actor.Unit(), Routine: v}, err
}
