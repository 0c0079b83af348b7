package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/audit"
)

// mostLeaves is how many entries one seal takes; what is left waits for the next.
const mostLeaves = 5_000

// Sealer seals the log, and gives it out whole. It works as samplan_sealer on a connection of its own, and holds nothing
// that a request waits for.
type Sealer struct{ asRole }

// OpenSealer connects.
func OpenSealer(ctx context.Context, url string) (*Sealer, error) {
	r, err := openAs(ctx, url, "samplan_sealer")
	return &Sealer{r}, err
}

// takeLock tells whether nobody else seals. A pass looks at the end of tables that only grow: it goes by their indexes
// whatever the statistics say, which are old where rows are new.
const takeLock = `SELECT pg_try_advisory_xact_lock(7265774)
  FROM set_config('enable_seqscan', 'off', true) a, set_config('plan_cache_mode', 'force_custom_plan', true) b`

// Pass implements audit.Book. One seal is one transaction: it is there whole, with its leaves, or not at all. Of several
// servers one seals at a time; the others go away, and look again later.
func (s *Sealer) Pass(ctx context.Context, o audit.Order) (audit.Pass, error) {
	var p audit.Pass
	err := s.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) error {
		free := false
		if err := tx.QueryRow(ctx, takeLock).Scan(&free); err != nil {
			return fmt.Errorf("take the sealer's lock: %w", err)
		}
		if p.Busy = !free; p.Busy {
			return oldest(ctx, tx, &p)
		}
		head, err := headOf(ctx, tx)
		if err == nil {
			head, err = seal(ctx, tx, head, o, &p)
		}
		if err == nil {
			err = check(ctx, tx, head, o, &p)
		}
		if err != nil {
			return err
		}
		return oldest(ctx, tx, &p)
	})
	if err != nil {
		return audit.Pass{}, err
	}
	return p, nil
}

// seal takes what can be taken, if there is anything, and gives the head of the chain then. An epoch begins with a seal
// even when there is nothing in it.
func seal(ctx context.Context, tx pgx.Tx, head audit.Seal, o audit.Order, p *audit.Pass) (audit.Seal, error) {
	place, err := placeOf(ctx, tx)
	if err != nil {
		return head, err
	}
	key := ""
	if o.Signer != nil {
		key = o.Signer.ID
	}
	next, from := audit.Next(head, place, key, o.Now)
	batch, err := take(ctx, tx, from)
	if err != nil {
		return head, err
	}
	if len(batch.leaves) == 0 && (next.Begins == "" || head.Number == 0) {
		return head, nil
	}
	next.Close(batch.leaves, batch.before)
	if err := keepSeal(ctx, tx, next, batch.leaves, o.Signer); err != nil {
		return head, err
	}
	p.Seal, p.More = &next, batch.isFull
	return next, nil
}

// check signs the head, when its time has come.
func check(ctx context.Context, tx pgx.Tx, head audit.Seal, o audit.Order, p *audit.Pass) error {
	if o.Signer == nil || head.Key != o.Signer.ID { // another key signs what it was told of
		return nil
	}
	last, err := lastCheckpoint(ctx, tx)
	if err != nil {
		return err
	}
	waited := o.Now.Sub(last.At.Time) // below zero when the clock was set back
	if last.Seal == head.Number || last.Number > 0 && waited >= 0 && waited < o.CheckpointEvery {
		return nil
	}
	signed := o.Signer.Check(last, head, o.Origin, o.Now)
	if err := keepCheckpoint(ctx, tx, signed); err != nil {
		return err
	}
	p.Checkpoint = &signed
	return nil
}

func placeOf(ctx context.Context, tx pgx.Tx) (p audit.Place, err error) {
	err = tx.QueryRow(ctx, `SELECT system_identifier::text, left(pg_walfile_name(pg_current_wal_insert_lsn()), 8),
	  pg_snapshot_xmax(pg_current_snapshot())::text FROM pg_control_system()`).Scan(&p.Cluster, &p.Timeline, xid{&p.Xmax})
	if err != nil {
		return p, fmt.Errorf("ask which cluster this is: %w", err)
	}
	return p, nil
}

// taken is a batch to seal.
type taken struct {
	leaves []audit.Leaf
	before uint64
	isFull bool
}

// takeEntries chooses, in one statement and so in one snapshot, what is committed for good: of transactions below every
// one that still runs. Above all of them lie only those of another cluster, from which a backup was restored. What is
// sealed is not taken again; asked row by row, since a join may read all that was ever sealed. There is always one row, which has the watermark.
const takeEntries = `WITH now AS MATERIALIZED (SELECT pg_snapshot_xmin(s) AS xmin, pg_snapshot_xmax(s) AS xmax FROM pg_current_snapshot() s)
SELECT now.xmin::text, ` + entryColumns + `
  FROM now LEFT JOIN LATERAL (
    SELECT a.* FROM audit_entry a
     WHERE a.xid >= $1::text::xid8 AND (a.xid < now.xmin OR a.xid >= now.xmax)
       AND (SELECT l.position FROM seal_leaf l WHERE l.entry_id = a.id) IS NULL
     ORDER BY a.xid, a.id LIMIT $2) e ON true
 ORDER BY e.xid, e.id`

func take(ctx context.Context, tx pgx.Tx, from uint64) (taken, error) {
	var t taken
	rows, err := tx.Query(ctx, takeEntries, fmt.Sprint(from), mostLeaves)
	if err != nil {
		return t, fmt.Errorf("look for entries: %w", err)
	}
	defer rows.Close()
	last := uint64(0)
	for rows.Next() {
		var e scannedEntry
		if err := rows.Scan(append([]any{xid{&t.before}}, e.columns()...)...); err != nil {
			return t, fmt.Errorf("read entry: %w", err)
		}
		if found, ok := e.entry(); ok {
			t.leaves = append(t.leaves, found.Leaf())
			last = e.number
		}
	}
	if err := rows.Err(); err != nil {
		return t, fmt.Errorf("read entries: %w", err)
	}
	if t.isFull = len(t.leaves) == mostLeaves; t.isFull {
		t.before = min(t.before, last) // others of the same transaction may be left
	}
	return t, nil
}

// oldest tells since when an entry waits: one that is committed and not sealed.
func oldest(ctx context.Context, tx pgx.Tx, p *audit.Pass) error {
	var at time.Time
	err := tx.QueryRow(ctx, `SELECT a.at FROM audit_entry a
	  WHERE a.xid >= coalesce((SELECT s.before FROM seal s ORDER BY s.number DESC LIMIT 1), '0')
	    AND (SELECT l.position FROM seal_leaf l WHERE l.entry_id = a.id) IS NULL ORDER BY a.xid, a.id LIMIT 1`).Scan(&at)
	switch {
	case errors.Is(err, pgx.ErrNoRows):
		return nil
	case err != nil:
		return fmt.Errorf("look for the oldest entry: %w", err)
	}
	p.Oldest = at
	return nil
}
