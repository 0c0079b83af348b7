package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
)

const planColumns = `p.id, p.child_id, p.kind, p.status, p.legal_basis, p.lead_unit_id, p.overall_responsible_id, p.no_other_actors,
  p.child_participation, p.next_follow_up_on, p.next_follow_up_unit_id, p.informed_on, p.established_on,
  p.created_on, p.created_at, p.version`

func planTargets(p *plan.Plan) []any {
	return []any{
		asID(&p.ID), asID(&p.Child), asEnum(&p.Kind), asEnum(&p.Status), asEnum(&p.LegalBasis), asID(&p.LeadUnit),
		asID(&p.OverallResponsible), &p.NoOtherActors, asEnum(&p.ChildParticipation), asDay(&p.NextFollowUpOn), asID(&p.NextFollowUpUnit),
		asDay(&p.InformedOn), asDay(&p.EstablishedOn), asDay(&p.CreatedOn), &p.CreatedAt, &p.Version,
	}
}

// nameOf reads the child's name as the own unit knows it, or for the family the leading unit. Two statements, so that each
// finds its case by an index.
func nameOf(a access.Actor) string {
	knower := "app_unit()"
	if a.IsCitizen() {
		knower = "p.lead_unit_id"
	}
	return `LEFT JOIN person ch ON ch.id = p.child_id
	  LEFT JOIN case_file f ON f.child_id = p.child_id AND f.valid @> app_today() AND f.unit_id = ` + knower
}

func nameTargets(n *plan.ChildName) []any { return []any{&n.Given, &n.Family, &n.Protection} }

// viewFrame opens the plan's walls for the transaction, then reads the frame and, a row each, the parties in reach. The
// lateral joins keep that order: the fence of party looks at the walls that app_open_plan has set.
func viewFrame(a access.Actor, scope string) string {
	return `SELECT ` + openColumns + `, ` + planColumns + `, f.given_name, f.family_name, coalesce(ch.protection, 'assumed-identity'),
	  y.id, y.unit_id, y.added_by_unit_id, y.mode, y.state, y.contact_id, k.staff_name, y.reason, y.added_on, y.answered_on, y.left_on,
	  coalesce(y.version, 0), n.id IS NOT NULL
	 FROM app_open_plan($1, NULL) o
	 CROSS JOIN LATERAL (SELECT * FROM plan p WHERE p.id = o.plan_id AND ` + scope + ` OFFSET 0) p
	 ` + nameOf(a) + `
	 LEFT JOIN LATERAL (SELECT * FROM party y WHERE y.plan_id = o.plan_id ORDER BY y.added_on, y.id) y ON true
	 LEFT JOIN person k ON k.id = y.contact_id
	 LEFT JOIN confirmation n ON n.party_id = y.id`
}

// ViewPlan implements plan.Store. Two pipelined statements, however many items there are.
func (s *Store) ViewPlan(ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], p id.Plan) (plan.View, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.View{}, err
	}
	var v plan.View
	var open openings
	u.at.item = id.Item{} // from here on it is this plan whose walls are open
	err = u.pipeline(ctx,
		step{sql: viewFrame(u.actor, planScope(g.Reaches())), args: []any{p}, row: func(r pgx.Rows) error {
			y, err := scanFrame(r, &v, &open)
			if err == nil && !y.ID.IsZero() {
				v.Parties = append(v.Parties, y)
			}
			return err
		}},
		itemsStep(m, p, &v.Items))
	if err != nil {
		return plan.View{}, err
	}
	if v.ID.IsZero() {
		return plan.View{}, fault.New(fault.CodeNotFound)
	}
	u.logView(g, m, &v, open)
	return v, nil
}

func scanFrame(r pgx.Rows, v *plan.View, open *openings) (plan.Party, error) {
	var y plan.Party
	targets := append(open.targets(), planTargets(&v.Plan)...)
	targets = append(append(targets, nameTargets(&v.ChildName)...), partyTargets(&y)...)
	return y, r.Scan(targets...)
}

// logView notes the plan, its parties and every item shown, each with what opened it.
func (u *unit) logView(g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], v *plan.View, open openings) {
	u.log.child, u.log.plan = v.Child, v.ID
	reach := g.Reaches()[0]
	u.log.opened(v.ID.UUID(), reach, id.Consent{})
	for i := range v.Parties {
		u.log.opened(v.Parties[i].ID.UUID(), reach, id.Consent{})
	}
	for i := range v.Items {
		u.logItem(m.Reaches(), &v.Items[i], open)
	}
}

// ListPlans implements plan.Store.
func (s *Store) ListPlans(ctx context.Context, g access.Grant[access.ReadPlan], status plan.Status, pg page.Page) ([]plan.Row, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var rows []plan.Row
	total := 0
	err = u.pipeline(ctx, step{
		sql: `SELECT count(*) OVER (), ` + planColumns + `, f.given_name, f.family_name, coalesce(ch.protection, 'assumed-identity')
		      FROM plan p ` + nameOf(u.actor) + `
		      WHERE ($1::text IS NULL OR p.status = $1) AND ` + planScope(g.Reaches()) + `
		      ORDER BY p.created_at DESC, p.id DESC LIMIT $2 OFFSET $3`,
		args: []any{status, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			var w plan.Row
			err := r.Scan(append(append([]any{&total}, planTargets(&w.Plan)...), nameTargets(&w.Name)...)...)
			rows = append(rows, w)
			return err
		},
	})
	for _, w := range rows {
		u.log.opened(w.ID.UUID(), g.Reaches()[0], id.Consent{})
	}
	return rows, total, err
}

// CreatePlan implements plan.Store. The plan is stored only for a child in reach, in the same statement
// that looks; the child's name comes back in the same round trip.
func (s *Store) CreatePlan(ctx context.Context, g access.Grant[access.CreatePlan], p plan.Plan, lead plan.Party, items []plan.Item) (plan.ChildName, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.ChildName{}, err
	}
	steps := []step{{
		sql: `INSERT INTO plan (id, child_id, kind, status, legal_basis, lead_unit_id, created_on, created_at)
		      SELECT $1, f.child_id, $3, $4, $5, $6, $7, $8 FROM case_file f WHERE f.child_id = $2 AND ` + childScope(g.Reaches()),
		args:     []any{p.ID, p.Child, p.Kind, p.Status, p.LegalBasis, p.LeadUnit, p.CreatedOn, p.CreatedAt},
		affected: found,
	}, insertParty(lead)}
	if len(items) > 0 {
		steps = append(steps, insertItems(items))
	}
	var name plan.ChildName
	steps = append(steps, step{
		sql:  `SELECT f.given_name, f.family_name, coalesce(ch.protection, 'assumed-identity') FROM plan p ` + nameOf(u.actor) + ` WHERE p.id = $1`,
		args: []any{p.ID},
		row:  func(r pgx.Rows) error { return r.Scan(nameTargets(&name)...) },
	})
	if err := u.pipeline(ctx, steps...); err != nil {
		return name, err
	}
	u.log.child, u.log.plan = p.Child, p.ID
	u.log.all(g.Reaches()[0], p.ID.UUID(), lead.ID.UUID())
	for i := range items {
		u.log.opened(items[i].ID.UUID(), g.Reaches()[0], id.Consent{})
	}
	return name, nil
}

// found says not-found when a statement met no row.
func found(rows int64) error {
	if rows == 0 {
		return fault.New(fault.CodeNotFound)
	}
	return nil
}

// unmoved says stale when a statement met no row: it was there a moment ago, with another version.
func unmoved(rows int64) error {
	if rows == 0 {
		return fault.New(fault.CodeStale)
	}
	return nil
}
