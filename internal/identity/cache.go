package identity

import (
	"crypto/sha256"
	"sync"
	"time"

	"samplan/internal/session"
)

// fingerprint stands for a raw token, which is never kept.
type fingerprint [sha256.Size]byte

// remembered is a token that was verified, with the key that its signature rests on.
type remembered struct {
	who   session.Credentials
	until time.Time
	keys  *keySet
	keyID string
	key   publicKey
}

// cache remembers verified tokens for a short time. When it is full the oldest entry goes: the loss is one more
// verification.
type cache struct {
	mu      sync.Mutex
	entries map[fingerprint]remembered
	order   []fingerprint // a ring, oldest at next
	next    int
}

func newCache(size int) *cache {
	return &cache{entries: map[fingerprint]remembered{}, order: make([]fingerprint, size)}
}

// find gives the credentials of a token whose time and key are still good.
func (c *cache) find(f fingerprint, now time.Time) (session.Credentials, bool) {
	c.mu.Lock()
	e, ok := c.entries[f]
	c.mu.Unlock()
	if !ok || !now.Before(e.until) || !e.keys.holds(e.keyID, e.key) {
		return session.Credentials{}, false
	}
	return e.who, true
}

func (c *cache) put(f fingerprint, e remembered) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if _, known := c.entries[f]; !known {
		delete(c.entries, c.order[c.next])
		c.order[c.next] = f
		c.next = (c.next + 1) % len(c.order)
	}
	c.entries[f] = e
}
