package plan

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// HandOver asks another unit to take a plan over. The leading unit. Faults: not-found, denied for other parties,
// unknown-unit, duplicate, plan-closed, reason-required.
func (s *Service) HandOver(ctx context.Context, a access.Actor, p id.Plan, to id.Unit, reason person.Text) (HandOver, error) {
	g, v, err := lead[access.HandOverPlan](ctx, s, a, p)
	if err != nil {
		return HandOver{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return HandOver{}, err
	}
	if _, err := s.units.FindUnit(ctx, o, to); err != nil {
		return HandOver{}, fault.At(fault.CodeNotAUnit, "/toUnitId", "unknown")
	}
	h, err := s.store.AddHandOver(ctx, g, p, func(p Plan) (HandOver, error) { return p.Offer(to, reason, a.Person(), a.Today(), s.now()) })
	h.Name = v.ChildName
	return h, seen(err)
}

// HandOvers gives those that wait for the actor's unit, and those that the actor has made.
func (s *Service) HandOvers(ctx context.Context, a access.Actor, pg page.Page) ([]HandOver, int, error) {
	g, err := access.Allow[access.ReadHandOver](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListHandOvers(ctx, g, pg)
}

// AnswerHandOver takes a plan over for the actor's unit, or declines. Accepting names who works with the child, a
// colleague, or the actor. The new plan begins with a need noted: what the old parties wrote does not come with it, since
// no wall opens by moving. Faults: not-found, reason-required, unknown-colleague, plan-closed.
func (s *Service) AnswerHandOver(ctx context.Context, a access.Actor, h id.HandOver, answer Answer) (HandOver, error) {
	g, err := access.Allow[access.AnswerHandOver](s.policy, a)
	if err != nil {
		return HandOver{}, err
	}
	if answer.Contact.IsZero() {
		answer.Contact = a.Person()
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return HandOver{}, err
	}
	answered := func(h *HandOver) error {
		if err := h.Take(answer, a.Today()); err != nil {
			return err
		}
		if ok, err := s.units.IsColleague(ctx, o, answer.Contact); err != nil || !ok {
			return fault.At(fault.CodeNotStaff, "/contactPersonId", "unknown")
		}
		return nil
	}
	return s.store.AnswerHandOver(ctx, g, h, answered, func(h HandOver) (Plan, Party) { return s.follow(a, h, answer.Contact) })
}

// follow makes the plan of the unit that takes over.
func (s *Service) follow(a access.Actor, h HandOver, contact id.Person) (Plan, Party) {
	p, lead := s.begin(a, h.Child, h.Kind, BasisOn(a.Today()))
	lead.Contact = contact
	return p, lead
}
