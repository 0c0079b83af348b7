package org

import (
	"context"
	"sync/atomic"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Service holds the use cases of the organisation: a public directory, and what the caller is in it.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
	kept   atomic.Pointer[dated]
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service {
	return &Service{store: s, policy: m, now: now}
}

// Principals gives a page of the principals. All staff.
func (s *Service) Principals(ctx context.Context, a access.Actor, p page.Page) ([]Principal, int, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListPrincipals(ctx, g, p)
}

// Units gives a page of the units that are open on a day; no day is today, a zero principal means any. All staff.
func (s *Service) Units(ctx context.Context, a access.Actor, of id.Principal, on civil.Date, p page.Page) ([]Unit, int, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListUnits(ctx, g, of, orToday(a, on), p)
}

// Unit gives one unit that is open on a day; no day is today. All staff. Fault: not-found.
func (s *Service) Unit(ctx context.Context, a access.Actor, u id.Unit, on civil.Date) (Unit, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Unit{}, err
	}
	return s.store.FindUnitOn(ctx, g, u, orToday(a, on))
}

// Colleagues gives a page of those who work at the actor's unit today. All staff.
func (s *Service) Colleagues(ctx context.Context, a access.Actor, p page.Page) ([]Colleague, int, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListColleagues(ctx, g, p)
}

// Me gives the actor's own assignments of today, with the one that is acted under marked; a citizen has none.
func (s *Service) Me(ctx context.Context, a access.Actor) ([]Assignment, error) {
	g, err := access.Allow[access.ReadSelf](s.policy, a)
	if err != nil || a.IsCitizen() {
		return nil, err
	}
	mine, err := s.store.ListAssignments(ctx, g)
	for i := range mine {
		mine[i].Chosen = mine[i].ID == a.Assignment()
	}
	return mine, err
}

// Through tells what the registered client is called through which the caller came; empty when there is none. Everybody.
func (s *Service) Through(ctx context.Context, a access.Actor) (string, error) {
	g, err := access.Allow[access.ReadSelf](s.policy, a)
	if err != nil || a.Client().IsZero() {
		return "", err
	}
	return s.store.ClientName(ctx, g)
}
