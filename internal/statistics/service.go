package statistics

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/page"
)

// Service holds the use cases of statistics. Each says in its comment who may call; the policy decides.
type Service struct {
	store      Store
	policy     *access.Matrix
	indicators []Indicator
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, all []Indicator) *Service { return &Service{s, m, all} }

// Query chooses rows of what is told. What is left out chooses all.
type Query struct {
	Indicator string
	Term      civil.Date // any day of the half-year
	By        Dimension
	Value     string
}

func (q Query) chooses(r Row) bool {
	return (q.Indicator == "" || r.Code == q.Indicator) && (q.Term.IsZero() || r.Term == Term(q.Term)) &&
		(q.By.IsZero() || r.By == q.By) && (q.Value == "" || r.Value == q.Value)
}

// Indicators gives a page of the definitions. Analysts and system administrators.
func (s *Service) Indicators(_ context.Context, a access.Actor, pg page.Page) ([]Indicator, int, error) {
	if _, err := access.Allow[access.ReadStatistics](s.policy, a); err != nil {
		return nil, 0, err
	}
	return page.Cut(pg, s.indicators), len(s.indicators), nil
}

// Statistics gives a page of the rows that a query chooses of all that is told, the last half-year first. Analysts and system
// administrators, about their principal.
func (s *Service) Statistics(ctx context.Context, a access.Actor, q Query, pg page.Page) ([]Row, int, error) {
	g, err := access.Allow[access.ReadStatistics](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	counts, err := s.store.CountEvents(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var chosen []Row
	for _, r := range Tell(s.indicators, counts) {
		if q.chooses(r) {
			chosen = append(chosen, r)
		}
	}
	return page.Cut(pg, chosen), len(chosen), nil
}
