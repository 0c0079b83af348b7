//go:build !release

package identity_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"samplan/internal/fault"
	"samplan/internal/identity"
)

const coolDown = 2 * time.Second

func TestOutageDoesNotStopKnownKeys(t *testing.T) {
	t.Parallel()
	b := setup(t)
	b.accept("before", b.staff.token("karin"))
	b.staff.silent.Store(true)
	for range 5 {
		b.clock.add(10 * time.Minute) // the keys are old, every refresh fails
		b.accept("in the outage", b.staff.token("karin"))
	}
	b.eventually("a fetch was tried", func() bool { return strings.Contains(b.log.String(), "issuer keys not refreshed") })
	b.refuse("a key that nobody knows", craft(t, otherKey(), `{"alg":"RS256","typ":"at+jwt","kid":"k9"}`, payloadOf(t, b.staff.token("karin"))), "")
	b.staff.silent.Store(false)
	b.clock.add(coolDown)
	b.accept("after", b.staff.token("karin"))
	b.accept("the other issuer", b.citizen.token("amir"))
}

func TestOutageAtStartIsOvercome(t *testing.T) {
	t.Parallel()
	b := setup(t)
	b.staff.silent.Store(true)
	b.refuse("no keys yet", b.staff.token("karin"), "status 503")
	b.accept("the other issuer", b.citizen.token("amir"))
	b.staff.silent.Store(false)
	b.clock.add(coolDown)
	b.accept("now", b.staff.token("karin"))
}

func TestKeyRotation(t *testing.T) {
	t.Parallel()
	b := setup(t)
	old := b.staff.token("karin")
	b.accept("old key", old)
	b.staff.rotate(otherKey())
	b.clock.add(coolDown)
	b.accept("new key", b.staff.token("karin"))
	b.refuse("remembered token of the key that left", old, "unknown key")
}

func TestWithdrawnKeyIsNoticedInTheBackground(t *testing.T) {
	t.Parallel()
	b := setup(t)
	b.accept("old key", b.staff.token("karin"))
	b.staff.rotate(otherKey())
	b.clock.add(6 * time.Minute)
	b.staff.rotate(staffKey())
	late := b.staff.token("karin")
	b.staff.rotate(otherKey())
	b.accept("still known", late) // starts the refresh
	b.eventually("the withdrawn key is gone", func() bool {
		_, err := b.v.Verify(context.Background(), late)
		return fault.Has(err, fault.CodeUnauthenticated)
	})
}

func TestUnknownKeysAreNoLoadOnTheIssuer(t *testing.T) {
	t.Parallel()
	b := setup(t)
	b.accept("first", b.staff.token("karin"))
	before := b.staff.fetches.Load()
	b.clock.add(coolDown)
	token := craft(t, otherKey(), `{"alg":"RS256","typ":"at+jwt","kid":"k9"}`, payloadOf(t, b.staff.token("karin")))
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if _, err := b.v.Verify(context.Background(), token); err == nil {
				t.Error("accepted")
			}
		})
	}
	all.Wait()
	if got := b.staff.fetches.Load() - before; got != 1 {
		t.Errorf("%d fetches for 50 tokens of an unknown key, want 1", got)
	}
	for range 5 {
		b.refuse("soon after", token, "unknown key")
	}
	if got := b.staff.fetches.Load() - before; got != 1 {
		t.Errorf("%d fetches within two seconds, want 1", got)
	}
	b.clock.add(coolDown)
	b.refuse("two seconds later", token, "unknown key")
	if got := b.staff.fetches.Load() - before; got != 2 {
		t.Errorf("%d fetches after two seconds, want 2", got)
	}
}

func TestFirstRequestsShareOneFetch(t *testing.T) {
	t.Parallel()
	b := setup(t)
	token := b.staff.token("karin")
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			if _, err := b.v.Verify(context.Background(), token); err != nil {
				t.Errorf("refused: %v", err)
			}
		})
	}
	all.Wait()
	if got := b.staff.fetches.Load(); got != 1 {
		t.Errorf("%d fetches, want 1", got)
	}
}

func TestCallerWhoGivesUpDoesNotStopTheFetch(t *testing.T) {
	t.Parallel()
	b := setup(t)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	token := b.staff.token("karin")
	if _, err := b.v.Verify(ctx, token); err != nil && !fault.Has(err, fault.CodeUnauthenticated) {
		t.Errorf("got %v", err)
	}
	b.eventually("the keys arrive", func() bool {
		_, err := b.v.Verify(context.Background(), token)
		return err == nil
	})
}

func TestRememberedTokenEndsInTime(t *testing.T) {
	t.Parallel()
	b := setup(t)
	short := b.staff.token("karin", set("exp", at(30*time.Second)))
	long := b.staff.token("karin")
	b.accept("short", short)
	b.accept("long", long)
	b.clock.add(29 * time.Second)
	b.accept("short, at its last second", short)
	b.clock.add(time.Second)
	b.refuse("short, at its end", short, "expired")
	b.accept("long", long)
	b.clock.add(4*time.Minute + 30*time.Second)
	b.refuse("long, at its end", long, "expired")
}

func TestSmallCacheStillTellsTokensApart(t *testing.T) {
	t.Parallel()
	b := setup(t)
	b.v = b.verifier(identity.Options{CacheSize: 2})
	tokens := map[string]string{"amir": b.citizen.token("amir"), "eva": b.citizen.token("eva")}
	for range 3 {
		for key, token := range tokens {
			want := map[string]string{"amir": number, "eva": "198001619801"}[key]
			if got := b.accept(key, token).Identifier.Reveal(); got != want {
				t.Errorf("%s is %s", key, got)
			}
		}
		if got := b.accept("Karin", b.staff.token("karin")); got.Subject != "s-karin" {
			t.Errorf("Karin is %+v", got)
		}
	}
}

func (b *bench) eventually(what string, holds func() bool) {
	b.t.Helper()
	for range 200 {
		if holds() {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	b.t.Errorf("waited in vain: %s", what)
}

func payloadOf(t *testing.T, token string) string {
	t.Helper()
	_, payload := opened(t, token)
	return payload
}
