package client

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

const (
	keyHeader   = "Idempotency-Key"
	traceHeader = "Traceparent"
	usualPause  = 1 // seconds, where a busy service does not say
)

// doer sends what the generated methods have made: with the token and a trace, and again while the service is busy.
type doer struct {
	tokens   TokenSource
	client   *http.Client
	attempts int
	longest  time.Duration
	wait     func(context.Context, time.Duration) error
}

// Do sends a request. A command whose key is empty gets one here, so that every attempt carries the same one and is done once.
func (d *doer) Do(r *http.Request) (*http.Response, error) {
	r = r.Clone(r.Context())
	if keys, ok := r.Header[keyHeader]; ok && len(keys) == 1 && keys[0] == "" {
		r.Header.Set(keyHeader, rand.Text())
	}
	if r.Header.Get(traceHeader) == "" {
		r.Header.Set(traceHeader, newTrace())
	}
	for attempt := 1; ; attempt++ {
		if err := d.sign(r); err != nil {
			return nil, err
		}
		answer, err := d.client.Do(r)
		if err != nil {
			return nil, fmt.Errorf("call the service: %w", err)
		}
		pause, again := d.pause(r, answer)
		if !again || attempt == d.attempts {
			return answer, nil
		}
		_, _ = io.Copy(io.Discard, io.LimitReader(answer.Body, largestDocument)) // so that the connection serves again
		_ = answer.Body.Close()
		if err := d.wait(r.Context(), pause); err != nil {
			return nil, fmt.Errorf("wait for the service: %w", err)
		}
		if err := rewind(r); err != nil {
			return nil, err
		}
	}
}

func (d *doer) sign(r *http.Request) error {
	if d.tokens == nil {
		return nil
	}
	token, err := d.tokens.Token(r.Context())
	if err != nil {
		return fmt.Errorf("get a token: %w", err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	return nil
}

// pause tells whether to try again, and when. Too many requests: nothing was done. Unavailable: it may have been, so only what is
// safe to repeat is repeated: a look, and a command under its key.
func (d *doer) pause(r *http.Request, answer *http.Response) (time.Duration, bool) {
	isSafe := r.Method == http.MethodGet || r.Header.Get(keyHeader) != ""
	isBusy := answer.StatusCode == http.StatusTooManyRequests || answer.StatusCode == http.StatusServiceUnavailable && isSafe
	if !isBusy || r.Body != nil && r.Body != http.NoBody && r.GetBody == nil {
		return 0, false
	}
	seconds, err := strconv.Atoi(answer.Header.Get("Retry-After"))
	if err != nil || seconds < 0 {
		seconds = usualPause
	}
	if seconds > int(d.longest/time.Second) {
		return 0, false
	}
	return time.Duration(seconds) * time.Second, true
}

var errRewind = errors.New("the body cannot be sent again")

func rewind(r *http.Request) error {
	if r.GetBody == nil {
		return nil
	}
	body, err := r.GetBody()
	if err != nil {
		return fmt.Errorf("%w: %w", errRewind, err)
	}
	r.Body = body
	return nil
}

func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// newTrace begins a trace (W3C Trace Context).
func newTrace() string {
	var b [24]byte
	_, _ = rand.Read(b[:]) // never fails: crypto/rand ends the program instead
	return "00-" + hex.EncodeToString(b[:16]) + "-" + hex.EncodeToString(b[16:]) + "-00"
}
