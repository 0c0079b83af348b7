package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// OfferRole asks another party to take a role over from a day on. The unit that leads the plan, and the one that holds
// the role. Faults: not-found, denied, plan-closed, not-a-party, dates-out-of-order, duplicate when one waits already.
func (s *Service) OfferRole(ctx context.Context, a access.Actor, p id.Plan, to id.Unit, r Role, from civil.Date) (RoleOffer, error) {
	g, v, err := lead[access.OfferRole](ctx, s, a, p)
	if err != nil {
		return RoleOffer{}, err
	}
	party, err := v.offered(to, a.Unit())
	if err != nil {
		return RoleOffer{}, err
	}
	if err := s.answersFor(ctx, a, v, r, to, "/unitId"); err != nil {
		return RoleOffer{}, err
	}
	o, err := s.store.OfferRole(ctx, g, p, r, func(locked Plan, hs RoleHolders) (RoleOffer, error) {
		if err := locked.open(); err != nil {
			return RoleOffer{}, err
		}
		if locked.LeadUnit != a.Unit() && !hs.holds(r, a.Unit()) {
			return RoleOffer{}, fault.New(fault.CodeDenied)
		}
		_, err := hs.Seat(r, from, a.Today())
		return RoleOffer{
			ID: id.NewRoleOffer(), Plan: p, Child: locked.Child, Party: party, From: a.Unit(), To: to, Role: r, StartsOn: from, State: offerWaits,
			By: a.Person(), OfferedOn: a.Today(), CreatedAt: s.now(), Version: 1,
		}, err
	})
	o.Name = v.ChildName
	return o, seen(err)
}

// offered finds the party that is asked; one's own unit appoints without asking.
func (v View) offered(to, own id.Unit) (id.Party, error) {
	if to == own {
		return id.Party{}, fault.At(fault.CodeNotAUnit, "/unitId", "own")
	}
	for _, y := range v.Parties {
		if y.Unit == to && y.State == Accepted {
			return y.ID, nil
		}
	}
	return id.Party{}, fault.At(fault.CodeNotAParty, "/unitId", "not-a-party")
}

// RoleOffers gives those that wait for the actor's unit, and those that the actor has made.
func (s *Service) RoleOffers(ctx context.Context, a access.Actor, pg page.Page) ([]RoleOffer, int, error) {
	g, err := access.Allow[access.ReadRoleOffer](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRoleOffers(ctx, g, pg)
}

// AnswerRoleOffer takes a role over for the actor's unit, or declines. Accepting names who holds it, a colleague, or the
// actor. Faults: not-found, already-answered, reason-required, unknown-colleague, plan-closed, dates-out-of-order.
func (s *Service) AnswerRoleOffer(ctx context.Context, a access.Actor, o id.RoleOffer, answer Answer) (RoleOffer, error) {
	g, err := access.Allow[access.AnswerRoleOffer](s.policy, a)
	if err != nil {
		return RoleOffer{}, err
	}
	if answer.Contact.IsZero() {
		answer.Contact = a.Person()
	}
	return s.store.AnswerRoleOffer(ctx, g, o, func(o *RoleOffer) error {
		if err := o.Take(answer, a.Today()); err != nil {
			return err
		}
		return s.isColleague(ctx, a, answer.Contact, "/contactPersonId")
	}, func(p Plan, o RoleOffer, hs RoleHolders) (RoleHolder, error) {
		if err := p.open(); err != nil {
			return RoleHolder{}, err
		}
		return o.Begin(hs, answer.Contact, a.Today(), s.now())
	})
}
