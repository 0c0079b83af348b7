package person

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Service holds the use cases of the own unit's cases about children. Each says in its comment who may call; the policy
// decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, m, now}
}

// Register opens the own unit's case about a child and lets the actor work with it. The answer is the same whether or
// not another service knows the child. Caseworkers, unit managers. Faults: duplicate, dates-out-of-order.
func (s *Service) Register(ctx context.Context, a access.Actor, r Registration) (Child, error) {
	g, err := access.Allow[access.RegisterChild](s.policy, a)
	if err != nil {
		return Child{}, err
	}
	o, err := Open(r, a.Today())
	if err != nil {
		return Child{}, err
	}
	return s.store.RegisterChild(ctx, g, o)
}

// Find looks a child up by number among the actor's cases: none or one. Caseworkers, unit managers.
func (s *Service) Find(ctx context.Context, a access.Actor, i Identifier) ([]Child, error) {
	g, err := access.Allow[access.FindChild](s.policy, a)
	if err != nil {
		return nil, err
	}
	return s.store.FindChild(ctx, g, i)
}

// View gives one child of the actor's cases. Staff with need. Fault: not-found.
func (s *Service) View(ctx context.Context, a access.Actor, child id.Person) (Child, error) {
	g, err := access.Allow[access.ReadChild](s.policy, a)
	if err != nil {
		return Child{}, err
	}
	return s.store.ViewChild(ctx, g, child)
}

// Numbers gives the identity numbers of one child of the actor's cases, for a record system that must know whom what it
// receives is about. Staff with need. Fault: not-found.
func (s *Service) Numbers(ctx context.Context, a access.Actor, child id.Person) ([]Identifier, error) {
	g, err := access.Allow[access.ReadChild](s.policy, a)
	if err != nil {
		return nil, err
	}
	return s.store.ListNumbers(ctx, g, child)
}

// List gives a page of the actor's cases. Staff with need.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Child, int, error) {
	g, err := access.Allow[access.ReadChild](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListChildren(ctx, g, p)
}

// Change changes what the own unit knows of a child. tag is the version that the actor read. Caseworkers with the case,
// unit managers. Faults: not-found, stale-version, invalid-value when protection is lowered.
func (s *Service) Change(ctx context.Context, a access.Actor, child id.Person, tag string, d Details) (Child, error) {
	g, err := access.Allow[access.EditChild](s.policy, a)
	if err != nil {
		return Child{}, err
	}
	return s.store.ChangeChild(ctx, g, child, func(c *Child) error {
		if c.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return c.Apply(d)
	})
}

// Relations gives a page of what the own unit knows of those close to a child. Caseworkers with the case, unit managers.
func (s *Service) Relations(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]Relation, int, error) {
	g, err := access.Allow[access.ReadRelation](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRelations(ctx, g, child, p)
}

// Relate records somebody who is close to a child. Caseworkers with the case, unit managers. Faults: not-found,
// duplicate, dates-out-of-order, invalid-value for custody of somebody who is of age.
func (s *Service) Relate(ctx context.Context, a access.Actor, child id.Person, d RelationDraft) (Relation, error) {
	g, err := access.Allow[access.EditRelation](s.policy, a)
	if err != nil {
		return Relation{}, err
	}
	return s.store.AddRelation(ctx, g, child, d.Identifier, func(c Child) (Relation, error) { return c.Relate(d, a.Today()) })
}

// EndRelation ends a relation; last is its last day. Who may record one may end it. Faults: not-found,
// dates-out-of-order, reason-required.
func (s *Service) EndRelation(ctx context.Context, a access.Actor, r id.Relation, last civil.Date, reason Text) (Relation, error) {
	g, err := access.Allow[access.EditRelation](s.policy, a)
	if err != nil {
		return Relation{}, err
	}
	return s.store.EndRelation(ctx, g, r, func(r *Relation) error { return r.End(last, reason) })
}

// CaseWorkers gives a page of those who work with the own unit's case about a child.
func (s *Service) CaseWorkers(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]CaseWorker, int, error) {
	g, err := access.Allow[access.ReadCaseWorker](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListCaseWorkers(ctx, g, child, p)
}

// Assign lets a colleague work with a child's case. Unit managers. Faults: not-found, unknown-colleague, duplicate,
// dates-out-of-order.
func (s *Service) Assign(ctx context.Context, a access.Actor, child, who id.Person, days Span) (CaseWorker, error) {
	g, err := access.Allow[access.EditCaseWorker](s.policy, a)
	if err != nil {
		return CaseWorker{}, err
	}
	o, err := access.Allow[access.ReadOrg](s.policy, a)
	if err != nil {
		return CaseWorker{}, err
	}
	return s.store.AssignCaseWorker(ctx, g, child, func(c Child) (CaseWorker, error) {
		w, err := c.Assign(who, days)
		if err != nil {
			return CaseWorker{}, err
		}
		ok, err := s.store.IsColleague(ctx, o, who)
		if err == nil && !ok {
			err = fault.At(fault.CodeNotStaff, "/personId", "unknown")
		}
		return w, err
	})
}

// EndCaseWorker ends somebody's work with a case; last is the last day. Unit managers. Faults: not-found,
// dates-out-of-order.
func (s *Service) EndCaseWorker(ctx context.Context, a access.Actor, w id.CaseWorker, last civil.Date) (CaseWorker, error) {
	g, err := access.Allow[access.EditCaseWorker](s.policy, a)
	if err != nil {
		return CaseWorker{}, err
	}
	return s.store.EndCaseWorker(ctx, g, w, func(w *CaseWorker) error { return w.End(last) })
}

// RecordMaturity records an assessment of a child's maturity (R16). Caseworkers with the case, unit managers. Faults:
// not-found, dates-out-of-order, reason-required.
func (s *Service) RecordMaturity(ctx context.Context, a access.Actor, child id.Person, d MaturityDraft) (Maturity, error) {
	g, err := access.Allow[access.RecordMaturity](s.policy, a)
	if err != nil {
		return Maturity{}, err
	}
	return s.store.RecordMaturity(ctx, g, child, func(c Child) (Maturity, error) {
		return c.Assess(d, a.Person(), a.Today(), s.now())
	})
}
