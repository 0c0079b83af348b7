package worlds

import (
	"context"
	"database/sql"
	"fmt"
)

// saveStatistics lets what was counted as the world was saved lie where numbers are told: plans and answers about consents in a
// half-year that is over, all else in one that is not.
func saveStatistics(ctx context.Context, tx *sql.Tx) error {
	for _, statement := range []string{
		"SET CONSTRAINTS ALL IMMEDIATE",
		"UPDATE statistics_event SET term = '2020-01-01' WHERE kind IN ('plan-started', 'consent')",
		"UPDATE statistics_event SET municipality = NULL",
	} {
		if _, err := tx.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("save statistics: %w", err)
		}
	}
	return nil
}
