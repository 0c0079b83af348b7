package store

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/audit"
	"samplan/internal/id"
)

// pageOfSeals is how many seals are held in memory at once.
const pageOfSeals = 500

var (
	errNoSeal    = errors.New("nothing is sealed yet")
	errNoSigned  = errors.New("nothing is signed yet from that seal on; --to says how far to go without")
	errSealRange = errors.New("there are no such seals")
)

// Export writes the seals from one number to another, with all that belongs to them. It ends where a checkpoint signs:
// to is moved up to the next one, and is the last one when zero. That the log was taken out is in the log before the
// first line is.
func (s *Sealer) Export(ctx context.Context, x audit.Export, now time.Time, write func(audit.Line) error) (audit.Export, error) {
	err := s.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) (err error) {
		if x, err = rangeOf(ctx, tx, x); err != nil {
			return err
		}
		return logJob(ctx, tx, "ExportLog", fmt.Sprintf("seals %d to %d", x.From, x.To), now)
	})
	if err != nil {
		return x, err
	}
	// One snapshot, so that weeding in between does not show half.
	err = s.do(ctx, pgx.TxOptions{IsoLevel: pgx.RepeatableRead, AccessMode: pgx.ReadOnly}, func(tx pgx.Tx) error {
		e := exporter{tx: tx, write: write, keys: map[string]bool{}, done: &x}
		for from := x.From; from <= x.To; from += pageOfSeals {
			if err := e.page(ctx, from, min(from+pageOfSeals-1, x.To)); err != nil {
				return err
			}
		}
		return nil
	})
	return x, err
}

// rangeOf finds out which seals are meant.
func rangeOf(ctx context.Context, tx pgx.Tx, x audit.Export) (audit.Export, error) {
	if x.From == 0 {
		x.From = 1
	}
	var head, signed, next int64
	err := tx.QueryRow(ctx, `SELECT coalesce((SELECT max(number) FROM seal), 0), coalesce((SELECT max(seal_number) FROM checkpoint), 0),
	  coalesce((SELECT min(seal_number) FROM checkpoint WHERE seal_number >= $1), 0)`, x.To).Scan(&head, &signed, &next)
	if err != nil {
		return x, fmt.Errorf("look which seals there are: %w", err)
	}
	switch {
	case head == 0:
		return x, errNoSeal
	case x.To == 0 && signed == 0:
		return x, errNoSigned
	case x.To == 0:
		x.To = signed
	case next > 0:
		x.To = next
	default:
		x.To = min(x.To, head)
	}
	if x.From < 1 || x.From > x.To {
		return x, errSealRange
	}
	return x, nil
}

// logJob writes that one of the log's own jobs was done.
func logJob(ctx context.Context, tx pgx.Tx, operation, what string, now time.Time) error {
	_, err := tx.Exec(ctx, `INSERT INTO audit_entry (id, at, request_id, operation, outcome, actor_kind, purpose)
	  VALUES ($1, $2, $3, $4, 'done', 'system', $5)`, id.NewEntry(), now, id.NewRequest(), operation, what)
	if err != nil {
		return fmt.Errorf("write log: %w", err)
	}
	return nil
}

// exporter writes seal after seal.
type exporter struct {
	tx    pgx.Tx
	write func(audit.Line) error
	keys  map[string]bool // told already
	done  *audit.Export
}

// page holds some seals and their checkpoints, and streams the entries.
func (e exporter) page(ctx context.Context, from, to int64) error {
	seals, err := collect(ctx, e.tx, scanSeal, "SELECT "+sealColumns+" FROM seal WHERE number BETWEEN $1 AND $2 ORDER BY number", from, to)
	if err != nil {
		return err
	}
	all, err := collect(ctx, e.tx, scanCheckpoint, "SELECT "+checkpointColumns+" FROM checkpoint WHERE seal_number BETWEEN $1 AND $2 ORDER BY number", from, to)
	if err != nil {
		return err
	}
	checkpoints := make(map[int64]audit.Signed, len(all))
	for _, c := range all {
		checkpoints[c.Checkpoint.Seal] = c
	}
	keys, err := collect(ctx, e.tx, scanKey, "SELECT id, public_key FROM seal_key ORDER BY id")
	if err != nil {
		return err
	}
	rows, err := e.tx.Query(ctx, `SELECT l.seal_number, l.position, l.entry_id::text, l.at, l.digest, `+entryColumns+`
	  FROM seal_leaf l LEFT JOIN audit_entry e ON e.id = l.entry_id WHERE l.seal_number BETWEEN $1 AND $2 ORDER BY l.seal_number, l.position`, from, to)
	if err != nil {
		return fmt.Errorf("read entries: %w", err)
	}
	defer rows.Close()
	leaves := leafReader{rows: rows}
	for _, s := range seals {
		if err := e.seal(s, keys, &leaves); err != nil {
			return err
		}
		if c, ok := checkpoints[s.Number]; ok {
			if err := e.write(audit.CheckpointLine(c)); err != nil {
				return err
			}
			e.done.Signed = s.Number
		}
	}
	return leaves.end()
}

func (e exporter) seal(s audit.Seal, keys []audit.PublicKey, leaves *leafReader) error {
	for _, k := range keys {
		if k.ID != s.Key || e.keys[k.ID] {
			continue
		}
		e.keys[k.ID] = true
		if err := e.write(audit.KeyLine(k)); err != nil {
			return err
		}
	}
	if err := e.write(audit.SealLine(s)); err != nil {
		return err
	}
	for {
		l, ok, err := leaves.of(s.Number)
		if err != nil || !ok {
			return err
		}
		if l.Stub != nil {
			e.done.Stubs++
		} else {
			e.done.Entries++
		}
		if err := e.write(l); err != nil {
			return err
		}
	}
}

func scanKey(row pgx.Row) (audit.PublicKey, error) {
	var k audit.PublicKey
	if err := row.Scan(&k.ID, &k.Bytes); err != nil {
		return k, fmt.Errorf("read key: %w", err)
	}
	return k, nil
}

func collect[T any](ctx context.Context, tx pgx.Tx, scan func(pgx.Row) (T, error), sql string, args ...any) ([]T, error) {
	rows, err := tx.Query(ctx, sql, args...)
	if err != nil {
		return nil, fmt.Errorf("query: %w", err)
	}
	return pgx.CollectRows(rows, func(row pgx.CollectableRow) (T, error) { return scan(row) })
}
