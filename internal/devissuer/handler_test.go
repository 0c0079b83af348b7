//go:build !release

package devissuer_test

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
)

func TestHandlerAnswersThisMachineOnly(t *testing.T) {
	t.Parallel()
	b := setup(t)
	for _, c := range []struct {
		name, host, remote string
		header             map[string]string
		want               int
	}{
		{"this machine by number", "127.0.0.1:8080", "127.0.0.1:5000", nil, 200},
		{"this machine by name", "localhost", "[::1]:5000", nil, 200},
		{"this machine without port", "[::1]", "127.0.0.2:5000", nil, 200},
		{"rebound name", "evil.example.se:8080", "127.0.0.1:5000", nil, 403},
		{"name that begins right", "127.0.0.1.example.se", "127.0.0.1:5000", nil, 403},
		{"any address", "0.0.0.0:8080", "127.0.0.1:5000", nil, 403},
		{"no host", "", "127.0.0.1:5000", nil, 403},
		{"neighbour in the network", "127.0.0.1:8080", "192.0.2.1:5000", nil, 403},
		{"neighbour who claims to be forwarded", "127.0.0.1:8080", "10.0.0.7:5000", map[string]string{"X-Forwarded-For": "127.0.0.1"}, 403},
		{"no remote address", "127.0.0.1:8080", "", nil, 403},
	} {
		r := httptest.NewRequest(http.MethodGet, "/citizen/jwks", nil)
		r.Host, r.RemoteAddr = c.host, c.remote
		for k, v := range c.header {
			r.Header.Set(k, v)
		}
		w := httptest.NewRecorder()
		b.p.Handler().ServeHTTP(w, r)
		if w.Code != c.want || w.Code == 403 && strings.Contains(w.Body.String(), "kid") {
			t.Errorf("%s: %d, want %d", c.name, w.Code, c.want)
		}
	}
}

func TestFormOfAForeignPageIsRefused(t *testing.T) {
	t.Parallel()
	b := setup(t)
	for origin, want := range map[string]int{"https://evil.example.se": 403, "null": 403, "http://127.0.0.1:8080": 303} {
		r := httptest.NewRequest(http.MethodPost, "/citizen/authorize?"+request().Encode(), strings.NewReader("person=amir"))
		r.Host, r.RemoteAddr = "127.0.0.1:8080", "127.0.0.1:5000"
		r.Header.Set("Origin", origin)
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		w := httptest.NewRecorder()
		b.p.Handler().ServeHTTP(w, r)
		if w.Code != want {
			t.Errorf("origin %s: %d, want %d", origin, w.Code, want)
		}
	}
}

func TestDiscoveryAndKeys(t *testing.T) {
	t.Parallel()
	b := setup(t)
	_, text := b.get("/.well-known/openid-configuration")
	var d map[string]any
	if err := json.Unmarshal([]byte(text), &d); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]any{
		"issuer": b.p.URL(), "authorization_endpoint": b.p.URL() + "/authorize", "token_endpoint": b.p.URL() + "/token",
		"jwks_uri": b.p.URL() + "/jwks", "authorization_response_iss_parameter_supported": true, "request_uri_parameter_supported": false,
	} {
		if d[name] != want {
			t.Errorf("%s is %v, want %v", name, d[name], want)
		}
	}
	res, keys := b.get("/jwks")
	for _, secret := range []string{`"d"`, `"p"`, `"q"`, `"dp"`} {
		if strings.Contains(keys, secret) {
			t.Errorf("the key set shows %s", secret)
		}
	}
	if !strings.Contains(keys, `"kid"`) || res.Header.Get("Content-Type") != "application/json" {
		t.Errorf("key set %s", keys)
	}
	if res, _ := b.get("/userinfo"); res.StatusCode != http.StatusNotFound {
		t.Errorf("what does not exist answers %d", res.StatusCode)
	}
}

func TestPageListsPeopleSafely(t *testing.T) {
	t.Parallel()
	b := setup(t)
	res, text := b.get("/authorize?" + request("state", `"><script>alert(1)</script>`).Encode())
	for _, want := range []string{`<html lang="sv">`, "<h1>Utvecklingsinloggning</h1>", `value="amir"`, `value="eva"`, "Amir &lt;b&gt;&amp; Co", `<p lang="en">`} {
		if !strings.Contains(text, want) {
			t.Errorf("the page lacks %s", want)
		}
	}
	for _, deny := range []string{"<script", "<b>", "198001019802", "s-amir"} {
		if strings.Contains(text, deny) {
			t.Errorf("the page shows %s", deny)
		}
	}
	csp := res.Header.Get("Content-Security-Policy")
	_, style, _ := strings.Cut(text, "<style>")
	style, _, _ = strings.Cut(style, "</style>")
	sum := sha256.Sum256([]byte(style))
	allowed := "style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "';"
	for _, want := range []string{"default-src 'none'", allowed, "form-action 'self' http://127.0.0.1:9;", "frame-ancestors 'none'", "base-uri 'none'"} {
		if !strings.Contains(csp, want) {
			t.Errorf("policy %q lacks %s", csp, want)
		}
	}
	if strings.Contains(csp, "unsafe") || res.Header.Get("X-Content-Type-Options") != "nosniff" || res.Header.Get("Cache-Control") != "no-store" {
		t.Errorf("headers %v", res.Header)
	}
}
