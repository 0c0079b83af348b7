package inforequest

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// Send asks another unit about a child. Staff who work with the child's case, and their manager. Faults: not-found for a child
// without a case in reach, unknown-unit, contact-card-missing, contact-card-outdated, nothing-opens-the-wall, ground-does-not-apply,
// reason-required, invalid values.
func (s *Service) Send(ctx context.Context, a access.Actor, child id.Person, d Draft) (Request, error) {
	g, err := access.Allow[access.AskInformation](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	var made Request
	err = s.store.SendInformationRequest(ctx, g, child, d, func(k Sending) (Request, Opened, error) {
		r, opened, err := New(d, k, s.policy, a, s.now())
		made = r
		return r, opened, err
	})
	if err != nil {
		return Request{}, err
	}
	return s.Find(ctx, a, made.ID)
}

// Find gives one request. At the asker those who work with the child's case, and their manager; at the receiver its manager, and
// whose task it is today. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, r id.InformationRequest) (Request, error) {
	g, err := access.Allow[access.ReadInformation](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.store.FindInformationRequest(ctx, g, r)
}

// List gives a page of requests of one direction. Who may find one may list it.
func (s *Service) List(ctx context.Context, a access.Actor, d Direction, p page.Page) ([]Request, int, error) {
	g, err := access.Allow[access.ReadInformation](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListInformationRequests(ctx, g, d, id.Person{}, p)
}

// OfChild gives what the own unit has asked about a child, and what it was asked, as far as the actor may find it.
func (s *Service) OfChild(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]Request, error) {
	g, err := access.Allow[access.ReadInformation](s.policy, a)
	if err != nil {
		return nil, err
	}
	asked, _, err := s.store.ListInformationRequests(ctx, g, Outgoing, child, p)
	if err != nil {
		return nil, err
	}
	received, _, err := s.store.ListInformationRequests(ctx, g, Incoming, child, p)
	return append(asked, received...), err
}

// Withdraw takes a request back. As Send. Faults: not-found, denied for others who see it, request-withdrawn, already-answered.
func (s *Service) Withdraw(ctx context.Context, a access.Actor, r id.InformationRequest) (Request, error) {
	g, err := access.Allow[access.AskInformation](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.changed(ctx, a, r, s.store.WithdrawInformationRequest(ctx, g, r, func(v *Request) error { return v.Withdraw(a.Today()) }))
}

// Assign says whose task a request is, and who stands in. Managers of the receiver, and whose task it is today, who hands it over.
// Faults: not-found, denied for others who see it, unknown-colleague, request-withdrawn, already-answered, dates-out-of-order,
// invalid values.
func (s *Service) Assign(ctx context.Context, a access.Actor, r id.InformationRequest, t Assignment) (Request, error) {
	g, err := access.Allow[access.HandleInformation](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	var after Request
	err = s.store.AssignInformationRequest(ctx, g, r, func(v *Request) error {
		if err := v.Assign(t, a.Today()); err != nil {
			return err
		}
		after = *v
		if err := s.worksHere(ctx, o, t.Owner, "/ownerId"); err != nil || t.Substitute.IsZero() {
			return err
		}
		return s.worksHere(ctx, o, t.Substitute, "/substituteId")
	})
	v, findErr := s.changed(ctx, a, r, err)
	if err == nil && fault.Is(findErr, fault.NotFound) { // handed over: from now on it is another's
		after.Handling.OwnerName, after.Handling.SubstituteName = "", ""
		return after, nil
	}
	return v, findErr
}

func (s *Service) worksHere(ctx context.Context, o access.Grant[access.ReadOrg], who id.Person, at string) error {
	ok, err := s.store.IsColleague(ctx, o, who)
	if err == nil && !ok {
		err = fault.At(fault.CodeNotStaff, at, "unknown")
	}
	return err
}

// Write keeps answers so far and the unit's own note; tag is the request as the actor read it. Managers of the receiver, and whose
// task it is today. Faults: not-found, denied for others who see it, stale-version, no-task-owner, request-withdrawn,
// already-answered, invalid values.
func (s *Service) Write(ctx context.Context, a access.Actor, r id.InformationRequest, tag string, draft []Answer, note person.Text) (Request, error) {
	g, err := access.Allow[access.AnswerInformation](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.changed(ctx, a, r, s.store.DraftInformation(ctx, g, r, func(v *Request) error {
		if v.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return v.Write(draft, note)
	}))
}

// Answer sends what was drafted to the asker. As Write. Faults besides: answer-incomplete, nothing-opens-the-wall,
// ground-does-not-apply, reason-required.
func (s *Service) Answer(ctx context.Context, a access.Actor, r id.InformationRequest, b Basis) (Request, error) {
	g, err := access.Allow[access.AnswerInformation](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.changed(ctx, a, r, s.store.EndInformationRequest(ctx, g, r, func(v *Request, w Wall) (Opened, error) {
		return v.Answer(b, w, s.policy, a.Today())
	}))
}

// Refuse declines a request. As Write. Faults besides: reason-required.
func (s *Service) Refuse(ctx context.Context, a access.Actor, r id.InformationRequest, d Decline, reason person.Text) (Request, error) {
	g, err := access.Allow[access.AnswerInformation](s.policy, a)
	if err != nil {
		return Request{}, err
	}
	return s.changed(ctx, a, r, s.store.EndInformationRequest(ctx, g, r, func(v *Request, _ Wall) (Opened, error) {
		return Opened{}, v.Refuse(d, reason, a.Today())
	}))
}

// changed gives a request as it stands after a change. One that the actor can see but not change is denied: there is nothing
// left to hide.
func (s *Service) changed(ctx context.Context, a access.Actor, r id.InformationRequest, err error) (Request, error) {
	if err != nil && !fault.Is(err, fault.NotFound) {
		return Request{}, err
	}
	v, findErr := s.Find(ctx, a, r)
	if findErr == nil && err != nil {
		return Request{}, fault.New(fault.CodeDenied)
	}
	return v, findErr
}
