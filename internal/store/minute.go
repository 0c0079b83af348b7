package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/plan"
)

const (
	// doer is the unit that a decision (of the point n; its life is d) asks; shownDoer is it for those who may know that it
	// takes part: the domain that wrote, the unit itself, and whoever sees the party.
	doer      = `coalesce(d.unit_id, n.unit_id)`
	shownDoer = `CASE WHEN i.owner_unit_id = ` + ownUnits + ` OR ` + doer + ` = app_unit()
	  OR EXISTS (SELECT FROM party y WHERE y.plan_id = i.plan_id AND y.unit_id = ` + doer + `) THEN ` + doer + ` END`
	// isBetween: the reader's unit wrote the point, or is asked by it.
	isBetween = `(i.owner_unit_id = app_unit() OR d.unit_id = app_unit())`
)

// minuteColumns reads a point of minutes with what became of it; an intervention that came of it for those who may read that.
// $1 is the plan, whose walls app_open_plan has opened before.
func minuteColumns(reaches []access.Reach) string {
	return itemColumns + `, n.meeting_id, n.meant_for, n.settled_on, n.outcome, ` + shownDoer + `,
	  CASE WHEN i.owner_unit_id = app_unit() OR ` + doer + ` = app_unit() THEN n.person_id END,
	  CASE WHEN i.owner_unit_id = app_unit() OR ` + doer + ` = app_unit() THEN (SELECT k.staff_name FROM staff k WHERE k.id = n.person_id) END,
	  n.due_on, d.state, a.text, a.answered_on,
	  (SELECT i.id FROM item i WHERE i.id = a.intervention_id AND ` + itemScope(reaches, "$1") + `)`
}

const fromMinute = ` item i JOIN plan p ON p.id = i.plan_id JOIN minute n ON n.item_id = i.id JOIN meeting m ON m.id = n.meeting_id
  LEFT JOIN decision d ON d.item_id = i.id LEFT JOIN decision_answer a ON a.item_id = i.id AND ` + isBetween + `
 WHERE i.plan_id = $1 AND i.kind = 'minute' AND `

// minuteScope chooses points of minutes as items are chosen; besides, of meetings of the own unit, what it has written
// itself, for those who keep its minutes and read nothing else.
func minuteScope(reaches []access.Reach) string {
	return either(itemScope(reaches, "$1"), anyOf(reaches, func(r access.Reach) string {
		if r == access.LeadUnit {
			return "i.owner_unit_id = app_unit() AND " + forMe + " AND " + madeScope([]access.Reach{r}, "m")
		}
		return "false"
	}))
}

func minuteTargets(m *plan.Minute) []any {
	return append(itemTargets(&m.Item), asID(&m.Meeting), asEnum(&m.MeantFor), asDay(&m.SettledOn), asEnum(&m.Decision.Outcome), asID(&m.Decision.Unit),
		asID(&m.Decision.Person), asText(&m.Decision.PersonName), asDay(&m.Decision.DueOn), asEnum(&m.Decision.State), asText(&m.Decision.Text),
		asDay(&m.Decision.AnsweredOn), asID(&m.Decision.Intervention))
}

func scanMinute(r pgx.Rows, before ...any) (plan.Minute, error) {
	var m plan.Minute
	err := r.Scan(append(before, minuteTargets(&m)...)...)
	m.HidePlace()
	return m, err
}

// correctionsStep reads how points were corrected; who reads the point reads that. By whom tells where somebody works.
func correctionsStep(points []*plan.Minute) step {
	at := map[id.Item]*plan.Minute{}
	ids := make([]string, 0, len(points))
	for _, m := range points {
		at[m.ID] = m
		ids = append(ids, m.ID.String())
	}
	return step{
		sql: `SELECT c.item_id, c.id, c.text, c.person_id, (SELECT k.staff_name FROM staff k WHERE k.id = c.person_id), c.corrected_on
		      FROM minute_correction c WHERE c.item_id = ANY ($1::uuid[]) ORDER BY c.created_at, c.id`,
		args: []any{ids},
		row: func(r pgx.Rows) error {
			var of id.Item
			var c plan.Correction
			err := r.Scan(asID(&of), asID(&c.ID), asText(&c.Text), asID(&c.By), asText(&c.Name), asDay(&c.On))
			if m := at[of]; m != nil {
				if m.Placeless {
					c.By, c.Name = id.Person{}, person.Text{}
				}
				m.Corrections = append(m.Corrections, c)
			}
			return err
		},
	}
}

// minute reads one point within a scope, by its id ($2), and locks it when it is to be changed.
func (u *unit) minute(ctx context.Context, i id.Item, reaches []access.Reach, scope, lock string) (plan.Minute, openings, error) {
	var in id.Plan
	var open openings
	err := u.pipeline(ctx, step{
		sql: "SELECT plan_id, " + openColumns + " FROM app_open_plan(NULL, $1)", args: []any{i},
		row: func(r pgx.Rows) error { return r.Scan(append([]any{asID(&in)}, open.targets()...)...) },
	})
	if err != nil {
		return plan.Minute{}, open, err
	}
	var m plan.Minute
	var child id.Person
	err = u.pipeline(ctx, step{
		sql: "SELECT p.child_id, " + minuteColumns(reaches) + " FROM" + fromMinute + "i.id = $2 AND " + scope + lock, args: []any{in, i},
		row: func(r pgx.Rows) (err error) {
			m, err = scanMinute(r, asID(&child))
			return err
		},
	})
	if err == nil && m.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return plan.Minute{}, open, err
	}
	u.log.child, u.log.plan = child, m.Plan
	return m, open, u.pipeline(ctx, correctionsStep([]*plan.Minute{&m}))
}

// FindMinute implements plan.Minutes.
func (s *Store) FindMinute(ctx context.Context, g access.Grant[access.ReadMinutes], i id.Item) (plan.Minute, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.Minute{}, err
	}
	m, open, err := u.minute(ctx, i, g.Reaches(), minuteScope(g.Reaches()), "")
	if err == nil {
		u.logItem(g.Reaches(), &m.Item, open)
	}
	return m, err
}

// ListMinutes implements plan.Minutes.
func (s *Store) ListMinutes(ctx context.Context, g access.Grant[access.ReadMinutes], m id.Meeting, pg page.Page) ([]plan.Minute, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	return u.minutes(ctx, g, step{
		sql: "SELECT p.id, p.child_id FROM meeting m JOIN plan p ON p.id = m.plan_id WHERE m.id = $1 AND " + planScope(g.Reaches()), args: []any{m},
	}, listing{from: "n.meeting_id = $2", order: "i.id", args: []any{m}}, pg)
}

// ListDecisions implements plan.Minutes.
func (s *Store) ListDecisions(ctx context.Context, g access.Grant[access.ReadMinutes], p id.Plan, pg page.Page) ([]plan.Minute, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	return u.minutes(ctx, g, step{
		sql: "SELECT p.id, p.child_id FROM plan p WHERE p.id = $1 AND " + planScope(g.Reaches()), args: []any{p},
	}, listing{from: "d.item_id IS NOT NULL", order: "d.decided_on DESC, i.id"}, pg)
}

// minutes lists points of the plan that a step finds: first its walls are opened, then they are read through them.
func (u *unit) minutes(ctx context.Context, g access.Grant[access.ReadMinutes], find step, l listing, pg page.Page) ([]plan.Minute, int, error) {
	var in id.Plan
	var child id.Person
	var open openings
	find.row = func(r pgx.Rows) error { return r.Scan(asID(&in), asID(&child)) }
	err := u.pipeline(ctx, find)
	if err == nil && in.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.child, u.log.plan = child, in
		err = u.pipeline(ctx, step{
			sql: "SELECT " + openColumns + " FROM app_open_plan($1, NULL)", args: []any{in},
			row: func(r pgx.Rows) error { return r.Scan(open.targets()...) },
		})
	}
	if err != nil {
		return nil, 0, err
	}
	var all []*plan.Minute
	l.columns, l.from, l.args = minuteColumns(g.Reaches()), fromMinute+l.from+" AND "+minuteScope(g.Reaches()), append([]any{in}, l.args...)
	total, err := u.list(ctx, l, pg, func(r pgx.Rows) error {
		m, err := scanMinute(r)
		u.logItem(g.Reaches(), &m.Item, open)
		all = append(all, &m)
		return err
	})
	if err != nil {
		return nil, 0, err
	}
	err = u.pipeline(ctx, correctionsStep(all))
	rows := make([]plan.Minute, len(all))
	for n, m := range all {
		rows[n] = *m
	}
	return rows, total, err
}
