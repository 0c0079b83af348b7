package group

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage.
type Store interface {
	// ListGroups gives a page of the groups by name, without members, and how many there are.
	ListGroups(context.Context, access.Grant[access.ReadGroup], page.Page) ([]Group, int, error)
	// FindGroup gives one with its members of today and those to come, by function and name; fault.CodeNotFound.
	FindGroup(context.Context, access.Grant[access.ReadGroup], id.Group) (Group, error)
	// AddGroup stores a group of the own principal. The group above it must be a county group.
	AddGroup(context.Context, access.Grant[access.EditGroup], *Group) error
	// KeepTexts stores for how many days a group of the own principal keeps texts; fault.CodeNotFound.
	KeepTexts(ctx context.Context, g access.Grant[access.EditGroup], of id.Group, days int) error
	// AddMember locks a group of the own principal and stores a member; fault.CodeNotStaff for somebody who has no assignment at
	// the unit on the first day, fault.CodeDuplicate for who sits there in those days.
	AddMember(context.Context, access.Grant[access.EditGroup], Member) error
	// ChangeMember locks a member of a group of the own principal, lets do change it, and stores it.
	ChangeMember(context.Context, access.Grant[access.EditGroup], id.Member, func(*Member) error) (id.Group, error)
}

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// List gives a page of the groups. All staff.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Group, int, error) {
	g, err := access.Allow[access.ReadGroup](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListGroups(ctx, g, p)
}

// Find gives one group with its members. All staff. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, of id.Group) (Group, error) {
	g, err := access.Allow[access.ReadGroup](s.policy, a)
	if err != nil {
		return Group{}, err
	}
	return s.store.FindGroup(ctx, g, of)
}

// Add adds a group that the own principal keeps. System administrators. Fault: invalid values.
func (s *Service) Add(ctx context.Context, a access.Actor, d Draft) (Group, error) {
	g, err := access.Allow[access.EditGroup](s.policy, a)
	if err != nil {
		return Group{}, err
	}
	v, err := newGroup(d)
	if err != nil {
		return Group{}, err
	}
	return v, s.store.AddGroup(ctx, g, &v)
}

// KeepTexts says for how many days a group of the own principal keeps the texts of cases, of what happens from now on: until when
// there is something of a case is only ever said anew by its next step. System administrators. Faults: not-found, denied for a group
// of another principal.
func (s *Service) KeepTexts(ctx context.Context, a access.Actor, of id.Group, days int) (Group, error) {
	g, err := access.Allow[access.EditGroup](s.policy, a)
	if err != nil {
		return Group{}, err
	}
	return s.changed(ctx, a, of, s.store.KeepTexts(ctx, g, of, days))
}

// AddMember gives somebody a seat in a group of the own principal. System administrators. Faults: not-found, denied for a group
// of another principal, unknown-colleague, duplicate, dates-out-of-order.
func (s *Service) AddMember(ctx context.Context, a access.Actor, to id.Group, d MemberDraft) (Group, error) {
	g, err := access.Allow[access.EditGroup](s.policy, a)
	if err != nil {
		return Group{}, err
	}
	m, err := newMember(to, d, a.Today())
	if err != nil {
		return Group{}, err
	}
	return s.changed(ctx, a, to, s.store.AddMember(ctx, g, m))
}

// EndMember ends a seat in a group of the own principal. System administrators. Faults: not-found, already-ended,
// dates-out-of-order.
func (s *Service) EndMember(ctx context.Context, a access.Actor, m id.Member, last civil.Date) (Group, error) {
	g, err := access.Allow[access.EditGroup](s.policy, a)
	if err != nil {
		return Group{}, err
	}
	of, err := s.store.ChangeMember(ctx, g, m, func(m *Member) error { return m.end(last, a.Today()) })
	if err != nil {
		return Group{}, err
	}
	return s.Find(ctx, a, of)
}

// changed gives a group as it stands after a change. One that the actor can see but not change is denied.
func (s *Service) changed(ctx context.Context, a access.Actor, of id.Group, err error) (Group, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Group{}, err
	}
	v, findErr := s.Find(ctx, a, of)
	if findErr == nil && err != nil {
		return Group{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
