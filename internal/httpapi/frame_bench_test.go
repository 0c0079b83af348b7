package httpapi

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/session"
)

// openDoor is a door that costs nothing, so that the benchmarks show the frame alone.
type openDoor struct{ session.Door }

func (openDoor) Serve(ctx context.Context, _ session.Request, work func(context.Context, access.Actor) (session.Answer, error)) (session.Answer, error) {
	return work(ctx, karin)
}

func (openDoor) Refuse(context.Context, session.Request, *fault.Error) error { return nil }

func benchServer(b *testing.B) *Server {
	b.Helper()
	s, err := New(Options{
		Handlers: &frameHandlers{}, Door: openDoor{}, Verifier: frameVerifier{}, Operations: access.Operations,
		May: func(access.Actor, string) bool { return true }, Now: time.Now, Logger: slog.New(slog.NewJSONHandler(io.Discard, nil)),
		BaseURL: "https://api.samplan.example", Limits: Limits{Rate: 1e9, Burst: 1e9},
	})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func benchRequest(b *testing.B, method, target, body string, status int) {
	b.Helper()
	s := benchServer(b)
	b.ReportAllocs()
	for b.Loop() {
		r := httptest.NewRequest(method, target, strings.NewReader(body))
		r.Header.Set("Authorization", "Bearer karin")
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Idempotency-Key", aKey)
		w := httptest.NewRecorder()
		s.ServeHTTP(w, r)
		if w.Code != status {
			b.Fatalf("got %d %s", w.Code, w.Body)
		}
	}
}

// BenchmarkRead and BenchmarkCommand show what the frame costs with everything on.
func BenchmarkRead(b *testing.B) { benchRequest(b, http.MethodGet, "/v1/goals/"+aGoal, "", 200) }

func BenchmarkCommand(b *testing.B) {
	benchRequest(b, http.MethodPost, "/v1/plans/"+aPlan+"/goals", goalBody, 201)
}

func BenchmarkRefusal(b *testing.B) {
	benchRequest(b, http.MethodPost, "/v1/plans/"+aPlan+"/goals", "{}", 400)
}
