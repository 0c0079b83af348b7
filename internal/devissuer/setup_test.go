//go:build !release

package devissuer_test

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"samplan/internal/devissuer"
	"samplan/internal/session"
)

const (
	api      = "https://api.samplan.test"
	callback = "http://127.0.0.1:9/callback?from=dev"
	loa2     = "http://id.elegnamnden.se/loa/1.0/loa2"
	loa3     = "http://id.elegnamnden.se/loa/1.0/loa3"
	verifier = "a-verifier-of-forty-three-characters-or-more"
)

// keyOnce spares the tests the making of many RSA keys.
var keyOnce = sync.OnceValue(func() *rsa.PrivateKey {
	k, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		panic(err)
	}
	return k
})

type clock struct {
	mu sync.Mutex
	t  time.Time
}

func (c *clock) now() time.Time { c.mu.Lock(); defer c.mu.Unlock(); return c.t }

func (c *clock) add(d time.Duration) { c.mu.Lock(); defer c.mu.Unlock(); c.t = c.t.Add(d) }

type bench struct {
	t      *testing.T
	p      *devissuer.Provider
	clock  *clock
	client crypto.Signer
	http   *http.Client
}

// setup serves a citizen issuer with Amir, who reaches level 3, and Eva, who reaches level 2.
func setup(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, clock: &clock{t: time.Unix(1_750_000_000, 0)}, client: newECKey(t)}
	mux := http.NewServeMux()
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	p, err := devissuer.New(options(server.URL+"/citizen", b))
	if err != nil {
		t.Fatal(err)
	}
	mux.Handle("/citizen/", p.Handler())
	b.p, b.http = p, server.Client()
	b.http.CheckRedirect = func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }
	return b
}

func options(issuer string, b *bench) devissuer.Options {
	return devissuer.Options{
		Issuer: issuer, Kind: session.Citizen, Audience: api, Now: b.clock.now, Key: keyOnce(),
		People: []devissuer.Person{
			{Key: "amir", Name: "Amir <b>& Co", Subject: "s-amir", ACR: loa3, Claims: map[string]any{devissuer.ClaimPersonnummer: "198001019802", "given_name": "Amir"}},
			{Key: "eva", Name: "Eva", Subject: "s-eva", ACR: loa2, Claims: map[string]any{devissuer.ClaimSamordningsnummer: "198001619801"}},
		},
		Clients: []devissuer.Client{
			{ID: "web", RedirectURIs: []string{callback}, Keys: []crypto.PublicKey{newECKey(b.t).Public(), b.client.Public()}},
			{ID: "other", RedirectURIs: []string{callback}, Keys: []crypto.PublicKey{b.client.Public()}},
		},
	}
}

func newECKey(t *testing.T) *ecdsa.PrivateKey {
	t.Helper()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// request is a right authorization request; set changes it, and an empty value removes a parameter.
func request(set ...string) url.Values {
	sum := sha256.Sum256([]byte(verifier))
	q := url.Values{
		"client_id": {"web"}, "redirect_uri": {callback}, "response_type": {"code"}, "scope": {"openid"},
		"state": {"s1"}, "nonce": {"n1"}, "code_challenge_method": {"S256"},
		"code_challenge": {base64.RawURLEncoding.EncodeToString(sum[:])},
	}
	for i := 0; i < len(set); i += 2 {
		if q.Set(set[i], set[i+1]); set[i+1] == "" {
			q.Del(set[i])
		}
	}
	return q
}

// choose sends the form of the page and gives the status and the parameters that came back to the client.
func (b *bench) choose(person string, q url.Values) (int, url.Values) {
	b.t.Helper()
	res, err := b.http.PostForm(b.p.URL()+"/authorize?"+q.Encode(), url.Values{"person": {person}})
	return b.back(res, err)
}

func (b *bench) back(res *http.Response, err error) (int, url.Values) {
	b.t.Helper()
	if err != nil {
		b.t.Fatal(err)
	}
	_ = res.Body.Close() // nothing was read
	to, err := url.Parse(res.Header.Get("Location"))
	if err != nil {
		b.t.Fatal(err)
	}
	if to.Host != "" && !strings.HasPrefix(to.String(), "http://127.0.0.1:9/callback?") {
		b.t.Fatalf("sent to %s", to)
	}
	return res.StatusCode, to.Query()
}

// exchange is a right token request for code; set changes it as in request.
func (b *bench) exchange(code string, set ...string) (int, map[string]any) {
	b.t.Helper()
	assertion, err := b.p.Assertion("web", "ES256", b.client)
	if err != nil {
		b.t.Fatal(err)
	}
	form := url.Values{
		"grant_type": {"authorization_code"}, "code": {code}, "redirect_uri": {callback}, "code_verifier": {verifier},
		"client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"}, "client_assertion": {assertion},
	}
	for i := 0; i < len(set); i += 2 {
		if form.Set(set[i], set[i+1]); set[i+1] == "" {
			form.Del(set[i])
		}
	}
	return b.post(form)
}

func (b *bench) post(form url.Values) (int, map[string]any) {
	b.t.Helper()
	res, err := b.http.PostForm(b.p.URL()+"/token", form)
	if err != nil {
		b.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }() // read to its end
	var body map[string]any
	if err := json.NewDecoder(res.Body).Decode(&body); err != nil {
		b.t.Fatal(err)
	}
	return res.StatusCode, body
}

func (b *bench) code() string {
	b.t.Helper()
	status, back := b.choose("amir", request())
	if status != http.StatusSeeOther || back.Get("code") == "" {
		b.t.Fatalf("no code: %d %v", status, back)
	}
	return back.Get("code")
}

func (b *bench) get(path string) (*http.Response, string) {
	b.t.Helper()
	res, err := b.http.Get(b.p.URL() + path)
	if err != nil {
		b.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }() // read to its end
	text, err := io.ReadAll(res.Body)
	if err != nil {
		b.t.Fatal(err)
	}
	return res, string(text)
}

// part decodes one part of a token: 0 the header, 1 the claims.
func part(t *testing.T, token string, n int) map[string]any {
	t.Helper()
	raw, err := base64.RawURLEncoding.DecodeString(strings.Split(token, ".")[n])
	if err != nil {
		t.Fatal(err)
	}
	var m map[string]any
	if err := json.Unmarshal(raw, &m); err != nil {
		t.Fatal(err)
	}
	return m
}
