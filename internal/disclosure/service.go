package disclosure

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of disclosures. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// Disclose opens an item of the actor's unit to a party of its plan (R24). Caseworkers with the case, unit managers.
// Faults: not-found, denied for what another unit holds, not-for-parties, not-a-party, unknown-colleague,
// ground-does-not-apply with the paragraph, dates, invalid values.
func (s *Service) Disclose(ctx context.Context, a access.Actor, i id.Item, d Draft) (Disclosure, error) {
	g, err := access.Allow[access.DiscloseItem](s.policy, a)
	if err != nil {
		return Disclosure{}, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Disclosure{}, err
	}
	held, err := s.store.IsHeld(ctx, m, i)
	if err != nil {
		return Disclosure{}, err
	}
	if !held {
		return Disclosure{}, fault.New(fault.CodeDenied)
	}
	var made Disclosure
	err = s.store.DiscloseItem(ctx, g, i, d, func(k Knowledge) (_ Disclosure, err error) {
		made, err = New(d, k, s.policy, a.Person(), a.Today(), s.now())
		return made, err
	})
	if err != nil {
		return Disclosure{}, err
	}
	return s.find(ctx, a, made.ID)
}

func (s *Service) find(ctx context.Context, a access.Actor, d id.Disclosure) (Disclosure, error) {
	g, err := access.Allow[access.ReadDisclosure](s.policy, a)
	if err != nil {
		return Disclosure{}, err
	}
	return s.store.FindDisclosure(ctx, g, d)
}

// List gives a page of an item's disclosures: all to the domain that holds it, those to its own unit to a receiver.
// Caseworkers with the case, unit managers. Fault: not-found.
func (s *Service) List(ctx context.Context, a access.Actor, i id.Item, p page.Page) ([]Disclosure, int, error) {
	g, err := access.Allow[access.ReadDisclosure](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDisclosures(ctx, g, i, p)
}

// End closes a disclosure of the actor's unit before its time. Caseworkers with the case, unit managers. Faults:
// not-found, denied for the receiver, already-ended, reason-required.
func (s *Service) End(ctx context.Context, a access.Actor, d id.Disclosure, reason person.Text) (Disclosure, error) {
	g, err := access.Allow[access.DiscloseItem](s.policy, a)
	if err != nil {
		return Disclosure{}, err
	}
	if _, err := s.find(ctx, a, d); err != nil {
		return Disclosure{}, err
	}
	err = s.store.EndDisclosure(ctx, g, d, func(d *Disclosure) error { return d.End(a.Person(), reason, a.Today()) })
	if fault.Is(err, fault.NotFound) { // it has just been shown: there is nothing left to hide
		return Disclosure{}, fault.New(fault.CodeDenied)
	}
	if err != nil {
		return Disclosure{}, err
	}
	return s.find(ctx, a, d)
}
