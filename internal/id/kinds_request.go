package id

import "github.com/google/uuid"

// Requests of families for a plan.
type (
	planRequestKind struct{}
	receiverKind    struct{}

	PlanRequest = ID[planRequestKind]
	Receiver    = ID[receiverKind]
)

// NewPlanRequest, and the others below, make and take the ids of requests for a plan.
func NewPlanRequest() PlanRequest           { return New[planRequestKind]() }
func NewReceiver() Receiver                 { return New[receiverKind]() }
func PlanRequestOf(u uuid.UUID) PlanRequest { return From[planRequestKind](u) }
