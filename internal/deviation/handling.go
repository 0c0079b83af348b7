package deviation

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// FindCase gives a case of a group. Its members of today. Fault: not-found.
func (s *Service) FindCase(ctx context.Context, a access.Actor, c id.DeviationCase) (Received, error) {
	g, err := access.Allow[access.ReadDeviationCase](s.policy, a)
	if err != nil {
		return Received{}, err
	}
	return s.store.FindCase(ctx, g, c)
}

// ListCases gives a page of the cases of the actor's groups. Their members of today.
func (s *Service) ListCases(ctx context.Context, a access.Actor, p page.Page) ([]Received, int, error) {
	g, err := access.Allow[access.ReadDeviationCase](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCases(ctx, g, p)
}

// Take takes up what the group was sent, or sends it back. Chair and secretary of the group. Faults: not-found, denied for other
// members, illegal-deviation-step, no-manager-contact, reason-required, identifying-text.
func (s *Service) Take(ctx context.Context, a access.Actor, c id.DeviationCase, i Intake) (Received, error) {
	g, err := access.Allow[access.HandleDeviationCase](s.policy, a)
	if err != nil {
		return Received{}, err
	}
	names, err := s.names(ctx, a)
	if err != nil {
		return Received{}, err
	}
	return s.handled(ctx, a, c, s.store.ChangeCase(ctx, g, c, func(r *Received) error { return r.Take(i, names, a.Today()) }))
}

// handled gives a case as it stands after a change. One that the actor can see but not change is denied.
func (s *Service) handled(ctx context.Context, a access.Actor, c id.DeviationCase, err error) (Received, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Received{}, err
	}
	v, findErr := s.FindCase(ctx, a, c)
	if findErr == nil && err != nil {
		return Received{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
