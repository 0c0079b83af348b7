package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/audit"
	"samplan/internal/id"
)

// mostWeeded is how many entries one transaction removes.
const mostWeeded = 10_000

// Disposal removes what was kept long enough. It works as samplan_disposal, which the database lets see and remove sealed
// entries of five years and more, of which it sees when they were written and as what; and carry out lists of disposal that two people
// have decided on, of which it sees their ids. Nothing else.
type Disposal struct{ asRole }

// OpenDisposal connects.
func OpenDisposal(ctx context.Context, url string) (*Disposal, error) {
	r, err := openAs(ctx, url, "samplan_disposal")
	return &Disposal{r}, err
}

// Weed removes entries whose time is over, and tells how many. Each transaction that removes writes so into the log.
func (d *Disposal) Weed(ctx context.Context, r audit.Retention, now time.Time) (int64, error) {
	rest, of := r.Cutoffs(now)
	names := slices.Sorted(maps.Keys(of))
	times := make([]time.Time, len(names))
	for i, n := range names {
		times[i] = of[n]
	}
	var all int64
	for {
		var gone int64
		err := d.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) error {
			tag, err := tx.Exec(ctx, weedEntries, names, times, rest, mostWeeded)
			if err != nil {
				return fmt.Errorf("weed: %w", err)
			}
			if gone = tag.RowsAffected(); gone == 0 {
				return nil
			}
			return logJob(ctx, tx, "WeedLog", fmt.Sprintf("%d entries", gone), now)
		})
		if err != nil {
			return all, err
		}
		if all += gone; gone < mostWeeded {
			return all, nil
		}
	}
}

// CarryOut carries out the lists that two people decided on more than a day ago, each in a transaction of its own that writes so into
// the log, and tells how many cases were disposed of and how many dropped off.
func (d *Disposal) CarryOut(ctx context.Context, now time.Time) (disposed, dropped int, err error) {
	var due []id.Disposal
	err = d.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) (err error) {
		due, err = collect(ctx, tx, func(r pgx.Row) (v id.Disposal, err error) { return v, r.Scan(&v) }, "SELECT app_decided_disposals($1)", now)
		return err
	})
	for i := 0; err == nil && i < len(due); i++ {
		err = d.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) error {
			var gone, kept int
			if err := tx.QueryRow(ctx, "SELECT * FROM app_carry_out_disposal($1, $2)", due[i], now).Scan(&gone, &kept); err != nil {
				return fmt.Errorf("carry out %s: %w", due[i], err)
			}
			disposed, dropped = disposed+gone, dropped+kept
			return logJob(ctx, tx, "CarryOutDisposal", fmt.Sprintf("%s: %d disposed of, %d dropped", due[i], gone, kept), now)
		})
	}
	return disposed, dropped, err
}

// A rule for a role comes before one for the kind of actor.
const weedEntries = `WITH rules AS (SELECT * FROM unnest($1::text[], $2::timestamptz[]) r (name, before))
DELETE FROM audit_entry WHERE id IN (
  SELECT e.id FROM audit_entry e
   WHERE e.at < (SELECT max(t) FROM unnest($2::timestamptz[] || $3::timestamptz) t)
     AND e.at < coalesce((SELECT before FROM rules WHERE name = e.role), (SELECT before FROM rules WHERE name = e.actor_kind), $3)
   LIMIT $4)`
