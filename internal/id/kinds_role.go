package id

import "github.com/google/uuid"

// Roles in a plan, interventions that change hands, reasons for broken deadlines, and transitions.
type (
	roleHolderKind        struct{}
	roleOfferKind         struct{}
	interventionOfferKind struct{}
	leadOfferKind         struct{}
	deadlineReasonKind    struct{}
	transitionKind        struct{}

	RoleHolder        = ID[roleHolderKind]
	RoleOffer         = ID[roleOfferKind]
	InterventionOffer = ID[interventionOfferKind]
	LeadOffer         = ID[leadOfferKind]
	DeadlineReason    = ID[deadlineReasonKind]
	Transition        = ID[transitionKind]
)

// NewRoleHolder, and the others below, make and take the ids of roles in a plan.
func NewRoleHolder() RoleHolder                         { return New[roleHolderKind]() }
func NewRoleOffer() RoleOffer                           { return New[roleOfferKind]() }
func NewInterventionOffer() InterventionOffer           { return New[interventionOfferKind]() }
func NewDeadlineReason() DeadlineReason                 { return New[deadlineReasonKind]() }
func InterventionOfferOf(u uuid.UUID) InterventionOffer { return From[interventionOfferKind](u) }
func RoleHolderOf(u uuid.UUID) RoleHolder               { return From[roleHolderKind](u) }
func RoleOfferOf(u uuid.UUID) RoleOffer                 { return From[roleOfferKind](u) }
func NewLeadOffer() LeadOffer                           { return New[leadOfferKind]() }
func LeadOfferOf(u uuid.UUID) LeadOffer                 { return From[leadOfferKind](u) }
func NewTransition() Transition                         { return New[transitionKind]() }
func TransitionOf(u uuid.UUID) Transition               { return From[transitionKind](u) }
