package store

import (
	"context"

	"samplan/internal/civil"
)

// A round of weeding removes so many answers at a time, so that none of its statements holds others up, and stops after
// so many times: what is left waits for the next round.
const (
	weedBatch   = 500
	weedBatches = 20
)

// Weed removes answers that were kept for a retry and are past their day, clients' tokens that have expired, events that are
// older than they are kept, the words of cases in forums whose last day was before today, and absences of more than a year ago. It is called
// in the background: no request pays for it.
func (s *Store) Weed(ctx context.Context, today civil.Date) error {
	if err := s.weed(ctx, "SELECT app_weed_keys($1)"); err != nil {
		return err
	}
	if err := s.weed(ctx, "SELECT app_weed_tokens($1)"); err != nil {
		return err
	}
	for _, job := range []string{"SELECT app_weed_forum_cases($1, $2::date)", "SELECT app_weed_absences($1, $2::date)"} {
		if err := s.weed(ctx, job, today.String()); err != nil {
			return err
		}
	}
	return s.weed(ctx, "SELECT app_weed_events($1, $2)", s.eventDays)
}

func (s *Store) weed(ctx context.Context, batch string, more ...any) error {
	for range weedBatches {
		var gone int
		if err := s.pool.QueryRowContext(ctx, batch, append([]any{weedBatch}, more...)...).Scan(&gone); err != nil {
			return translate(err)
		}
		if gone < weedBatch {
			return nil
		}
	}
	return nil
}
