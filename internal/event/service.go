package event

import (
	"context"

	"samplan/internal/access"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix) *Service { return &Service{s, m} }

// List gives what has happened after a cursor, the oldest first, as far as the units of the client may see it now. A client that
// acts for nobody. Fault: malformed-request for a cursor that was not given to it.
func (s *Service) List(ctx context.Context, a access.Actor, after Cursor, limit int) (Feed, error) {
	g, err := access.Allow[access.ReadEvent](s.policy, a)
	if err != nil {
		return Feed{}, err
	}
	return s.store.ListEvents(ctx, g, after, limit)
}
