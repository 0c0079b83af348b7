package store

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/audit"
)

// xid scans the number of a transaction, which travels as text.
type xid struct{ n *uint64 }

var errXid = errors.New("no number of a transaction")

// Scan implements sql.Scanner. NULL is 0, which no transaction has.
func (x xid) Scan(src any) (err error) {
	switch s := src.(type) {
	case nil:
		*x.n = 0
	case string:
		*x.n, err = strconv.ParseUint(s, 10, 64)
	default:
		err = errXid
	}
	return err
}

// entryColumns are all columns of audit_entry e, as the log's canonical form has them.
const entryColumns = `e.actor_kind, e.assignment_id::text, e.at, e.child_id::text, e.grounds::text[], e.id::text, e.objects::text[],
  e.operation, e.outcome, e.person_id::text, e.plan_id::text, e.purpose, e.reaches, e.request_id::text, e.role, e.unit_id::text, e.xid::text, e.client_id::text`

// scannedEntry is a row of entryColumns, or the absence of one.
type scannedEntry struct {
	e                                          audit.Entry
	id, actorKind, operation, outcome, request *string
	at                                         *time.Time
	number                                     uint64
}

func (s *scannedEntry) columns() []any {
	*s = scannedEntry{}
	return []any{
		&s.actorKind, &s.e.Assignment, &s.at, &s.e.Child, &s.e.Grounds, &s.id, &s.e.Objects, &s.operation, &s.outcome, &s.e.Person,
		&s.e.Plan, &s.e.Purpose, &s.e.Reaches, &s.request, &s.e.Role, &s.e.Unit,
		xid{&s.number},
		&s.e.Client,
	}
}

func (s *scannedEntry) entry() (audit.Entry, bool) {
	if s.id == nil { // the other columns are there when it is
		return audit.Entry{}, false
	}
	e := s.e
	e.ID, e.ActorKind, e.Operation, e.Outcome, e.Request = *s.id, *s.actorKind, *s.operation, *s.outcome, *s.request
	e.At, e.Xid = audit.At(*s.at), strconv.FormatUint(s.number, 10)
	return e, true
}

const sealColumns = `before::text, begins, cluster, count, epoch, coalesce(first_id::text, ''), key_id, coalesce(last_id::text, ''), number,
  previous, root, sealed_at, size`

func scanSeal(row pgx.Row) (s audit.Seal, err error) {
	var previous, root []byte
	var at time.Time
	err = row.Scan(&s.Before, &s.Begins, &s.Cluster, &s.Count, &s.Epoch, &s.First, &s.Key, &s.Last, &s.Number, &previous, &root, &at, &s.Size)
	if err != nil {
		return s, fmt.Errorf("read seal: %w", err)
	}
	s.SealedAt = audit.At(at)
	if s.Previous, err = audit.HashOf(previous); err == nil {
		s.Root, err = audit.HashOf(root)
	}
	return s, err
}

// headOf gives the last seal, or the zero one.
func headOf(ctx context.Context, tx pgx.Tx) (audit.Seal, error) {
	s, err := scanSeal(tx.QueryRow(ctx, "SELECT "+sealColumns+" FROM seal ORDER BY number DESC LIMIT 1"))
	if errors.Is(err, pgx.ErrNoRows) {
		return audit.Seal{}, nil
	}
	return s, err
}

const checkpointColumns = "at, chain, epoch, key_id, number, origin, previous, seal_number, size, signature"

func scanCheckpoint(row pgx.Row) (s audit.Signed, err error) {
	c := &s.Checkpoint
	var chain, previous []byte
	var at time.Time
	err = row.Scan(&at, &chain, &c.Epoch, &c.Key, &c.Number, &c.Origin, &previous, &c.Seal, &c.Size, &s.Signature)
	if err != nil {
		return s, fmt.Errorf("read checkpoint: %w", err)
	}
	c.At = audit.At(at)
	if c.Chain, err = audit.HashOf(chain); err == nil {
		c.Previous, err = audit.HashOf(previous)
	}
	return s, err
}

// lastCheckpoint gives the last one, or the zero one.
func lastCheckpoint(ctx context.Context, tx pgx.Tx) (audit.Checkpoint, error) {
	s, err := scanCheckpoint(tx.QueryRow(ctx, "SELECT "+checkpointColumns+" FROM checkpoint ORDER BY number DESC LIMIT 1"))
	if errors.Is(err, pgx.ErrNoRows) {
		return audit.Checkpoint{}, nil
	}
	return s.Checkpoint, err
}

func keepSeal(ctx context.Context, tx pgx.Tx, s audit.Seal, leaves []audit.Leaf, signer *audit.Signer) error {
	b := &pgx.Batch{}
	if signer != nil {
		b.Queue("INSERT INTO seal_key (id, public_key, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", signer.ID, signer.Bytes, s.SealedAt.Time)
	}
	b.Queue(`INSERT INTO seal (before, begins, cluster, count, epoch, first_id, key_id, last_id, number, previous, root, sealed_at, size)
	  VALUES ($1::text::xid8, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`, s.Before, s.Begins, s.Cluster, s.Count, s.Epoch,
		nullable(s.First), s.Key, nullable(s.Last), s.Number, s.Previous[:], s.Root[:], s.SealedAt.Time, s.Size)
	ids, at, digests := make([]string, len(leaves)), make([]time.Time, len(leaves)), make([][]byte, len(leaves))
	for i, l := range leaves {
		ids[i], at[i], digests[i] = l.ID, l.At.Time, l.Digest[:]
	}
	b.Queue(`INSERT INTO seal_leaf (seal_number, position, entry_id, at, digest)
	  SELECT $1, n, id::uuid, at, digest FROM unnest($2::text[], $3::timestamptz[], $4::bytea[]) WITH ORDINALITY l (id, at, digest, n)`,
		s.Number, ids, at, digests)
	if err := tx.SendBatch(ctx, b).Close(); err != nil {
		return fmt.Errorf("keep seal: %w", err)
	}
	return nil
}

func keepCheckpoint(ctx context.Context, tx pgx.Tx, s audit.Signed) error {
	c := s.Checkpoint
	_, err := tx.Exec(ctx, `INSERT INTO checkpoint (at, chain, epoch, key_id, number, origin, previous, seal_number, size, signature)
	  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
		c.At.Time, c.Chain[:], c.Epoch, c.Key, c.Number, c.Origin, c.Previous[:], c.Seal, c.Size, s.Signature)
	if err != nil {
		return fmt.Errorf("keep checkpoint: %w", err)
	}
	return nil
}
