package store

import (
	"context"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/org"
)

// applyTime is how long a hand-over may take: a large unit's records are more than what a request has time for.
const applyTime = 10 * time.Minute

// ApplyReorganisations hands over the records of every decided reorganisation whose day has come, and tells how many those
// were. It acts for nobody: what it does was decided earlier, under a grant. A request that comes first does the same, so
// that nobody sees the new organisation with the old records; this one is for what a request has no time for.
func (s *Store) ApplyReorganisations(ctx context.Context, now time.Time) (int, error) {
	ctx, cancel := context.WithTimeout(ctx, applyTime)
	defer cancel()
	tx, err := s.pool.BeginTx(ctx, nil)
	if err != nil {
		return 0, fmt.Errorf("apply reorganisations: %w", translate(err))
	}
	defer func() { _ = tx.Rollback() }() // after a commit there is nothing to roll back
	if _, err := tx.ExecContext(ctx, fmt.Sprintf("SET LOCAL statement_timeout = %d", applyTime.Milliseconds())); err != nil {
		return 0, fmt.Errorf("apply reorganisations: %w", translate(err))
	}
	var applied int
	if err := tx.QueryRowContext(ctx, "SELECT app_apply_due($1, $2)", civil.Of(now), now).Scan(&applied); err != nil {
		return 0, fmt.Errorf("apply reorganisations: %w", translate(err))
	}
	if err := tx.Commit(); err != nil {
		return 0, fmt.Errorf("apply reorganisations: %w", translate(err))
	}
	return applied, nil
}

// ListPlaces implements org.ReorganisationStore. The successor of a unit stands at its last place, what it came out of at its
// first.
func (s *Store) ListPlaces(ctx context.Context, g access.Grant[access.ReadOrg], units ...id.Unit) (map[id.Unit][]org.Place, error) {
	u, err := within(ctx, g)
	if err != nil {
		return nil, err
	}
	all := make(map[id.Unit][]org.Place, len(units))
	return all, u.pipeline(ctx, step{
		sql: `SELECT q.unit_id, q.branch_id, lower(q.valid), upper(q.valid) - 1,
		        CASE WHEN NOT EXISTS (SELECT FROM unit_place n WHERE n.unit_id = q.unit_id AND lower(n.valid) >= upper(q.valid)) THEN s.successor_id END,
		        CASE WHEN NOT EXISTS (SELECT FROM unit_place n WHERE n.unit_id = q.unit_id AND n.valid << q.valid) THEN c.predecessor_id END
		      FROM unit_place q LEFT JOIN unit_successor s ON s.unit_id = q.unit_id AND NOT upper_inf(q.valid)
		      LEFT JOIN unit_predecessor c ON c.unit_id = q.unit_id
		      WHERE q.unit_id = ANY ($1) ORDER BY q.unit_id, lower(q.valid)`,
		args: []any{bare(units)},
		row: func(rows pgx.Rows) error {
			var unit id.Unit
			var p org.Place
			err := rows.Scan(&unit, &p.Branch, &p.From, &p.To, &p.Successor, &p.Predecessor)
			all[unit] = append(all[unit], p)
			return err
		},
	})
}
