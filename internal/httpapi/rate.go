package httpapi

import (
	"container/list"
	"hash/maphash"
	"math"
	"net"
	"sync"
	"time"

	"github.com/labstack/echo/v4"
	"golang.org/x/time/rate"

	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// rates remembers how fast each caller asks. The table is bounded: the one who has been silent longest is forgotten. Its
// keys are hashes with a seed of this process, so that it holds nobody's number (they may collide: then two share a rate).
type rates struct {
	perSecond rate.Limit
	burst     int
	size      int
	seed      maphash.Seed

	lock  sync.Mutex
	byKey map[uint64]*list.Element
	order *list.List // most recent first
}

type remembered struct {
	key     uint64
	limiter *rate.Limiter
}

func newRates(perSecond float64, burst, size int) *rates {
	return &rates{
		perSecond: rate.Limit(perSecond), burst: burst, size: size, seed: maphash.MakeSeed(),
		byKey: make(map[uint64]*list.Element), order: list.New(),
	}
}

// allow tells whether the caller may go on, or else after how many seconds.
func (r *rates) allow(caller string, now time.Time) (wait int, ok bool) {
	if r.limiter(maphash.String(r.seed, caller)).AllowN(now, 1) {
		return 0, true
	}
	return int(math.Ceil(1 / float64(r.perSecond))), false
}

func (r *rates) limiter(key uint64) *rate.Limiter {
	r.lock.Lock()
	defer r.lock.Unlock()
	if e, ok := r.byKey[key]; ok {
		r.order.MoveToFront(e)
		return limiterOf(e)
	}
	if r.order.Len() >= r.size {
		oldest := r.order.Back()
		delete(r.byKey, keyOf(oldest))
		r.order.Remove(oldest)
	}
	l := rate.NewLimiter(r.perSecond, r.burst)
	r.byKey[key] = r.order.PushFront(&remembered{key, l})
	return l
}

func limiterOf(e *list.Element) *rate.Limiter { return e.Value.(*remembered).limiter } //nolint:forcetypeassert // only limiter fills the list
func keyOf(e *list.Element) uint64            { return e.Value.(*remembered).key }     //nolint:forcetypeassert // only limiter fills the list

// rate slows down a caller who asks too fast. It goes by who asks, not by address: a whole municipality shares one.
func (s *Server) rate(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		if err := s.clientRate(k, k.who.Client, k.who.Rate); err != nil {
			return err
		}
		wait, ok := s.callers.allow(nameOf(k.who), time.Now())
		if !ok {
			k.retryAfter = wait
			return fault.New(fault.CodeTooMany)
		}
		return next(k)
	}
}

// clientFactors say how much faster than one person the classes of client may ask, for all the people together that they act for.
var clientFactors = map[string]int{"small": 1, "standard": 5, "large": 20}

func newClientRates(l Limits) map[string]*rates {
	all := map[string]*rates{}
	for class, n := range clientFactors {
		all[class] = newRates(l.Rate*float64(n), l.Burst*n, l.Callers)
	}
	return all
}

// clientRate slows down a client that asks too fast, whomever it asks for: each has a bucket of its own.
func (s *Server) clientRate(k *call, client id.Client, class string) error {
	if client.IsZero() {
		return nil
	}
	of, known := s.byClass[class]
	if !known {
		of = s.byClass["small"]
	}
	if wait, ok := of.allow(client.String(), time.Now()); !ok {
		k.retryAfter = wait
		return fault.New(fault.CodeTooMany)
	}
	return nil
}

func nameOf(c session.Credentials) string {
	return c.Client.String() + "\x00" + c.Kind.String() + "\x00" + c.Issuer + "\x00" + c.Subject + "\x00" + c.IdentifierType + "\x00" + c.Identifier.Reveal()
}

// addressOf is where the connection comes from. Headers that claim another address are not believed.
func addressOf(c echo.Context) string {
	host, _, err := net.SplitHostPort(c.Request().RemoteAddr)
	if err != nil {
		return c.Request().RemoteAddr
	}
	return host
}

// slowed gives why a sign-in failed, or that its address has failed too often: before it fills the record.
func (s *Server) slowed(k *call, err error) error {
	wait, ok := s.strangers.allow(addressOf(k), time.Now())
	if ok {
		return err
	}
	k.retryAfter = wait
	return fault.New(fault.CodeTooMany)
}
