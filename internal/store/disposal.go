package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/jackc/pgx/v5"

	"samplan/internal/audit"
	"samplan/internal/civil"
	"samplan/internal/disposal"
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

// Keep writes the certificate of a list outside of the database, and gives its number and hash.
type Keep func(list []byte) (number int, hash string, err error)

// inBook works in a transaction of those who write certificates, who wait for each other: they add to one file.
func (d *Disposal) inBook(ctx context.Context, do func(pgx.Tx) error) error {
	return d.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) error {
		if _, err := tx.Exec(ctx, "SELECT pg_advisory_xact_lock(7265777)"); err != nil {
			return fmt.Errorf("take the lock of certificates: %w", err)
		}
		return do(tx)
	})
}

// CarryOut carries out the lists that two people decided on more than a day ago, each in a transaction of its own that writes so into
// the log, and tells how many cases were disposed of and how many dropped off: what is protected by the clocks, and what has changed.
// Certificates are kept before it commits; those of lists from before there were any are made up for.
func (d *Disposal) CarryOut(ctx context.Context, now time.Time, clocks *disposal.Profile, keep Keep) (disposed, dropped int, err error) {
	due, err := d.lists(ctx, "SELECT app_decided_disposals($1)", now)
	for i := 0; err == nil && i < len(due); i++ {
		err = d.inBook(ctx, func(tx pgx.Tx) error {
			gone, kept, err := carryOut(ctx, tx, due[i], now, clocks)
			if err != nil {
				return fmt.Errorf("carry out %s: %w", due[i], err)
			}
			if err := certify(ctx, tx, due[i], now, keep); err != nil {
				return err
			}
			disposed, dropped = disposed+gone, dropped+kept
			return logJob(ctx, tx, "CarryOutDisposal", fmt.Sprintf("%s: %d disposed of, %d dropped", due[i], gone, kept), now)
		})
	}
	if err != nil {
		return disposed, dropped, err
	}
	before, err := d.lists(ctx, "SELECT app_uncertified_disposals()")
	for i := 0; err == nil && i < len(before); i++ {
		err = d.inBook(ctx, func(tx pgx.Tx) error { return certify(ctx, tx, before[i], now, keep) })
	}
	return disposed, dropped, err
}

// carryOut carries one list out, but for what is protected now.
func carryOut(ctx context.Context, tx pgx.Tx, of id.Disposal, now time.Time, clocks *disposal.Profile) (disposed, dropped int, err error) {
	facts, err := collect(ctx, tx, scanListed, listedFacts+"app_due_disposal_facts($1, $2) f", of, now)
	if err != nil {
		return 0, 0, err
	}
	settings, err := collect(ctx, tx, func(r pgx.Row) (v disposal.Setting, err error) {
		return v, r.Scan(&v.Class, &v.Number, &v.Years, asEnum(&v.Sample), &v.Days)
	}, "SELECT s.secrecy_class, s.number, coalesce(s.years, 0), s.sample, coalesce(s.born_on, '{}') FROM app_due_disposal_settings($1, $2) s", of, now)
	if err != nil {
		return 0, 0, err
	}
	kept := map[string]string{}
	for c, because := range clocks.Retest(facts, settings, civil.Of(now)) {
		kept[c.String()] = because.String()
	}
	err = tx.QueryRow(ctx, "SELECT * FROM app_carry_out_disposal($1, $2, $3)", of, now, kept).Scan(&disposed, &dropped)
	return disposed, dropped, err
}

func (d *Disposal) lists(ctx context.Context, question string, args ...any) (all []id.Disposal, err error) {
	err = d.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) (err error) {
		all, err = collect(ctx, tx, func(r pgx.Row) (v id.Disposal, err error) { return v, r.Scan(&v) }, question, args...)
		return err
	})
	return all, err
}

// certify keeps the certificate of a list outside, and its number and hash here. A list that was not carried out has none.
func certify(ctx context.Context, tx pgx.Tx, of id.Disposal, now time.Time, keep Keep) error {
	var list []byte
	if err := tx.QueryRow(ctx, "SELECT app_disposal_certificate($1)", of).Scan(&list); err != nil {
		return fmt.Errorf("read certificate of %s: %w", of, err)
	}
	if list == nil {
		return nil
	}
	number, hash, err := keep(list)
	if err != nil {
		return fmt.Errorf("keep certificate of %s: %w", of, err)
	}
	if _, err := tx.Exec(ctx, "SELECT app_certify_disposal($1, $2, $3, $4)", of, number, hash, now); err != nil {
		return fmt.Errorf("certify %s: %w", of, err)
	}
	return nil
}

// Certificates tells which certificates this database has carried out.
func (d *Disposal) Certificates(ctx context.Context) (all []disposal.Mention, err error) {
	err = d.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) (err error) {
		all, err = collect(ctx, tx, scanMention, mentions)
		return err
	})
	return all, err
}

const mentions = "SELECT run_id, number, hash FROM app_disposal_certificates()"

func scanMention(r pgx.Row) (m disposal.Mention, err error) {
	return m, r.Scan(&m.Run, &m.Number, &m.Hash)
}

// CertifiedDisposals tells the same to the service, which serves nobody before what is certified is carried out.
func (s *Store) CertifiedDisposals(ctx context.Context) ([]disposal.Mention, error) {
	rows, err := s.pool.QueryContext(ctx, mentions)
	if err != nil {
		return nil, translate(err)
	}
	defer func() { _ = rows.Close() }() // read to its end
	var all []disposal.Mention
	for rows.Next() {
		m, err := scanMention(rows)
		if err != nil {
			return nil, fmt.Errorf("read certificates: %w", err)
		}
		all = append(all, m)
	}
	return all, translate(rows.Err())
}

// Reapply carries a certificate out again, as it says, and tells how many cases that were. One that this database has carried out changes
// nothing.
func (d *Disposal) Reapply(ctx context.Context, k disposal.Kept, now time.Time) (disposed int, err error) {
	err = d.do(ctx, pgx.TxOptions{}, func(tx pgx.Tx) error {
		if err := tx.QueryRow(ctx, "SELECT app_reapply_disposal($1, $2, $3, $4)", string(k.List), k.Number, k.Hash, now).Scan(&disposed); err != nil {
			return fmt.Errorf("carry out %s again: %w", k.Run, err)
		}
		return logJob(ctx, tx, "ReapplyDisposal", fmt.Sprintf("%s: %d disposed of again", k.Run, disposed), now)
	})
	return disposed, err
}

// A rule for a role comes before one for the kind of actor.
const weedEntries = `WITH rules AS (SELECT * FROM unnest($1::text[], $2::timestamptz[]) r (name, before))
DELETE FROM audit_entry WHERE id IN (
  SELECT e.id FROM audit_entry e
   WHERE e.at < (SELECT max(t) FROM unnest($2::timestamptz[] || $3::timestamptz) t)
     AND e.at < coalesce((SELECT before FROM rules WHERE name = e.role), (SELECT before FROM rules WHERE name = e.actor_kind), $3)
   LIMIT $4)`
