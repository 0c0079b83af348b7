package meeting

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Received gives one call to the actor's unit. Who answers for the unit, until the call is accepted; then who has need of
// the child. Fault: not-found.
func (s *Service) Received(ctx context.Context, a access.Actor, y id.Addressee) (Received, error) {
	g, err := access.Allow[access.ReceiveCall](s.policy, a)
	if err != nil {
		return Received{}, err
	}
	return s.store.FindReceived(ctx, g, y)
}

// ListReceived gives a page of the calls to the actor's unit; overdue: of those alone that should have been answered.
func (s *Service) ListReceived(ctx context.Context, a access.Actor, overdue bool, pg page.Page) ([]Received, int, error) {
	g, err := access.Allow[access.ReceiveCall](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	var before civil.Date
	if overdue {
		before = a.Today()
	}
	return s.store.ListReceived(ctx, g, before, pg)
}

// SeeCall notes that a call has come to hand. Who answers for the unit. Fault: not-found.
func (s *Service) SeeCall(ctx context.Context, a access.Actor, y id.Addressee) (Received, error) {
	return s.answer(ctx, a, y, func(r *Received) error {
		r.See(a.Today())
		return nil
	})
}

// AnswerCall answers for the actor's unit; accepting names who comes, a colleague, or the actor (R44). Who answers for the
// unit. Faults: not-found, already-answered, reason-required, unknown-colleague.
func (s *Service) AnswerCall(ctx context.Context, a access.Actor, y id.Addressee, n Answer) (Received, error) {
	if n.Contact.IsZero() {
		n.Contact = a.Person()
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Received{}, err
	}
	return s.answer(ctx, a, y, func(r *Received) error {
		if err := r.Take(n, a.Today()); err != nil {
			return err
		}
		if ok, err := s.units.IsColleague(ctx, o, n.Contact); err != nil || !ok {
			return fault.At(fault.CodeNotStaff, "/contactPersonId", "unknown")
		}
		return nil
	})
}

func (s *Service) answer(ctx context.Context, a access.Actor, y id.Addressee, do func(*Received) error) (Received, error) {
	g, err := access.Allow[access.AnswerCall](s.policy, a)
	if err != nil {
		return Received{}, err
	}
	return s.store.AnswerCall(ctx, g, y, do)
}

// PassOn passes a call on to the right unit of the actor's own principal. The duty stays until that unit has accepted (R44).
// Who answers for the unit. Faults: not-found, already-answered, unknown-unit for one that is closed or of another principal.
func (s *Service) PassOn(ctx context.Context, a access.Actor, y id.Addressee, to id.Unit, reason person.Text) (Received, error) {
	g, err := access.Allow[access.AnswerCall](s.policy, a)
	if err != nil {
		return Received{}, err
	}
	return s.store.PassCallOn(ctx, g, y, func(r *Received) (Addressee, error) {
		next, err := r.PassOn(to, reason, a.Today())
		if err != nil {
			return Addressee{}, err
		}
		return next, s.sharePrincipal(ctx, a, to)
	})
}

func (s *Service) sharePrincipal(ctx context.Context, a access.Actor, to id.Unit) error {
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return err
	}
	other, err := s.units.FindUnit(ctx, o, to)
	if fault.Is(err, fault.NotFound) {
		return fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
	}
	if err != nil {
		return err
	}
	own, err := s.units.FindUnit(ctx, o, a.Unit())
	if err == nil && own.Principal.ID != other.Principal.ID {
		err = fault.At(fault.CodeNotAUnit, "/unitId", "other-principal")
	}
	return err
}
