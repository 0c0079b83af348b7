package routine

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

// List gives a page of the versions that are built in and of the own principal's, by code and number. All staff.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Summary, int, error) {
	g, err := access.Allow[access.ReadRoutine](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRoutines(ctx, g, p)
}

// Find gives one version. All staff. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, r id.Routine) (Version, error) {
	g, err := access.Allow[access.ReadRoutine](s.policy, a)
	if err != nil {
		return Version{}, err
	}
	return s.store.FindRoutine(ctx, g, r)
}

// Check tells everything that is wrong with a document, and loads nothing. System administrators.
func (s *Service) Check(ctx context.Context, a access.Actor, text string) ([]fault.Field, error) {
	_, _, faults, err := s.judge(ctx, a, text)
	return faults, err
}

// Load keeps a document as a version of one of the own principal's profiles. System administrators. Faults: invalid-value
// with every fault of the document, duplicate when somebody else was first.
func (s *Service) Load(ctx context.Context, a access.Actor, text string) (Version, error) {
	g, p, faults, err := s.judge(ctx, a, text)
	if err != nil {
		return Version{}, err
	}
	if len(faults) > 0 {
		for i := range faults {
			faults[i].Pointer = "/document" + faults[i].Pointer
		}
		return Version{}, fault.New(fault.CodeInvalid, faults...)
	}
	v := Version{ID: id.NewRoutine(), Profile: p, Document: text}
	return v, s.store.LoadRoutine(ctx, g, &v, s.now())
}

func (s *Service) judge(ctx context.Context, a access.Actor, text string) (access.Grant[access.LoadRoutine], Profile, []fault.Field, error) {
	g, err := access.Allow[access.LoadRoutine](s.policy, a)
	if err != nil {
		return g, Profile{}, nil, err
	}
	r, err := access.Allow[access.ReadRoutine](s.policy, a)
	if err != nil {
		return g, Profile{}, nil, err
	}
	all, err := s.store.ReadRoutines(ctx, r)
	if err != nil {
		return g, Profile{}, nil, err
	}
	p, faults := Judge(text, all, a.Today())
	return g, p, faults, nil
}

// Choose says by which profile the own principal works from a day. System administrators. Faults: invalid-value,
// dates-out-of-order.
func (s *Service) Choose(ctx context.Context, a access.Actor, code string, from civil.Date) (Choice, error) {
	g, err := access.Allow[access.ChooseRoutine](s.policy, a)
	if err != nil {
		return Choice{}, err
	}
	r, err := access.Allow[access.ReadRoutine](s.policy, a)
	if err != nil {
		return Choice{}, err
	}
	all, err := s.store.ReadRoutines(ctx, r)
	if err != nil {
		return Choice{}, err
	}
	c, err := choose(code, from, all, a.Today(), s.now())
	if err != nil {
		return Choice{}, err
	}
	return c, s.store.ChooseRoutine(ctx, g, c)
}

// Choices gives a page of the own principal's choices, the last one first. System administrators.
func (s *Service) Choices(ctx context.Context, a access.Actor, p page.Page) ([]Choice, int, error) {
	g, err := access.Allow[access.ChooseRoutine](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRoutineChoices(ctx, g, p)
}
