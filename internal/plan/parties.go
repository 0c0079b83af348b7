package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// AddParty calls or invites a unit. The leading unit. Faults: unknown-unit, duplicate, plan-closed.
func (s *Service) AddParty(ctx context.Context, a access.Actor, p id.Plan, unit id.Unit, mode Mode) (Party, error) {
	g, _, err := lead[access.AddParty](ctx, s, a, p)
	if err != nil {
		return Party{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Party{}, err
	}
	if _, err := s.units.FindUnit(ctx, o, unit); err != nil {
		return Party{}, fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
	}
	y, err := s.store.AddParty(ctx, g, p, func(p Plan) (Party, error) { return Call(p, unit, a.Unit(), mode, a.Today()) })
	return y, seen(err)
}

// AnswerParty answers a call to the actor's unit. Accepting names who comes, a colleague, or the actor (R44).
// Faults: not-found, already-answered, reason-required, unknown-colleague.
func (s *Service) AnswerParty(ctx context.Context, a access.Actor, y id.Party, answer Answer) (Party, error) {
	g, err := access.Allow[access.AnswerParty](s.policy, a)
	if err != nil {
		return Party{}, err
	}
	if answer.Contact.IsZero() {
		answer.Contact = a.Person()
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Party{}, err
	}
	return s.store.AnswerParty(ctx, g, y, func(y *Party) error {
		if err := y.Take(answer, a.Today()); err != nil {
			return err
		}
		if ok, err := s.units.IsColleague(ctx, o, answer.Contact); err != nil || !ok {
			return fault.At(fault.CodeNotStaff, "/contactPersonId", "unknown")
		}
		return nil
	})
}

// LeaveParty ends the part of the actor's unit. Faults: not-found, illegal-status-step for the leading unit,
// successor-required for the unit of the coordinator.
func (s *Service) LeaveParty(ctx context.Context, a access.Actor, y id.Party, reason person.Text) (Party, error) {
	g, err := access.Allow[access.LeaveParty](s.policy, a)
	if err != nil {
		return Party{}, err
	}
	return s.store.LeaveParty(ctx, g, y, func(y *Party, p Plan, hs RoleHolders) error { return y.Leave(reason, p.LeadUnit, hs, a.Today()) })
}

// Invitations gives the calls that wait for the actor's unit.
func (s *Service) Invitations(ctx context.Context, a access.Actor, pg page.Page) ([]Invitation, int, error) {
	g, err := access.Allow[access.ReadParty](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListInvitations(ctx, g, pg)
}

// Takers gives the units that the actor sees take part in a plan today. Whoever sees the plan. Fault: not-found.
func (s *Service) Takers(ctx context.Context, a access.Actor, p id.Plan) ([]id.Unit, error) {
	v, err := s.View(ctx, a, p)
	if err != nil {
		return nil, err
	}
	var takers []id.Unit
	for _, y := range v.Parties {
		if y.State == Accepted {
			takers = append(takers, y.Unit)
		}
	}
	return takers, nil
}
