package id

import "github.com/google/uuid"

// Contact cards and requests for information.
type (
	contactCardKind struct{}

	ContactCard = ID[contactCardKind]
)

// NewContactCard makes the id of a card; ContactCardOf takes a bare UUID.
func NewContactCard() ContactCard           { return New[contactCardKind]() }
func ContactCardOf(u uuid.UUID) ContactCard { return From[contactCardKind](u) }
