package publicrequest

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases of public-document requests. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	terms  Terms
	now    func() time.Time
}

// NewService makes the service; it panics on terms that the program carries and that are not whole.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service {
	t, err := ReadTerms()
	if err != nil {
		panic(err)
	}
	return &Service{s, m, t, now}
}

// Register takes a request in for the own unit. Caseworkers, unit managers. Fault: dates-out-of-order.
func (s *Service) Register(ctx context.Context, a access.Actor, text, requester person.Text, received civil.Date) (Request, error) {
	g, err := access.Allow[access.RegisterPublicRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	r, err := Register(text, requester, received, a.Unit(), a.Person(), a.Today())
	if err != nil {
		return Request{}, err
	}
	r.CreatedAt = s.now()
	if err := s.store.RegisterPublicRequest(ctx, g, r); err != nil {
		return Request{}, err
	}
	return s.Find(ctx, a, r.ID)
}

// List gives a page: of the own unit for its manager, of those that one has registered for a caseworker.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Request, int, error) {
	g, err := access.Allow[access.ReadPublicRequest](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListPublicRequests(ctx, g, p)
}

// Find gives one, with those of its items that the actor may read. As List. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, r id.PublicRequest) (Request, error) {
	g, err := access.Allow[access.ReadPublicRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.store.FindPublicRequest(ctx, g, m, r)
}

// Include lists an item of the own unit that is meant. As List. Faults: not-found, as of another child than an extract is about; denied
// for what another unit holds, duplicate, already-answered.
func (s *Service) Include(ctx context.Context, a access.Actor, r id.PublicRequest, i id.Item) (Request, error) {
	g, m, err := s.assesses(a)
	if err != nil {
		return Request{}, err
	}
	if _, err := s.Find(ctx, a, r); err != nil {
		return Request{}, err
	}
	held, err := s.store.IsHeld(ctx, m, i)
	if err == nil && !held {
		err = fault.New(fault.CodeDenied)
	}
	if err != nil {
		return Request{}, err
	}
	err = s.store.ListPublicItem(ctx, g, r, i, func(r Request) error {
		if r.State != Open {
			return fault.New(fault.CodeAnswered)
		}
		return nil
	})
	if err != nil {
		return Request{}, err
	}
	return s.Find(ctx, a, r)
}

// Assess tests an item for harm. As List. Faults: not-found, as of Request.Assess.
func (s *Service) Assess(ctx context.Context, a access.Actor, r id.PublicRequest, i id.Item, d Assessment) (Request, error) {
	g, m, err := s.assesses(a)
	if err != nil {
		return Request{}, err
	}
	d.By, d.On = a.Person(), a.Today()
	if err := s.store.AssessPublicItem(ctx, g, m, r, i, func(r Request, l Listed) (Assessment, error) { return r.Assess(l, d) }); err != nil {
		return Request{}, err
	}
	return s.Find(ctx, a, r)
}

func (s *Service) assesses(a access.Actor) (g access.Grant[access.AssessPublicRequest], m access.Grant[access.ReadItem], err error) {
	if g, err = access.Allow[access.AssessPublicRequest](s.policy, a); err == nil {
		m, err = access.Allow[access.ReadItem](s.policy, a)
	}
	return g, m, err
}

// Decide settles what is handed out. Unit managers. Faults: not-found, as of Request.Decide.
func (s *Service) Decide(ctx context.Context, a access.Actor, r id.PublicRequest, why Refusal) (Request, error) {
	g, err := access.Allow[access.DecidePublicRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	m, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	err = s.store.DecidePublicRequest(ctx, g, m, r, func(r *Request) error { return r.Decide(why, a.Person(), a.Today()) })
	if err != nil {
		return Request{}, err
	}
	return s.Find(ctx, a, r)
}

// Given gives what has left to whoever asked for public documents. As List. Faults: not-found, not-decided; denied for an extract, which
// whoever asked takes out himself.
func (s *Service) Given(ctx context.Context, a access.Actor, r id.PublicRequest) (Request, error) {
	g, err := access.Allow[access.ReadPublicRequest](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	v, err := s.store.FindGiven(ctx, g, r)
	switch {
	case err != nil:
	case v.IsExtract():
		err = fault.New(fault.CodeDenied)
	case v.State != Decided:
		err = fault.New(fault.CodeNotDecided)
	}
	return v, err
}
