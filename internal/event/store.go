package event

import (
	"context"

	"samplan/internal/access"
)

// Store is what the slice needs of storage.
type Store interface {
	// ListEvents gives at most so many events after a cursor, in their order, that some unit of the client may see now.
	ListEvents(ctx context.Context, g access.Grant[access.ReadEvent], after Cursor, limit int) (Feed, error)
}
