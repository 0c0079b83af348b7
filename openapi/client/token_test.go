package client

import (
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/rsa"
	"encoding/json"
	"errors"
	"net/url"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
)

const clientID = "01995c3e-7a10-7c41-9a52-a00000000001"

func TestOwnToken(t *testing.T) {
	t.Parallel()
	_, key, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Date(2026, 3, 2, 12, 0, 0, 0, time.UTC)
	f := newFake(t, reply{status: 200, media: itJSON, body: `{"access_token":"samplan_1","token_type":"Bearer","expires_in":300}`})
	source, err := OwnToken(f.URL, Credentials{ClientID: clientID, Key: jose.JSONWebKey{Key: key, KeyID: "a"}, Now: func() time.Time { return now }})
	if err != nil {
		t.Fatal(err)
	}
	for _, later := range []time.Duration{0, 100 * time.Second, 169 * time.Second, 2 * time.Second} { // 271 in all: 30 before its end it is too old
		now = now.Add(later)
		if token, err := source.Token(t.Context()); err != nil || token != "samplan_1" {
			t.Fatalf("%q, %v", token, err)
		}
	}
	if len(f.asked) != 2 {
		t.Errorf("asked %d times, want 2", len(f.asked))
	}
	form, err := url.ParseQuery(f.asked[0].body)
	if err != nil || f.asked[0].path != "/oauth/token" || form.Get("grant_type") != "client_credentials" || f.asked[0].header.Get("Authorization") != "" {
		t.Fatalf("%+v %v", f.asked[0], err)
	}
	signed, err := jose.ParseSignedCompact(form.Get("client_assertion"), []jose.SignatureAlgorithm{jose.EdDSA})
	if err != nil || signed.Signatures[0].Header.KeyID != "a" {
		t.Fatal(err)
	}
	text, err := signed.Verify(key.Public())
	if err != nil {
		t.Fatal(err)
	}
	var claims struct {
		Iss, Sub, Aud, Jti string
		Iat, Exp           int64
	}
	if err := json.Unmarshal(text, &claims); err != nil || claims.Iss != clientID || claims.Sub != clientID || claims.Aud != f.URL || len(claims.Jti) < 16 || claims.Exp-claims.Iat != 60 {
		t.Errorf("%+v %v", claims, err)
	}
	if f.asked[0].body == f.asked[1].body {
		t.Error("an assertion serves once")
	}
}

func TestNoToken(t *testing.T) {
	t.Parallel()
	_, key, _ := ed25519.GenerateKey(rand.Reader)
	for name, c := range map[string]struct {
		answer reply
		code   string
	}{
		"refused":      {reply{status: 401, media: itJSON, body: `{"error":"invalid_client"}`}, "invalid_client"},
		"too often":    {reply{status: 429, media: itProblem, body: `{"code":"too-many-requests"}`}, "too-many-requests"},
		"not the page": {reply{status: 200, media: "text/html", body: `<html>`}, ""},
	} {
		f := newFake(t, c.answer)
		source, err := OwnToken(f.URL, Credentials{ClientID: clientID, Key: jose.JSONWebKey{Key: key, KeyID: "a"}})
		if err != nil {
			t.Fatal(err)
		}
		api, _ := f.api(t, source)
		_, err = Read[RegisteredClient](api.GetOwnClient(t.Context(), nil))
		var no *TokenError
		if err == nil || errors.As(err, &no) != (c.code != "") || no != nil && no.Code != c.code || len(f.asked) != 1 {
			t.Errorf("%s: %v, asked %d", name, err, len(f.asked))
		}
	}
}

func TestKeys(t *testing.T) {
	t.Parallel()
	_, okp, _ := ed25519.GenerateKey(rand.Reader)
	ec, _ := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	other, _ := ecdsa.GenerateKey(elliptic.P384(), rand.Reader)
	whole, _ := rsa.GenerateKey(rand.Reader, 2048)
	for name, c := range map[string]struct {
		key  any
		kid  string
		fine bool
	}{
		"EdDSA": {okp, "a", true}, "ES256": {ec, "a", true}, "RS256": {whole, "a", true}, "without a name": {okp, "", false},
		"public": {okp.Public(), "a", false}, "P-384": {other, "a", false}, "shared secret": {[]byte("0123456789abcdef0123456789abcdef"), "a", false}, "none": {nil, "a", false},
	} {
		source, err := OwnToken("https://api.samplan.example", Credentials{ClientID: clientID, Key: jose.JSONWebKey{Key: c.key, KeyID: c.kid}})
		if err == nil {
			_, err = source.(*ownToken).assertion(time.Unix(0, 0))
		}
		if (err == nil) != c.fine {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := OwnToken("http://api.samplan.example", Credentials{Key: jose.JSONWebKey{Key: okp, KeyID: "a"}}); err == nil {
		t.Error("a token was asked for in the open")
	}
}
