package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/enum"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

type hitSet struct{}

// HitKind is what a search has found: a child of the own cases, a plan, or an item.
type HitKind = enum.Value[hitSet]

var (
	// HitKinds is the closed set.
	HitKinds = enum.Of[hitSet]("child", "plan", "item")

	ChildHit = HitKinds.Must("child")
	PlanHit  = HitKinds.Must("plan")
	ItemHit  = HitKinds.Must("item")
)

// Search is what somebody looks for: words, and the plan whose id they are.
type Search struct {
	Query
	Reference id.Plan
}

// NewSearch reads what somebody wrote.
func NewSearch(text string) Search { return Search{ParseQuery(text), Reference(text)} }

// Hit is one thing that a search has found, as its reader may see it.
type Hit struct {
	Kind    HitKind
	Plan    id.Plan // of plans and items
	Child   id.Person
	Name    ChildName
	Item    Item        // of items
	Snippet person.Text // where the words stand in the item
}

// Search finds what the actor may see and the words occur in: children of the own cases and plans by the child's name, a plan
// by its id, items by their words. A protected child is not found by its name, which lists do not show either (R31).
// Nothing of what is hidden shows, not in how many there are nor in their order: a hit's place depends on its own words.
func (s *Service) Search(ctx context.Context, a access.Actor, q Search, pg page.Page) ([]Hit, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	// Whoever may not read items still finds plans: the zero grant opens nothing.
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil && !fault.Is(err, fault.Denied) {
		return nil, 0, err
	}
	c, err := access.Allow[access.ReadChild](s.policy, a)
	if err != nil && !fault.Is(err, fault.Denied) {
		return nil, 0, err
	}
	return s.store.Search(ctx, g, m, c, q, pg)
}
