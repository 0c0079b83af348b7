package questionnaire

import (
	"context"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. Versions in reach are those of the own principal; another is fault.CodeNotFound, exactly
// as one that does not exist.
type Store interface {
	// ListQuestionnaires gives a page of the versions in reach, by code and the latest first.
	ListQuestionnaires(context.Context, access.Grant[access.ReadQuestionnaire], page.Page) ([]Questionnaire, int, error)
	// FindQuestionnaire gives one.
	FindQuestionnaire(context.Context, access.Grant[access.ReadQuestionnaire], id.Questionnaire) (Questionnaire, error)
	// DraftQuestionnaire tells do the number of the last version of a code, and stores the draft that it makes. Fault: duplicate
	// while there is a draft under the code.
	DraftQuestionnaire(context.Context, access.Grant[access.EditQuestionnaire], string, func(last int) (Questionnaire, error)) error
	// ChangeQuestionnaire locks a version in reach, lets do change it, and stores it; one that it publishes retires the one before.
	ChangeQuestionnaire(context.Context, access.Grant[access.EditQuestionnaire], id.Questionnaire, func(*Questionnaire) error) error
}

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// List gives a page of the own principal's versions. Staff who work with cases, administrators, system administrators.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Questionnaire, int, error) {
	g, err := access.Allow[access.ReadQuestionnaire](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListQuestionnaires(ctx, g, p)
}

// Find gives one version. As List. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, q id.Questionnaire) (Questionnaire, error) {
	g, err := access.Allow[access.ReadQuestionnaire](s.policy, a)
	if err != nil {
		return Questionnaire{}, err
	}
	return s.store.FindQuestionnaire(ctx, g, q)
}

// Draft drafts the next version of a code. System administrators. Faults: duplicate, invalid values.
func (s *Service) Draft(ctx context.Context, a access.Actor, code string, c Content) (Questionnaire, error) {
	g, err := access.Allow[access.EditQuestionnaire](s.policy, a)
	if err != nil {
		return Questionnaire{}, err
	}
	var made Questionnaire
	err = s.store.DraftQuestionnaire(ctx, g, code, func(last int) (Questionnaire, error) {
		made, err = New(code, c, last)
		return made, err
	})
	if err != nil {
		return Questionnaire{}, err
	}
	return s.Find(ctx, a, made.ID)
}

// Change replaces what a draft says; tag is the draft as the actor read it. System administrators. Faults: not-found,
// stale-version, not-a-draft, invalid values.
func (s *Service) Change(ctx context.Context, a access.Actor, q id.Questionnaire, tag string, c Content) (Questionnaire, error) {
	return s.edit(ctx, a, q, func(v *Questionnaire) error {
		if v.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		return v.Change(c)
	})
}

// Publish puts a draft to use in the place of the version before it. System administrators. Faults: not-found, not-a-draft.
func (s *Service) Publish(ctx context.Context, a access.Actor, q id.Questionnaire) (Questionnaire, error) {
	return s.edit(ctx, a, q, func(v *Questionnaire) error { return v.Publish(a.Today()) })
}

// Retire takes a version out of use. System administrators. Faults: not-found, not-published.
func (s *Service) Retire(ctx context.Context, a access.Actor, q id.Questionnaire) (Questionnaire, error) {
	return s.edit(ctx, a, q, func(v *Questionnaire) error { return v.Retire(a.Today()) })
}

func (s *Service) edit(ctx context.Context, a access.Actor, q id.Questionnaire, do func(*Questionnaire) error) (Questionnaire, error) {
	g, err := access.Allow[access.EditQuestionnaire](s.policy, a)
	if err != nil {
		return Questionnaire{}, err
	}
	if err := s.store.ChangeQuestionnaire(ctx, g, q, do); err != nil {
		return Questionnaire{}, err
	}
	return s.Find(ctx, a, q)
}
