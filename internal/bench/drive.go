//go:build !release

package bench

import (
	"context"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"slices"
	"sync"
	"time"
)

// connections is how many keep asking at once.
const connections = 16

// target is one of the two servers, with a client of its own.
type target struct {
	base      string
	client    *http.Client
	authorize func(r *http.Request, worker int)
}

func newTarget(base string, authorize func(*http.Request, int)) *target {
	transport := &http.Transport{MaxIdleConnsPerHost: connections, MaxConnsPerHost: connections, DisableCompression: true}
	return &target{base, &http.Client{Transport: transport, Timeout: 30 * time.Second}, authorize}
}

// sample is what one round gave.
type sample struct {
	rps   float64
	times []time.Duration // sorted
	cost  cost            // of one request
}

// percentile gives the time that so many of a hundred did not exceed.
func (s sample) percentile(p float64) time.Duration {
	if len(s.times) == 0 {
		return 0
	}
	return s.times[min(len(s.times)-1, int(p/100*float64(len(s.times))))]
}

// drive asks for so long. rate 0 is a closed loop: each connection asks again when it is answered. Else so many requests
// a second are due, each at its time; a late answer counts from when its request was due, so that a server that stalls
// does not slow down the asking (coordinated omission).
func (t *target) drive(ctx context.Context, decks []deck, length time.Duration, rate float64) (sample, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	times := make([][]time.Duration, len(decks))
	var wait sync.WaitGroup
	spent := costNow()
	began := time.Now()
	for n, d := range decks {
		wait.Go(func() {
			pace := pacer{began: began, connection: n, rate: rate / float64(len(decks)), of: len(decks)}
			for ctx.Err() == nil && time.Since(began) < length {
				due := pace.next()
				if err := t.ask(d); err != nil {
					cancel(err)
					return
				}
				times[n] = append(times[n], time.Since(due))
			}
		})
	}
	wait.Wait()
	if err := context.Cause(ctx); err != nil {
		return sample{}, err
	}
	all := slices.Concat(times...)
	took := time.Since(began)
	each := costNow().minus(spent).per(len(all))
	slices.Sort(all)
	return sample{float64(len(all)) / took.Seconds(), all, each}, nil
}

// warmRequests is how often each connection asks before anything counts: Postgres plans a statement anew for the first
// few times on each of its connections.
const warmRequests = 12

// warm asks until every connection of the server to Postgres has its plans.
func (t *target) warm(ctx context.Context, decks []deck) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	var wait sync.WaitGroup
	for _, d := range decks {
		wait.Go(func() {
			for n := 0; n < warmRequests && ctx.Err() == nil; n++ {
				if err := t.ask(d); err != nil {
					cancel(err)
				}
			}
		})
	}
	wait.Wait()
	return context.Cause(ctx)
}

// numbers chooses which rows are asked for.
func numbers() *mathrand.Rand {
	return mathrand.New(mathrand.NewPCG(mathrand.Uint64(), mathrand.Uint64())) //nolint:gosec // G404: no secret
}

// pacer tells one connection when its next request is due.
type pacer struct {
	began          time.Time
	connection, of int
	rate           float64 // per second, of this connection; 0: at once
	made           int
}

func (p *pacer) next() time.Time {
	if p.rate == 0 {
		return time.Now()
	}
	each := float64(time.Second) / p.rate
	due := p.began.Add(time.Duration(each * (float64(p.made) + float64(p.connection)/float64(p.of))))
	p.made++
	time.Sleep(time.Until(due))
	return due
}

// ask makes one request and reads its whole answer.
func (t *target) ask(d deck) error {
	o := d(numbers())
	r, err := o.request(t.base, t.authorize)
	if err != nil {
		return err
	}
	answer, err := t.client.Do(r)
	if err != nil {
		return fmt.Errorf("ask: %w", err)
	}
	defer func() { _ = answer.Body.Close() }() // read to its end
	if answer.StatusCode != o.want {
		text, _ := io.ReadAll(io.LimitReader(answer.Body, 1000)) // what there is of it
		return fmt.Errorf("%s %s answered %d, want %d: %s", o.method, o.path, answer.StatusCode, o.want, text)
	}
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return fmt.Errorf("read answer: %w", err)
	}
	if o.answered != nil {
		o.answered()
	}
	return nil
}
