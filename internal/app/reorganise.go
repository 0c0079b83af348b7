package app

import (
	"context"
	"log/slog"
	"time"
)

// often is how soon after midnight a reorganisation is applied when nobody asks anything before. Whoever asks first
// applies it too (migrations/00012); this is for what one request has no time for.
const often = time.Minute

// reorganise applies what is due, now and from then on every minute, until ctx ends. A failure is logged and tried again:
// until it succeeds, nobody of the staff is let in, so nothing is shown that the new organisation does not allow.
func (a *App) reorganise(ctx context.Context) {
	tick := time.NewTicker(often)
	defer tick.Stop()
	for {
		switch applied, err := a.store.ApplyReorganisations(ctx, a.now()); {
		case ctx.Err() != nil:
			return
		case err != nil:
			a.log.Error("a reorganisation could not be applied", slog.String("cause", err.Error()))
		case applied > 0:
			a.log.Info("reorganisations applied", slog.Int("count", applied))
		}
		select {
		case <-tick.C:
		case <-ctx.Done():
			return
		}
	}
}
