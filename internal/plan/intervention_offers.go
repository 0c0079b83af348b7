package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// OfferIntervention asks another party to take over an intervention that the actor's unit holds. The party must be able to
// read it already: to offer opens no wall. Faults: not-found, denied for what another unit holds, not-a-party,
// not-for-parties, receiver-cannot-read, dates-out-of-order, plan-closed, already-ended, duplicate when one waits already.
func (s *Service) OfferIntervention(ctx context.Context, a access.Actor, i id.Item, to id.Unit, from civil.Date) (InterventionOffer, error) {
	g, err := access.Allow[access.OfferIntervention](s.policy, a)
	if err != nil {
		return InterventionOffer{}, err
	}
	item, err := s.FindItem(ctx, a, InterventionKind, i)
	if err != nil {
		return InterventionOffer{}, err
	}
	if item.Owner != a.Unit() {
		return InterventionOffer{}, fault.New(fault.CodeDenied)
	}
	v, err := s.View(ctx, a, item.Plan)
	if err != nil {
		return InterventionOffer{}, err
	}
	party, err := v.offerable(item, to, from, a)
	if err != nil {
		return InterventionOffer{}, err
	}
	o := InterventionOffer{Transfer: s.asks(a, v, party, to), ID: id.NewInterventionOffer(), Item: i, StartsOn: from}
	return o, seen(s.store.OfferIntervention(ctx, g, o))
}

// offerable finds the party, and says what stands in the way of an offer.
func (v View) offerable(i Item, to id.Unit, from civil.Date, a access.Actor) (id.Party, error) {
	if err := v.open(); err != nil {
		return id.Party{}, err
	}
	switch {
	case !i.goesOn():
		return id.Party{}, fault.New(fault.CodeEnded)
	case from.Before(a.Today()):
		return id.Party{}, fault.At(fault.CodeDates, "/startsOn", "past")
	case i.Visibility == ForNamed:
		return id.Party{}, fault.New(fault.CodeNotForParties)
	}
	return v.offered(to, a.Unit())
}

// asks makes a question to a party of a plan.
func (s *Service) asks(a access.Actor, v View, party id.Party, to id.Unit) Transfer {
	return Transfer{
		Plan: v.ID, Child: v.Child, Name: v.ChildName, Party: party, From: a.Unit(), To: to, State: transferWaits, By: a.Person(),
		OfferedOn: a.Today(), CreatedAt: s.now(), Version: 1,
	}
}

// InterventionOffers gives those that the actor's unit has made, and those to it of what it may read.
func (s *Service) InterventionOffers(ctx context.Context, a access.Actor, pg page.Page) ([]InterventionOffer, int, error) {
	g, err := access.Allow[access.ReadInterventionOffer](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListInterventionOffers(ctx, g, pg)
}

// AnswerInterventionOffer takes an intervention over for the actor's unit, or declines. Accepting names the contact, a
// colleague, or the actor. Faults: not-found, already-answered, reason-required, unknown-colleague, plan-closed.
func (s *Service) AnswerInterventionOffer(ctx context.Context, a access.Actor, o id.InterventionOffer, answer Answer) (InterventionOffer, error) {
	g, err := access.Allow[access.AnswerInterventionOffer](s.policy, a)
	if err != nil {
		return InterventionOffer{}, err
	}
	if answer.Contact.IsZero() {
		answer.Contact = a.Person()
	}
	return s.store.AnswerInterventionOffer(ctx, g, o, answer.Contact, func(p Plan, o *InterventionOffer) error {
		if err := o.Take(answer, a.Today()); err != nil {
			return err
		}
		if answer.Accept {
			if err := p.open(); err != nil {
				return err
			}
		}
		return s.isColleague(ctx, a, answer.Contact, "/contactPersonId")
	})
}

// WithdrawInterventionOffer takes the question back. The unit that asked. Faults: not-found, already-answered.
func (s *Service) WithdrawInterventionOffer(ctx context.Context, a access.Actor, o id.InterventionOffer) (InterventionOffer, error) {
	g, err := access.Allow[access.OfferIntervention](s.policy, a)
	if err != nil {
		return InterventionOffer{}, err
	}
	return s.store.WithdrawInterventionOffer(ctx, g, o, func(o *InterventionOffer) error { return o.Withdraw(a.Today()) })
}
