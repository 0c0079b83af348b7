package disposal

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
	store   Store
	policy  *access.Matrix
	profile *Profile
	now     func() time.Time
}

// NewService makes the service; it panics on clocks that the program carries and that are not whole.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service {
	p, err := Clocks()
	if err != nil {
		panic(err)
	}
	return &Service{s, m, p, now}
}

// ClockOf says how long units of a class keep what they hold, for whoever asks.
func (s *Service) ClockOf(class access.Class) Clock {
	c, _ := s.profile.ClockOf(class.String()) // each class has one
	return c
}

// ListSettings gives a page of what the own secrecy domain has decided. Archivists.
func (s *Service) ListSettings(ctx context.Context, a access.Actor, p page.Page) ([]Setting, int, error) {
	g, err := access.Allow[access.ReadDisposal](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDisposalSettings(ctx, g, p)
}

// Set enters what was decided for the units of one class of the own secrecy domain. Archivists. Faults: invalid values, duplicate
// when two enter at once.
func (s *Service) Set(ctx context.Context, a access.Actor, d Setting) (Setting, error) {
	g, err := access.Allow[access.SetDisposal](s.policy, a)
	if err != nil {
		return Setting{}, err
	}
	var made Setting
	err = s.store.SetDisposal(ctx, g, d.Class, func(last int) (Setting, error) {
		made, err = newSetting(s.profile, d, last, a.Today(), s.now())
		return made, err
	})
	return made, err
}

// ListMarks gives a page of the marks on a child's case at the own unit. Who works with the case, and managers. Fault: not-found.
func (s *Service) ListMarks(ctx context.Context, a access.Actor, child id.Person, p page.Page) ([]Mark, int, error) {
	g, err := access.Allow[access.ReadRetention](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListMarks(ctx, g, child, p)
}

// SetMark records a fact that stops or lengthens the clock of the own unit's case, or a legal hold. As ListMarks.
func (s *Service) SetMark(ctx context.Context, a access.Actor, child id.Person, k Kind, reason person.Text) (Mark, error) {
	g, err := access.Allow[access.MarkRetention](s.policy, a)
	if err != nil {
		return Mark{}, err
	}
	m := Mark{
		ID: id.NewRetentionMark(), Child: child, Unit: a.Unit(), Kind: k, Reason: reason, SetBy: a.Person(), SetOn: a.Today(), CreatedAt: s.now(), Version: 1,
	}
	return m, s.store.SetMark(ctx, g, m)
}

// EndMark lifts a hold, or ends a mark that was found wrong. As ListMarks. Faults: not-found, already-ended.
func (s *Service) EndMark(ctx context.Context, a access.Actor, m id.RetentionMark, reason person.Text) (Mark, error) {
	g, err := access.Allow[access.MarkRetention](s.policy, a)
	if err != nil {
		return Mark{}, err
	}
	return s.store.EndMark(ctx, g, m, func(v *Mark) error { return v.end(a.Person(), reason, a.Today(), s.now()) })
}

// DrawUp lists what may be weeded today in the own secrecy domain. Archivists. Faults: disposal-not-decided while a class of the
// domain has no setting, nothing-is-due.
func (s *Service) DrawUp(ctx context.Context, a access.Actor) (Run, error) {
	g, err := access.Allow[access.DrawUpDisposal](s.policy, a)
	if err != nil {
		return Run{}, err
	}
	var made Run
	err = s.store.DrawUpDisposal(ctx, g, func(classes []string, settings []Setting, all []Candidate) (Run, []Case, error) {
		if undecided(classes, settings) {
			return Run{}, nil, fault.New(fault.CodeDisposalUndecided)
		}
		var cases []Case
		made, cases, err = newRun(s.profile, all, settings, a.Today(), s.now())
		return made, cases, err
	})
	if err != nil {
		return Run{}, err
	}
	return s.Find(ctx, a, made.ID)
}

// List gives a page of the own secrecy domain's lists and certificates. Archivists.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Run, int, error) {
	g, err := access.Allow[access.ReadDisposal](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDisposals(ctx, g, p)
}

// Find gives one list. Archivists. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, r id.Disposal) (Run, error) {
	g, err := access.Allow[access.ReadDisposal](s.policy, a)
	if err != nil {
		return Run{}, err
	}
	return s.store.FindDisposal(ctx, g, r)
}

// ListCases gives a page of the cases on a list. Archivists. Fault: not-found.
func (s *Service) ListCases(ctx context.Context, a access.Actor, r id.Disposal, p page.Page) ([]Case, int, error) {
	g, err := access.Allow[access.ReadDisposal](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDisposalCases(ctx, g, r, p)
}

// Decide decides on a list; it takes two people. Each case is tested again: what something protects today drops off, whatever the list
// says. Archivists. Faults: not-found, disposal-over, another-decides.
func (s *Service) Decide(ctx context.Context, a access.Actor, r id.Disposal) (Run, error) {
	g, err := access.Allow[access.DecideDisposal](s.policy, a)
	if err != nil {
		return Run{}, err
	}
	err = s.store.DecideDisposal(ctx, g, r, func(v *Run, settings []Setting, all []Fact) (map[id.DisposalCase]Cause, error) {
		return s.profile.Retest(all, settings, a.Today()), v.Decide(a.Person(), s.now())
	})
	if err != nil {
		return Run{}, err
	}
	return s.Find(ctx, a, r)
}

// Cancel takes a list back until it is carried out. Archivists. Faults: not-found, disposal-over.
func (s *Service) Cancel(ctx context.Context, a access.Actor, r id.Disposal) (Run, error) {
	g, err := access.Allow[access.DecideDisposal](s.policy, a)
	if err != nil {
		return Run{}, err
	}
	if err := s.store.ChangeDisposal(ctx, g, r, func(v *Run) error { return v.Cancel(a.Today()) }); err != nil {
		return Run{}, err
	}
	return s.Find(ctx, a, r)
}
