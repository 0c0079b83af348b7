package objection

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Service holds the use cases of objections. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// Add objects to an item: guardians and the child to what they may read; caseworkers with the case and unit managers for them, to
// what the own unit holds. Faults: not-found, denied for what another unit holds, invalid-value.
func (s *Service) Add(ctx context.Context, a access.Actor, i id.Item, d Draft) (Objection, error) {
	g, err := access.Allow[access.AddObjection](s.policy, a)
	if err != nil {
		return Objection{}, err
	}
	if err := s.checkHeld(ctx, a, i); err != nil {
		return Objection{}, err
	}
	var made Objection
	err = s.store.AddObjection(ctx, g, i, func(child id.Person) (_ Objection, err error) {
		made, err = New(i, d, Author{Person: a.Person(), IsStaff: !a.IsCitizen(), IsChild: a.Person() == child}, a.Today())
		return made, err
	})
	if err != nil {
		return Objection{}, err
	}
	return s.Find(ctx, a, made.ID)
}

// checkHeld: what staff take down is for the unit that holds the item to decide, so it is taken down there.
func (s *Service) checkHeld(ctx context.Context, a access.Actor, i id.Item) error {
	if a.IsCitizen() {
		return nil
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return err
	}
	held, err := s.store.IsHeld(ctx, m, i)
	if err == nil && !held {
		err = fault.New(fault.CodeDenied)
	}
	return err
}

// Find gives an objection. Whoever may read the item. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, o id.Objection) (Objection, error) {
	g, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Objection{}, err
	}
	return s.store.FindObjection(ctx, g, o)
}

// Decide says what became of an objection to an item of the own unit. Caseworkers with the case, unit managers. Faults: not-found,
// denied for what another unit holds, already-answered, invalid-value.
func (s *Service) Decide(ctx context.Context, a access.Actor, o id.Objection, d Decision) (Objection, error) {
	d.DecidedBy, d.DecidedOn = a.Person(), a.Today()
	return change(ctx, s, a, o, func(g access.Grant[access.DecideObjection]) error {
		return s.store.DecideObjection(ctx, g, o, func(v *Objection) error { return v.Decide(d) })
	})
}

// Keep says whether guardians are told of an objection to an item of the own unit. As Decide. Faults: not-found, denied.
func (s *Service) Keep(ctx context.Context, a access.Actor, o id.Objection, is bool, why person.Text) (Objection, error) {
	return change(ctx, s, a, o, func(g access.Grant[access.KeepObjection]) error {
		return s.store.KeepObjection(ctx, g, o, func(v *Objection) error {
			v.Keep(is, why, a.Person(), a.Today())
			return nil
		})
	})
}

func change[P access.Permission](ctx context.Context, s *Service, a access.Actor, o id.Objection, do func(access.Grant[P]) error) (Objection, error) {
	g, err := access.Allow[P](s.policy, a)
	if err != nil {
		return Objection{}, err
	}
	if _, err := s.Find(ctx, a, o); err != nil {
		return Objection{}, err
	}
	err = do(g)
	if fault.Is(err, fault.NotFound) { // it has just been shown: there is nothing left to hide
		return Objection{}, fault.New(fault.CodeDenied)
	}
	if err != nil {
		return Objection{}, err
	}
	return s.Find(ctx, a, o)
}
