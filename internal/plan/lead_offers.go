package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// OfferLead asks another party to lead the plan. The leading unit. The party must be able to know of all who take part already:
// to offer opens no wall. Faults: not-found, denied, plan-closed, not-a-party, receiver-cannot-lead with what stands in the way,
// duplicate when one waits already.
func (s *Service) OfferLead(ctx context.Context, a access.Actor, p id.Plan, to id.Unit) (LeadOffer, error) {
	g, v, err := lead[access.OfferLead](ctx, s, a, p)
	if err != nil {
		return LeadOffer{}, err
	}
	if v.LeadUnit != a.Unit() {
		return LeadOffer{}, fault.New(fault.CodeDenied)
	}
	party, err := v.leadable(to, a.Unit())
	if err != nil {
		return LeadOffer{}, err
	}
	o := LeadOffer{Transfer: s.asks(a, v, party, to), ID: id.NewLeadOffer()}
	return o, seen(s.store.OfferLead(ctx, g, o))
}

// LeadOffers gives those that the actor's unit has made, and those to it while it may lead.
func (s *Service) LeadOffers(ctx context.Context, a access.Actor, pg page.Page) ([]LeadOffer, int, error) {
	g, err := access.Allow[access.ReadLeadOffer](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListLeadOffers(ctx, g, pg)
}

// AnswerLeadOffer takes the lead over for the actor's unit, or declines. Accepting names who calls from now on, a colleague, or
// the actor. Faults: not-found, already-answered, reason-required, unknown-colleague.
func (s *Service) AnswerLeadOffer(ctx context.Context, a access.Actor, o id.LeadOffer, answer Answer) (LeadOffer, error) {
	g, err := access.Allow[access.AnswerLeadOffer](s.policy, a)
	if err != nil {
		return LeadOffer{}, err
	}
	if answer.Contact.IsZero() {
		answer.Contact = a.Person()
	}
	return s.store.AnswerLeadOffer(ctx, g, o, answer.Contact, func(o *LeadOffer) error {
		if err := o.Take(answer, a.Today()); err != nil {
			return err
		}
		return s.isColleague(ctx, a, answer.Contact, "/contactPersonId")
	})
}

// WithdrawLeadOffer takes the question back. The unit that asked. Faults: not-found, already-answered.
func (s *Service) WithdrawLeadOffer(ctx context.Context, a access.Actor, o id.LeadOffer) (LeadOffer, error) {
	g, err := access.Allow[access.OfferLead](s.policy, a)
	if err != nil {
		return LeadOffer{}, err
	}
	return s.store.WithdrawLeadOffer(ctx, g, o, func(o *LeadOffer) error { return o.Withdraw(a.Today()) })
}

// LeadTerms gives who led a plan, oldest first and as far as the actor sees that the unit takes part, and who leads today. Whoever
// sees the plan.
func (s *Service) LeadTerms(ctx context.Context, a access.Actor, p id.Plan, pg page.Page) ([]LeadTerm, int, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListLeads(ctx, g, p, pg)
}
