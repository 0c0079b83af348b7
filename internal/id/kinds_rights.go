package id

import "github.com/google/uuid"

// What people have a right to about what is kept of them.
type (
	objectionKind        struct{}
	objectionKeepingKind struct{}

	Objection        = ID[objectionKind]
	ObjectionKeeping = ID[objectionKeepingKind]
)

// NewObjection, and the others below, make and take the ids of objections and of decisions on who is told of them.
func NewObjection() Objection               { return New[objectionKind]() }
func NewObjectionKeeping() ObjectionKeeping { return New[objectionKeepingKind]() }
func ObjectionOf(u uuid.UUID) Objection     { return From[objectionKind](u) }
