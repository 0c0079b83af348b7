package identity

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"slices"
	"time"

	"samplan/internal/fault"
	"samplan/internal/session"
)

// longestCache is how long a token may go on working after it was withdrawn.
const longestCache = time.Minute

// Options are the means of a Verifier. The zero value is good.
type Options struct {
	Now         func() time.Time // default: the clock of the machine
	HTTPClient  *http.Client     // default: a plain one
	Log         *slog.Logger     // default: slog.Default()
	CacheSize   int              // verified tokens remembered; default 10,000
	CacheFor    time.Duration    // how long; default and at most a minute
	MaxLifetime time.Duration    // of a token, from iat to exp; default 15 minutes
}

// Verifier verifies access tokens. It is safe for use by many goroutines.
type Verifier struct {
	issuers map[string]trusted
	cache   *cache
	options Options
}

// trusted is an issuer with its keys.
type trusted struct {
	Issuer
	keys  *keySet
	names spellings // of the claims that are read from it
}

// New makes a verifier of the given issuers. It asks none of them anything yet, so that an issuer that cannot be
// reached does not stop the service from starting. Fetches of keys end with ctx.
func New(ctx context.Context, issuers []Issuer, o Options) (*Verifier, error) {
	if err := o.fill(); err != nil {
		return nil, fmt.Errorf("options: %w", err)
	}
	v := &Verifier{issuers: map[string]trusted{}, cache: newCache(o.CacheSize), options: o}
	for _, given := range issuers {
		i, err := given.withDefaults()
		if err != nil {
			return nil, err
		}
		if _, twice := v.issuers[i.URL]; twice {
			return nil, fmt.Errorf("issuer %q: twice", i.URL)
		}
		keys := &keySet{issuer: i.URL, fetch: newFetcher(o.HTTPClient), now: o.Now, log: o.Log, life: ctx}
		v.issuers[i.URL] = trusted{i, keys, spell(knownClaims, slices.Collect(maps.Keys(i.IdentifierClaims)), []string{i.SubjectClaim})}
	}
	return v, nil
}

func (o *Options) fill() error {
	if o.CacheSize < 0 || o.CacheFor < 0 || o.MaxLifetime < 0 || o.CacheFor > longestCache {
		return errors.New("a size or time is negative, or the cache keeps more than a minute")
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Log == nil {
		o.Log = slog.Default()
	}
	if o.CacheSize == 0 {
		o.CacheSize = 10_000
	}
	if o.CacheFor == 0 {
		o.CacheFor = longestCache
	}
	if o.MaxLifetime == 0 {
		o.MaxLifetime = 15 * time.Minute
	}
	return nil
}

// Verify tells who the holder of a token is. Every failure is the one fault unauthenticated; its cause is for the log
// and holds nothing of the token.
func (v *Verifier) Verify(ctx context.Context, token string) (session.Credentials, error) {
	who, err := v.verify(ctx, token)
	if err != nil {
		return session.Credentials{}, fault.Wrap(fault.CodeUnauthenticated, fmt.Errorf("verify token: %w", err))
	}
	return who, nil
}

func (v *Verifier) verify(ctx context.Context, token string) (session.Credentials, error) {
	raw, err := split(token)
	if err != nil {
		return session.Credentials{}, err
	}
	mark, now := fingerprint(sha256.Sum256([]byte(token))), v.options.Now()
	if who, ok := v.cache.find(mark, now); ok {
		return who, nil
	}
	head, c, issuer, err := v.read(raw)
	if err != nil {
		return session.Credentials{}, err
	}
	if err := c.check(issuer.Audience, now, v.options.MaxLifetime); err != nil {
		return session.Credentials{}, err
	}
	key, err := issuer.checkSignature(ctx, raw, head, now)
	if err != nil {
		return session.Credentials{}, err
	}
	who, err := issuer.credentials(c)
	if err != nil {
		return session.Credentials{}, err
	}
	until := now.Add(v.options.CacheFor)
	if who.Expires.Before(until) {
		until = who.Expires
	}
	v.cache.put(mark, remembered{who, until, issuer.keys, head.key, key})
	return who, nil
}

// read takes the parts of a token and finds its issuer. Nothing it gives is proved yet.
func (v *Verifier) read(raw rawToken) (header, claims, trusted, error) {
	head, err := readHeader(raw.header)
	if err != nil {
		return header{}, claims{}, trusted{}, err
	}
	o, err := readObject(raw.payload)
	if err != nil {
		return header{}, claims{}, trusted{}, err
	}
	name, err := o.text("iss")
	issuer, known := v.issuers[name]
	if err != nil || !known {
		return header{}, claims{}, trusted{}, errIssuer
	}
	if !slices.Contains(issuer.Algorithms, head.algorithm) {
		return header{}, claims{}, trusted{}, errAlgorithm
	}
	if err := issuer.names.check(o); err != nil {
		return header{}, claims{}, trusted{}, err
	}
	c, err := readClaims(o)
	return head, c, issuer, err
}
