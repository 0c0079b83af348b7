package meeting

import (
	"context"
	"fmt"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Service holds the use cases of calls. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	units  Units
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, u Units, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, u, m, now}
}

// DraftCall begins a call. The leading unit. Faults: not-found, unknown-unit, plan-closed.
func (s *Service) DraftCall(ctx context.Context, a access.Actor, p id.Plan, d Draft) (Call, error) {
	g, err := access.Allow[access.EditCall](s.policy, a)
	if err != nil {
		return Call{}, err
	}
	return s.store.DraftCall(ctx, g, p, func(f Frame) (Call, error) {
		c, err := NewCall(f, d, a.Person(), s.now())
		if err != nil {
			return Call{}, err
		}
		return c, s.checkUnits(ctx, a, d)
	})
}

// checkUnits: whoever is called is open today.
func (s *Service) checkUnits(ctx context.Context, a access.Actor, d Draft) error {
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	for n, i := range d.Addressees {
		if _, err := s.units.FindUnit(ctx, o, i.Unit); err != nil {
			return fault.At(fault.CodeNotAUnit, fmt.Sprintf("/toUnits/%d/unitId", n), "unknown")
		}
	}
	return nil
}

// ChangeCall replaces a draft. tag is the version that the actor read. The leading unit. Faults: not-found, stale-version,
// call-already-sent, unknown-unit, plan-closed.
func (s *Service) ChangeCall(ctx context.Context, a access.Actor, c id.Call, tag string, d Draft) (Call, error) {
	g, err := access.Allow[access.EditCall](s.policy, a)
	if err != nil {
		return Call{}, err
	}
	return s.store.ChangeCall(ctx, g, c, func(c *Call, f Frame) error {
		if c.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		if err := c.Change(f, d); err != nil {
			return err
		}
		return s.checkUnits(ctx, a, d)
	})
}

// SendCall sends a draft to all it names. The leading unit. Faults: not-found, call-already-sent, consent-required,
// unknown-unit, plan-closed.
func (s *Service) SendCall(ctx context.Context, a access.Actor, c id.Call) (Call, error) {
	g, err := access.Allow[access.SendCall](s.policy, a)
	if err != nil {
		return Call{}, err
	}
	return s.store.SendCall(ctx, g, c, func(c *Call, f Frame) error { return c.Send(f, a.Today()) })
}

// FindCall gives one call with what each was asked and has answered. The leading unit. Fault: not-found.
func (s *Service) FindCall(ctx context.Context, a access.Actor, c id.Call) (Call, error) {
	g, err := access.Allow[access.ReadCall](s.policy, a)
	if err != nil {
		return Call{}, err
	}
	return s.store.FindCall(ctx, g, c)
}

// ListCalls gives a page of a plan's calls, latest first. The leading unit. Fault: not-found.
func (s *Service) ListCalls(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]Call, int, error) {
	g, err := access.Allow[access.ReadCall](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCalls(ctx, g, p, pg)
}
