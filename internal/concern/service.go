package concern

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of concern reports. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// Send reports a concern about a child to the social services. Staff who work with the child's case, and their manager.
// Faults: not-found for a child without need, unknown-unit, wall-has-no-door for a unit that no report may go to, dates,
// invalid values.
func (s *Service) Send(ctx context.Context, a access.Actor, child id.Person, d Draft) (Report, error) {
	g, err := access.Allow[access.SendConcern](s.policy, a)
	if err != nil {
		return Report{}, err
	}
	sent, err := s.store.SendConcern(ctx, g, child, func(c person.Child) (Report, error) {
		r, err := New(c, d, Sender{Person: a.Person(), Unit: a.Unit()}, a.Today(), s.now())
		if err != nil {
			return Report{}, err
		}
		return r, s.mayReceive(ctx, a, d.To)
	})
	if err != nil {
		return Report{}, err
	}
	return s.Find(ctx, a, sent)
}

// mayReceive: a duty to inform leads from everywhere to individual and family care, and nowhere else (policy/walls.csv).
func (s *Service) mayReceive(ctx context.Context, a access.Actor, to id.Unit) error {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	u, err := s.store.FindUnit(ctx, g, to)
	if fault.Is(err, fault.NotFound) {
		return fault.At(fault.CodeNotAUnit, "/toUnitId", "unknown")
	}
	if err != nil {
		return err
	}
	if _, ok := s.policy.Opens(access.Wall{Giver: a.Class(), Receiver: u.Class, Ground: access.DutyToInform}); !ok {
		return fault.At(fault.CodeWall, "/toUnitId", "duty-to-inform")
	}
	return nil
}

// Find gives one report. Of those sent: staff who work with the child's case, and their manager. Of those received: the
// unit's manager and the handler. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, c id.Concern) (Report, error) {
	g, err := access.Allow[access.ReadConcern](s.policy, a)
	if err != nil {
		return Report{}, err
	}
	return s.store.FindConcern(ctx, g, c)
}

// List gives a page of the reports of one direction. Who may find one may list it.
func (s *Service) List(ctx context.Context, a access.Actor, d Direction, p page.Page) ([]Report, int, error) {
	g, err := access.Allow[access.ReadConcern](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListConcerns(ctx, g, d, p)
}

// Receive takes a report in hand and gives it to a colleague. Managers of the receiving unit. Faults: not-found, denied for
// others who see it, unknown-colleague, dates, invalid values.
func (s *Service) Receive(ctx context.Context, a access.Actor, c id.Concern, r Receipt) (Report, error) {
	g, err := access.Allow[access.HandleConcern](s.policy, a)
	if err != nil {
		return Report{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Report{}, err
	}
	return s.changed(ctx, a, c, s.store.HandleConcern(ctx, g, c, func(v *Report) error {
		if err := v.Receive(r, a.Today()); err != nil {
			return err
		}
		ok, err := s.store.IsColleague(ctx, o, r.Handler)
		if err == nil && !ok {
			err = fault.At(fault.CodeNotStaff, "/handlerId", "unknown")
		}
		return err
	}))
}

// Answer tells the reporter what was decided. Managers of the receiving unit, and the handler. Faults: not-found, denied for
// others who see it, not-received, already-answered, dates, invalid values.
func (s *Service) Answer(ctx context.Context, a access.Actor, c id.Concern, f Feedback) (Report, error) {
	g, err := access.Allow[access.AnswerConcern](s.policy, a)
	if err != nil {
		return Report{}, err
	}
	return s.changed(ctx, a, c, s.store.AnswerConcern(ctx, g, c, func(v *Report) error { return v.Answer(f, a.Today()) }))
}

// changed gives a report as it stands after a change. One that the actor can see but not change is denied: there is nothing
// left to hide.
func (s *Service) changed(ctx context.Context, a access.Actor, c id.Concern, err error) (Report, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Report{}, err
	}
	v, findErr := s.Find(ctx, a, c)
	if findErr == nil && err != nil {
		return Report{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
