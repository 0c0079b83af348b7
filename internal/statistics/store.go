package statistics

import (
	"context"

	"samplan/internal/access"
)

// Store is what the slice needs of storage.
type Store interface {
	// CountEvents counts the events of the actor's principal, of half-years that are over.
	CountEvents(context.Context, access.Grant[access.ReadStatistics]) ([]Count, error)
}
