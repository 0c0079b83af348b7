package register

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/id"
	"samplan/internal/page"
	"samplan/internal/person"
	"samplan/internal/sheet"
)

// Service holds the use cases. Unit managers may call each of them, for the cases of their own unit; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// why is the reason that stands at what the register has changed.
const why = "Uppgift från folkbokföringen."

func (s *Service) grant(a access.Actor) (access.Grant[access.ReadRegister], error) {
	return access.Allow[access.ReadRegister](s.policy, a)
}

// Start says how a file of messages is kept that is then sent.
func (s *Service) Start(ctx context.Context, a access.Actor, from sheet.Source) (Import, error) {
	g, err := s.grant(a)
	if err != nil {
		return Import{}, err
	}
	i := Import{Source: from, ID: id.NewRegisterImport(), Intake: sheet.NewIntake(s.now())}
	return i, s.store.StartRegisterImport(ctx, g, &i)
}

// List gives a page of the own unit's imports.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Import, int, error) {
	g, err := s.grant(a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRegisterImports(ctx, g, p)
}

// Find gives one of them. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, i id.RegisterImport) (Import, error) {
	g, err := s.grant(a)
	if err != nil {
		return Import{}, err
	}
	return s.store.FindRegisterImport(ctx, g, i)
}

// Rows gives a page of what its rows came to; no outcome means any. Fault: not-found.
func (s *Service) Rows(ctx context.Context, a access.Actor, i id.RegisterImport, o Outcome, p page.Page) ([]Row, int, error) {
	g, err := s.grant(a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListRegisterRows(ctx, g, i, o, p)
}

// Check reads the file of an import and tells what each message would come to: the dry run. Faults: not-found, stale-version,
// import-not-open, unusable-file.
func (s *Service) Check(ctx context.Context, a access.Actor, i id.RegisterImport, tag string, f sheet.File) (Import, error) {
	g, err := s.grant(a)
	if err != nil {
		return Import{}, err
	}
	var rows []sheet.Row
	take := func(v *Import) (err error) {
		rows, err = v.Take(tag, f, v.Source, columns, limits, s.now())
		return err
	}
	return s.store.CheckRegisterImport(ctx, g, i, take, func(v *Import, k Knowledge) []Row {
		out := v.check(rows, k, a.Today())
		v.Counts = countsOf(out)
		return out
	})
}

// Apply makes what the unit knows exactly what the dry run told: all of it or nothing. left is how many rows are left to a person or
// left out, as whoever applies it has read. Faults: not-found, import-not-open, import-not-confirmed, import-outdated.
func (s *Service) Apply(ctx context.Context, a access.Actor, i id.RegisterImport, left int) (Import, error) {
	g, err := s.grant(a)
	if err != nil {
		return Import{}, err
	}
	return s.store.ApplyRegisterImport(ctx, g, i, person.NewText(why), func(v *Import) error { return v.apply(left, s.now()) })
}
