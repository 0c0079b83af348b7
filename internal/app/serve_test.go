package app

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"samplan/internal/civil"
)

type keeper struct {
	rounds int
	end    context.CancelFunc
}

var errDown = errors.New("the database is down")

// Weed fails the first time and ends it all the third.
func (k *keeper) Weed(context.Context, civil.Date) error {
	k.rounds++
	switch k.rounds {
	case 1:
		return errDown
	case 3:
		k.end()
		return context.Canceled
	}
	return nil
}

func TestWeedingGoesOnAfterAFailureAndEndsWithTheServer(t *testing.T) {
	t.Parallel()
	ctx, end := context.WithTimeout(t.Context(), 10*time.Second)
	defer end()
	var log bytes.Buffer
	k := &keeper{end: end}
	a := &App{keeper: k, now: time.Now, log: slog.New(slog.NewTextHandler(&log, nil))}
	a.weed(ctx, time.Millisecond)
	if k.rounds != 3 {
		t.Errorf("weeded %d times, want 3", k.rounds)
	}
	if n := strings.Count(log.String(), "kept answers are not removed"); n != 1 {
		t.Errorf("%d failures are told, want the first alone: %s", n, &log)
	}
}
