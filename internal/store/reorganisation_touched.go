package store

import (
	"context"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/org"
	"samplan/internal/page"
)

// touching gathers, of the reorganisation $1, what touches the own unit's open cases. It asks for nothing but the public
// moves and what the reader sees today: what would be gained is not told, since it is hidden until then.
// Where the cases of a unit that is divided go hangs on who works with them: that is told of the own unit's alone.
//   - holder: who has a unit's open cases from the day on; far: where that lies then; parted: which part has an own case
//   - effect: plans in reach whose lead or next follow-up goes elsewhere, or items of the own domain that will be out of reach
func touching(plans []access.Reach) string {
	return `WITH m AS (SELECT v.*, r.takes_effect_on AS day FROM reorganisation_move v JOIN reorganisation r ON r.id = v.reorganisation_id WHERE r.id = $1),
	 day AS (SELECT takes_effect_on AS day FROM reorganisation WHERE id = $1),
	 part AS (SELECT t.new_unit_id, t.unit_id, t.branch_id, t.takes_rest FROM reorganisation_part t WHERE t.reorganisation_id = $1),
	 parted AS MATERIALIZED (SELECT c.child_id, c.to_unit_id, t.branch_id FROM app_own_reorganised_cases($1) c JOIN part t ON t.new_unit_id = c.to_unit_id),
	 holder AS (SELECT q.unit_id, CASE WHEN m.kind = 'split' THEN coalesce((SELECT t.new_unit_id FROM part t WHERE t.unit_id = m.unit_id AND t.takes_rest), q.unit_id)
	              WHEN m.kind IS NULL OR m.kind = 'move' AND m.open_cases_go THEN q.unit_id
	              WHEN m.open_cases_go THEN m.into_unit_id ELSE m.keeper_unit_id END AS holder_id
	              FROM day JOIN unit_place q ON q.valid @> (day.day - 1) LEFT JOIN m ON m.unit_id = q.unit_id),
	 far AS (SELECT q.unit_id, coalesce(m.to_branch_id, q.branch_id) AS branch_id
	           FROM day JOIN unit_place q ON q.valid @> (day.day - 1) LEFT JOIN m ON m.unit_id = q.unit_id
	          WHERE m.kind IS NULL OR m.kind IN ('move', 'split')
	         UNION ALL SELECT t.new_unit_id, t.branch_id FROM part t),
	 mine AS (SELECT f.branch_id FROM m RIGHT JOIN (SELECT app_unit() AS unit_id) me ON m.unit_id = me.unit_id
	            JOIN far f ON f.unit_id = CASE WHEN m.kind = 'merge' THEN m.into_unit_id ELSE me.unit_id END),
	 effect AS (
	   SELECT * FROM (
	     SELECT p.id, p.child_id,
	            EXISTS (SELECT FROM holder h WHERE h.unit_id = p.lead_unit_id AND h.holder_id <> h.unit_id)
	              OR p.lead_unit_id = app_unit() AND t.child_id IS NOT NULL AS lead,
	            EXISTS (SELECT FROM m JOIN holder h ON h.unit_id = m.unit_id WHERE m.unit_id = p.next_follow_up_unit_id
	                AND CASE m.kind WHEN 'move' THEN NOT m.open_cases_go WHEN 'split' THEN h.holder_id <> h.unit_id ELSE true END)
	              OR (p.next_follow_up_unit_id = app_unit()) IS TRUE AND t.child_id IS NOT NULL AS follow_up,
	            (SELECT count(*) FROM item i JOIN holder h ON h.unit_id = i.owner_unit_id LEFT JOIN far f ON f.unit_id = h.holder_id
	              WHERE i.plan_id = p.id AND i.owner_unit_id <> app_unit() AND i.owner_unit_id = ` + ownUnits + ` AND ` + forMe + `
	                AND NOT EXISTS (SELECT FROM care_block k WHERE k.child_id = p.child_id AND k.unit_id = i.owner_unit_id
	                      AND k.set_on <= app_today() AND (k.lifted_on IS NULL OR k.lifted_on > app_today()))
	                AND f.branch_id IS DISTINCT FROM coalesce(t.branch_id, (SELECT branch_id FROM mine)))::int AS lost
	       FROM plan p LEFT JOIN parted t ON t.child_id = p.child_id WHERE ` + planScope(plans) + `) e
	    WHERE e.lead OR e.follow_up OR e.lost > 0),
	 goes AS (SELECT h.holder_id FROM holder h WHERE h.unit_id = app_unit() AND h.holder_id <> h.unit_id)`
}

// ListTouchedCases implements org.ReorganisationStore.
func (s *Store) ListTouchedCases(
	ctx context.Context, g access.Grant[access.ReadReorganisation], cases access.Grant[access.ReadChild], plans access.Grant[access.ReadPlan],
	r id.Reorganisation, pg page.Page,
) ([]org.TouchedCase, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	v, err := u.reorganisation(ctx, g.Reaches(), r)
	if err != nil {
		return nil, 0, err
	}
	var all []org.TouchedCase
	total := 0
	err = u.pipeline(ctx, step{
		sql: touching(plans.Reaches()) + `
		  SELECT count(*) OVER (), f.child_id, f.given_name, f.family_name, coalesce(ch.protection, 'assumed-identity'), coalesce(t.to_unit_id, (SELECT holder_id FROM goes))
		    FROM case_file f JOIN person ch ON ch.id = f.child_id LEFT JOIN parted t ON t.child_id = f.child_id
		   WHERE ` + childScope(cases.Reaches()) + ` AND (EXISTS (SELECT FROM goes) OR t.child_id IS NOT NULL OR f.child_id IN (SELECT e.child_id FROM effect e))
		   ORDER BY f.id LIMIT $2 OFFSET $3`,
		args: []any{r, pg.Limit, pg.Offset()},
		row: func(rows pgx.Rows) error {
			var c org.TouchedCase
			err := rows.Scan(&total, &c.Child, &c.Name.Given, &c.Name.Family, &c.Protection, &c.Successor)
			c.Part, _ = v.Part(c.Successor)
			all = append(all, c)
			u.log.opened(c.Child.UUID(), cases.Reaches()[0])
			return err
		},
	})
	if err != nil || len(all) == 0 {
		return nil, total, err
	}
	return all, total, u.touchedPlans(ctx, plans.Reaches(), r, all)
}

// touchedPlans adds to each case its plans that are touched.
func (u *unit) touchedPlans(ctx context.Context, plans []access.Reach, r id.Reorganisation, all []org.TouchedCase) error {
	byChild := make(map[id.Person]*org.TouchedCase, len(all))
	ids := make([]uuid.UUID, len(all))
	for n := range all {
		byChild[all[n].Child], ids[n] = &all[n], all[n].Child.UUID()
	}
	return u.pipeline(ctx, step{
		sql:  touching(plans) + ` SELECT e.child_id, e.id, e.lead, e.follow_up, e.lost FROM effect e WHERE e.child_id = ANY ($2) ORDER BY e.id`,
		args: []any{r, ids},
		row: func(rows pgx.Rows) error {
			var child id.Person
			var p org.TouchedPlan
			err := rows.Scan(&child, &p.ID, &p.LeadChanges, &p.FollowUpChanges, &p.ItemsOutOfReach)
			if c := byChild[child]; c != nil {
				c.Plans = append(c.Plans, p)
				u.log.opened(p.ID.UUID(), plans[0])
			}
			return err
		},
	})
}
