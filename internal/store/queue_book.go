package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river"

	"samplan/internal/civil"
	"samplan/internal/id"
	"samplan/internal/job"
)

// AskAll implements job.Book. All are put in or none.
func (q *Queue) AskAll(ctx context.Context, day civil.Date) (int, error) {
	var all []river.InsertManyParams
	err := q.do(ctx, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, "SELECT a.id FROM mailable_address a ORDER BY a.id")
		if err != nil {
			return fmt.Errorf("list addresses: %w", err)
		}
		defer rows.Close()
		for rows.Next() {
			d := job.Digest{Day: day}
			if err := rows.Scan(asID(&d.Address)); err != nil {
				return fmt.Errorf("read address: %w", err)
			}
			all = append(all, river.InsertManyParams{Args: d, InsertOpts: &river.InsertOpts{UniqueOpts: once}})
		}
		if err := rows.Err(); err != nil || len(all) == 0 {
			return err
		}
		_, err = q.client.InsertManyTx(ctx, tx, all)
		return err
	})
	return len(all), err
}

// Untold implements job.Book.
func (q *Queue) Untold(ctx context.Context, a id.Address, all []id.Notification) ([]id.Notification, error) {
	var news []id.Notification
	err := q.do(ctx, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, `SELECT n FROM unnest($2::uuid[]) n
		  WHERE NOT EXISTS (SELECT FROM mail_told t WHERE t.address_id = $1 AND t.notification_id = n)`, a.UUID(), bare(all))
		if err != nil {
			return fmt.Errorf("compare: %w", err)
		}
		defer rows.Close()
		for rows.Next() {
			var n id.Notification
			if err := rows.Scan(asID(&n)); err != nil {
				return fmt.Errorf("read: %w", err)
			}
			news = append(news, n)
		}
		return rows.Err()
	})
	return news, err
}

// beginMail takes the mail: the first attempt, or one after another that was refused for certain. One that is found on its
// way was left there by a worker that is gone, and nobody knows whether it went.
const beginMail = `INSERT INTO mail (address_id, on_day, kind, state, changed_at) VALUES ($1, $2, $3, 'sending', now())
  ON CONFLICT (address_id, on_day, kind) DO UPDATE
    SET state = CASE mail.state WHEN 'refused' THEN 'sending' WHEN 'sending' THEN 'unknown' ELSE mail.state END, changed_at = now()
  WHERE mail.state IN ('refused', 'sending')
  RETURNING state = 'sending'`

// Begin implements job.Book.
func (q *Queue) Begin(ctx context.Context, l job.Letter) (string, error) {
	to := ""
	err := q.do(ctx, func(tx pgx.Tx) error {
		err := tx.QueryRow(ctx, "SELECT a.email FROM mailable_address a WHERE a.id = $1", l.Address.UUID()).Scan(&to)
		if err != nil {
			return unlessNone(err)
		}
		mine := false
		if err := unlessNone(tx.QueryRow(ctx, beginMail, l.Address.UUID(), l.Day.UTC(), l.Kind()).Scan(&mine)); err != nil || !mine {
			to = ""
			return err
		}
		return nil
	})
	return to, err
}

// End implements job.Book.
func (q *Queue) End(ctx context.Context, l job.Letter, s job.State, told []id.Notification) error {
	return q.do(ctx, func(tx pgx.Tx) error {
		_, err := tx.Exec(ctx, `UPDATE mail SET state = $4, changed_at = now()
		  WHERE address_id = $1 AND on_day = $2 AND kind = $3 AND state IN ('sending', 'unknown')`, l.Address.UUID(), l.Day.UTC(), l.Kind(), s.String())
		if err != nil {
			return fmt.Errorf("keep what became of a mail: %w", err)
		}
		_, err = tx.Exec(ctx, `INSERT INTO mail_told (address_id, notification_id, on_day)
		  SELECT $1, n, $3 FROM unnest($2::uuid[]) n ON CONFLICT DO NOTHING`, l.Address.UUID(), bare(told), l.Day.UTC())
		if err != nil {
			return fmt.Errorf("keep what was told: %w", err)
		}
		return nil
	})
}

// unlessNone leaves out that there is no row.
func unlessNone(err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return nil
	}
	return err
}

// do runs one transaction as the worker. A failure is told as that of the database.
func (q *Queue) do(ctx context.Context, work func(pgx.Tx) error) error {
	if err := pgx.BeginFunc(ctx, q.pool, work); err != nil {
		return fmt.Errorf("%w: %w", job.CodeDatabase, err)
	}
	return nil
}
