package event

import (
	"context"
	"time"

	"samplan/internal/access"
)

// Options are what differs from one place to another.
type Options struct {
	Key     MasterKey // of webhooks; there are none without
	IsLocal bool      // this machine may listen: development and tests alone
}

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	policy *access.Matrix
	now    func() time.Time
	o      Options
}

// NewService makes the service.
func NewService(s Store, m *access.Matrix, now func() time.Time, o Options) *Service {
	return &Service{s, m, now, o}
}

// List gives what has happened after a cursor, the oldest first, as far as the units of the client may see it now. A client that
// acts for nobody. Fault: malformed-request for a cursor that was not given to it.
func (s *Service) List(ctx context.Context, a access.Actor, after Cursor, limit int) (Feed, error) {
	g, err := access.Allow[access.ReadEvent](s.policy, a)
	if err != nil {
		return Feed{}, err
	}
	return s.store.ListEvents(ctx, g, after, limit)
}
