//go:build !release

package identity_test

import (
	"bytes"
	"context"
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"samplan/internal/devissuer"
	"samplan/internal/fault"
	"samplan/internal/identity"
	"samplan/internal/session"
)

const (
	api      = "https://api.samplan.test"
	callback = "http://127.0.0.1:9/callback"
	loa2     = "http://id.elegnamnden.se/loa/1.0/loa2"
	loa3     = "http://id.elegnamnden.se/loa/1.0/loa3"
	number   = "198001019802"
)

var start = time.Unix(1_750_000_000, 0)

func makeKey() *rsa.PrivateKey {
	k, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return k
}

// The tests share three keys: making one takes long. Citizen and staff issuers have different ones.
var citizenKey, staffKey, otherKey = sync.OnceValue(makeKey), sync.OnceValue(makeKey), sync.OnceValue(makeKey)

// issuerStub is a development issuer that can fall silent and change its key, on its own address.
type issuerStub struct {
	t       *testing.T
	url     string
	options devissuer.Options
	mu      sync.Mutex
	p       *devissuer.Provider
	handler http.Handler
	silent  atomic.Bool
	fetches atomic.Int32 // of the key set
}

func (s *issuerStub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasSuffix(r.URL.Path, "/jwks") {
		s.fetches.Add(1)
	}
	if s.silent.Load() {
		http.Error(w, "down", http.StatusServiceUnavailable)
		return
	}
	s.mu.Lock()
	h := s.handler
	s.mu.Unlock()
	h.ServeHTTP(w, r)
}

// rotate lets the issuer publish and sign with another key from now on.
func (s *issuerStub) rotate(key *rsa.PrivateKey) {
	s.t.Helper()
	s.options.Key = key
	p, err := devissuer.New(s.options)
	if err != nil {
		s.t.Fatal(err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.p, s.handler = p, p.Handler()
}

func (s *issuerStub) token(key string, change ...func(map[string]any)) string {
	s.t.Helper()
	s.mu.Lock()
	defer s.mu.Unlock()
	token, err := s.p.TokenWith(key, func(c map[string]any) {
		for _, f := range change {
			f(c)
		}
	})
	if err != nil {
		s.t.Fatal(err)
	}
	return token
}

type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.t }

func (c *clock) add(d time.Duration) { c.mu.Lock(); defer c.mu.Unlock(); c.t = c.t.Add(d) }

type bench struct {
	t              *testing.T
	clock          *clock
	staff, citizen *issuerStub
	v              *identity.Verifier
	log            *lockedBuffer
}

type lockedBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *lockedBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *lockedBuffer) String() string { l.mu.Lock(); defer l.mu.Unlock(); return l.b.String() }

// setup serves a staff issuer with Karin and a citizen issuer with Amir and Eva, and a verifier that trusts both.
func setup(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, clock: &clock{t: start}, log: &lockedBuffer{}}
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	serve := func(path string, kind session.Kind, key *rsa.PrivateKey, people ...devissuer.Person) *issuerStub {
		s := &issuerStub{t: t, url: server.URL + path}
		s.options = devissuer.Options{
			Issuer: s.url, Kind: kind, Audience: api, Now: b.clock.now, People: people,
			Clients: []devissuer.Client{{ID: "web", RedirectURIs: []string{callback}, Keys: []crypto.PublicKey{otherKey().Public()}}},
		}
		s.rotate(key)
		mux.Handle(path+"/", s)
		return s
	}
	b.staff = serve("/staff", session.Staff, staffKey(),
		devissuer.Person{Key: "karin", Name: "Karin", Subject: "s-karin", ACR: loa3, Claims: map[string]any{devissuer.ClaimOrgAffiliation: "karin@2120001355"}})
	b.citizen = serve("/citizen", session.Citizen, citizenKey(),
		devissuer.Person{Key: "amir", Name: "Amir", Subject: "s-amir", ACR: loa3, Claims: map[string]any{devissuer.ClaimPersonnummer: number}},
		devissuer.Person{Key: "eva", Name: "Eva", Subject: "s-eva", ACR: loa2, Claims: map[string]any{devissuer.ClaimSamordningsnummer: "198001619801"}})
	b.v = b.verifier(identity.Options{})
	return b
}

func (b *bench) issuers() []identity.Issuer {
	return []identity.Issuer{
		{URL: b.staff.url, Kind: session.Staff, Audience: api, RequiredACR: []string{loa3}},
		{URL: b.citizen.url, Kind: session.Citizen, Audience: api, RequiredACR: []string{loa2, loa3}, IdentifierClaims: map[string]string{
			devissuer.ClaimPersonnummer: identity.TypePersonnummer, devissuer.ClaimSamordningsnummer: identity.TypeSamordningsnummer,
		}},
	}
}

func (b *bench) verifier(o identity.Options) *identity.Verifier {
	b.t.Helper()
	o.Now, o.Log = b.clock.now, slog.New(slog.NewJSONHandler(b.log, nil))
	ctx, cancel := context.WithCancel(context.Background())
	b.t.Cleanup(cancel)
	v, err := identity.New(ctx, b.issuers(), o)
	if err != nil {
		b.t.Fatal(err)
	}
	return v
}

func (b *bench) accept(name, token string) session.Credentials {
	b.t.Helper()
	who, err := b.v.Verify(context.Background(), token)
	if err != nil {
		b.t.Fatalf("%s: refused: %v", name, err)
	}
	return who
}

// refuse demands the one fault, the reason in the log's words, and nothing of the token or the person in them.
func (b *bench) refuse(name, token, reason string) {
	b.t.Helper()
	who, err := b.v.Verify(context.Background(), token)
	if who != (session.Credentials{}) || !fault.Has(err, fault.CodeUnauthenticated) {
		b.t.Errorf("%s: got %+v and %v, want unauthenticated", name, who, err)
		return
	}
	if !strings.Contains(err.Error(), reason) {
		b.t.Errorf("%s: refused as %q, want %q", name, err, reason)
	}
	for _, part := range append(strings.Split(token, "."), number, "s-amir", "s-karin") {
		if len(part) > 5 && strings.Contains(err.Error(), part) {
			b.t.Errorf("%s: the cause tells %q", name, part)
		}
	}
}

// craft signs raw bytes, so that a test can write what no encoder would.
func craft(t *testing.T, key *rsa.PrivateKey, header, payload string) string {
	t.Helper()
	text := base64.RawURLEncoding.EncodeToString([]byte(header)) + "." + base64.RawURLEncoding.EncodeToString([]byte(payload))
	sum := sha256.Sum256([]byte(text))
	signature, err := rsa.SignPKCS1v15(rand.Reader, key, crypto.SHA256, sum[:])
	if err != nil {
		t.Fatal(err)
	}
	return text + "." + base64.RawURLEncoding.EncodeToString(signature)
}

// opened gives header and payload of a token as text.
func opened(t *testing.T, token string) (header, payload string) {
	t.Helper()
	var out [2]string
	for i := range out {
		raw, err := base64.RawURLEncoding.DecodeString(strings.Split(token, ".")[i])
		if err != nil {
			t.Fatal(err)
		}
		out[i] = string(raw)
	}
	return out[0], out[1]
}
