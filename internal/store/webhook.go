package store

import (
	"context"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/event"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/page"
)

const (
	webhookColumns = `w.id, w.address, w.kinds, w.is_paused, w.generation, w.secret_since, w.old_until, w.created_at, w.stopped_at, w.ended_at, w.version`
	ownWebhooks    = `webhook w WHERE w.client_id = app_system() AND w.ended_at IS NULL`
)

func scanWebhook(r pgx.Rows) (event.Webhook, error) {
	var w event.Webhook
	var kinds []string
	err := r.Scan(asID(&w.ID), &w.Address, &kinds, &w.IsPaused, &w.Generation, &w.SecretSince, &w.OldUntil, &w.CreatedAt, &w.StoppedAt, &w.EndedAt, &w.Version)
	for _, name := range kinds {
		if k, err := event.Kinds.Parse(name); err == nil { // one that is gone is told of no longer
			w.Kinds = append(w.Kinds, k)
		}
	}
	return w, err
}

// ListWebhooks implements event.Store.
func (s *Store) ListWebhooks(ctx context.Context, g access.Grant[access.EditWebhook], pg page.Page) ([]event.Webhook, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	var all []event.Webhook
	total, err := u.list(ctx, listing{columns: webhookColumns, from: ownWebhooks, order: "w.created_at, w.id"}, pg, func(r pgx.Rows) error {
		w, err := scanWebhook(r)
		all = append(all, w)
		u.log.opened(w.ID.UUID(), access.Self)
		return err
	})
	return all, total, err
}

// AddWebhook implements event.Store.
func (s *Store) AddWebhook(ctx context.Context, g access.Grant[access.EditWebhook], w event.Webhook, most int) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	n := 0
	err = u.pipeline(ctx, step{sql: lockClient, args: []any{u.actor.Client()}}, step{sql: "SELECT app_place_events()"}, step{
		sql: "SELECT count(*) FROM " + ownWebhooks, row: func(r pgx.Rows) error { return r.Scan(&n) },
	})
	if err == nil && n >= most {
		err = fault.New(fault.CodeTooManyWebhooks)
	}
	if err != nil {
		return err
	}
	u.log.opened(w.ID.UUID(), access.Self)
	return u.pipeline(ctx, step{
		sql: `INSERT INTO webhook (id, client_id, address, kinds, is_paused, secret_since, told_to, created_at, version)
		      VALUES ($1, app_system(), $2, $3, $4, $5, app_last_event(), $5, $6)`,
		args: []any{w.ID, w.Address, names(w.Kinds), w.IsPaused, w.CreatedAt, w.Version},
	})
}

func names(kinds []event.Kind) []string {
	all := []string{}
	for _, k := range kinds {
		all = append(all, k.String())
	}
	return all
}

// lockWebhook reads one of the client's and keeps others from changing it.
func (u *unit) lockWebhook(ctx context.Context, w id.Webhook) (event.Webhook, error) {
	var found event.Webhook
	err := u.pipeline(ctx, step{
		sql: "SELECT " + webhookColumns + " FROM " + ownWebhooks + " AND w.id = $1 FOR UPDATE OF w", args: []any{w},
		row: func(r pgx.Rows) (err error) {
			found, err = scanWebhook(r)
			return err
		},
	})
	if err == nil && found.ID.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err == nil {
		u.log.opened(w.UUID(), access.Self)
	}
	return found, err
}

// FindWebhook implements event.Store.
func (s *Store) FindWebhook(ctx context.Context, g access.Grant[access.EditWebhook], w id.Webhook) (event.Webhook, error) {
	u, err := within(ctx, g)
	if err != nil {
		return event.Webhook{}, err
	}
	return u.lockWebhook(ctx, w)
}

// ChangeWebhook implements event.Store.
func (s *Store) ChangeWebhook(ctx context.Context, g access.Grant[access.EditWebhook], w id.Webhook, do func(*event.Webhook) error) (event.Webhook, error) {
	u, err := within(ctx, g)
	if err != nil {
		return event.Webhook{}, err
	}
	v, err := u.lockWebhook(ctx, w)
	if err != nil {
		return v, err
	}
	if err := do(&v); err != nil {
		return event.Webhook{}, err
	}
	return v, u.pipeline(ctx, step{
		sql: `UPDATE webhook SET address = $2, kinds = $3, is_paused = $4, generation = $5, secret_since = $6, old_until = $7, stopped_at = $8, ended_at = $9,
		        version = $10 WHERE id = $1 AND version = $10 - 1`,
		args:     []any{v.ID, v.Address, names(v.Kinds), v.IsPaused, v.Generation, v.SecretSince, v.OldUntil, v.StoppedAt, v.EndedAt, v.Version},
		affected: unmoved,
	})
}

// PingWebhook implements event.Store.
func (s *Store) PingWebhook(ctx context.Context, g access.Grant[access.EditWebhook], w id.Webhook, d event.Delivery) (event.Delivery, error) {
	u, err := within(ctx, g)
	if err != nil {
		return d, err
	}
	if _, err := u.lockWebhook(ctx, w); err != nil {
		return event.Delivery{}, err
	}
	return d, u.pipeline(ctx, step{
		sql:  "INSERT INTO webhook_delivery (id, webhook_id, state, next_at, created_at) VALUES ($1, $2, $3, $4, $4)",
		args: []any{d.ID, w, d.State, d.NextAt},
	})
}

// ListDeliveries implements event.Store. What has not been tried has been told to nobody, and may not be.
func (s *Store) ListDeliveries(ctx context.Context, g access.Grant[access.EditWebhook], w id.Webhook, pg page.Page) ([]event.Delivery, int, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, 0, err
	}
	if _, err := u.lockWebhook(ctx, w); err != nil {
		return nil, 0, err
	}
	var all []event.Delivery
	total, err := u.list(ctx, listing{
		columns: deliveryColumns, from: "webhook_delivery d WHERE d.webhook_id = $1 AND cardinality(d.tried_at) > 0 AND d.state <> 'dropped'",
		order: "d.tried_at[cardinality(d.tried_at)] DESC, d.id", args: []any{w},
	}, pg, func(r pgx.Rows) error {
		d, err := scanDelivery(r)
		all = append(all, d)
		return err
	})
	return all, total, err
}

// ReplayWebhook implements event.Store.
func (s *Store) ReplayWebhook(
	ctx context.Context, g access.Grant[access.EditWebhook], tell access.Grant[access.ReadEvent], w id.Webhook, again event.Again,
) (event.Webhook, error) {
	u, err := within(ctx, g)
	if err != nil {
		return event.Webhook{}, err
	}
	v, err := u.lockWebhook(ctx, w)
	if err != nil {
		return v, err
	}
	units, err := u.subscribed(ctx)
	if err != nil {
		return v, err
	}
	which, value := "e.at >= $1", any(again.Since)
	if !again.Event.IsZero() {
		which, value = "e.id = $1", again.Event
	}
	all, err := u.eventsAs(ctx, units, eventsFor(tell.Reaches(), which), value, again.Most)
	if err == nil && len(all) == 0 && !again.Event.IsZero() {
		err = fault.New(fault.CodeNotFound)
	}
	if err != nil {
		return v, err
	}
	return v, u.putDeliveries(ctx, v, all, true)
}
