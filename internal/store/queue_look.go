package store

import (
	"context"
	"errors"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/riverqueue/river/rivertype"

	"samplan/internal/job"
)

// Counts tells how many jobs of each kind there are in each state.
func (q *Queue) Counts(ctx context.Context) ([]job.Count, error) {
	return gather(ctx, q, "SELECT kind, state::text, count(*) FROM job.river_job GROUP BY kind, state ORDER BY kind, state",
		func(c *job.Count) []any { return []any{&c.Kind, &c.State, &c.Number} })
}

// List gives the newest jobs in some states. Of an error the code alone is shown, whatever stands there.
func (q *Queue) List(ctx context.Context, states []string, most int) ([]job.Row, error) {
	codes := make([]string, len(job.Codes))
	for n, c := range job.Codes {
		codes[n] = c.Error()
	}
	return gather(ctx, q, `SELECT j.id, j.kind, j.state::text, j.attempt, j.max_attempts, j.scheduled_at,
	    coalesce((SELECT c FROM unnest($3::text[]) c WHERE c = regexp_replace(j.errors[cardinality(j.errors)] ->> 'error', '^.*: ', '')),
	      CASE WHEN cardinality(j.errors) > 0 THEN 'other' ELSE '' END)
	  FROM job.river_job j WHERE j.state::text = ANY ($1) ORDER BY j.id DESC LIMIT $2`,
		func(r *job.Row) []any {
			return []any{&r.ID, &r.Kind, &r.State, &r.Attempt, &r.MostAttempts, &r.Next, &r.Code}
		}, states, most, codes)
}

func gather[T any](ctx context.Context, q *Queue, sql string, targets func(*T) []any, args ...any) ([]T, error) {
	var all []T
	err := q.do(ctx, func(tx pgx.Tx) error {
		rows, err := tx.Query(ctx, sql, args...)
		if err != nil {
			return fmt.Errorf("look at the queue: %w", err)
		}
		all, err = pgx.CollectRows(rows, func(r pgx.CollectableRow) (v T, err error) {
			return v, r.Scan(targets(&v)...)
		})
		return err
	})
	return all, err
}

// ErrNoJob says that there is no such job, or that it is being worked on.
var ErrNoJob = errors.New("there is no such job, or it is running")

// Retry lets a job be tried again at once.
func (q *Queue) Retry(ctx context.Context, number int64) error {
	return jobThere(q.client.JobRetry(ctx, number))
}

// Discard removes a job that is not running.
func (q *Queue) Discard(ctx context.Context, number int64) error {
	return jobThere(q.client.JobDelete(ctx, number))
}

func jobThere(_ *rivertype.JobRow, err error) error {
	if errors.Is(err, rivertype.ErrNotFound) || errors.Is(err, rivertype.ErrJobRunning) {
		return ErrNoJob
	}
	return err
}
