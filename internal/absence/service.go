package absence

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// Enter says that somebody is away. Everybody of oneself; managers of everybody of the unit. Faults: denied for others,
// unknown-colleague, duplicate, dates-out-of-order, invalid values.
func (s *Service) Enter(ctx context.Context, a access.Actor, d Draft) (Absence, error) {
	g, err := access.Allow[access.EnterAbsence](s.policy, a)
	if err != nil {
		return Absence{}, err
	}
	if d.Person.IsZero() {
		d.Person = a.Person()
	}
	if d.Person != a.Person() && !g.Has(access.OwnUnit) {
		return Absence{}, fault.New(fault.CodeDenied)
	}
	v, err := New(d, a.Unit(), a.Today())
	if err != nil {
		return Absence{}, err
	}
	if err := s.workHere(ctx, a, d); err != nil {
		return Absence{}, err
	}
	if err := s.store.EnterAbsence(ctx, g, v); err != nil {
		return Absence{}, err
	}
	return s.Find(ctx, a, v.ID)
}

func (s *Service) workHere(ctx context.Context, a access.Actor, d Draft) error {
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	for _, who := range []struct {
		id id.Person
		at string
	}{{d.Person, "/personId"}, {d.Substitute, "/substituteId"}} {
		ok, err := s.store.IsColleague(ctx, o, who.id)
		if err == nil && !ok {
			err = fault.At(fault.CodeNotStaff, who.at, "unknown")
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// List gives a page. Managers those of the unit; others their own and those where they stand in.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Absence, int, error) {
	g, err := access.Allow[access.ReadAbsence](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListAbsences(ctx, g, p)
}

// Find gives one. As List. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, of id.Absence) (Absence, error) {
	g, err := access.Allow[access.ReadAbsence](s.policy, a)
	if err != nil {
		return Absence{}, err
	}
	return s.store.FindAbsence(ctx, g, of)
}

// End says that the person is back earlier, or takes back what has not begun. As Enter. Faults: not-found, denied for the one who
// stands in, already-ended.
func (s *Service) End(ctx context.Context, a access.Actor, of id.Absence) (Absence, error) {
	g, err := access.Allow[access.EnterAbsence](s.policy, a)
	if err != nil {
		return Absence{}, err
	}
	err = s.store.EndAbsence(ctx, g, of, func(v *Absence) error { return v.End(a.Today()) })
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Absence{}, err
	}
	v, findErr := s.Find(ctx, a, of)
	if findErr == nil && err != nil {
		return Absence{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
