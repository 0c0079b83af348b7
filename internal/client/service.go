package client

import (
	"context"
	"strconv"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Service holds the use cases. Each says in its comment who may call; the policy decides.
type Service struct {
	store  Store
	keys   Keys
	policy *access.Matrix
	now    func() time.Time
}

// NewService makes the service.
func NewService(s Store, k Keys, m *access.Matrix, now func() time.Time) *Service {
	return &Service{s, k, m, now}
}

// List gives a page of the own principal's clients. System administrators.
func (s *Service) List(ctx context.Context, a access.Actor, p page.Page) ([]Client, int, error) {
	g, err := access.Allow[access.ReadClient](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListClients(ctx, g, p)
}

// Find gives one client. System administrators of its principal. Fault: not-found.
func (s *Service) Find(ctx context.Context, a access.Actor, c id.Client) (Client, error) {
	g, err := access.Allow[access.ReadClient](s.policy, a)
	if err != nil {
		return Client{}, err
	}
	return s.store.FindClient(ctx, g, c)
}

// Own gives the client that asks. A client that acts for nobody.
func (s *Service) Own(ctx context.Context, a access.Actor) (Client, error) {
	return s.Find(ctx, a, a.Client())
}

// Register registers a client for the own principal. System administrators. Faults: dates, invalid values, unknown-unit for
// one that is not the principal's today, unusable keys.
func (s *Service) Register(ctx context.Context, a access.Actor, d Draft) (Client, error) {
	g, err := access.Allow[access.EditClient](s.policy, a)
	if err != nil {
		return Client{}, err
	}
	if err := s.checkKeys(d); err != nil {
		return Client{}, err
	}
	c, err := New(d, s.now())
	if err != nil {
		return Client{}, err
	}
	return c, s.store.RegisterClient(ctx, g, &c)
}

// Change says anew what is said of a client in the version that was read. System administrators of its principal. Faults:
// not-found, stale-version, already-ended, duplicate for the name of a key that was removed, and as Register.
func (s *Service) Change(ctx context.Context, a access.Actor, c id.Client, tag string, d Draft) (Client, error) {
	g, err := access.Allow[access.EditClient](s.policy, a)
	if err != nil {
		return Client{}, err
	}
	return s.store.ChangeClient(ctx, g, c, func(v *Client) error {
		if v.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		if err := s.checkKeys(d); err != nil {
			return err
		}
		return v.Change(d, s.now())
	})
}

// End ends a client at once. System administrators of its principal. Faults: not-found, already-ended.
func (s *Service) End(ctx context.Context, a access.Actor, c id.Client) (Client, error) {
	g, err := access.Allow[access.EditClient](s.policy, a)
	if err != nil {
		return Client{}, err
	}
	return s.store.ChangeClient(ctx, g, c, func(v *Client) error { return v.End(s.now()) })
}

// AddKey adds a key of the client that asks. A client that acts for nobody. Faults: too-many-keys, duplicate for a name that the
// client has used, an unusable key.
func (s *Service) AddKey(ctx context.Context, a access.Actor, p Public) (Client, error) {
	g, err := access.Allow[access.RotateKeys](s.policy, a)
	if err != nil {
		return Client{}, err
	}
	if err := s.keys.Check(p.JWK()); err != nil {
		return Client{}, fault.At(fault.CodeUnusableKey, "", "unusable")
	}
	return s.store.RotateKeys(ctx, g, func(v *Client) error {
		_, err := v.AddKey(p, s.now())
		return err
	})
}

// RemoveKey removes a key of the client that asks; what it signed, and tokens that it was used for, stop counting at once. A
// client that acts for nobody. Faults: not-found, last-key.
func (s *Service) RemoveKey(ctx context.Context, a access.Actor, k id.ClientKey) (Client, error) {
	g, err := access.Allow[access.RotateKeys](s.policy, a)
	if err != nil {
		return Client{}, err
	}
	return s.store.RotateKeys(ctx, g, func(v *Client) error { return v.RemoveKey(k) })
}

func (s *Service) checkKeys(d Draft) error {
	for n, p := range d.Keys {
		if s.keys.Check(p.JWK()) != nil { // its words are for developers
			return fault.At(fault.CodeUnusableKey, "/keys/"+strconv.Itoa(n), "unusable")
		}
	}
	return nil
}
