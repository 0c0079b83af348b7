package store

import (
	"database/sql/driver"

	"github.com/google/uuid"
	"github.com/jackc/pgx/v5/pgtype"

	"samplan/internal/civil"
)

// identified is every typed id.
type identified interface{ UUID() uuid.UUID }

// arguments gives values in the form that pgx writes as they lie. As a plain driver.Valuer each would be written as its
// text and read from that again, which was a tenth of the server's work in a command.
func arguments(values []any) []any {
	all := make([]any, len(values))
	for n, v := range values {
		all[n] = argument(v)
	}
	return all
}

func argument(value any) any {
	switch v := value.(type) {
	case identified:
		u := v.UUID()
		return pgtype.UUID{Bytes: u, Valid: u != uuid.Nil}
	case civil.Date:
		if v.IsZero() {
			return nil
		}
		return v.UTC()
	case driver.Valuer:
		// A name or a text, kept as such; what cannot be stored says so when it is written.
		if text, err := v.Value(); err == nil {
			return text
		}
	}
	return value
}
