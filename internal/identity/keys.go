package identity

import (
	"context"
	"fmt"
	"log/slog"
	"sync"
	"time"
)

const (
	keyAge   = 5 * time.Minute // after that the set is fetched again, to notice a key that was withdrawn
	coolDown = 2 * time.Second // between two fetches: made-up key ids must not turn into a load on the issuer
)

// keySet holds one issuer's public keys. It fetches them when first asked, for an unknown key id, and in the background
// when they are old. A fetch that fails changes nothing: known keys go on working until the issuer withdraws them.
type keySet struct {
	issuer string
	fetch  fetcher
	now    func() time.Time
	log    *slog.Logger
	life   context.Context //nolint:containedctx // fetches outlive the request that starts them and end with the service

	mu      sync.Mutex
	address string // of the key set, once discovered
	keys    map[string]publicKey
	fetched time.Time // the last time that it worked
	tried   time.Time // the last time at all
	flight  *flight   // the fetch under way, if any
}

// flight is one fetch, waited for by everybody who needs it.
type flight struct {
	done chan struct{}
	err  error
}

// find gives the key with an id, after one refresh if it is not known.
func (s *keySet) find(ctx context.Context, id string) (publicKey, error) {
	key, known, isOld := s.look(id)
	if known {
		if isOld {
			s.start()
		}
		return key, nil
	}
	if f := s.start(); f != nil {
		select {
		case <-ctx.Done():
			return publicKey{}, fmt.Errorf("wait for keys: %w", ctx.Err())
		case <-f.done:
			if f.err != nil {
				return publicKey{}, f.err
			}
		}
	}
	if key, known, _ = s.look(id); !known {
		return publicKey{}, errKey
	}
	return key, nil
}

// holds tells whether a key is still published under its id, as far as we know.
func (s *keySet) holds(id string, key publicKey) bool {
	present, known, isOld := s.look(id)
	if isOld {
		s.start()
	}
	return known && present.equal(key)
}

func (s *keySet) look(id string) (key publicKey, known, isOld bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	key, known = s.keys[id]
	return key, known, s.now().Sub(s.fetched) > keyAge
}

// start begins a fetch, or joins the one under way. It gives nil when the last try is too recent.
func (s *keySet) start() *flight {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.flight != nil {
		return s.flight
	}
	now := s.now()
	if now.Sub(s.tried).Abs() < coolDown {
		return nil
	}
	s.tried = now
	s.flight = &flight{done: make(chan struct{})}
	go s.run(s.flight, s.address)
	return s.flight
}

func (s *keySet) run(f *flight, address string) {
	address, keys, err := s.load(address)
	if err != nil {
		s.log.Warn("issuer keys not refreshed", "issuer", s.issuer, "error", err)
		address = "" // they may have moved: discover again next time
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.address = address
	if err == nil {
		s.keys, s.fetched = keys, s.now()
	}
	s.flight, f.err = nil, err
	close(f.done)
}

func (s *keySet) load(address string) (string, map[string]publicKey, error) {
	if address == "" {
		found, err := s.fetch.discover(s.life, s.issuer)
		if err != nil {
			return "", nil, err
		}
		address = found
	}
	keys, err := s.fetch.keys(s.life, address)
	return address, keys, err
}
