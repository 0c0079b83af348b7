package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
)

// AddLink links the plan to another one, for the actor's unit. As AddItem.
func (s *Service) AddLink(ctx context.Context, a access.Actor, p id.Plan, d Draft) (Item, LinkReview, error) {
	if d.StartsOn.After(a.Today()) {
		return Item{}, LinkReview{}, fault.At(fault.CodeDates, "/on", "future")
	}
	i, err := s.AddItem(ctx, a, p, d)
	if err != nil {
		return Item{}, LinkReview{}, err
	}
	r, err := s.keepReview(ctx, a, i, civil.Date{})
	return i, r, err
}

// FindLink gives a link, and to the unit that holds it when the other plan is to be reviewed. As FindItem.
func (s *Service) FindLink(ctx context.Context, a access.Actor, i id.Item) (Item, LinkReview, error) {
	item, err := s.FindItem(ctx, a, LinkKind, i)
	if err != nil {
		return Item{}, LinkReview{}, err
	}
	g, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Item{}, LinkReview{}, err
	}
	r, err := s.store.FindLinkReview(ctx, g, i)
	return item, r, err
}

// ChangeLink changes a link that the actor's unit holds. As ChangeItem. The tag may be the link's own, or the one that the plan
// shows, which knows of no review.
func (s *Service) ChangeLink(ctx context.Context, a access.Actor, i id.Item, tag string, d Draft) (Item, LinkReview, error) {
	if d.StartsOn.After(a.Today()) {
		return Item{}, LinkReview{}, fault.At(fault.CodeDates, "/on", "future")
	}
	item, was, err := s.FindLink(ctx, a, i)
	if err != nil {
		return Item{}, LinkReview{}, err
	}
	if tag == was.Tag(item) {
		tag = item.Tag()
	}
	if item, err = s.ChangeItem(ctx, a, LinkKind, i, tag, d); err != nil {
		return Item{}, LinkReview{}, err
	}
	r, err := s.keepReview(ctx, a, item, was.ReviewedOn)
	return item, r, err
}

// ReviewLink notes that a linked plan under LSS has been reviewed, which begins the next term (R11). The unit that holds the
// link. Faults: not-found, denied for others who see it, dates-out-of-order, not-reviewed for a plan that need not be.
func (s *Service) ReviewLink(ctx context.Context, a access.Actor, i id.Item, on civil.Date) (Item, LinkReview, error) {
	item, was, err := s.FindLink(ctx, a, i)
	switch {
	case err != nil:
		return Item{}, LinkReview{}, err
	case item.Owner != a.Unit():
		return Item{}, LinkReview{}, fault.New(fault.CodeDenied)
	case was.IsZero():
		return Item{}, LinkReview{}, fault.New(fault.CodeNoReview)
	case on.After(a.Today()):
		return Item{}, LinkReview{}, fault.At(fault.CodeDates, "/on", "future")
	case on.Before(item.StartsOn) || on.Before(was.ReviewedOn):
		return Item{}, LinkReview{}, fault.At(fault.CodeDates, "/on", "before-last")
	}
	r, err := s.keepReview(ctx, a, item, on)
	return item, r, err
}

// keepReview keeps when the linked plan is due, by the routine of the plan that it is linked from.
func (s *Service) keepReview(ctx context.Context, a access.Actor, i Item, reviewed civil.Date) (LinkReview, error) {
	g, err := access.Allow[access.EditItem](s.policy, a)
	if err != nil {
		return LinkReview{}, err
	}
	p, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return LinkReview{}, err
	}
	v, err := s.routines.FindPlanRoutine(ctx, p, i.Plan)
	if err != nil {
		return LinkReview{}, err
	}
	r := i.review(&v.Profile, reviewed)
	return r, seen(s.store.SetLinkReview(ctx, g, r))
}
