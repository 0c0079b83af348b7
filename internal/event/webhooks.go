package event

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Webhooks lists where the client listens. A client that acts for nobody, as all below.
func (s *Service) Webhooks(ctx context.Context, a access.Actor, p page.Page) ([]Webhook, int, error) {
	g, err := access.Allow[access.EditWebhook](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListWebhooks(ctx, g, p)
}

// Webhook gives one. Fault: not-found.
func (s *Service) Webhook(ctx context.Context, a access.Actor, w id.Webhook) (Webhook, error) {
	g, err := access.Allow[access.EditWebhook](s.policy, a)
	if err != nil {
		return Webhook{}, err
	}
	return s.store.FindWebhook(ctx, g, w)
}

// AddWebhook lets the client listen somewhere from now on, and gives the secret. Faults: invalid-value for an address, too-many-webhooks,
// no-webhooks.
func (s *Service) AddWebhook(ctx context.Context, a access.Actor, d Draft) (Webhook, Secret, error) {
	g, err := s.mayEdit(a)
	if err == nil {
		err = checkAddress(d.Address, s.o.IsLocal)
	}
	if err != nil {
		return Webhook{}, Secret{}, err
	}
	w := Webhook{ID: id.NewWebhook(), Generation: 1, SecretSince: s.now(), CreatedAt: s.now()}
	w.change(d)
	return w, s.o.Key.secret(w.ID, 1), s.store.AddWebhook(ctx, g, w, mostWebhooks)
}

// ChangeWebhook says anew where to, of what, and whether for now. One that was stopped goes on. Faults: not-found, stale-version, and
// as AddWebhook.
func (s *Service) ChangeWebhook(ctx context.Context, a access.Actor, w id.Webhook, tag string, d Draft) (Webhook, error) {
	return s.edit(ctx, a, w, func(v *Webhook) error {
		if v.Tag() != tag {
			return fault.New(fault.CodeStale)
		}
		if err := checkAddress(d.Address, s.o.IsLocal); err != nil {
			return err
		}
		v.change(d)
		return nil
	})
}

// EndWebhook ends one. Fault: not-found.
func (s *Service) EndWebhook(ctx context.Context, a access.Actor, w id.Webhook) (Webhook, error) {
	return s.edit(ctx, a, w, func(v *Webhook) error { v.end(s.now()); return nil })
}

// RotateSecret gives a new secret; what is sent in the overlap is signed with the one before, too. Faults: not-found, invalid-value.
func (s *Service) RotateSecret(ctx context.Context, a access.Actor, w id.Webhook, overlap *time.Duration) (Webhook, Secret, error) {
	v, err := s.edit(ctx, a, w, func(v *Webhook) error { return v.rotate(overlap, s.now()) })
	return v, s.o.Key.secret(v.ID, v.Generation), err
}

func (s *Service) edit(ctx context.Context, a access.Actor, w id.Webhook, do func(*Webhook) error) (Webhook, error) {
	g, err := s.mayEdit(a)
	if err != nil {
		return Webhook{}, err
	}
	return s.store.ChangeWebhook(ctx, g, w, do)
}

// Ping sends a test, soon. Fault: not-found.
func (s *Service) Ping(ctx context.Context, a access.Actor, w id.Webhook) (Delivery, error) {
	g, err := s.mayEdit(a)
	if err != nil {
		return Delivery{}, err
	}
	return s.store.PingWebhook(ctx, g, w, Delivery{ID: id.NewDelivery(), State: waiting, NextAt: s.now()})
}

// Deliveries gives a page of what was tried, the latest first. Fault: not-found.
func (s *Service) Deliveries(ctx context.Context, a access.Actor, w id.Webhook, p page.Page) ([]Delivery, int, error) {
	g, err := access.Allow[access.EditWebhook](s.policy, a)
	if err != nil {
		return nil, 0, err
	}
	return s.store.ListDeliveries(ctx, g, w, p)
}

// Replay sends again: one event, or all since a moment that the client may see now, at most replayed. Faults: not-found, invalid-value.
func (s *Service) Replay(ctx context.Context, a access.Actor, w id.Webhook, one id.Event, since *time.Time) (Webhook, error) {
	g, err := s.mayEdit(a)
	if err != nil {
		return Webhook{}, err
	}
	if one.IsZero() == (since == nil) {
		return Webhook{}, fault.At(fault.CodeInvalid, "/eventId", "one-of")
	}
	tell, err := access.Allow[access.ReadEvent](s.policy, a)
	if err != nil {
		return Webhook{}, err
	}
	return s.store.ReplayWebhook(ctx, g, tell, w, Again{one, since, replayed, s.now()})
}

// replayed is how many events are sent again at once.
const replayed = 1000

// Again says what is sent again.
type Again struct {
	Event id.Event
	Since *time.Time
	Most  int
	Now   time.Time
}

// mayEdit refuses also where the service has no key, and so no webhooks.
func (s *Service) mayEdit(a access.Actor) (access.Grant[access.EditWebhook], error) {
	g, err := access.Allow[access.EditWebhook](s.policy, a)
	if err == nil && s.o.Key.IsZero() {
		err = fault.New(fault.CodeNoWebhooks)
	}
	return g, err
}
