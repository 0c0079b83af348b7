package identity_test

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"net/http"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"samplan/internal/fault"
	"samplan/internal/identity"
)

// proof makes a DPoP proof of a key for a request.
func (o *office) proof(key ed25519.PrivateKey, claims map[string]any) string {
	jwk := jose.JSONWebKey{Key: key.Public()}
	return o.sign(key, jose.EdDSA, map[jose.HeaderKey]any{"typ": "dpop+jwt", "jwk": jwk}, claims)
}

// proves are the claims of a proof.
func (o *office) proves(token, method, address, jti string) map[string]any {
	c := map[string]any{"jti": jti, "htm": method, "htu": address, "iat": o.now.Unix()}
	if token != "" {
		sum := sha256.Sum256([]byte(token))
		c["ath"] = base64.RawURLEncoding.EncodeToString(sum[:])
	}
	return c
}

func TestTokensBoundToAKey(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	key := seed("proof")
	at := o.proves
	first := o.proof(key, at("", http.MethodPost, here+"/oauth/token", "0"))
	a, err := o.ask(o.assertion("1"), forAmir, first)
	if err != nil || a.Type != "DPoP" {
		t.Fatalf("%+v, %v", a, err)
	}
	_, err = o.ask(o.assertion("2"), forAmir, first)
	o.refused("a proof that was used", "invalid_client", err)
	_, err = o.ask(o.assertion("3"), forAmir, o.proof(key, at("", http.MethodPost, here+"/v1/me", "9")))
	o.refused("a proof for elsewhere", "invalid_dpop_proof", err)
	show := func(isDPoP bool, proofs ...string) error {
		p := identity.Presented{Token: a.AccessToken, IsDPoP: isDPoP, Proofs: proofs, Method: http.MethodGet, Address: here + "/v1/me"}
		_, err := o.clients.Verify(context.Background(), p)
		return err
	}
	good := o.proof(key, at(a.AccessToken, http.MethodGet, here+"/v1/me?limit=1", "1"))
	with := func(name string, v any) string {
		c := at(a.AccessToken, http.MethodGet, here+"/v1/me", "2")
		c[name] = v
		return o.proof(key, c)
	}
	private := o.sign(key, jose.EdDSA, map[jose.HeaderKey]any{"typ": "dpop+jwt", "jwk": jose.JSONWebKey{Key: key}}, at(a.AccessToken, http.MethodGet, here+"/v1/me", "3"))
	for what, err := range map[string]error{
		"as a bearer": show(false), "as a bearer, with a proof": show(false, good), "no proof": show(true), "two proofs": show(true, good, good),
		"of another key":    show(true, o.proof(seed("thief"), at(a.AccessToken, http.MethodGet, here+"/v1/me", "4"))),
		"of another method": show(true, with("htm", "POST")), "of another address": show(true, with("htu", here+"/v1/plans")),
		"of another token": show(true, with("ath", "AAAA")), "old": show(true, with("iat", o.now.Add(-2*time.Minute).Unix())),
		"from the future": show(true, with("iat", o.now.Add(2*time.Minute).Unix())), "without a name": show(true, with("jti", "")),
		"a private key": show(true, private), "an assertion": show(true, o.assertion("5")),
	} {
		if !fault.Is(err, fault.Unauthenticated) {
			t.Errorf("%s: %v", what, err)
		}
	}
	if err := show(true, good); err != nil {
		t.Errorf("a proof that holds: %v", err)
	}
	if err := show(true, good); !fault.Is(err, fault.Unauthenticated) {
		t.Errorf("a proof that was used: %v", err)
	}
}
