package insight

import (
	"context"
	"crypto/rand"
	"io"
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
	policy *access.Matrix
	now    func() time.Time
	chance io.Reader // where the seeds of samples come from
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, m, now, rand.Reader}
}

// Extract gives a page of the log extract of the actor's family (R37). Guardians with custody today, the child itself.
// A child that is not the family's has an empty one. Fault: dates-out-of-order.
func (s *Service) Extract(ctx context.Context, a access.Actor, child id.Person, p Period, pg page.Page) ([]Entry, int, error) {
	g, err := access.Allow[access.ReadLogExtract](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	if err := p.check("to"); err != nil {
		return nil, 0, err
	}
	return s.store.ListLogExtract(ctx, g, child, p, told, pg)
}

// Explain tells why the actor may see an item. Whoever sees it. Fault: not-found.
func (s *Service) Explain(ctx context.Context, a access.Actor, i id.Item) (Reason, error) {
	g, err := access.Allow[access.ReadItem](s.policy, a)
	if err != nil {
		return Reason{}, err
	}
	r, from, err := s.store.FindReason(ctx, g, i)
	return explained(s.policy, g, r, from), err
}

// ExplainAccess tells who could see an item of the own principal's on a day, and why; of one person, if given, whether and
// why not. Data protection officers. Faults: not-found, dates-out-of-order.
func (s *Service) ExplainAccess(ctx context.Context, a access.Actor, i id.Item, on civil.Date, who id.Person) (Answer, error) {
	g, err := access.Allow[access.ExplainAccess](s.policy, a)
	if err != nil {
		return Answer{}, err
	}
	if on.IsZero() {
		on = a.Today()
	}
	if err := checkDay(on, a.Today()); err != nil {
		return Answer{}, err
	}
	h, facts, err := s.store.ListFacts(ctx, g, i, on)
	if err != nil {
		return Answer{}, err
	}
	could, reasons := weigh(s.policy, h, facts, who)
	return Answer{Item: i, On: on, Holder: h.Unit, Access: could, Asked: !who.IsZero(), Reasons: reasons}, nil
}

// CreateReview draws a sample of the log (R40). Unit managers of their own unit's staff, data protection officers of their
// principal's; never of themselves. Faults: unknown-unit, dates-out-of-order.
func (s *Service) CreateReview(ctx context.Context, a access.Actor, d ReviewDraft) (Review, error) {
	g, err := access.Allow[access.ReviewLog](s.policy, a)
	if err != nil {
		return Review{}, err
	}
	r, err := d.draw(a, !g.Has(access.OwnPrincipal), s.now(), s.chance)
	if err != nil {
		return Review{}, err
	}
	if err := s.store.CreateReview(ctx, g, r, access.Compartments()); err != nil {
		return Review{}, err
	}
	return s.store.ViewReview(ctx, g, r.ID) // what the answer shows is what any later look shows
}

// Reviews gives a page of the reviews. Who may draw one may see those of the same reach.
func (s *Service) Reviews(ctx context.Context, a access.Actor, pg page.Page) ([]Review, int, error) {
	g, err := access.Allow[access.ReviewLog](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListReviews(ctx, g, pg)
}

// Review gives a review with its sample. Fault: not-found.
func (s *Service) Review(ctx context.Context, a access.Actor, r id.Review) (Review, error) {
	g, err := access.Allow[access.ReviewLog](s.policy, a)
	if err != nil {
		return Review{}, err
	}
	return s.store.ViewReview(ctx, g, r)
}

// Judge records a verdict on an entry of a review, never on one's own (R40). Faults: not-found, reason-required.
func (s *Service) Judge(ctx context.Context, a access.Actor, v Verdict) (Verdict, error) {
	g, err := access.Allow[access.ReviewLog](s.policy, a)
	if err != nil {
		return Verdict{}, err
	}
	if v, err = judge(v, a, s.now()); err != nil {
		return Verdict{}, err
	}
	return v, s.store.AddVerdict(ctx, g, v)
}

// Flags gives a page of the hours in which somebody reached unusually far; of the last month unless days are given, and
// of a quarter at most. Data protection officers. Fault: dates-out-of-order.
func (s *Service) Flags(ctx context.Context, a access.Actor, p Period, pg page.Page) ([]Flag, int, error) {
	g, err := access.Allow[access.ReadFlag](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	if p.To.IsZero() {
		p.To = a.Today()
	}
	if p.From.IsZero() {
		p.From = p.To.AddDays(1 - flagDays)
	}
	if err := p.check("to"); err != nil {
		return nil, 0, err
	}
	if p.From.AddDays(maxDays - 1).Before(p.To) {
		return nil, 0, fault.At(fault.CodeDates, "to", "too-long")
	}
	return s.store.ListFlags(ctx, g, p, access.Compartments(), pg)
}
