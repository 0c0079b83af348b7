package request

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	plans  Plans
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, p Plans, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, p, m, now}
}

// Make asks for a plan. Anybody who is signed in as a citizen: whether a guardian has custody is the unit's to check.
// Faults: no-receiver, dates, invalid values, duplicate while an own request for the child waits at the unit.
func (s *Service) Make(ctx context.Context, a access.Actor, d Draft) (Request, error) {
	g, err := access.Allow[access.MakeRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.store.MakeRequest(ctx, g, d, func(t Terms) (Request, error) { return New(d, t, a.Today(), s.now()) })
}

// Find gives one request. The one who made it; at the unit its manager and the handler. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, r id.PlanRequest) (Request, error) {
	g, err := access.Allow[access.ReadRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.store.FindRequest(ctx, g, r)
}

// List gives a page of requests. Who may find one may list it.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Request, int, error) {
	g, err := access.Allow[access.ReadRequest](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRequests(ctx, g, p)
}

// Assess takes a request up and gives it to a colleague. Managers of the unit. Faults: not-found, denied for others who see
// it, unknown-colleague, already-answered, request-withdrawn, invalid values.
func (s *Service) Assess(ctx context.Context, a access.Actor, r id.PlanRequest, t Assessment) (Request, error) {
	g, err := access.Allow[access.AssessRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.changed(ctx, a, r, s.store.AssessRequest(ctx, g, r, func(v *Request) error {
		if err := v.Take(t, a.Today()); err != nil {
			return err
		}
		ok, err := s.store.IsColleague(ctx, o, t.Handler)
		if err == nil && !ok {
			err = fault.At(fault.CodeNotStaff, "/handlerId", "unknown")
		}
		return err
	}))
}

// Answer answers a request by a plan, opened now or led by the unit already, or by a refusal. Managers of the unit, and the
// handler. Faults: not-found, denied for others who see it, not-assessed, already-answered, request-withdrawn,
// reason-required, invalid values.
func (s *Service) Answer(ctx context.Context, a access.Actor, r id.PlanRequest, d Decision) (Request, error) {
	g, err := access.Allow[access.AnswerRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.changed(ctx, a, r, s.store.AnswerRequest(ctx, g, r, func(v *Request) (id.Plan, error) {
		if err := v.Answer(d, a.Today()); err != nil || d.Refuse {
			return id.Plan{}, err
		}
		return s.planFor(ctx, a, v, d.Plan)
	}))
}

// Withdraw takes a request back before it is answered. The one who made it. Faults: not-found, already-answered,
// request-withdrawn.
func (s *Service) Withdraw(ctx context.Context, a access.Actor, r id.PlanRequest) (Request, error) {
	g, err := access.Allow[access.WithdrawRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.changed(ctx, a, r, s.store.WithdrawRequest(ctx, g, r, func(v *Request) error { return v.Withdraw(a.Today()) }))
}

// planFor gives the plan that a request led to: the one that was named, if it is the child's and the unit's, or a new one.
func (s *Service) planFor(ctx context.Context, a access.Actor, v *Request, named id.Plan) (id.Plan, error) {
	if named.IsZero() {
		return s.plans.NoteRequested(ctx, a, v.Child, v.Words.Why)
	}
	ok, err := s.plans.Leads(ctx, a, named, v.Child)
	if err == nil && !ok {
		err = fault.At(fault.CodeInvalid, "/planId", "unknown")
	}
	return named, err
}

// changed gives a request as it stands after a change. One that the actor can see but not change is denied: there is nothing
// left to hide.
func (s *Service) changed(ctx context.Context, a access.Actor, r id.PlanRequest, err error) (Request, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Request{}, err
	}
	v, findErr := s.Find(ctx, a, r)
	if findErr == nil && err != nil {
		return Request{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}

// Receivers gives a page of the principals that receive requests. Everybody.
func (s *Service) Receivers(ctx context.Context, a access.Actor, p page.Page) ([]Receiver, int, error) {
	g, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListReceivers(ctx, g, p)
}

// Choose says which unit of the own principal receives requests from a day. System administrators of a municipality or a
// region. Faults: unknown-unit for one that is not the principal's today, not-a-statutory-principal, dates-out-of-order.
func (s *Service) Choose(ctx context.Context, a access.Actor, unit id.Unit, from civil.Date) (Choice, error) {
	g, err := access.Allow[access.ChooseReceiver](s.policy, a)
	if err != nil {
		return Choice{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Choice{}, err
	}
	own, err := s.store.FindUnit(ctx, o, a.Unit())
	if err != nil {
		return Choice{}, err
	}
	if !own.Principal.Kind.IsStatutory() {
		return Choice{}, fault.New(fault.CodeNotResponsible)
	}
	u, err := s.store.FindUnit(ctx, o, unit)
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Choice{}, err
	}
	if err != nil || u.Principal.ID != own.Principal.ID {
		return Choice{}, fault.At(fault.CodeNotAUnit, "/unitId", "unknown")
	}
	c, err := choose(unit, from, a.Today(), s.now())
	if err != nil {
		return Choice{}, err
	}
	return c, s.store.ChooseReceiver(ctx, g, c)
}
