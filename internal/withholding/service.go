package withholding

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of withholdings. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// Withhold keeps an item of the actor's unit from somebody of the family; the actor decides. Caseworkers with the case,
// unit managers. Faults: not-found, denied for what another unit holds, duplicate, reason-required, invalid values.
func (s *Service) Withhold(ctx context.Context, a access.Actor, i id.Item, d Draft) (Withholding, error) {
	g, err := access.Allow[access.WithholdItem](s.policy, a)
	if err != nil {
		return Withholding{}, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Withholding{}, err
	}
	held, err := s.store.IsHeld(ctx, m, i)
	if err != nil {
		return Withholding{}, err
	}
	if !held {
		return Withholding{}, fault.New(fault.CodeDenied)
	}
	var made Withholding
	err = s.store.WithholdItem(ctx, g, i, func(k Knowledge) (_ Withholding, err error) {
		made, err = New(d, k, a.Person(), a.Today())
		return made, err
	})
	if err != nil {
		return Withholding{}, err
	}
	return s.find(ctx, a, made.ID)
}

func (s *Service) find(ctx context.Context, a access.Actor, w id.Withholding) (Withholding, error) {
	g, err := access.Allow[access.ReadWithholding](s.policy, a)
	if err != nil {
		return Withholding{}, err
	}
	return s.store.FindWithholding(ctx, g, w)
}

// List gives a page of the withholdings of an item that the own domain holds. Caseworkers with the case, unit managers.
// Fault: not-found, also for what another domain holds.
func (s *Service) List(ctx context.Context, a access.Actor, i id.Item, p page.Page) ([]Withholding, int, error) {
	g, err := access.Allow[access.ReadWithholding](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListWithholdings(ctx, g, i, p)
}

// Assess decides that what a child asked for goes on. Caseworkers with the case, unit managers. Faults: as of End, and
// already-answered.
func (s *Service) Assess(ctx context.Context, a access.Actor, w id.Withholding, why person.Text) (Withholding, error) {
	return s.change(ctx, a, w, func(w *Withholding) error { return w.Assess(a.Person(), why, a.Today()) })
}

// ListKept gives a page of what the actor, a child, has asked to keep from its guardians in its plan, the newest first. The
// child itself. Fault: not-found.
func (s *Service) ListKept(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Kept, int, error) {
	g, err := access.Allow[access.AddChildView](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListKept(ctx, g, p, pg)
}

// End ends a withholding by the actor's unit. Caseworkers with the case, unit managers. Faults: not-found, denied for
// other units of the domain, already-ended, reason-required.
func (s *Service) End(ctx context.Context, a access.Actor, w id.Withholding, reason person.Text) (Withholding, error) {
	return s.change(ctx, a, w, func(w *Withholding) error { return w.End(a.Person(), reason, a.Today()) })
}

func (s *Service) change(ctx context.Context, a access.Actor, w id.Withholding, do func(*Withholding) error) (Withholding, error) {
	g, err := access.Allow[access.WithholdItem](s.policy, a)
	if err != nil {
		return Withholding{}, err
	}
	if _, err := s.find(ctx, a, w); err != nil {
		return Withholding{}, err
	}
	err = s.store.ChangeWithholding(ctx, g, w, do)
	if fault.Is(err, fault.NotFound) { // it has just been shown: there is nothing left to hide
		return Withholding{}, fault.New(fault.CodeDenied)
	}
	if err != nil {
		return Withholding{}, err
	}
	return s.find(ctx, a, w)
}
