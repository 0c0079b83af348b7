package audit_test

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"samplan/internal/audit"
)

// fakeBook answers each pass as the test says.
type fakeBook struct {
	mu     sync.Mutex
	orders []audit.Order
	answer func(n int, o audit.Order) (audit.Pass, error)
}

func (f *fakeBook) Pass(_ context.Context, o audit.Order) (audit.Pass, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.orders = append(f.orders, o)
	return f.answer(len(f.orders), o)
}

func (f *fakeBook) passes() []audit.Order {
	f.mu.Lock()
	defer f.mu.Unlock()
	return slices.Clone(f.orders)
}

// told is a log that is read while it is written.
type told struct {
	mu   sync.Mutex
	text bytes.Buffer
}

func (l *told) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.Write(b)
}

func (l *told) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}

func (l *told) reset() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text.Reset()
}

var errDown = errors.New("down")

// TestF12LagAlarm: entries that wait, or a database that does not answer, are told of after a minute, once a minute, and
// stop the service after the limit; and no longer.
func TestF12LagAlarm(t *testing.T) {
	t.Parallel()
	for name, answer := range map[string]func(time.Time) (audit.Pass, error){
		"an open transaction holds them back": func(began time.Time) (audit.Pass, error) { return audit.Pass{Oldest: began}, nil },
		"another server seals, and hangs":     func(began time.Time) (audit.Pass, error) { return audit.Pass{Busy: true, Oldest: began}, nil },
		"the database is gone":                func(time.Time) (audit.Pass, error) { return audit.Pass{}, errDown },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			synctest.Test(t, func(t *testing.T) {
				var out told
				began := time.Now()
				var healthy atomic.Bool
				f := &fakeBook{answer: func(int, audit.Order) (audit.Pass, error) {
					if healthy.Load() {
						return audit.Pass{}, nil
					}
					return answer(began)
				}}
				j := audit.NewJob(audit.JobOptions{Book: f, Limit: time.Hour, Now: time.Now, Logger: slog.New(slog.NewTextHandler(&out, nil))})
				stop := j.Start(t.Context())
				time.Sleep(59 * time.Second)
				synctest.Wait()
				alarms := func() int { return strings.Count(out.String(), `level=ERROR msg="log is not sealed"`) }
				if n := alarms(); n > 1 || n == 1 && !strings.Contains(out.String(), "cause=down") {
					t.Errorf("too early: %s", &out)
				}
				out.reset()
				time.Sleep(10 * time.Minute)
				synctest.Wait()
				if n := alarms(); n < 9 || n > 11 || j.IsOverdue() {
					t.Errorf("%d alarms in ten minutes", n)
				}
				time.Sleep(time.Hour)
				synctest.Wait()
				if !j.IsOverdue() || j.Lag() < time.Hour {
					t.Errorf("goes on after %s", j.Lag())
				}
				healthy.Store(true)
				time.Sleep(3 * time.Second)
				synctest.Wait()
				if j.IsOverdue() || j.Lag() > 3*time.Second {
					t.Errorf("still late: %s", j.Lag())
				}
				stop()
			})
		})
	}
}

// TestJobGoesOnUntilNothingWaits, tells checkpoints, and signs the end.
func TestJobGoesOnUntilNothingWaits(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		var out told
		b := newBook(signer(t))
		b.seal(1)
		b.place.Cluster = "8"
		b.seal(1)
		signed := b.check()
		f := &fakeBook{answer: func(n int, o audit.Order) (audit.Pass, error) {
			p := audit.Pass{More: n < 3}
			if o.CheckpointEvery == 0 {
				p.Checkpoint, p.Seal = &signed, &b.head
			}
			return p, nil
		}}
		ctx, cancel := context.WithCancel(t.Context())
		j := audit.NewJob(audit.JobOptions{Book: f, Signer: b.signer, Origin: "o", Now: time.Now, Logger: slog.New(slog.NewJSONHandler(&out, nil))})
		stop := j.Start(ctx)
		time.Sleep(time.Second)
		synctest.Wait()
		if len(f.passes()) != 3 || f.passes()[0].Origin != "o" || f.passes()[0].Signer != b.signer || f.passes()[0].CheckpointEvery != time.Minute {
			t.Errorf("got %+v", f.passes())
		}
		cancel() // what stops the server does not stop the sealing of its last answers
		time.Sleep(4 * time.Second)
		synctest.Wait()
		if len(f.passes()) < 4 || out.String() != "" {
			t.Errorf("%d passes, %s", len(f.passes()), &out)
		}
		stop()
		at := strings.Index(out.String(), `{"time"`)
		if at < 0 || !strings.Contains(out.String(), "log epoch begins") {
			t.Fatalf("the last checkpoint is not told: %s", &out)
		}
		line, _, _ := strings.Cut(out.String(), "\n")
		if got, err := audit.ReadCheckpoint([]byte(line)); err != nil || got.Checkpoint != signed.Checkpoint {
			t.Errorf("the server's own log holds no checkpoint: %v", err)
		}
	})
}
