package httpapi_test

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"samplan/internal/testkit"
)

// bound is a token of the e-service for Lo's father that is bound to a key.
type bound struct {
	*portalOf
	key   ed25519.PrivateKey
	token string
}

const address = "https://api.samplan.example"

// proof is a DPoP proof of a key (RFC 9449, 4.2).
func (b *bound) proof(key ed25519.PrivateKey, method, path, jti string, at time.Time) string {
	part := func(v any) string {
		text, err := json.Marshal(v)
		if err != nil {
			b.t.Fatal(err)
		}
		return base64.RawURLEncoding.EncodeToString(text)
	}
	claims := object{"jti": jti, "htm": method, "htu": address + path, "iat": at.Unix()}
	if b.token != "" {
		sum := sha256.Sum256([]byte(b.token))
		claims["ath"] = base64.RawURLEncoding.EncodeToString(sum[:])
	}
	text := part(object{"typ": "dpop+jwt", "alg": "EdDSA", "jwk": object{"kty": "OKP", "crv": "Ed25519", "x": x(key)}}) + "." + part(claims)
	return text + "." + base64.RawURLEncoding.EncodeToString(ed25519.Sign(key, []byte(text)))
}

func newBound(t *testing.T, a *testkit.API) *bound {
	t.Helper()
	b := &bound{portalOf: portal(t, a, "portal"), key: ed25519.NewKeyFromSeed(make([]byte, 32))}
	form := b.TokenForm(b.assertion("bound"), "amir")
	r := httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/oauth/token", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	r.Header.Set("DPoP", b.proof(b.key, "POST", "/oauth/token", "0", b.Now()))
	w := httptest.NewRecorder()
	b.App.Server.ServeHTTP(w, r)
	var body struct {
		Token string `json:"access_token"`
		Type  string `json:"token_type"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &body); err != nil || w.Code != 200 || body.Type != "DPoP" {
		t.Fatalf("%d %s %v", w.Code, w.Body, err)
	}
	b.token = body.Token
	return b
}

// show asks with the token under a scheme, with a proof when there is one.
func (b *bound) show(scheme, path, proof string) testkit.Answer {
	return b.As("").Send(http.MethodGet, path, nil, "Authorization", scheme+" "+b.token, "DPoP", proof)
}

// TestBoundTokensNeedTheirKey: a token that is bound to a key is nothing without a fresh proof of that key for just that request,
// and every refusal says the same, with how to prove.
func TestBoundTokensNeedTheirKey(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	b := newBound(t, w.API)
	mine := "/v1" + w.my
	good := b.proof(b.key, "GET", mine, "1", b.Now())
	thief := ed25519.NewKeyFromSeed([]byte(strings.Repeat("t", 32)))
	plain := *b
	plain.token = ""
	for what, a := range map[string]testkit.Answer{
		"as a bearer":              b.show("Bearer", w.my, ""),
		"as a bearer with a proof": b.show("Bearer", w.my, b.proof(b.key, "GET", mine, "2", b.Now())),
		"no proof":                 b.show("DPoP", w.my, ""),
		"another key":              b.show("DPoP", w.my, b.proof(thief, "GET", mine, "3", b.Now())),
		"another method":           b.show("DPoP", w.my, b.proof(b.key, "POST", mine, "4", b.Now())),
		"another address":          b.show("DPoP", w.my, b.proof(b.key, "GET", "/v1/my/plans", "5", b.Now())),
		"another token":            b.show("DPoP", w.my, plain.proof(b.key, "GET", mine, "6", b.Now())),
		"an old proof":             b.show("DPoP", w.my, b.proof(b.key, "GET", mine, "7", b.Now().Add(-time.Hour))),
		"a proof of tomorrow":      b.show("DPoP", w.my, b.proof(b.key, "GET", mine, "8", b.Now().Add(24*time.Hour))),
		"no proof at all":          b.show("DPoP", w.my, "a.b.c"),
	} {
		a.Refused(401, "unauthenticated")
		if got := strings.Join(a.Header.Values("WWW-Authenticate"), "; "); !strings.Contains(got, `DPoP realm="samplan", error="invalid_token", algs="`) || !strings.Contains(got, "EdDSA") {
			t.Errorf("%s: challenge %q", what, got)
		}
	}
	if got := w.As("nobody").Get("/me").Refused(401, "unauthenticated").Header.Values("WWW-Authenticate"); len(got) != 1 {
		t.Errorf("challenge of people %q", got)
	}
	if through, own := b.show("DPoP", w.my, good).Want(200).Body, w.amir.Get(w.my).Want(200).Body; through != own {
		t.Errorf("with a proof\n%s\nalone\n%s", through, own)
	}
	b.show("DPoP", w.my, good).Refused(401, "unauthenticated")
	b.show("DPoP", w.my+"?canary=1", b.proof(b.key, "GET", mine, "9", b.Now())).Want(400) // the address without the query
}

// TestAProofServesOnce: of requests at the same moment with one proof, one is answered.
func TestAProofServesOnce(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	b := newBound(t, w.API)
	proof := b.proof(b.key, "GET", "/v1"+w.my, "at once", b.Now())
	var wait sync.WaitGroup
	var lock sync.Mutex
	got := map[int]int{}
	for range 6 {
		wait.Go(func() {
			status := b.show("DPoP", w.my, proof).Status
			lock.Lock()
			defer lock.Unlock()
			got[status]++
		})
	}
	wait.Wait()
	if got[200] != 1 || got[401] != 5 {
		t.Errorf("statuses %v", got)
	}
}
