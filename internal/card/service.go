package card

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/routine"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// List gives a page of the cards that count. All staff.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Card, int, error) {
	g, err := access.Allow[access.ReadCard](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCards(ctx, g, p)
}

// ListOf gives a page of all cards of a unit, the latest first. All staff. Fault: not-found.
func (s *Service) ListOf(ctx context.Context, a access.Actor, u id.Unit, p page.Page) ([]Card, int, error) {
	g, err := access.Allow[access.ReadCard](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListUnitCards(ctx, g, u, p)
}

// ListIn gives a page of the cards of the units that take part in a plan. The family. Fault: not-found.
func (s *Service) ListIn(ctx context.Context, a access.Actor, of id.Plan, p page.Page) ([]Card, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListPlanCards(ctx, g, of, p)
}

// Find gives one card. All staff. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, c id.ContactCard) (Card, error) {
	g, err := access.Allow[access.ReadCard](s.policy, a)
	if err != nil {
		return Card{}, err
	}
	return s.store.FindCard(ctx, g, c)
}

// Publish replaces the card of the own unit. Its managers and administrators, and the owner of the last one. Faults: denied for
// others of the unit, unknown-colleague, dates-out-of-order, duplicate when two publish at once.
func (s *Service) Publish(ctx context.Context, a access.Actor, d Draft) (Card, error) {
	g, err := access.Allow[access.KeepCard](s.policy, a)
	if err != nil {
		return Card{}, err
	}
	r, err := s.routine(ctx, a)
	if err != nil {
		return Card{}, err
	}
	var c Card
	err = s.store.PublishCard(ctx, g, func(last Card) (Card, error) {
		if c, err = New(d, last, a.Unit(), &r.Profile, a.Today()); err != nil {
			return Card{}, err
		}
		return c, s.worksHere(ctx, a, d.Owner)
	})
	if fault.Is(err, fault.NotFound) {
		return Card{}, fault.New(fault.CodeDenied)
	}
	if err != nil {
		return Card{}, err
	}
	return s.Find(ctx, a, c.ID)
}

// Confirm says that a card is still true. Its owner, and managers and administrators of the unit. Faults: not-found, denied for
// others, who see it, already-replaced, dates-out-of-order.
func (s *Service) Confirm(ctx context.Context, a access.Actor, c id.ContactCard, until civil.Date) (Card, error) {
	g, err := access.Allow[access.KeepCard](s.policy, a)
	if err != nil {
		return Card{}, err
	}
	r, err := s.routine(ctx, a)
	if err != nil {
		return Card{}, err
	}
	err = s.store.ConfirmCard(ctx, g, c, func(v *Card) error { return v.Confirm(until, &r.Profile, a.Today()) })
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Card{}, err
	}
	v, findErr := s.Find(ctx, a, c)
	if findErr == nil && err != nil {
		return Card{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}

func (s *Service) routine(ctx context.Context, a access.Actor) (routine.Version, error) {
	g, err := access.Allow[access.ReadRoutine](s.policy, a)
	if err != nil {
		return routine.Version{}, err
	}
	return s.store.FindOwnRoutine(ctx, g)
}

// worksHere asks that the owner is somebody of the unit today.
func (s *Service) worksHere(ctx context.Context, a access.Actor, owner id.Person) error {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	ok, err := s.store.IsColleague(ctx, g, owner)
	if err == nil && !ok {
		err = fault.At(fault.CodeNotStaff, "/ownerId", "unknown")
	}
	return err
}
