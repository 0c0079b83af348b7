package store

import (
	"context"
	"slices"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/plan"
	"samplan/internal/routine"
)

const planColumns = `p.id, p.child_id, p.kind, p.status, p.legal_basis, p.lead_unit_id, p.overall_responsible_id, p.no_other_actors,
  p.child_participation, p.next_follow_up_on, p.next_follow_up_unit_id, p.informed_on, p.established_on, p.followed_up_on,
  p.created_on, p.created_at, p.version`

func planTargets(p *plan.Plan) []any {
	return []any{
		asID(&p.ID), asID(&p.Child), asEnum(&p.Kind), asEnum(&p.Status), asEnum(&p.LegalBasis), asID(&p.LeadUnit),
		asID(&p.OverallResponsible), &p.NoOtherActors, asEnum(&p.ChildParticipation), asDay(&p.NextFollowUpOn), asID(&p.NextFollowUpUnit),
		asDay(&p.InformedOn), asDay(&p.EstablishedOn), asDay(&p.FollowedUpOn), asDay(&p.CreatedOn), &p.CreatedAt, &p.Version,
	}
}

// nameOf reads the child's name as the own unit knows it, or for the family the leading unit. For staff there is a view
// that holds the fence of both tables at once.
func nameOf(a access.Actor) string {
	if a.IsCitizen() {
		return `LEFT JOIN LATERAL (SELECT f.given_name, f.family_name, ch.protection FROM person ch
	    LEFT JOIN case_file f ON f.child_id = ch.id AND f.valid @> app_today() AND f.unit_id = p.lead_unit_id
	   WHERE ch.id = p.child_id OFFSET 0) f ON true`
	}
	return `LEFT JOIN LATERAL (SELECT k.given_name, k.family_name, k.protection FROM known_child k
	   WHERE k.child_id = p.child_id AND k.valid @> (SELECT app_today()) OFFSET 0) f ON true`
}

const nameColumns = `f.given_name, f.family_name, coalesce(f.protection, 'assumed-identity')`

func nameTargets(n *plan.ChildName) []any {
	return []any{asText(&n.Given), asText(&n.Family), asLevel(&n.Protection)}
}

// viewFrame opens the plan's walls for the transaction, then reads the frame and, a row each, the parties in reach. The
// lateral joins keep that order: the fence of party looks at the walls that app_open_plan has set.
func viewFrame(a access.Actor, reaches []access.Reach) string {
	return `SELECT ` + openColumns + `, ` + placelessPlan + `, b.follows_id, ` + planColumns + `, ` + nameColumns + `,
	  y.id, y.unit_id, y.added_by_unit_id, y.mode, y.state, y.contact_id, (SELECT k.staff_name FROM staff k WHERE k.id = y.contact_id),
	  y.reason, y.added_on, y.answered_on, y.left_on, coalesce(y.version, 0), n.id IS NOT NULL
	 FROM app_open_plan($1, NULL) o
	 CROSS JOIN LATERAL (SELECT * FROM plan p WHERE p.id = o.plan_id AND ` + planScope(reaches) + ` OFFSET 0) p
	 ` + nameOf(a) + `
	 LEFT JOIN LATERAL (SELECT * FROM party y WHERE y.plan_id = o.plan_id AND ` + partyScope(reaches) + ` ORDER BY y.added_on, y.id) y ON true
	 LEFT JOIN confirmation n ON n.party_id = y.id
	 LEFT JOIN plan_origin b ON b.plan_id = o.plan_id`
}

// ViewPlan implements plan.Store. Two pipelined statements, however many items there are.
func (s *Store) ViewPlan(ctx context.Context, g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], p id.Plan) (plan.View, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.View{}, err
	}
	var v plan.View
	var open openings
	err = u.pipeline(ctx, frameStep(viewFrame(u.actor, g.Reaches()), p, &v, &open), itemsStep(m, p, &v.Items))
	if err != nil {
		return plan.View{}, err
	}
	if v.ID.IsZero() {
		return plan.View{}, fault.New(fault.CodeNotFound)
	}
	v.HidePlace()
	v.HideAims()
	u.logView(g, m, &v, open)
	return v, nil
}

// frameStep reads the rows of viewFrame: plan and openings from the first, a party from each.
func frameStep(sql string, p id.Plan, v *plan.View, open *openings) step {
	var y plan.Party
	once := slices.Concat(open.targets(), []any{&v.Placeless, asID(&v.Follows)}, planTargets(&v.Plan), nameTargets(&v.ChildName))
	targets := slices.Concat(once, partyTargets(&y))
	return step{sql: sql, args: []any{p}, row: func(r pgx.Rows) error {
		err := r.Scan(targets...)
		if err == nil && !y.ID.IsZero() {
			v.Parties = append(v.Parties, y)
		}
		clear(targets[:len(once)]) // the same in every row
		return err
	}}
}

// logView notes the plan, its parties and every item shown, each with what opened it.
func (u *unit) logView(g access.Grant[access.ReadPlan], m access.Grant[access.ReadItem], v *plan.View, open openings) {
	u.log.child, u.log.plan = v.Child, v.ID
	reach := g.Reaches()[0]
	u.log.opened(v.ID.UUID(), reach)
	for i := range v.Parties {
		u.log.opened(v.Parties[i].ID.UUID(), reach)
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
	rows := make([]plan.Row, 0, pg.Limit)
	total := 0
	var w plan.Row
	targets := slices.Concat([]any{&total}, planTargets(&w.Plan), nameTargets(&w.Name))
	scope := `($1::text IS NULL OR p.status = $1) AND ` + planScope(g.Reaches())
	err = u.pipeline(ctx, step{
		sql: `SELECT p.total, ` + planColumns + `, ` + nameColumns + `
		      FROM (SELECT count(*) OVER () AS total, p.* FROM plan p WHERE ` + scope + `
		             ORDER BY p.created_at DESC, p.id DESC LIMIT $2 OFFSET $3) p ` + nameOf(u.actor) + `
		      ORDER BY p.created_at DESC, p.id DESC`,
		args: []any{status, pg.Limit, pg.Offset()},
		row: func(r pgx.Rows) error {
			err := r.Scan(targets...)
			rows = append(rows, w)
			return err
		},
	})
	if err == nil {
		err = u.countBeyond(ctx, "plan p WHERE "+scope, []any{status}, pg, &total)
	}
	for n := range rows {
		u.log.opened(rows[n].ID.UUID(), g.Reaches()[0])
	}
	return rows, total, err
}

// CreatePlan implements plan.Store. The plan is stored only for a child in reach, in the same statement
// that looks; the child's name, and which kinds of plans the own principal has, come back in the same round trip.
func (s *Store) CreatePlan(ctx context.Context, g access.Grant[access.CreatePlan], p plan.Plan, lead plan.Party, items []plan.Item) (plan.ChildName, error) {
	u, err := within(ctx, g)
	if err != nil {
		return plan.ChildName{}, err
	}
	var name plan.ChildName
	steps := []step{{
		sql: `SELECT (SELECT v.whole -> 'planKinds' FROM routine_version v WHERE v.id = (SELECT app_own_routine())), ` + nameColumns +
			` FROM (SELECT $1::uuid AS child_id) p ` + nameOf(u.actor),
		args: []any{p.Child},
		row: func(r pgx.Rows) error {
			var own routine.Profile
			if err := r.Scan(append([]any{&own.PlanKinds}, nameTargets(&name)...)...); err != nil {
				return err
			}
			return p.OfferedBy(&own)
		},
	}, {
		sql: `INSERT INTO plan (id, child_id, kind, status, legal_basis, lead_unit_id, created_on, created_at)
		      SELECT $1, f.child_id, $3, $4, $5, $6, $7, $8 FROM case_file f WHERE f.child_id = $2 AND ` + childScope(g.Reaches()),
		args:     []any{p.ID, p.Child, p.Kind, p.Status, p.LegalBasis, p.LeadUnit, p.CreatedOn, p.CreatedAt},
		affected: found,
	}, insertParty(lead)}
	if len(items) > 0 {
		steps = append(steps, insertItems(items))
	}
	if err := u.pipeline(ctx, steps...); err != nil {
		return name, err
	}
	u.log.child, u.log.plan = p.Child, p.ID
	u.log.all(g.Reaches()[0], p.ID.UUID(), lead.ID.UUID())
	for i := range items {
		u.log.opened(items[i].ID.UUID(), g.Reaches()[0])
	}
	return name, nil
}

// GrowPlan implements plan.Store.
func (s *Store) GrowPlan(ctx context.Context, g access.Grant[access.CreatePlan], p plan.Plan, lead plan.Party, items []plan.Item, follows id.Plan) (plan.ChildName, error) {
	name, err := s.CreatePlan(ctx, g, p, lead, items)
	if err != nil {
		return name, err
	}
	u, err := within(ctx, g)
	if err != nil {
		return name, err
	}
	u.log.opened(follows.UUID(), g.Reaches()[0])
	return name, u.pipeline(ctx, append(carrySteps(items), originStep(p.ID, follows))...)
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
