package id

import "github.com/google/uuid"

// Roles in a plan.
type (
	roleHolderKind struct{}
	roleOfferKind  struct{}

	RoleHolder = ID[roleHolderKind]
	RoleOffer  = ID[roleOfferKind]
)

// NewRoleHolder, and the others below, make and take the ids of roles in a plan.
func NewRoleHolder() RoleHolder           { return New[roleHolderKind]() }
func NewRoleOffer() RoleOffer             { return New[roleOfferKind]() }
func RoleHolderOf(u uuid.UUID) RoleHolder { return From[roleHolderKind](u) }
func RoleOfferOf(u uuid.UUID) RoleOffer   { return From[roleOfferKind](u) }
