package consent

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of consent. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// Find gives one consent. Staff with need, of the recording domain or one that the consent names; those who were asked.
// Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, c id.Consent) (View, error) {
	g, err := access.Allow[access.ReadConsent](s.policy, a)
	if err != nil {
		return View{}, err
	}
	return s.store.FindConsent(ctx, g, c)
}

// List gives a page of the consents about a child. Staff with need of the child. Fault: not-found.
func (s *Service) List(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]View, int, error) {
	g, err := access.Allow[access.ReadConsent](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListConsents(ctx, g, child, p)
}

// ListOwn gives a page of the consents that the actor was asked for: about one child, or, when none is named, all.
// Guardians, the child.
func (s *Service) ListOwn(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]View, int, error) {
	g, err := access.Allow[access.ReadConsent](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListOwnConsents(ctx, g, child, p)
}

// Record records a consent that is to be asked for. Staff who work with the child's case. Faults: not-found for a child
// without need, consent-needs-recipient, consent-not-own-domain, wall-has-no-door, dates, invalid values.
func (s *Service) Record(ctx context.Context, a access.Actor, d Draft) (View, error) {
	g, err := access.Allow[access.RecordConsent](s.policy, a)
	if err != nil {
		return View{}, err
	}
	by := Recorder{Person: a.Person(), Unit: a.Unit(), Branch: a.Branch()}
	made, err := s.store.RecordConsent(ctx, g, d, func(k Knowledge) (Consent, error) {
		return New(d, k, s.policy, by, a.Today(), s.now())
	})
	if err != nil {
		return View{}, err
	}
	return s.Find(ctx, a, made)
}

// Answer writes down what somebody who was asked has answered. Staff of the recording unit. Faults: not-found, denied for
// other units and for e-identification, already-answered, consent-ended, reason-required, invalid values.
func (s *Service) Answer(ctx context.Context, a access.Actor, c id.Consent, answer Answer) (View, error) {
	return s.answer(ctx, a, c, answer.Person, func(c *Consent) error { return c.Record(answer, a.Branch(), a.Today()) })
}

// AnswerOwn takes the actor's own answer, with how it was signed when it comes through an e-service that tells. Faults:
// not-found, already-answered, consent-ended, dates, invalid values.
func (s *Service) AnswerOwn(ctx context.Context, a access.Actor, c id.Consent, choice Choice, signed Signature) (View, error) {
	own := Answer{Person: a.Person(), Choice: choice, Signature: signed}
	return s.answer(ctx, a, c, a.Person(), func(c *Consent) error {
		if err := signed.check(c, !a.Client().IsZero(), s.now()); err != nil {
			return err
		}
		return c.Take(own, a.Today())
	})
}

func (s *Service) answer(ctx context.Context, a access.Actor, c id.Consent, who id.Person, do func(*Consent) error) (View, error) {
	g, err := access.Allow[access.AnswerConsent](s.policy, a)
	if err != nil {
		return View{}, err
	}
	return s.changed(ctx, a, c, s.store.AnswerConsent(ctx, g, c, who, do))
}

// Withdraw writes down that somebody who was asked has withdrawn the consent. Staff of the recording unit. Faults:
// not-found, denied for other units, consent-ended, invalid values.
func (s *Service) Withdraw(ctx context.Context, a access.Actor, c id.Consent, by id.Person, reason person.Text) (View, error) {
	g, err := access.Allow[access.WithdrawConsent](s.policy, a)
	if err != nil {
		return View{}, err
	}
	err = s.store.WithdrawConsent(ctx, g, c, func(c *Consent) error { return c.Withdraw(by, reason, a.Today()) })
	return s.changed(ctx, a, c, err)
}

// WithdrawOwn withdraws a consent that the actor was asked for. Faults: not-found, consent-ended.
func (s *Service) WithdrawOwn(ctx context.Context, a access.Actor, c id.Consent, reason person.Text) (View, error) {
	return s.Withdraw(ctx, a, c, a.Person(), reason)
}

// LimitOwn puts a narrower consent in the place of one that the actor was asked for, and gives the narrower one. Faults:
// not-found, consent-ended, dates, invalid values.
func (s *Service) LimitOwn(ctx context.Context, a access.Actor, c id.Consent, l Limit) (View, error) {
	g, err := access.Allow[access.WithdrawConsent](s.policy, a)
	if err != nil {
		return View{}, err
	}
	made, err := s.store.LimitConsent(ctx, g, c, func(c *Consent) (Consent, error) { return c.Limit(a.Person(), l, a.Today(), s.now()) })
	if err != nil {
		return View{}, err
	}
	return s.Find(ctx, a, made)
}

// changed gives a consent as it stands after a change. A consent that the actor can see but not change is denied: there is
// nothing left to hide.
func (s *Service) changed(ctx context.Context, a access.Actor, c id.Consent, err error) (View, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return View{}, err
	}
	v, findErr := s.Find(ctx, a, c)
	if findErr == nil && err != nil {
		return View{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
