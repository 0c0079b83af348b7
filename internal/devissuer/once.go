//go:build !release

package devissuer

import (
	"sync"
	"time"
)

// onceStore keeps things that may be used once and for a short time. The zero value is ready.
type onceStore[T any] struct {
	mu   sync.Mutex
	kept map[string]onceEntry[T]
}

type onceEntry[T any] struct {
	value T
	until time.Time
}

// put keeps value under key and tells whether the key was free. It also forgets what has run out.
func (s *onceStore[T]) put(key string, value T, now, until time.Time) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for k, e := range s.kept {
		if !now.Before(e.until) {
			delete(s.kept, k)
		}
	}
	if _, taken := s.kept[key]; taken {
		return false
	}
	if s.kept == nil {
		s.kept = map[string]onceEntry[T]{}
	}
	s.kept[key] = onceEntry[T]{value, until}
	return true
}

// take gives what is kept under key, once.
func (s *onceStore[T]) take(key string, now time.Time) (T, bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	e, ok := s.kept[key]
	delete(s.kept, key)
	return e.value, ok && now.Before(e.until)
}
