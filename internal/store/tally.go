package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"samplan/internal/access"
)

// Tally tells in numbers how the log used the policy from one instant to another. It is for the operator, as the role that
// migrates: it names no person, no child and no unit, and the server's own role may not ask it.
func Tally(ctx context.Context, url string, from, to time.Time) ([]access.Use, error) {
	db, err := sql.Open("pgx", url)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	defer func() { _ = db.Close() }() // nothing was written
	rows, err := db.QueryContext(ctx, `SELECT operation, coalesce(role, ''), outcome, coalesce(reach, ''), coalesce(ground, ''), coalesce(giver, ''),
	    coalesce(receiver, ''), requests, objects FROM app_log_tally($1, $2) ORDER BY 1, 2, 3, 4, 5, 6, 7`, from, to)
	if err != nil {
		return nil, fmt.Errorf("count the log: %w", err)
	}
	defer func() { _ = rows.Close() }() // read to its end, or the error below is told
	var all []access.Use
	for rows.Next() {
		var u access.Use
		if err := rows.Scan(&u.Operation, &u.Role, &u.Outcome, &u.Reach, &u.Ground, &u.Giver, &u.Receiver, &u.Requests, &u.Objects); err != nil {
			return nil, fmt.Errorf("read the log's numbers: %w", err)
		}
		all = append(all, u)
	}
	return all, rows.Err()
}
