//go:build !release

package devissuer_test

import (
	cryptorand "crypto/rand"
	"net/http"
	"net/url"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"

	"samplan/internal/devissuer"
)

func TestCodeBecomesTokens(t *testing.T) {
	t.Parallel()
	b := setup(t)
	code, at := b.code(), b.clock.now()
	b.clock.add(59 * time.Second)
	status, body := b.exchange(code)
	if status != http.StatusOK || body["token_type"] != "Bearer" || body["expires_in"] != 300.0 {
		t.Fatalf("%d %v", status, body)
	}
	access, id := body["access_token"].(string), body["id_token"].(string)
	now := float64(b.clock.now().Unix())
	common := map[string]any{
		"iss": b.p.URL(), "sub": "s-amir", "acr": loa3, "auth_time": float64(at.Unix()), "iat": now, "exp": now + 300,
		devissuer.ClaimPersonnummer: "198001019802",
	}
	for _, c := range []struct {
		name, token, typ, aud string
		want                  map[string]any
		deny                  []string
	}{
		{"access token", access, "at+jwt", api, map[string]any{"client_id": "web"}, []string{"nonce", "name", "given_name"}},
		{"ID token", id, "JWT", "web", map[string]any{"nonce": "n1", "given_name": "Amir", "name": "Amir <b>& Co"}, []string{"client_id"}},
	} {
		header, claims := part(t, c.token, 0), part(t, c.token, 1)
		if header["typ"] != c.typ || header["alg"] != "RS256" || header["kid"] == nil || claims["aud"] != c.aud {
			t.Errorf("%s: header %v, audience %v", c.name, header, claims["aud"])
		}
		for _, wanted := range []map[string]any{common, c.want} {
			for name, want := range wanted {
				if claims[name] != want {
					t.Errorf("%s: %s is %v, want %v", c.name, name, claims[name], want)
				}
			}
		}
		for _, name := range c.deny {
			if _, ok := claims[name]; ok {
				t.Errorf("%s carries %s", c.name, name)
			}
		}
		var verified map[string]any
		if signed, err := jwt.ParseSigned(c.token, []jose.SignatureAlgorithm{jose.RS256}); err != nil || signed.Claims(keyOnce().Public(), &verified) != nil {
			t.Errorf("%s: not signed by the provider: %v", c.name, err)
		}
	}
	if part(t, access, 1)["jti"] == nil {
		t.Error("the access token has no jti")
	}
}

func TestCodeIsRefused(t *testing.T) {
	t.Parallel()
	b := setup(t)
	other, err := b.p.Assertion("other", "ES256", b.client)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name string
		wait time.Duration
		set  []string
		want string
	}{
		{"wrong verifier", 0, []string{"code_verifier", verifier + "x"}, "invalid_grant"},
		{"no verifier", 0, []string{"code_verifier", ""}, "invalid_grant"},
		{"other redirect", 0, []string{"redirect_uri", "http://127.0.0.1:9/callback"}, "invalid_grant"},
		{"other client", 0, []string{"client_assertion", other}, "invalid_grant"},
		{"made-up code", 0, []string{"code", "abc"}, "invalid_grant"},
		{"no code", 0, []string{"code", ""}, "invalid_grant"},
		{"other grant", 0, []string{"grant_type", "client_credentials"}, "unsupported_grant_type"},
		{"after a minute", time.Minute, nil, "invalid_grant"},
	} {
		code := b.code()
		b.clock.add(c.wait)
		if status, body := b.exchange(code, c.set...); status != 400 || body["error"] != c.want || body["access_token"] != nil {
			t.Errorf("%s: %d %v, want %s", c.name, status, body, c.want)
		}
	}
}

func TestCodeWorksOnce(t *testing.T) {
	t.Parallel()
	b := setup(t)
	code := b.code()
	if status, body := b.exchange(code); status != 200 {
		t.Fatalf("first: %d %v", status, body)
	}
	if status, _ := b.exchange(code); status != 400 {
		t.Errorf("second time: %d", status)
	}
	tried := b.code()
	if status, _ := b.exchange(tried, "code_verifier", verifier+"x"); status != 400 {
		t.Errorf("wrong verifier: %d", status)
	}
	if status, _ := b.exchange(tried); status != 400 {
		t.Errorf("a code that was tried with a wrong verifier still works: %d", status)
	}
}

// assert makes the right assertion of the client web, changed.
func (b *bench) assert(alg jose.SignatureAlgorithm, key any, change func(*jwt.Claims)) string {
	b.t.Helper()
	now := b.clock.now()
	c := jwt.Claims{
		Issuer: "web", Subject: "web", Audience: jwt.Audience{b.p.URL() + "/token"}, ID: cryptorand.Text(),
		IssuedAt: jwt.NewNumericDate(now), Expiry: jwt.NewNumericDate(now.Add(time.Minute)),
	}
	change(&c)
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: key}, nil)
	if err != nil {
		b.t.Fatal(err)
	}
	text, err := jwt.Signed(s).Claims(c).Serialize()
	if err != nil {
		b.t.Fatal(err)
	}
	return text
}

func TestClientMustProveItself(t *testing.T) {
	t.Parallel()
	b := setup(t)
	now := b.clock.now()
	es := func(change func(*jwt.Claims)) string { return b.assert(jose.ES256, b.client, change) }
	used := es(func(*jwt.Claims) {})
	if status, body := b.exchange(b.code(), "client_assertion", used); status != 200 {
		t.Fatalf("the right assertion: %d %v", status, body)
	}
	for name, set := range map[string][]string{
		"replayed":             {"client_assertion", used},
		"none":                 {"client_assertion", ""},
		"not a token":          {"client_assertion", "a.b.c"},
		"other type":           {"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:saml2-bearer"},
		"other client id":      {"client_id", "other"},
		"other key":            {"client_assertion", b.assert(jose.ES256, newECKey(t), func(*jwt.Claims) {})},
		"shared secret":        {"client_assertion", b.assert(jose.HS256, []byte("01234567890123456789012345678901"), func(*jwt.Claims) {})},
		"unknown client":       {"client_assertion", es(func(c *jwt.Claims) { c.Issuer, c.Subject = "nobody", "nobody" })},
		"issued by another":    {"client_assertion", es(func(c *jwt.Claims) { c.Issuer = "other" })},
		"for somebody else":    {"client_assertion", es(func(c *jwt.Claims) { c.Audience = jwt.Audience{"http://127.0.0.1/"} })},
		"without audience":     {"client_assertion", es(func(c *jwt.Claims) { c.Audience = nil })},
		"without id":           {"client_assertion", es(func(c *jwt.Claims) { c.ID = "" })},
		"without end":          {"client_assertion", es(func(c *jwt.Claims) { c.Expiry = nil })},
		"ended":                {"client_assertion", es(func(c *jwt.Claims) { c.Expiry = jwt.NewNumericDate(now) })},
		"for an hour":          {"client_assertion", es(func(c *jwt.Claims) { c.Expiry = jwt.NewNumericDate(now.Add(time.Hour)) })},
		"not yet valid":        {"client_assertion", es(func(c *jwt.Claims) { c.NotBefore = jwt.NewNumericDate(now.Add(time.Minute)) })},
		"issued in the future": {"client_assertion", es(func(c *jwt.Claims) { c.IssuedAt = jwt.NewNumericDate(now.Add(time.Minute)) })},
	} {
		if status, body := b.exchange(b.code(), set...); status != 401 || body["error"] != "invalid_client" {
			t.Errorf("%s: %d %v", name, status, body)
		}
	}
}

func TestTokenFormIsReadStrictly(t *testing.T) {
	t.Parallel()
	b := setup(t)
	if status, body := b.post(url.Values{"code": {"a", "b"}}); status != 400 || body["error"] != "invalid_request" {
		t.Errorf("a parameter twice: %d %v", status, body)
	}
	if status, body := b.post(url.Values{"code": {string(make([]byte, 100_000))}}); status != 400 || body["error"] != "invalid_request" {
		t.Errorf("a large form: %d %v", status, body)
	}
}

func TestTokenForAPersonDirectly(t *testing.T) {
	t.Parallel()
	b := setup(t)
	token, err := b.p.TokenWith("eva", func(c map[string]any) { c["acr"] = "none"; delete(c, "jti") })
	if err != nil {
		t.Fatal(err)
	}
	claims := part(t, token, 1)
	if claims["acr"] != "none" || claims["jti"] != nil || claims[devissuer.ClaimSamordningsnummer] != "198001619801" || claims["aud"] != api {
		t.Errorf("claims %v", claims)
	}
	if _, err := b.p.Token("nobody"); err == nil {
		t.Error("a token for nobody")
	}
	if minted, err := b.p.Mint("odd", map[string]any{"a": 1}); err != nil || part(t, minted, 0)["typ"] != "odd" {
		t.Errorf("mint: %v", err)
	}
}
