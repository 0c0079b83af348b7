package store

import (
	"context"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/event"
	"samplan/internal/fault"
	"samplan/internal/id"
)

const deliveryColumns = `d.id, d.event_id, d.state, d.next_at, d.attempts, d.tried_at, d.outcomes`

func scanDelivery(r pgx.Rows, more ...any) (event.Delivery, error) {
	var d event.Delivery
	var at []time.Time
	var outcomes []string
	err := r.Scan(append([]any{asID(&d.ID), asID(&d.Event), asEnum(&d.State), &d.NextAt, &d.Tries, &at, &outcomes}, more...)...)
	for n := range min(len(at), len(outcomes)) {
		d.Attempts = append(d.Attempts, event.Attempt{At: at[n], Outcome: outcomes[n]})
	}
	return d, err
}

// putDeliveries puts events in for a webhook that wants them. One that is there stays as it is, unless it is asked for again.
func (u *unit) putDeliveries(ctx context.Context, w event.Webhook, all []told, isAgain bool) error {
	conflict := "DO NOTHING"
	if isAgain {
		conflict = "(webhook_id, event_id) DO UPDATE SET state = 'waiting', next_at = excluded.next_at, attempts = 0"
	}
	var steps []step
	for _, e := range all {
		if w.Wants(e.Kind) {
			steps = append(steps, step{
				sql:  "INSERT INTO webhook_delivery (id, webhook_id, event_id, state, next_at, created_at) VALUES ($1, $2, $3, 'waiting', $4, $4) ON CONFLICT " + conflict,
				args: []any{id.NewDelivery(), w.ID, e.ID, u.request.Now},
			})
		}
	}
	if len(steps) == 0 {
		return nil
	}
	return u.pipeline(ctx, steps...)
}

// DueWebhooks implements event.Outbox.
func (s *Store) DueWebhooks(ctx context.Context, now time.Time, today civil.Date) ([]event.Due, error) {
	// Once for all, so that no webhook's transaction waits for another's to be over.
	if err := s.outside(ctx, step{sql: "SELECT app_place_events()"}); err != nil {
		return nil, err
	}
	var all []event.Due
	err := s.outside(ctx, step{
		sql: "SELECT webhook_id, client_id FROM app_due_webhooks($1, $2)", args: []any{now, today},
		row: func(r pgx.Rows) error {
			var d event.Due
			err := r.Scan(asID(&d.Webhook), asID(&d.Client))
			all = append(all, d)
			return err
		},
	})
	return all, err
}

// gathered is how many events are put in at once; what is left waits for the next time.
const gathered = 100

// TakeDelivery implements event.Outbox.
func (s *Store) TakeDelivery(ctx context.Context, g access.Grant[access.ReadEvent], of id.Webhook, lease time.Duration) (event.Taken, bool, error) {
	u, err := within(ctx, g)
	if err != nil {
		return event.Taken{}, false, err
	}
	w, err := u.lockWebhook(ctx, of)
	if err != nil || w.IsPaused || w.StoppedAt != nil {
		return event.Taken{}, false, err
	}
	units, err := u.subscribed(ctx)
	if err == nil {
		err = u.gather(ctx, g, w, units)
	}
	for err == nil {
		var d event.Delivery
		if d, err = u.nextDelivery(ctx, of); err != nil || d.ID.IsZero() {
			return event.Taken{}, false, err
		}
		t := event.Taken{Webhook: w, Delivery: d}
		if !d.Event.IsZero() {
			seen, err := u.eventsAs(ctx, units, eventsFor(g.Reaches(), "e.id = $1"), d.Event, 1)
			if err != nil {
				return t, false, err
			}
			if len(seen) == 0 { // it is hidden by now: as if it had never been there
				if err := u.pipeline(ctx, step{sql: "UPDATE webhook_delivery SET state = 'dropped' WHERE id = $1", args: []any{d.ID}}); err != nil {
					return t, false, err
				}
				continue
			}
			t.Event = seen[0].Event
			u.log.opened(t.Event.About.UUID(), access.ReachNamed(seen[0].reach))
		}
		return t, true, u.pipeline(ctx, step{sql: "UPDATE webhook_delivery SET next_at = $2 WHERE id = $1", args: []any{d.ID, u.request.Now.Add(lease)}})
	}
	return event.Taken{}, false, err
}

// gather puts in what has happened since the webhook was looked at.
func (u *unit) gather(ctx context.Context, g access.Grant[access.ReadEvent], w event.Webhook, units []id.Unit) error {
	var from, last int64
	err := u.pipeline(ctx, step{
		sql: "SELECT told_to, app_last_event() FROM webhook WHERE id = $1", args: []any{w.ID},
		row: func(r pgx.Rows) error { return r.Scan(&from, &last) },
	})
	if err != nil || last <= from {
		return err
	}
	all, err := u.eventsAs(ctx, units, eventsFor(g.Reaches(), "e.position > $1"), from, gathered)
	if err != nil {
		return err
	}
	if len(all) == gathered {
		last = int64(all[gathered-1].position) //nolint:gosec // G115: it came from the database as such
	}
	if err := u.putDeliveries(ctx, w, all, false); err != nil {
		return err
	}
	return u.pipeline(ctx, step{sql: "UPDATE webhook SET told_to = $2 WHERE id = $1", args: []any{w.ID, last}})
}

// nextDelivery locks the next one that is due; tests go first.
func (u *unit) nextDelivery(ctx context.Context, w id.Webhook) (d event.Delivery, err error) {
	err = u.pipeline(ctx, step{
		sql: "SELECT " + deliveryColumns + ` FROM webhook_delivery d WHERE d.webhook_id = $1 AND d.state = 'waiting' AND d.next_at <= $2
		      ORDER BY d.event_id IS NOT NULL, d.created_at, d.id LIMIT 1 FOR UPDATE OF d SKIP LOCKED`,
		args: []any{w, u.request.Now},
		row: func(r pgx.Rows) (err error) {
			d, err = scanDelivery(r)
			return err
		},
	})
	return d, err
}

// attemptsKept is how many attempts of a delivery are kept.
const attemptsKept = 20

// KeepDelivery implements event.Outbox.
func (s *Store) KeepDelivery(ctx context.Context, g access.Grant[access.ReadEvent], of id.Delivery, do func(*event.Delivery) bool) error {
	u, err := within(ctx, g)
	if err != nil {
		return err
	}
	var d event.Delivery
	var w id.Webhook
	err = u.pipeline(ctx, step{
		sql: "SELECT " + deliveryColumns + ", d.webhook_id FROM webhook_delivery d WHERE d.id = $1 AND d.state <> 'dropped' FOR UPDATE OF d", args: []any{of},
		row: func(r pgx.Rows) (err error) {
			d, err = scanDelivery(r, asID(&w))
			return err
		},
	})
	if err == nil && d.ID.IsZero() {
		err = fault.New(fault.CodeNotFound) // its event is older than events are kept
	}
	if err != nil {
		return err
	}
	isGone := do(&d)
	d.Attempts = d.Attempts[max(0, len(d.Attempts)-attemptsKept):]
	at, outcomes := make([]time.Time, len(d.Attempts)), make([]string, len(d.Attempts))
	for n, a := range d.Attempts {
		at[n], outcomes[n] = a.At, a.Outcome
	}
	u.log.opened(w.UUID(), access.Self)
	return u.pipeline(ctx, step{
		sql:  "UPDATE webhook_delivery SET state = $2, next_at = $3, attempts = $4, tried_at = $5, outcomes = $6 WHERE id = $1",
		args: []any{d.ID, d.State, d.NextAt, d.Tries, at, outcomes},
	}, step{sql: "UPDATE webhook SET stopped_at = $2, version = version + 1 WHERE id = $1 AND $3 AND stopped_at IS NULL", args: []any{w, u.request.Now, isGone}})
}
