package id

import "github.com/google/uuid"

// Registered clients, and what they are told.
type (
	clientKind    struct{}
	clientKeyKind struct{}
	eventKind     struct{}
	webhookKind   struct{}
	deliveryKind  struct{}

	Client    = ID[clientKind]
	ClientKey = ID[clientKeyKind]
	Event     = ID[eventKind]
	Webhook   = ID[webhookKind]
	Delivery  = ID[deliveryKind]
)

// NewClient, and the others below, make and take the ids of clients and of their keys.
func NewClient() Client                 { return New[clientKind]() }
func NewClientKey() ClientKey           { return New[clientKeyKind]() }
func ClientOf(u uuid.UUID) Client       { return From[clientKind](u) }
func ClientKeyOf(u uuid.UUID) ClientKey { return From[clientKeyKind](u) }

// NewWebhook, and the others below, make and take the ids of what clients are told.
func NewWebhook() Webhook           { return New[webhookKind]() }
func NewDelivery() Delivery         { return New[deliveryKind]() }
func WebhookOf(u uuid.UUID) Webhook { return From[webhookKind](u) }
func EventOf(u uuid.UUID) Event     { return From[eventKind](u) }
