package notice

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of the inbox. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	terms  Terms
	plans  Plans
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, t Terms, p Plans, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, t, p, m, now}
}

// List gives a page of what there is to know, the newest first. Staff who work with cases, and the family.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Notification, int, error) {
	r, err := s.rights(ctx, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListNotifications(ctx, r.Own, r, p)
}

// MarkRead keeps that the actor has read a notification; a second time is no fault. As List. Fault: not-found.
func (s *Service) MarkRead(ctx context.Context, a access.Actor, n id.Notification) (Notification, error) {
	r, err := s.rights(ctx, a)
	if err != nil {
		return Notification{}, err
	}
	return s.store.MarkNotification(ctx, r.Own, r, n)
}

// Unread names what the actor has not read. It is for the mail that tells that there is something new.
func (s *Service) Unread(ctx context.Context, a access.Actor) ([]id.Notification, error) {
	r, err := s.rights(ctx, a)
	if err != nil {
		return nil, err
	}
	return s.store.UnreadNotifications(ctx, r.Own, r)
}

// Address gives the actor's own address. As List.
func (s *Service) Address(ctx context.Context, a access.Actor) (Address, error) {
	g, err := access.Allow[access.EditAddress](s.policy, a)
	if err != nil {
		return Address{}, err
	}
	return s.store.FindAddress(ctx, g)
}

// ChangeAddress sets or removes the actor's own address. As List. Faults: stale-version, invalid-value.
func (s *Service) ChangeAddress(ctx context.Context, a access.Actor, tag string, email person.Text) (Address, error) {
	g, err := access.Allow[access.EditAddress](s.policy, a)
	if err != nil {
		return Address{}, err
	}
	return s.store.ChangeAddress(ctx, g, func(v *Address) error {
		if v.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return v.change(email, s.now())
	})
}
