package httpapi

import (
	"encoding/json"
	"time"

	"samplan/internal/event"
	"samplan/internal/fault"

	"samplan/internal/httpapi/wire"
)

func webhookWire(w event.Webhook) wire.Webhook {
	return wire.Webhook{
		Id: w.ID.UUID(), Address: w.Address, Kinds: each(w.Kinds, func(k event.Kind) wire.EventKind { return wire.EventKind(k.String()) }), IsPaused: w.IsPaused,
		CreatedAt: w.CreatedAt, SecretChangedAt: w.SecretSince, OldSecretUntil: w.OldUntil, StoppedAt: w.StoppedAt, EndedAt: w.EndedAt, Etag: etag(w.Tag()),
	}
}

// withSecret shows the secret, the one time that it is shown.
func withSecret(w event.Webhook, s event.Secret) wire.Webhook {
	v, text := webhookWire(w), s.String()
	v.Secret = &text
	return v
}

func webhookDraft(b wire.NewWebhook) (event.Draft, error) {
	d := event.Draft{Address: b.Address, IsPaused: given(b.IsPaused)}
	for _, name := range b.Kinds {
		k, err := event.Kinds.Parse(string(name))
		if err != nil {
			return d, fault.At(fault.CodeInvalid, "/kinds", "unknown")
		}
		d.Kinds = append(d.Kinds, k)
	}
	return d, nil
}

func overlapOf(b wire.NewWebhookSecret) *time.Duration {
	if b.OverlapHours == nil {
		return nil
	}
	d := time.Duration(*b.OverlapHours) * time.Hour
	return &d
}

func delivery(d event.Delivery) wire.WebhookDelivery {
	w := wire.WebhookDelivery{
		Id: d.ID.UUID(), EventId: optionalID(d.Event), State: wire.WebhookDeliveryState(d.State.String()), Attempts: each(d.Attempts, attempt),
	}
	if w.State == wire.WebhookDeliveryStateWaiting {
		w.NextAt = &d.NextAt
	}
	return w
}

func attempt(a event.Attempt) wire.WebhookAttempt {
	return wire.WebhookAttempt{At: a.At, Outcome: a.Outcome, Status: optional(a.Status())}
}

// showsOnce are the operations whose answer holds a secret. It is not kept for a retry, as it is kept nowhere.
var showsOnce = map[string]bool{"AddWebhook": true, "RotateWebhookSecret": true}

func withoutSecret(body []byte) ([]byte, error) {
	var w wire.Webhook
	if err := json.Unmarshal(body, &w); err != nil {
		return nil, fault.Wrap(fault.CodeInternal, err)
	}
	w.Secret = nil
	kept, err := json.Marshal(w) //nolint:gosec // G117: it has just been taken out
	if err != nil {
		return nil, fault.Wrap(fault.CodeInternal, err)
	}
	return append(kept, '\n'), nil
}
