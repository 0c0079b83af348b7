package httpapi

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"samplan/internal/httpapi/wire"
)

// soon is longer than any limit that these tests set, and shorter than the usual ones.
const soon = 4 * time.Second

// serving starts the server on a port of its own and gives its address; stop ends it and tells how it ended.
func serving(t *testing.T, f *testFrame) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- f.Serve(ctx, l) }()
	stop = func() error {
		cancel()
		select {
		case err := <-ended:
			ended <- err
			return err
		case <-time.After(2 * soon):
			return errors.New("the server does not end")
		}
	}
	t.Cleanup(func() { _ = stop() })
	return l.Addr().String(), stop
}

// dial sends text on a connection of its own.
func dial(t *testing.T, address, text string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	if err := c.SetDeadline(time.Now().Add(soon)); err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(c, text); err != nil {
		t.Fatal(err)
	}
	return c
}

func post(length, more string) string {
	return "POST /v1/plans/" + aPlan + "/goals HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer karin\r\nIdempotency-Key: " + aKey +
		"\r\nContent-Type: application/json\r\n" + length + "\r\n\r\n" + more
}

// answer reads the status, and whether the server then closes.
func answer(t *testing.T, c net.Conn) (status int, body string, closed bool) {
	t.Helper()
	r := bufio.NewReader(c)
	a, err := http.ReadResponse(r, nil)
	if err != nil {
		return 0, "", !errors.Is(err, context.DeadlineExceeded) && !isTimeout(err)
	}
	defer func() { _ = a.Body.Close() }()
	b, err := io.ReadAll(a.Body)
	if err != nil {
		t.Fatal(err)
	}
	_, err = r.ReadByte()
	return a.StatusCode, string(b), err != nil && !isTimeout(err)
}

func isTimeout(err error) bool {
	var n net.Error
	return errors.As(err, &n) && n.Timeout()
}

func TestSlowAndLargeClientsAreCut(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) {
		o.Limits.ReadHeader, o.Limits.Body, o.Limits.BodyBytes, o.Limits.HeaderBytes = 200*time.Millisecond, 200*time.Millisecond, 1000, 2000
	})
	address, _ := serving(t, f)
	for name, c := range map[string]struct {
		sent   string
		status int
		code   string
	}{
		"half a header":      {"GET /v1/me HTTP/1.1\r\nHost: x\r\nX: ", 0, ""},
		"half a body":        {post("Content-Length: 100", `{"text":`), 400, "malformed-request"},
		"half a chunk":       {post("Transfer-Encoding: chunked", "64\r\n{"), 400, "malformed-request"},
		"large by its word":  {post("Content-Length: 1001", ""), 413, "content-too-large"},
		"large in chunks":    {post("Transfer-Encoding: chunked", fmt.Sprintf("7d0\r\n%s\r\n", strings.Repeat(" ", 2000))), 413, "content-too-large"},
		"large header":       {"GET /v1/me HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("a", 7000) + "\r\n\r\n", 431, ""},
		"many parameters":    {"GET /v1/plans?" + strings.Repeat("a&", 4000) + " HTTP/1.1\r\nHost: x\r\n\r\n", 431, ""},
		"length and chunked": {post("Content-Length: 5\r\nTransfer-Encoding: chunked", "0\r\n\r\nGET /docs HTTP/1.1\r\nHost: x\r\n\r\n"), 400, ""},
		"two lengths":        {post("Content-Length: 5\r\nContent-Length: 6", "{}   "), 400, ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			begun := time.Now()
			status, body, closed := answer(t, dial(t, address, c.sent))
			if status != c.status || !strings.Contains(body, c.code) || !closed || time.Since(begun) > soon/2 {
				t.Errorf("want %d %s and an end, got %d %s, closed %v after %v", c.status, c.code, status, body, closed, time.Since(begun))
			}
		})
	}
}

// TestASlowHandlerIsNotASlowClient: the body's deadline must not strike once the body is there.
func TestASlowHandlerIsNotASlowClient(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) { o.Limits.Body = 50 * time.Millisecond })
	f.handlers.addGoal = func(ctx context.Context, _ wire.AddGoalRequestObject) error {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(200 * time.Millisecond):
			return nil
		}
	}
	address, _ := serving(t, f)
	status, body, _ := answer(t, dial(t, address, post(fmt.Sprintf("Connection: close\r\nContent-Length: %d", len(goalBody)), goalBody)))
	wantStatus(t, status, 201, body)
}

func TestTheServerEndsWithGrace(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	inside, goOn := make(chan struct{}), make(chan struct{})
	f.handlers.addGoal = func(context.Context, wire.AddGoalRequestObject) error {
		close(inside)
		<-goOn
		return nil
	}
	address, stop := serving(t, f)
	c := dial(t, address, post(fmt.Sprintf("Content-Length: %d", len(goalBody)), goalBody))
	<-inside
	ended := make(chan error, 1)
	go func() { ended <- stop() }()
	for !f.ending.Load() {
		time.Sleep(time.Millisecond)
	}
	wantProblem(t, f.ask(http.MethodGet, "/health/ready", ""), 503, "unavailable")
	close(goOn)
	status, body, _ := answer(t, c)
	wantStatus(t, status, 201, body)
	if err := <-ended; err != nil {
		t.Errorf("ended with %v", err)
	}
}

func TestTheServerEndsInTime(t *testing.T) {
	t.Parallel()
	f := newFrame(t, func(o *Options) { o.Limits.Shutdown, o.Limits.Work = 50*time.Millisecond, time.Minute })
	inside := make(chan struct{})
	f.handlers.addGoal = func(ctx context.Context, _ wire.AddGoalRequestObject) error {
		close(inside)
		<-ctx.Done()
		return ctx.Err()
	}
	address, stop := serving(t, f)
	dial(t, address, post(fmt.Sprintf("Content-Length: %d", len(goalBody)), goalBody))
	<-inside
	if err := stop(); !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("want the end to be forced, got %v", err)
	}
}

func TestALostListenerIsAnError(t *testing.T) {
	t.Parallel()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	if err := newFrame(t).Serve(context.Background(), l); err == nil {
		t.Error("want an error")
	}
}

func TestHealth(t *testing.T) {
	t.Parallel()
	f := newFrame(t)
	for _, target := range []string{"/health/live", "/health/ready"} {
		if w := f.ask(http.MethodGet, target, "", header("Authorization")); w.Code != 200 || w.Body.String() != `{"status":"up"}` {
			t.Errorf("%s: got %d %s", target, w.Code, w.Body)
		}
	}
	f.door.ready = func(ctx context.Context) error {
		if _, bounded := ctx.Deadline(); !bounded {
			t.Error("readiness must not wait for ever")
		}
		return errors.New(canary)
	}
	wantProblem(t, f.ask(http.MethodGet, "/health/ready", ""), 503, "unavailable")
	wantStatus(t, f.ask(http.MethodGet, "/health/live", "").Code, 200, "a lost database is no reason to restart")
}
