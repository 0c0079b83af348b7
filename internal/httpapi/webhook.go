package httpapi

import (
	"context"

	"samplan/internal/id"

	"samplan/internal/httpapi/wire"
)

// ListWebhooks lists where the client that asks listens.
func (a *API) ListWebhooks(ctx context.Context, q wire.ListWebhooksRequestObject) (wire.ListWebhooksResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Events.Webhooks(ctx, actorFrom(ctx), p)
	if err != nil {
		return nil, err
	}
	return wire.ListWebhooks200JSONResponse{Body: wire.WebhookList{Webhooks: each(rows, webhookWire), UnderscoreMeta: metaOf(p, total, len(rows))}}, nil
}

// AddWebhook lets the client listen somewhere, and shows the secret.
func (a *API) AddWebhook(ctx context.Context, q wire.AddWebhookRequestObject) (wire.AddWebhookResponseObject, error) {
	d, err := webhookDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	w, secret, err := a.Events.AddWebhook(ctx, actorFrom(ctx), d)
	if err != nil {
		return nil, err
	}
	return wire.AddWebhook201JSONResponse{
		Body: withSecret(w, secret), Headers: wire.AddWebhook201ResponseHeaders{ETag: etag(w.Tag()), Location: "/v1/system/webhooks/" + w.ID.String()},
	}, nil
}

// GetWebhook shows one.
func (a *API) GetWebhook(ctx context.Context, q wire.GetWebhookRequestObject) (wire.GetWebhookResponseObject, error) {
	w, err := a.Events.Webhook(ctx, actorFrom(ctx), id.WebhookOf(q.WebhookId))
	if err != nil {
		return nil, err
	}
	return wire.GetWebhook200JSONResponse{Body: webhookWire(w), Headers: wire.GetWebhook200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}

// ChangeWebhook says anew where the client listens.
func (a *API) ChangeWebhook(ctx context.Context, q wire.ChangeWebhookRequestObject) (wire.ChangeWebhookResponseObject, error) {
	tag, err := ifMatch(q.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	d, err := webhookDraft(*q.Body)
	if err != nil {
		return nil, err
	}
	w, err := a.Events.ChangeWebhook(ctx, actorFrom(ctx), id.WebhookOf(q.WebhookId), tag, d)
	if err != nil {
		return nil, err
	}
	return wire.ChangeWebhook200JSONResponse{Body: webhookWire(w), Headers: wire.ChangeWebhook200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}

// EndWebhook ends one.
func (a *API) EndWebhook(ctx context.Context, q wire.EndWebhookRequestObject) (wire.EndWebhookResponseObject, error) {
	w, err := a.Events.EndWebhook(ctx, actorFrom(ctx), id.WebhookOf(q.WebhookId))
	if err != nil {
		return nil, err
	}
	return wire.EndWebhook200JSONResponse{Body: webhookWire(w), Headers: wire.EndWebhook200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}

// RotateWebhookSecret gives a new secret, and shows it.
func (a *API) RotateWebhookSecret(ctx context.Context, q wire.RotateWebhookSecretRequestObject) (wire.RotateWebhookSecretResponseObject, error) {
	w, secret, err := a.Events.RotateSecret(ctx, actorFrom(ctx), id.WebhookOf(q.WebhookId), overlapOf(*q.Body))
	if err != nil {
		return nil, err
	}
	return wire.RotateWebhookSecret200JSONResponse{Body: withSecret(w, secret), Headers: wire.RotateWebhookSecret200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}

// PingWebhook sends a test.
func (a *API) PingWebhook(ctx context.Context, q wire.PingWebhookRequestObject) (wire.PingWebhookResponseObject, error) {
	d, err := a.Events.Ping(ctx, actorFrom(ctx), id.WebhookOf(q.WebhookId))
	if err != nil {
		return nil, err
	}
	return wire.PingWebhook200JSONResponse{Body: delivery(d)}, nil
}

// ListWebhookDeliveries lists what was sent or tried.
func (a *API) ListWebhookDeliveries(ctx context.Context, q wire.ListWebhookDeliveriesRequestObject) (wire.ListWebhookDeliveriesResponseObject, error) {
	p := pageOf(q.Params.Page, q.Params.Limit)
	rows, total, err := a.Events.Deliveries(ctx, actorFrom(ctx), id.WebhookOf(q.WebhookId), p)
	if err != nil {
		return nil, err
	}
	return wire.ListWebhookDeliveries200JSONResponse{Body: wire.WebhookDeliveryList{
		Deliveries: each(rows, delivery), UnderscoreMeta: metaOf(p, total, len(rows)),
	}}, nil
}

// ReplayWebhook sends events again.
func (a *API) ReplayWebhook(ctx context.Context, q wire.ReplayWebhookRequestObject) (wire.ReplayWebhookResponseObject, error) {
	var one id.Event
	if q.Body.EventId != nil {
		one = id.EventOf(*q.Body.EventId)
	}
	w, err := a.Events.Replay(ctx, actorFrom(ctx), id.WebhookOf(q.WebhookId), one, q.Body.Since)
	if err != nil {
		return nil, err
	}
	return wire.ReplayWebhook200JSONResponse{Body: webhookWire(w), Headers: wire.ReplayWebhook200ResponseHeaders{ETag: etag(w.Tag())}}, nil
}
