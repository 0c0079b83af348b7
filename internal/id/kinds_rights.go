package id

import "github.com/google/uuid"

// What people have a right to about what is kept of them.
type (
	objectionKind        struct{}
	objectionKeepingKind struct{}
	publicRequestKind    struct{}

	Objection        = ID[objectionKind]
	ObjectionKeeping = ID[objectionKeepingKind]
	PublicRequest    = ID[publicRequestKind]
)

// NewObjection, and the others below, make and take the ids of objections, decisions on who is told of them, and requests for public documents.
func NewObjection() Objection                   { return New[objectionKind]() }
func NewObjectionKeeping() ObjectionKeeping     { return New[objectionKeepingKind]() }
func ObjectionOf(u uuid.UUID) Objection         { return From[objectionKind](u) }
func NewPublicRequest() PublicRequest           { return New[publicRequestKind]() }
func PublicRequestOf(u uuid.UUID) PublicRequest { return From[publicRequestKind](u) }
