package care

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of blocks and emergency access. Each says in its comment who may call; the policy decides,
// by role and by the class of the actor's unit.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// allowAtCareGiver cuts a grant for staff of a care giver.
func allowAtCareGiver[P access.Permission](s *Service, a access.Actor) (access.Grant[P], error) {
	if !s.policy.GivesCare(a.Class()) {
		return access.Grant[P]{}, fault.New(fault.CodeDenied)
	}
	return access.Allow[P](s.policy, a)
}

// CareUnits gives a page of the care units in the actor's own plans, which the actor can block. The child.
func (s *Service) CareUnits(ctx context.Context, a access.Actor, p page.Page) ([]id.Unit, int, error) {
	g, err := access.Allow[access.SetBlock](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCareUnits(ctx, g, s.policy.CareGivers(), p)
}

// SetOwn blocks a care unit in the actor's own plans. The child. Faults: unknown-unit for any other, duplicate.
func (s *Service) SetOwn(ctx context.Context, a access.Actor, unit id.Unit) (Block, error) {
	g, err := access.Allow[access.SetBlock](s.policy, a)
	if err != nil {
		return Block{}, err
	}
	return s.store.SetOwnBlock(ctx, g, unit, s.policy.CareGivers(), func() Block {
		return newBlock(a.Person(), unit, a.Person(), a.Today(), s.now())
	})
}

// Record writes down that the child blocks the actor's unit. Staff of a care giver with need of the child. Faults:
// not-found, duplicate.
func (s *Service) Record(ctx context.Context, a access.Actor, child id.Person, reason person.Text) (Block, error) {
	g, err := allowAtCareGiver[access.SetBlock](s, a)
	if err != nil {
		return Block{}, err
	}
	b := newBlock(child, a.Unit(), a.Person(), a.Today(), s.now())
	b.Reason = reason
	return b, s.store.RecordBlock(ctx, g, b)
}

// List gives a page of the blocks of a child at units of the own care service. Staff of a care giver with need of the
// child. Fault: not-found.
func (s *Service) List(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]Block, int, error) {
	g, err := allowAtCareGiver[access.ReadBlock](s, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListBlocks(ctx, g, child, p)
}

// ListOwn gives a page of the actor's own blocks. The child.
func (s *Service) ListOwn(ctx context.Context, a access.Actor, p page.Page) ([]Block, int, error) {
	g, err := access.Allow[access.ReadBlock](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListOwnBlocks(ctx, g, p)
}

// Lift writes down that the child lifts the block of the actor's unit. Staff of the blocked unit with need of the child.
// Faults: not-found, denied for another unit's block that the actor sees, already-lifted.
func (s *Service) Lift(ctx context.Context, a access.Actor, b id.Block, reason person.Text) (Block, error) {
	g, err := allowAtCareGiver[access.LiftBlock](s, a)
	if err != nil {
		return Block{}, err
	}
	r, err := access.Allow[access.ReadBlock](s.policy, a)
	if err != nil {
		return Block{}, err
	}
	lifted, err := s.store.LiftBlock(ctx, g, b, func(b *Block) error {
		b.LiftingReason = reason
		return b.lift(a.Today())
	})
	if !fault.Is(err, fault.NotFound) {
		return lifted, err
	}
	if _, err := s.store.FindBlock(ctx, r, b); err != nil {
		return Block{}, err
	}
	return Block{}, fault.New(fault.CodeDenied) // it is seen: there is nothing left to hide
}

// LiftOwn lifts a block of the actor's own. The child. Faults: not-found, already-lifted.
func (s *Service) LiftOwn(ctx context.Context, a access.Actor, b id.Block) (Block, error) {
	g, err := access.Allow[access.LiftBlock](s.policy, a)
	if err != nil {
		return Block{}, err
	}
	return s.store.LiftBlock(ctx, g, b, func(b *Block) error { return b.lift(a.Today()) })
}
