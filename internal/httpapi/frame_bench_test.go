package httpapi

import (
	"log/slog"
	"net/http"
	"testing"

	"samplan/internal/access"
	"time"
)

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		_, err := New(Options{
			Handlers: &frameHandlers{}, Door: &frameDoor{}, Verifier: frameVerifier{}, Operations: access.Operations,
			May: func(access.Actor, string) bool { return true }, Now: time.Now, Logger: slog.New(slog.DiscardHandler), BaseURL: "https://x.example",
		})
		if err != nil {
			b.Fatal(err)
		}
	}
}

var _ = http.MethodGet
