package routine

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/id"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// Own gives the version by which the actor's principal works today. All staff.
func (s *Service) Own(ctx context.Context, a access.Actor) (Version, error) {
	g, err := access.Allow[access.ReadRoutine](s.policy, a)
	if err != nil {
		return Version{}, err
	}
	return s.store.FindOwnRoutine(ctx, g)
}

// OfPlan gives the version under which a plan was made. Whoever sees the plan. Fault: not-found.
func (s *Service) OfPlan(ctx context.Context, a access.Actor, p id.Plan) (Version, error) {
	g, err := access.Allow[access.ReadPlan](s.policy, a)
	if err != nil {
		return Version{}, err
	}
	return s.store.FindPlanRoutine(ctx, g, p)
}
