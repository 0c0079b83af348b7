package httpapi_test

import (
	"fmt"
	"maps"
	"testing"
)

// TestEveryOperationIsDone sends every sample. A command is done once, however often it is sent under its key.
func TestEveryOperationIsDone(t *testing.T) {
	t.Parallel()
	w := newTown(t)
	for n, s := range w.samples {
		c := w.As(s.who)
		key := fmt.Sprintf("done-once-%03d", n)
		first := s.send(c, key, nil)
		if first.Status >= 300 {
			t.Errorf("%s: got %d %s", s.name, first.Status, first.Body)
			continue
		}
		if !s.takes("header", "Idempotency-Key") {
			continue
		}
		rows := w.rows()
		again := s.send(c, key, nil)
		if again.Status != first.Status || again.Body != first.Body || again.ETag() != first.ETag() ||
			again.Header.Get("Location") != first.Header.Get("Location") {
			t.Errorf("%s: a retry got another answer: %d %s, first %d %s", s.name, again.Status, again.Body, first.Status, first.Body)
		}
		if now := w.rows(); !maps.Equal(rows, now) {
			t.Errorf("%s: a retry stored something: %v, was %v", s.name, now, rows)
		}
	}
}
