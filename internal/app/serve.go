package app

import (
	"context"
	"log/slog"
	"net"
	"sync"
	"time"

	"samplan/internal/civil"
)

// weedEvery is how often answers that are past their day are removed.
const weedEvery = 5 * time.Minute

// Serve answers on the listener until ctx ends. Meanwhile it removes kept answers that nobody may ask for any longer, and
// applies reorganisations on their day.
func (a *App) Serve(ctx context.Context, l net.Listener) error {
	background, stop := context.WithCancel(ctx)
	var wait sync.WaitGroup
	wait.Go(func() { a.weed(background, weedEvery) })
	wait.Go(func() { a.reorganise(background) })
	defer wait.Wait()
	defer stop()
	return a.Server.Serve(ctx, l)
}

// weed removes them at once and then every so often. A failure is told and tried again next time: nothing waits for it.
func (a *App) weed(ctx context.Context, every time.Duration) {
	tick := time.NewTicker(every)
	defer tick.Stop()
	for {
		if err := a.keeper.Weed(ctx, civil.Of(a.now())); err != nil && ctx.Err() == nil {
			a.log.LogAttrs(ctx, slog.LevelWarn, "kept answers are not removed", slog.String("error", err.Error()))
		}
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}
