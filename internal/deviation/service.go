package deviation

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// orNone gives a grant, or the zero grant that opens nothing.
func orNone[P access.Permission](s *Service, a access.Actor) access.Grant[P] {
	g, err := access.Allow[P](s.policy, a)
	if err != nil {
		return access.Grant[P]{}
	}
	return g
}

// names are those that a text of the actor's is searched for: in the cases that the actor may see, and no others, so that a
// refusal tells nothing that the actor does not know.
func (s *Service) names(ctx context.Context, a access.Actor) ([]person.Name, error) {
	g, err := access.Allow[access.ReadSelf](s.policy, a)
	if err != nil {
		return nil, err
	}
	return s.store.KnownNames(ctx, g, orNone[access.ReadChild](s, a), orNone[access.ReadRelation](s, a))
}

// Enter enters a deviation. Anybody of the staff who works with cases. Faults: identifying-text, unknown-unit,
// dates-out-of-order, invalid values.
func (s *Service) Enter(ctx context.Context, a access.Actor, d Draft) (Deviation, error) {
	g, err := access.Allow[access.EnterDeviation](s.policy, a)
	if err != nil {
		return Deviation{}, err
	}
	if err := s.isUnit(ctx, a, d.Concerns, "/concernsUnitId"); err != nil {
		return Deviation{}, err
	}
	names, err := s.names(ctx, a)
	if err != nil {
		return Deviation{}, err
	}
	if err := s.took(ctx, a, d); err != nil {
		return Deviation{}, err
	}
	v, err := s.store.Enter(ctx, g, orNone[access.ReadChild](s, a), func(t Terms) (Deviation, error) {
		t.Names = names
		return New(d, t, a.Today(), s.now())
	})
	if err != nil {
		return Deviation{}, err
	}
	return s.Find(ctx, a, v.ID)
}

func (s *Service) isUnit(ctx context.Context, a access.Actor, u id.Unit, pointer string) error {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	if _, err = s.store.FindUnit(ctx, g, u); fault.Is(err, fault.NotFound) {
		err = fault.At(fault.CodeNotAUnit, pointer, "unknown")
	}
	return err
}

// Find gives one deviation. Who entered it; the unit's manager. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, d id.Deviation) (Deviation, error) {
	g, err := access.Allow[access.ReadDeviation](s.policy, a)
	if err != nil {
		return Deviation{}, err
	}
	return s.store.FindDeviation(ctx, g, orNone[access.ReadChild](s, a), d)
}

// List gives a page of deviations. Who may find one may list it.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Deviation, int, error) {
	g, err := access.Allow[access.ReadDeviation](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDeviations(ctx, g, orNone[access.ReadChild](s, a), p)
}

// Meet records that the managers of both units have spoken, when, and what they found. The unit's manager. Faults: not-found,
// denied for others who see it, illegal-deviation-step, identifying-text, dates-out-of-order.
func (s *Service) Meet(ctx context.Context, a access.Actor, d id.Deviation, c Contact) (Deviation, error) {
	g, err := access.Allow[access.RecordContact](s.policy, a)
	if err != nil {
		return Deviation{}, err
	}
	names, err := s.names(ctx, a)
	if err != nil {
		return Deviation{}, err
	}
	return s.changed(ctx, a, d, s.store.MeetManagers(ctx, g, d, func(v *Deviation) error { return v.Meet(c, names, a.Today()) }))
}

// Submit files a deviation with a local group in which the unit has a seat. Who entered it; the unit's manager. Faults:
// not-found, illegal-deviation-step, not-in-group.
func (s *Service) Submit(ctx context.Context, a access.Actor, d id.Deviation, to id.Group) (Deviation, error) {
	g, err := access.Allow[access.HandleDeviation](s.policy, a)
	if err != nil {
		return Deviation{}, err
	}
	return s.changed(ctx, a, d, s.store.SubmitDeviation(ctx, g, d, to, func(v *Deviation, r Receiving) error { return v.Submit(r, a.Today()) }))
}

// Withdraw takes a deviation back that no group has. Who entered it; the unit's manager. Faults: not-found,
// illegal-deviation-step.
func (s *Service) Withdraw(ctx context.Context, a access.Actor, d id.Deviation) (Deviation, error) {
	g, err := access.Allow[access.HandleDeviation](s.policy, a)
	if err != nil {
		return Deviation{}, err
	}
	return s.changed(ctx, a, d, s.store.WithdrawDeviation(ctx, g, d, func(v *Deviation) error { return v.Withdraw(a.Today()) }))
}

// changed gives a deviation as it stands after a change. One that the actor can see but not change is denied.
func (s *Service) changed(ctx context.Context, a access.Actor, d id.Deviation, err error) (Deviation, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Deviation{}, err
	}
	v, findErr := s.Find(ctx, a, d)
	if findErr == nil && err != nil {
		return Deviation{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
