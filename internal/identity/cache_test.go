package identity

import (
	"context"
	"crypto/ed25519"
	"encoding/binary"
	"log/slog"
	"strconv"
	"testing"
	"time"

	"samplan/internal/session"
)

func TestCacheIsBoundedAndLosesTheOldest(t *testing.T) {
	t.Parallel()
	now := time.Unix(1_750_000_000, 0)
	key := publicKey{key: ed25519.PublicKey(make([]byte, 32))}
	keys := &keySet{now: func() time.Time { return now }, life: context.Background(), log: slog.New(slog.DiscardHandler)}
	keys.keys, keys.fetched = map[string]publicKey{"k": key}, now
	mark := func(n int) (f fingerprint) { binary.BigEndian.PutUint64(f[:], uint64(n)); return f } //nolint:gosec // n is small
	c := newCache(100)
	for n := range 1000 {
		c.put(mark(n), remembered{session.Credentials{Subject: strconv.Itoa(n)}, now.Add(time.Minute), keys, "k", key})
		c.put(mark(n), remembered{session.Credentials{Subject: strconv.Itoa(n)}, now.Add(time.Minute), keys, "k", key})
	}
	if len(c.entries) != 100 {
		t.Errorf("%d entries, want 100", len(c.entries))
	}
	for n, want := range map[int]bool{0: false, 899: false, 900: true, 999: true} {
		who, ok := c.find(mark(n), now)
		if ok != want || ok && who.Subject != strconv.Itoa(n) {
			t.Errorf("token %d: %+v %v, want found %v", n, who, ok, want)
		}
	}
	if _, ok := c.find(mark(999), now.Add(time.Minute)); ok {
		t.Error("an entry outlives its time")
	}
	keys.keys = map[string]publicKey{"k": {key: ed25519.PublicKey(append(make([]byte, 31), 1))}}
	if _, ok := c.find(mark(999), now); ok {
		t.Error("an entry outlives its key, whose id another key has taken")
	}
	if _, ok := c.find(mark(998), now); ok {
		t.Error("an entry outlives its key")
	}
}
