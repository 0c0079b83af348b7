package printer

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"samplan/internal/fault"
)

// fake is a press by function fields.
type fake struct {
	do     func(context.Context) ([]byte, error)
	gone   atomic.Bool
	closed atomic.Int32
}

func (f *fake) print(ctx context.Context, _ []byte) ([]byte, error) { return f.do(ctx) }
func (f *fake) isGone() bool                                        { return f.gone.Load() }
func (f *fake) close() error                                        { f.closed.Add(1); return nil }

// shop makes presses and keeps them.
type shop struct {
	lock sync.Mutex
	all  []*fake
	do   func(ctx context.Context, press int) ([]byte, error)
}

func (s *shop) open(context.Context) (press, error) {
	s.lock.Lock()
	defer s.lock.Unlock()
	n := len(s.all)
	f := &fake{do: func(ctx context.Context) ([]byte, error) { return s.do(ctx, n) }}
	s.all = append(s.all, f)
	return f, nil
}

var errBroken = errors.New("broken")

func fine(context.Context, int) ([]byte, error) { return []byte("%PDF-"), nil }

// TestLineIsShort: who finds the line full is told at once, and who waits too long is told when the time is over.
func TestLineIsShort(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		s := &shop{do: func(ctx context.Context, _ int) ([]byte, error) { <-ctx.Done(); return nil, ctx.Err() }}
		p := newPrinter(s.open, slog.New(slog.DiscardHandler), Limits{AtOnce: 1, Waiting: 2, Time: time.Minute})
		var busy atomic.Int32
		for range 5 {
			go func() {
				if _, err := p.Print(t.Context(), nil); fault.Has(err, fault.CodePrinterBusy) {
					busy.Add(1)
				}
			}()
		}
		synctest.Wait()
		if busy.Load() != 2 {
			t.Errorf("%d were sent away at once, want 2", busy.Load())
		}
		time.Sleep(2 * time.Minute)
		synctest.Wait()
		if busy.Load() != 5 {
			t.Errorf("%d were told in the end, want 5", busy.Load())
		}
	})
}

// TestBrowserIsReplaced: one that fails or has died is never asked again, and the page is tried once more.
func TestBrowserIsReplaced(t *testing.T) {
	t.Parallel()
	s := &shop{do: func(ctx context.Context, n int) ([]byte, error) {
		if n == 0 {
			return nil, errBroken
		}
		return fine(ctx, 0)
	}}
	p := newPrinter(s.open, slog.New(slog.DiscardHandler), Limits{PerLife: 2})
	for range 2 {
		if _, err := p.Print(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	if len(s.all) != 2 || s.all[0].closed.Load() != 1 || s.all[1].closed.Load() != 0 {
		t.Fatalf("%d presses, want the first one replaced", len(s.all))
	}
	_, _ = p.Print(t.Context(), nil) // the second has made its two
	s.all[2].gone.Store(true)
	_, _ = p.Print(t.Context(), nil)
	p.Close()
	for n, f := range s.all {
		if f.closed.Load() != 1 {
			t.Errorf("press %d was closed %d times", n, f.closed.Load())
		}
	}
	if _, err := p.Print(t.Context(), nil); len(s.all) != 4 || !fault.Has(err, fault.CodeUnavailable) {
		t.Errorf("%d presses, and after the end %v", len(s.all), err)
	}
}

func TestWhatCannotBePrinted(t *testing.T) {
	t.Parallel()
	s := &shop{do: func(context.Context, int) ([]byte, error) { return nil, errBroken }}
	p := newPrinter(s.open, slog.New(slog.DiscardHandler), Limits{PageBytes: 10})
	if _, err := p.Print(t.Context(), nil); !fault.Has(err, fault.CodeUnavailable) || len(s.all) != 2 {
		t.Errorf("got %v after %d tries", err, len(s.all))
	}
	if _, err := p.Print(t.Context(), bytes.Repeat([]byte("x"), 11)); !fault.Has(err, fault.CodeNoPrinter) {
		t.Errorf("got %v", err)
	}
}

func TestFind(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("PATH", dir)
	if _, err := Find("no-such-browser"); err == nil || errors.Is(err, ErrMissing) {
		t.Errorf("a browser that is named and not there: %v", err)
	}
	program := filepath.Join(dir, "chromium")
	if err := os.WriteFile(program, []byte("#!/bin/sh\n"), 0o700); err != nil { //nolint:gosec // G306: it is a program
		t.Fatal(err)
	}
	for setting, want := range map[string]string{"": program, "chromium": program, program: program, "ws://127.0.0.1:9222": "ws://127.0.0.1:9222"} {
		if got, err := Find(setting); got != want || err != nil {
			t.Errorf("%q: got %q, %v", setting, got, err)
		}
	}
}

// TestFlags: the browser has its sandbox, except as root, where it refuses to run with one; and no way to the network.
func TestFlags(t *testing.T) {
	t.Parallel()
	for isRoot, want := range map[bool]bool{true: true, false: false} {
		all := strings.Join(flags("dir", isRoot), " ")
		if strings.Contains(all, "--no-sandbox") != want || !strings.Contains(all, "--host-resolver-rules=MAP * ~NOTFOUND") {
			t.Errorf("root %t: %s", isRoot, all)
		}
	}
}
