package event

import (
	"context"
	"errors"
	"net/http"
	"strconv"
	"sync"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// Sender calls a webhook. It never fails otherwise than by its result.
type Sender interface {
	Send(ctx context.Context, address string, header http.Header, body []byte) Result
}

// Result is what came of a call: the status of the answer, or a word that says why there is none.
type Result struct {
	Status     int
	Failure    string
	RetryAfter time.Duration
}

// Outcome writes it down.
func (r Result) Outcome() string {
	if r.Failure != "" {
		return r.Failure
	}
	return strconv.Itoa(r.Status)
}

// Courier delivers events to webhooks.
type Courier struct {
	outbox Outbox
	door   session.Door
	policy *access.Matrix
	sender Sender
	key    MasterKey
	source string
	now    func() time.Time
}

// NewCourier makes it; source is where events say that they come from.
func NewCourier(o Outbox, d session.Door, m *access.Matrix, s Sender, k MasterKey, source string, now func() time.Time) *Courier {
	return &Courier{o, d, m, s, k, source, now}
}

// DeliverEvents is the name of a delivery in the log. It is no operation of the contract: nobody asked for it.
const DeliverEvents = "DeliverEvents"

const (
	atOnce   = 8                // webhooks that are called at once
	inARow   = 20               // deliveries to one webhook in a round
	leaseFor = 2 * time.Minute  // after which a delivery that a courier left behind is tried again
	keepTime = 5 * time.Second  // for what must be kept when the worker is told to stop
	roundFor = 20 * time.Second // after which no further delivery is begun
)

// Round delivers what is due. Webhooks are called beside each other and each in order, so that one that is slow delays no other;
// after a failure the next one of that webhook waits for the next round.
func (c *Courier) Round(ctx context.Context) error {
	if c.key.IsZero() {
		return nil
	}
	now := c.now()
	due, err := c.outbox.DueWebhooks(ctx, now, civil.Of(now))
	if err != nil {
		return err
	}
	until := now.Add(roundFor)
	var wait sync.WaitGroup
	slots, failed := make(chan struct{}, atOnce), make([]error, len(due))
	for n, d := range due {
		wait.Go(func() {
			slots <- struct{}{}
			defer func() { <-slots }()
			failed[n] = c.deliver(ctx, d, until)
		})
	}
	wait.Wait()
	return errors.Join(failed...)
}

func (c *Courier) deliver(ctx context.Context, d Due, until time.Time) error {
	for range inARow {
		if ctx.Err() != nil || c.now().After(until) {
			return nil
		}
		var t Taken
		var found bool
		err := c.as(ctx, d.Client, func(ctx context.Context, g access.Grant[access.ReadEvent]) (err error) {
			t, found, err = c.outbox.TakeDelivery(ctx, g, d.Webhook, leaseFor)
			return err
		})
		if err != nil || !found {
			return err
		}
		r := c.send(ctx, t)
		keep, cancel := context.WithTimeout(context.WithoutCancel(ctx), keepTime)
		err = c.as(keep, d.Client, func(ctx context.Context, g access.Grant[access.ReadEvent]) error {
			return c.outbox.KeepDelivery(ctx, g, t.Delivery.ID, func(v *Delivery) bool { return v.keep(r, c.now()) })
		})
		cancel()
		if err != nil || r.Status < 200 || r.Status >= 300 {
			return err
		}
	}
	return nil
}

// send calls the webhook. The id of a message is that of the event, so that whoever gets it twice knows it again.
func (c *Courier) send(ctx context.Context, t Taken) Result {
	now := c.now()
	message, e := t.Event.ID.String(), t.Event.Envelope(c.source)
	if t.Event.ID.IsZero() {
		message = t.Delivery.ID.String()
		e = envelope(message, ping, "webhook", t.Webhook.ID.String(), c.source, now)
	}
	body := e.text()
	return c.sender.Send(ctx, t.Webhook.Address, http.Header{
		"Content-Type": {"application/cloudevents+json"}, "Webhook-Id": {message}, "Webhook-Timestamp": {strconv.FormatInt(now.Unix(), 10)},
		"Webhook-Signature": {sign(t.Webhook.secrets(c.key, now), message, now, body)},
	}, body)
}

// as does work as the client whose webhook it is, through the same door as its requests: what the client may not do any longer is
// not done for it either.
func (c *Courier) as(ctx context.Context, who id.Client, work func(context.Context, access.Grant[access.ReadEvent]) error) error {
	now := c.now()
	r := session.Request{
		ID: id.NewRequest(), Operation: DeliverEvents, Now: now, Today: civil.Of(now),
		Credentials: session.Credentials{Kind: session.Client, Client: who, Scopes: access.SystemScopes},
	}
	_, err := c.door.Serve(ctx, r, func(ctx context.Context, a access.Actor) (session.Answer, error) {
		g, err := access.Allow[access.ReadEvent](c.policy, a)
		if err == nil && !c.policy.May(a, "FollowEvents") {
			err = fault.New(fault.CodeDenied)
		}
		if err != nil {
			return session.Answer{}, err
		}
		return session.Answer{}, work(ctx, g)
	})
	if fault.Is(err, fault.Denied) || fault.Is(err, fault.Unauthenticated) || fault.Is(err, fault.NotFound) {
		return nil // the client, its scope or the webhook has ended meanwhile
	}
	return err
}
