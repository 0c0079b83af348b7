package identity_test

import (
	"context"
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"samplan/internal/fault"
	"samplan/internal/identity"
	"samplan/internal/session"
)

// fakeProvider answers with whatever documents a test gives; %s stands for its address.
func fakeProvider(t *testing.T, discovery, keys string) string {
	t.Helper()
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/.well-known/openid-configuration":
			_, _ = io.WriteString(w, strings.ReplaceAll(discovery, "%s", server.URL)) // the reader's loss
		case "/keys":
			_, _ = io.WriteString(w, keys) // the reader's loss
		case "/moved":
			http.Redirect(w, r, "/keys", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func b64(b []byte) string { return base64.RawURLEncoding.EncodeToString(b) }

func ecJWK(t *testing.T, k *ecdsa.PrivateKey, more string) string {
	t.Helper()
	point, err := k.PublicKey.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return fmt.Sprintf(`{"kty":"EC","crv":"P-256","kid":"k1","x":"%s","y":"%s"%s}`, b64(point[1:33]), b64(point[33:]), more)
}

func signES256(t *testing.T, k *ecdsa.PrivateKey, payload string) string {
	t.Helper()
	text := b64([]byte(esHeader)) + "." + b64([]byte(payload))
	sum := sha256.Sum256([]byte(text))
	r, s, err := ecdsa.Sign(rand.Reader, k, sum[:])
	if err != nil {
		t.Fatal(err)
	}
	signature := make([]byte, 64)
	r.FillBytes(signature[:32])
	s.FillBytes(signature[32:])
	return text + "." + b64(signature)
}

func staffPayload(issuer string) string {
	now := time.Now().Unix()
	return fmt.Sprintf(`{"iss":"%s","sub":"s1","who":"w1","aud":"api","acr":"loa3","iat":%d,"exp":%d}`, issuer, now, now+60)
}

const (
	goodDiscovery = `{"issuer":"%s","jwks_uri":"%s/keys"}`
	esHeader      = `{"alg":"ES256","typ":"at+jwt","kid":"k1"}`
)

func verifyAt(t *testing.T, issuer, token string, change ...func(*identity.Issuer)) (session.Credentials, error) {
	t.Helper()
	i := staffIssuer()
	i.URL = issuer
	for _, f := range change {
		f(&i)
	}
	v, err := identity.New(context.Background(), []identity.Issuer{i}, identity.Options{Log: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	return v.Verify(context.Background(), token)
}

func TestEllipticKeysVerify(t *testing.T) {
	t.Parallel()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	issuer := fakeProvider(t, goodDiscovery, `{"keys":[`+ecJWK(t, k, "")+`]}`)
	if got, err := verifyAt(t, issuer, signES256(t, k, staffPayload(issuer))); err != nil || got.Subject != "s1" {
		t.Errorf("ES256: %+v %v", got, err)
	}
	got, err := verifyAt(t, issuer, signES256(t, k, staffPayload(issuer)), func(i *identity.Issuer) { i.SubjectClaim = "who" })
	if err != nil || got.Subject != "w1" {
		t.Errorf("other subject claim: %+v %v", got, err)
	}
	if _, err := verifyAt(t, issuer, signES256(t, k, staffPayload(issuer)), func(i *identity.Issuer) { i.SubjectClaim = "whom" }); err == nil {
		t.Error("the subject claim is missing, and the token was accepted")
	}
	zeros := b64([]byte(esHeader)) + "." + b64([]byte(staffPayload(issuer))) + "." + b64(make([]byte, 64))
	if _, err := verifyAt(t, issuer, zeros); !fault.Has(err, fault.CodeUnauthenticated) {
		t.Errorf("r = s = 0: %v", err)
	}
	if _, err := verifyAt(t, issuer, signES256(t, k, staffPayload(issuer)), func(i *identity.Issuer) { i.Algorithms = []string{"RS256"} }); err == nil {
		t.Error("ES256 is not configured, and was accepted")
	}

	public, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	issuer = fakeProvider(t, goodDiscovery, `{"keys":[{"kty":"OKP","crv":"Ed25519","kid":"k1","x":"`+b64(public)+`"}]}`)
	text := b64([]byte(`{"alg":"EdDSA","typ":"at+jwt","kid":"k1"}`)) + "." + b64([]byte(staffPayload(issuer)))
	signature, err := private.Sign(rand.Reader, []byte(text), crypto.Hash(0))
	if err != nil {
		t.Fatal(err)
	}
	if got, err := verifyAt(t, issuer, text+"."+b64(signature)); err != nil || got.Subject != "s1" {
		t.Errorf("EdDSA: %+v %v", got, err)
	}
}

func TestDocumentsOfTheIssuerAreChecked(t *testing.T) {
	t.Parallel()
	k, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	good := `{"keys":[` + ecJWK(t, k, "") + `]}`
	for _, c := range []struct {
		name, discovery, keys string
		reason                string // why not; empty: accepted
	}{
		{"right", goodDiscovery, good, ""},
		{"right, with other keys", goodDiscovery, `{"keys":[{"kty":"oct","kid":"k1","k":"AAAA"},{"kty":"EC","crv":"P-521","kid":"k1"},1,` + ecJWK(t, k, "") + `]}`, ""},
		{"another issuer's discovery", `{"issuer":"https://login.example.se","jwks_uri":"%s/keys"}`, good, "another issuer"},
		{"issuer with slash", `{"issuer":"%s/","jwks_uri":"%s/keys"}`, good, "another issuer"},
		{"discovery that is no JSON", `<html>`, good, "not a discovery document"},
		{"no address of keys", `{"issuer":"%s"}`, good, "not https"},
		{"address of keys without https", `{"issuer":"%s","jwks_uri":"http://keys.example.se/keys"}`, good, "not https"},
		{"keys in a file", `{"issuer":"%s","jwks_uri":"file:///keys"}`, good, "not https"},
		{"keys that have moved", `{"issuer":"%s","jwks_uri":"%s/moved"}`, good, "status 302"},
		{"keys that are not there", `{"issuer":"%s","jwks_uri":"%s/none"}`, good, "status 404"},
		{"no key set", goodDiscovery, `{}`, "not a key set"},
		{"empty key set", goodDiscovery, `{"keys":[]}`, "unknown key"},
		{"key set beyond measure", goodDiscovery, `{"keys":[` + ecJWK(t, k, "") + `],"a":"` + strings.Repeat("a", 1<<20) + `"}`, "too large"},
		{"key for encryption", goodDiscovery, `{"keys":[` + ecJWK(t, k, `,"use":"enc"`) + `]}`, "unknown key"},
		{"key for another algorithm", goodDiscovery, `{"keys":[` + ecJWK(t, k, `,"alg":"ES384"`) + `]}`, "algorithm"},
	} {
		issuer := fakeProvider(t, c.discovery, c.keys)
		_, err := verifyAt(t, issuer, signES256(t, k, staffPayload(issuer)))
		if c.reason == "" && err == nil {
			continue
		}
		if c.reason == "" || !fault.Has(err, fault.CodeUnauthenticated) || !strings.Contains(err.Error(), c.reason) {
			t.Errorf("%s: error %v, want %q", c.name, err, c.reason)
		}
	}
}
