package event

import (
	"context"
	"time"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/page"
)

// Store is what the slice needs of storage. A webhook of another client is fault.CodeNotFound, exactly as one that does not exist.
type Store interface {
	// ListEvents gives at most so many events after a cursor, in their order, that some unit of the client may see now.
	ListEvents(ctx context.Context, g access.Grant[access.ReadEvent], after Cursor, limit int) (Feed, error)
	// ListWebhooks gives a page of the client's webhooks that have not ended, and how many there are.
	ListWebhooks(context.Context, access.Grant[access.EditWebhook], page.Page) ([]Webhook, int, error)
	// FindWebhook gives one of the client's that has not ended.
	FindWebhook(context.Context, access.Grant[access.EditWebhook], id.Webhook) (Webhook, error)
	// AddWebhook keeps one, which is told from now on. Fault: too-many-webhooks.
	AddWebhook(ctx context.Context, g access.Grant[access.EditWebhook], w Webhook, most int) error
	// ChangeWebhook locks one, lets do change it and keeps it.
	ChangeWebhook(context.Context, access.Grant[access.EditWebhook], id.Webhook, func(*Webhook) error) (Webhook, error)
	// PingWebhook puts a test in.
	PingWebhook(context.Context, access.Grant[access.EditWebhook], id.Webhook, Delivery) (Delivery, error)
	// ListDeliveries gives a page of the deliveries that were tried, the latest first.
	ListDeliveries(context.Context, access.Grant[access.EditWebhook], id.Webhook, page.Page) ([]Delivery, int, error)
	// ReplayWebhook puts events in that the client may see now, once more where they were.
	ReplayWebhook(context.Context, access.Grant[access.EditWebhook], access.Grant[access.ReadEvent], id.Webhook, Again) (Webhook, error)
}

// Outbox is what the courier needs of storage.
type Outbox interface {
	// DueWebhooks names the webhooks where something may have to be told.
	DueWebhooks(ctx context.Context, now time.Time, today civil.Date) ([]Due, error)
	// TakeDelivery puts new events of a webhook in, and takes the next one that is due and that its client may see now; nobody
	// else takes it for a while. There may be none.
	TakeDelivery(ctx context.Context, g access.Grant[access.ReadEvent], w id.Webhook, lease time.Duration) (Taken, bool, error)
	// KeepDelivery locks one that was taken and keeps what do makes of it, and that the webhook has stopped if do says so.
	KeepDelivery(ctx context.Context, g access.Grant[access.ReadEvent], d id.Delivery, do func(*Delivery) (isGone bool)) error
}

// Due is a webhook where something may have to be told.
type Due struct {
	Webhook id.Webhook
	Client  id.Client
}

// Taken is what is to be delivered where. The event is zero for a test.
type Taken struct {
	Webhook  Webhook
	Delivery Delivery
	Event    Event
}
