package known

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/page"
)

// Direction is a side of a question: what the own unit asked, or what was answered through its cases.
type Direction bool

// The directions.
const (
	Sent     Direction = true
	Received Direction = false
)

// Store is what the slice needs of storage.
type Store interface {
	// AskKnown finds the child among the own unit's cases in reach, asks, keeps the question and gives the answer. A child
	// out of reach is fault.CodeNotFound, whoever else knows it.
	AskKnown(context.Context, access.Grant[access.AskKnown], Ask) (bool, error)
	// ListKnownQuestions gives a page of the questions in reach of one direction, latest first, and how many there are.
	ListKnownQuestions(context.Context, access.Grant[access.ReadKnown], Direction, page.Page) ([]Question, int, error)
}

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time) *Service { return &Service{s, m, now} }

// Ask asks another social board whether it knows a child. Staff who work with the child's case, and their manager. Faults:
// not-found for a child without need, known-question-not-allowed, too-many-requests, reason-required, invalid values.
func (s *Service) Ask(ctx context.Context, a access.Actor, d Draft) (bool, error) {
	g, err := access.Allow[access.AskKnown](s.policy, a)
	if err != nil {
		return false, err
	}
	ask, err := New(d, a.Class(), s.policy, s.now())
	if err != nil {
		return false, err
	}
	return s.store.AskKnown(ctx, g, ask)
}

// List gives a page of questions. Of those put: staff who work with the child's case, and their manager. Of those answered
// with yes through the own unit's cases: the unit's manager.
func (s *Service) List(ctx context.Context, a access.Actor, d Direction, p page.Page) ([]Question, int, error) {
	g, err := access.Allow[access.ReadKnown](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListKnownQuestions(ctx, g, d, p)
}
