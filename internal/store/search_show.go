package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/plan"
)

// show reads what stands at the places of a page. Items are read once more behind the walls of their plan, so that what is
// not shown was never held.
func (s *search) show(ctx context.Context, places []place) ([]plan.Hit, error) {
	found := map[id.Item]plan.Hit{}
	var steps []step
	for p, items := range itemsByPlan(places) {
		open := new(openings)
		steps = append(steps, step{
			sql:  "SELECT " + openColumns + " FROM app_open_plan($1, NULL)",
			args: []any{p},
			row:  func(r pgx.Rows) error { return r.Scan(open.targets()...) },
		}, s.readItems(p, items, open, found))
	}
	if len(steps) > 0 {
		if err := s.pipeline(ctx, steps...); err != nil {
			return nil, err
		}
	}
	plans := map[id.Plan]plan.ChildName{}
	for _, w := range s.plans {
		plans[w.ID] = w.Name
	}
	hits := make([]plan.Hit, 0, len(places))
	for _, p := range places {
		h := plan.Hit{Name: s.names[p.child]}
		if p.kind != plan.ChildHit {
			h = found[p.item]
			h.Name = plans[p.plan]
		}
		h.Kind, h.Plan, h.Child = p.kind, p.plan, p.child
		hits = append(hits, h)
	}
	return hits, nil
}

func itemsByPlan(places []place) map[id.Plan][]id.Item {
	by := map[id.Plan][]id.Item{}
	for _, p := range places {
		if p.kind == plan.ItemHit {
			by[p.plan] = append(by[p.plan], p.item)
		}
	}
	return by
}

// headline cuts the part out of an item's text in which the words stand, without marks.
const headline = `ts_headline('swedish', i.body, to_tsquery('swedish', $2), 'StartSel="", StopSel="", MinWords=12, MaxWords=30')`

func (s *search) readItems(p id.Plan, items []id.Item, open *openings, found map[id.Item]plan.Hit) step {
	var h plan.Hit
	targets := append(itemTargets(&h.Item), asText(&h.Snippet))
	return step{
		sql: `SELECT ` + itemColumns + `, ` + headline + ` FROM item i JOIN plan p ON p.id = i.plan_id
		      WHERE i.plan_id = $1 AND i.id = ANY ($3) AND ` + itemScope(s.items, "$1"),
		args: []any{p, s.Query.String(), bare(items)},
		row: func(r pgx.Rows) error {
			err := r.Scan(targets...)
			h.Item.HidePlace()
			found[h.Item.ID] = h
			s.opened[p] = *open
			return err
		},
	}
}

// logHit notes what a hit shows: the child and its plan as rows of lists show them, and the item with what opened it.
func (s *search) logHit(g access.Grant[access.ReadPlan], c access.Grant[access.ReadChild], h plan.Hit) {
	if h.Kind == plan.ChildHit {
		s.log.opened(h.Child.UUID(), c.Reaches()[0])
		return
	}
	s.log.opened(h.Child.UUID(), g.Reaches()[0])
	if h.Kind == plan.PlanHit {
		s.log.opened(h.Plan.UUID(), g.Reaches()[0])
		return
	}
	s.logItem(s.items, &h.Item, s.opened[h.Plan])
}
