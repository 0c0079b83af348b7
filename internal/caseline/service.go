package caseline

import (
	"context"
	"io"

	"samplan/internal/access"
	"samplan/internal/deidentify"
	"samplan/internal/id"
	"samplan/internal/person"
)

// Store is what lines for teaching need of storage.
type Store interface {
	// NoteTeaching notes in the log why the line of a plan in reach leaves the case. Fault: not-found.
	NoteTeaching(context.Context, access.Grant[access.TeachCaseLine], id.Plan, person.Text) error
}

// Gate gives what texts of an actor's are searched for (package deidentify).
type Gate interface {
	Known(context.Context, access.Actor) (deidentify.Known, error)
}

// Service makes lines for teaching.
type Service struct {
	store  Store
	gate   Gate
	policy *access.Matrix
	chance io.Reader
}

// NewService makes the service. By how much days are moved is drawn from chance.
func NewService(s Store, g Gate, m *access.Matrix, chance io.Reader) *Service {
	return &Service{s, g, m, chance}
}

// Ask is why a line is wanted, and which warnings the caller has thought about.
type Ask struct {
	Reason    person.Text
	Confirmed []deidentify.Warning
}

// Teach makes a line for teaching of what the caller sees, and notes why. A caseworker of the unit that leads the plan. It gives the
// warnings that stand. Faults: not-found, identifying-text and confirm-warnings for the reason, since the log keeps it,
// confirm-warnings for the line, not-for-teaching for a protected child.
func (s *Service) Teach(ctx context.Context, a access.Actor, p id.Plan, ask Ask, line func() (Line, error)) (Line, []deidentify.Warning, error) {
	g, err := access.Allow[access.TeachCaseLine](s.policy, a)
	if err != nil {
		return Line{}, nil, err
	}
	if err := s.store.NoteTeaching(ctx, g, p, ask.Reason); err != nil {
		return Line{}, nil, err
	}
	known, err := s.gate.Known(ctx, a)
	if err != nil {
		return Line{}, nil, err
	}
	if _, err := deidentify.Gate(known, a.Today(), ask.Confirmed, deidentify.Part{Pointer: "/reason", Text: ask.Reason}); err != nil {
		return Line{}, nil, err
	}
	l, err := line()
	if err != nil {
		return Line{}, nil, err
	}
	return l.By(a.Today()).ForTeaching(a.Today(), ask.Confirmed, s.chance)
}
