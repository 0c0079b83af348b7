//go:build e2e

package app_test

import (
	"bufio"
	"context"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/coreos/go-oidc/v3/oidc"
	"golang.org/x/oauth2"
)

const (
	audience = "https://api.samplan.example"
	back     = "https://portal.example/back"
	loa3     = "http://id.elegnamnden.se/loa/1.0/loa3"
)

// issuer is a certified provider made by others, in a process of its own.
type issuer struct {
	t        *testing.T
	url      string
	settings map[string]any
	process  *exec.Cmd
}

// newIssuer starts one for some people: the claims of each by subject.
func newIssuer(t *testing.T, people map[string]map[string]any) *issuer {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := l.Addr().(*net.TCPAddr).Port
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	i := &issuer{t: t, url: "http://" + l.Addr().String(), settings: map[string]any{"port": port, "people": people, "audience": audience}}
	i.start("first")
	t.Cleanup(i.stop)
	return i
}

// start runs it with a key of its own, under an id.
func (i *issuer) start(keyID string) {
	i.t.Helper()
	key, err := rsa.GenerateKey(rand.Reader, 2048)
	if err != nil {
		i.t.Fatal(err)
	}
	text := func(n *big.Int) string { return base64.RawURLEncoding.EncodeToString(n.Bytes()) }
	key.Precompute()
	i.settings["keys"] = map[string]any{"keys": []any{map[string]string{
		"kty": "RSA", "kid": keyID, "use": "sig", "alg": "RS256", "n": text(key.N), "e": text(big.NewInt(int64(key.E))), "d": text(key.D),
		"p": text(key.Primes[0]), "q": text(key.Primes[1]), "dp": text(key.Precomputed.Dp), "dq": text(key.Precomputed.Dq), "qi": text(key.Precomputed.Qinv),
	}}}
	settings, err := json.Marshal(i.settings)
	if err != nil {
		i.t.Fatal(err)
	}
	packages, err := filepath.Abs("../../.ci/npm/node_modules")
	if err != nil {
		i.t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(packages, "oidc-provider")); err != nil {
		i.t.Fatal("the OpenID provider is missing: npm ci --prefix .ci/npm")
	}
	i.process = exec.CommandContext(context.WithoutCancel(i.t.Context()), "node", "testdata/provider.mjs", packages, string(settings))
	i.process.Stderr = i.t.Output()
	out, err := i.process.StdoutPipe()
	if err != nil {
		i.t.Fatal(err)
	}
	if err := i.process.Start(); err != nil {
		i.t.Fatal(err)
	}
	if line, err := bufio.NewReader(out).ReadString('\n'); err != nil || line != "ready\n" {
		i.t.Fatalf("the provider says %q: %v", line, err)
	}
}

func (i *issuer) stop() {
	if i.process != nil {
		_, _ = i.process.Process.Kill(), i.process.Wait() // it was told to end
		i.process = nil
	}
}

// browser is one person's, with what the provider has put into it.
type browser struct {
	*issuer
	http.Client
}

func (i *issuer) browser() *browser {
	jar, err := cookiejar.New(nil)
	if err != nil {
		i.t.Fatal(err)
	}
	return &browser{i, http.Client{Jar: jar, CheckRedirect: func(r *http.Request, _ []*http.Request) error {
		if strings.HasPrefix(r.URL.String(), "https://portal.example/") {
			return http.ErrUseLastResponse
		}
		return nil
	}}}
}

// grant is what a sign-in came back with.
type grant struct{ access, id string }

// ask goes through the code flow (PKCE) as far as the portal. It gives what the provider sent along: a code, or an error.
func (b *browser) ask(more ...oauth2.AuthCodeOption) (*oauth2.Config, *oidc.Provider, string, url.Values) {
	b.t.Helper()
	provider, err := oidc.NewProvider(b.t.Context(), b.url)
	if err != nil {
		b.t.Fatal(err)
	}
	config := &oauth2.Config{ClientID: "portal", Endpoint: provider.Endpoint(), RedirectURL: back, Scopes: []string{"openid"}}
	config.Endpoint.AuthStyle = oauth2.AuthStyleInParams
	verifier := oauth2.GenerateVerifier()
	res, err := b.Get(config.AuthCodeURL("a-state", append(more, oauth2.S256ChallengeOption(verifier), oidc.Nonce("a-nonce"),
		oauth2.SetAuthURLParam("resource", audience))...))
	if err != nil {
		b.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	at, err := res.Location()
	if err != nil {
		b.t.Fatalf("the provider answers %s: %v", res.Status, err)
	}
	return config, provider, verifier, at.Query()
}

// signIn signs somebody in at a level.
func (b *browser) signIn(who, level string) grant {
	b.t.Helper()
	config, provider, verifier, got := b.ask(oauth2.SetAuthURLParam("login_hint", who+"|"+level), oauth2.SetAuthURLParam("acr_values", loa3))
	if got.Get("state") != "a-state" || got.Get("iss") != b.url {
		b.t.Fatalf("sent back with %v", got)
	}
	resource := oauth2.SetAuthURLParam("resource", audience)
	if _, err := config.Exchange(b.t.Context(), got.Get("code"), oauth2.VerifierOption(oauth2.GenerateVerifier()), resource); err == nil {
		b.t.Error("a code is worth something without its verifier")
	}
	_, _, verifier, got = b.ask(oauth2.SetAuthURLParam("login_hint", who+"|"+level)) // the first code is spent
	token, err := config.Exchange(b.t.Context(), got.Get("code"), oauth2.VerifierOption(verifier), resource)
	if err != nil {
		b.t.Fatal(err)
	}
	raw, _ := token.Extra("id_token").(string)
	if id, err := provider.Verifier(&oidc.Config{ClientID: "portal", SkipExpiryCheck: true}).Verify(b.t.Context(), raw); err != nil || id.Nonce != "a-nonce" {
		b.t.Fatalf("ID token: %v", err)
	}
	return grant{token.AccessToken, raw}
}

// signOut ends the session at the provider.
func (b *browser) signOut(g grant) {
	b.t.Helper()
	page := b.url + "/session/end?" + url.Values{"id_token_hint": {g.id}, "post_logout_redirect_uri": {"https://portal.example/out"}}.Encode()
	res, err := b.Get(page)
	if err != nil {
		b.t.Fatal(err)
	}
	text, form := new(strings.Builder), url.Values{"logout": {"yes"}}
	_, err = bufio.NewReader(res.Body).WriteTo(text)
	_ = res.Body.Close() // read
	_, after, found := strings.Cut(text.String(), `name="xsrf" value="`)
	if err != nil || !found {
		b.t.Fatalf("no form to sign out with: %v %s", err, text)
	}
	token, _, _ := strings.Cut(after, `"`)
	form.Set("xsrf", token)
	if res, err = b.PostForm(b.url+"/session/end/confirm", form); err != nil {
		b.t.Fatal(err)
	}
	_ = res.Body.Close() // the session is over
}
