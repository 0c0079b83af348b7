package care

import (
	"context"
	"slices"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// allowInEmergency cuts a grant for staff of units that may open anything in an emergency. It looks at no child, so that
// a refusal tells nothing of one.
func allowInEmergency[P access.Permission](s *Service, a access.Actor) (access.Grant[P], error) {
	if !s.policy.ReceivesInEmergency(a.Class()) {
		return access.Grant[P]{}, fault.New(fault.CodeDenied)
	}
	return access.Allow[P](s.policy, a)
}

// mayOpen tells whether an emergency opens the wall from a holder to the actor.
func (s *Service) mayOpen(a access.Actor, holder access.Class) bool {
	_, ok := s.policy.Opens(access.Wall{Giver: holder, Receiver: a.Class(), Ground: access.Emergency})
	return ok
}

// within gives an inquiry with the holders whose wall opens.
func (s *Service) within(a access.Actor, i Inquiry) Inquiry {
	i.Holders = slices.DeleteFunc(slices.Clone(i.Holders), func(h Holder) bool { return !s.mayOpen(a, h.Class) })
	return i
}

// Ask tells which care givers' units hold something about a child in danger; the first step. Caseworkers and unit managers
// in health care, without need of the child. Faults: denied, invalid values.
func (s *Service) Ask(ctx context.Context, a access.Actor, q Question) (Inquiry, error) {
	g, err := allowInEmergency[access.AskEmergency](s, a)
	if err != nil {
		return Inquiry{}, err
	}
	i, err := ask(q, askerOf(a), s.now())
	if err != nil {
		return Inquiry{}, err
	}
	i, err = s.store.AskEmergency(ctx, g, i, q.Identifier)
	return s.within(a, i), err
}

// Open opens what one of the holders of an inquiry holds, for 15 minutes; the second step. Who asked, under the same
// assignment. Faults: denied, not-found, also for an inquiry that is over, unknown-unit for one that is no holder,
// duplicate for one that was opened before.
func (s *Service) Open(ctx context.Context, a access.Actor, i id.EmergencyInquiry, unit id.Unit, reason person.Text) (Access, error) {
	g, err := allowInEmergency[access.OpenEmergency](s, a)
	if err != nil {
		return Access{}, err
	}
	return s.store.OpenEmergency(ctx, g, i, func(i Inquiry) (Access, error) {
		return s.within(a, i).open(unit, reason, s.now())
	})
}

// Items gives a page of what an opening shows. Who opened, under the same assignment, while it is open. Faults: denied,
// not-found, also when the time is over.
func (s *Service) Items(ctx context.Context, a access.Actor, e id.EmergencyAccess, p page.Page) ([]Item, int, error) {
	g, err := allowInEmergency[access.ReadEmergency](s, a)
	if err != nil {
		return nil, 0, err
	}
	now := s.now()
	return s.store.ListEmergencyItems(ctx, g, e, now, func(v Access) error {
		if !v.isOpen(now) || !s.mayOpen(a, v.HolderClass) {
			return fault.New(fault.CodeNotFound)
		}
		return nil
	}, p)
}

// Accesses gives a page of the openings that the actor answers for. Managers of the unit that opened and of the holder;
// the data protection officer of either's principal, without child and reason.
func (s *Service) Accesses(ctx context.Context, a access.Actor, p page.Page) ([]Access, int, error) {
	g, err := access.Allow[access.ReadEmergencyAccess](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListEmergencyAccesses(ctx, g, p)
}

// Review records what somebody finds of an opening. Managers of the unit that opened and of the holder. Faults: not-found,
// denied for the one who opened, duplicate.
func (s *Service) Review(ctx context.Context, a access.Actor, e id.EmergencyAccess, f Finding) (Review, error) {
	g, err := access.Allow[access.ReviewEmergency](s.policy, a)
	if err != nil {
		return Review{}, err
	}
	return s.store.ReviewEmergency(ctx, g, e, func(v Access) (Review, error) { return v.review(f, a, s.now()) })
}
