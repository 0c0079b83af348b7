package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// AddItem writes a goal, an intervention, an observation or a note for the actor's unit, in a plan that the actor sees.
// Faults: not-found, denied when the unit is no party, plan-closed, invalid values.
func (s *Service) AddItem(ctx context.Context, a access.Actor, p id.Plan, d Draft) (Item, error) {
	g, v, err := lead[access.AddItem](ctx, s, a, p)
	if err != nil {
		return Item{}, err
	}
	if err := s.choose(ctx, a, &d.Words); err != nil {
		return Item{}, err
	}
	return s.add(ctx, v, d, Author{a.Person(), ByStaff, a.Unit()}, a, func(i Item) error { return s.store.AddItem(ctx, g, i) })
}

// AddChildView records the child's own words: a named recorder for a unit, or the child itself (R8).
func (s *Service) AddChildView(ctx context.Context, a access.Actor, p id.Plan, d Draft) (Item, error) {
	g, v, err := lead[access.AddChildView](ctx, s, a, p)
	if err != nil {
		return Item{}, err
	}
	return s.add(ctx, v, d, author(a, v), a, func(i Item) error { return s.store.AddChildView(ctx, g, i) })
}

// AddDisagreement attaches a disagreement of the child, a guardian or a party (R9).
func (s *Service) AddDisagreement(ctx context.Context, a access.Actor, p id.Plan, d Draft) (Item, error) {
	g, v, err := lead[access.AddDisagreement](ctx, s, a, p)
	if err != nil {
		return Item{}, err
	}
	return s.add(ctx, v, d, author(a, v), a, func(i Item) error { return s.store.AddDisagreement(ctx, g, i) })
}

// AddComment adds a comment of the child, a guardian or a party on the plan, or on a goal or an intervention that they see.
func (s *Service) AddComment(ctx context.Context, a access.Actor, p id.Plan, d Draft) (Item, error) {
	g, v, err := lead[access.AddComment](ctx, s, a, p)
	if err != nil {
		return Item{}, err
	}
	return s.add(ctx, v, d, author(a, v), a, func(i Item) error { return s.store.AddComment(ctx, g, i) })
}

// author tells as what the actor writes. What the family writes is held by the leading unit.
func author(a access.Actor, v View) Author {
	switch {
	case !a.IsCitizen():
		return Author{a.Person(), ByStaff, a.Unit()}
	case a.Person() == v.Child:
		return Author{a.Person(), ByChild, v.LeadUnit}
	}
	return Author{a.Person(), ByGuardian, v.LeadUnit}
}

func (s *Service) add(ctx context.Context, v View, d Draft, by Author, a access.Actor, store func(Item) error) (Item, error) {
	if err := v.open(); err != nil {
		return Item{}, err
	}
	if err := v.checkAim(d); err != nil {
		return Item{}, err
	}
	if err := s.checkArea(ctx, a, v.ID, d.Area); err != nil {
		return Item{}, err
	}
	i, err := NewItem(v.ID, d, by, a.Today())
	if err != nil {
		return Item{}, err
	}
	return i, seen(store(i))
}

// FindItem gives one item of the kind asked for. Fault: not-found, also for an item of another kind.
func (s *Service) FindItem(ctx context.Context, a access.Actor, kind ItemKind, i id.Item) (Item, error) {
	g, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Item{}, err
	}
	item, err := s.store.FindItem(ctx, g, i)
	if err != nil {
		return Item{}, err
	}
	if item.Kind != kind {
		return Item{}, fault.New(fault.CodeNotFound)
	}
	return item, nil
}

// ChangeItem changes an item that the actor's unit holds. tag is the version that the actor read.
// Faults: not-found, denied for what another unit holds, stale-version, plan-closed, invalid values.
func (s *Service) ChangeItem(ctx context.Context, a access.Actor, kind ItemKind, i id.Item, tag string, d Draft) (Item, error) {
	g, err := access.Allow[access.EditItem](s.policy, a)
	if err != nil {
		return Item{}, err
	}
	hidden := false
	item, err := s.store.ChangeItem(ctx, g, i, func(was *Item) error {
		if was.Kind != kind {
			return fault.New(fault.CodeNotFound)
		}
		if hidden, err = s.aimAnew(ctx, a, *was, &d); err != nil {
			return err
		}
		if d.Area != was.Area {
			if err := s.checkArea(ctx, a, was.Plan, d.Area); err != nil {
				return err
			}
		}
		if was.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		if d.Catalogue.Entry == was.Catalogue.Entry { // also one that has ended since
			d.Catalogue = was.Catalogue
		} else if err := s.choose(ctx, a, &d.Words); err != nil {
			return err
		}
		return was.Apply(d)
	})
	if hidden {
		item.Goal = id.Item{}
	}
	if !fault.Is(err, fault.NotFound) {
		return item, err
	}
	// It is not the own unit's to change. Who can see it all the same is told so.
	if _, err := s.FindItem(ctx, a, kind, i); err != nil {
		return Item{}, err
	}
	return Item{}, fault.New(fault.CodeDenied)
}

// Dispatch freezes the plan as its next version, and gives its number. The leading unit (R7).
func (s *Service) Dispatch(ctx context.Context, a access.Actor, p id.Plan) (Version, error) {
	g, v, err := lead[access.DispatchPlan](ctx, s, a, p)
	if err != nil {
		return Version{}, err
	}
	if v.LeadUnit != a.Unit() {
		return Version{}, fault.New(fault.CodeDenied)
	}
	n, err := s.store.Dispatch(ctx, g, p)
	return n, seen(err)
}

// Versions gives the dispatched versions of a plan. Whoever sees the plan.
func (s *Service) Versions(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Version, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListVersions(ctx, g, p, pg)
}

// Version gives one dispatched version with the items that the actor may read today.
func (s *Service) Version(ctx context.Context, a access.Actor, p id.Plan, number int) (Version, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return Version{}, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Version{}, err
	}
	return s.store.FindVersion(ctx, g, m, p, number)
}

// Compare tells how two versions differ in what the actor may read today.
func (s *Service) Compare(ctx context.Context, a access.Actor, p id.Plan, from, to int) ([]Change, error) {
	was, err := s.Version(ctx, a, p, from)
	if err != nil {
		return nil, err
	}
	is, err := s.Version(ctx, a, p, to)
	if err != nil {
		return nil, err
	}
	return Compare(was, is), nil
}
