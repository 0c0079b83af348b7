//go:build e2e

package app_test

import (
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/oauth2"

	"samplan/internal/app"
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/identity"
	"samplan/internal/session"
	"samplan/internal/store"
	"samplan/internal/testkit"
)

func TestMain(m *testing.M) { testkit.Main(m, testkit.LoadCounty) }

const number = "https://id.oidc.se/claim/personalIdentityNumber"

// service is the API over HTTP, which trusts two providers.
type service struct {
	t              *testing.T
	url            string
	staff, citizen *issuer
	ahead          atomic.Int64 // how far the service's clock is before the machine's
}

func (s *service) setAhead(by time.Duration) { s.ahead.Store(int64(by)) }

func newService(t *testing.T) *service {
	t.Helper()
	of := func(key string) map[string]any {
		return map[string]any{number: strings.ReplaceAll(demo.Find(key).Number, "-", "")}
	}
	s := &service{
		t:       t,
		staff:   newIssuer(t, map[string]map[string]any{demo.Find("karin").Subject(): {}, demo.Find("lena").Subject(): {}}),
		citizen: newIssuer(t, map[string]map[string]any{"a-pairwise-subject": of("amir"), "eva": of("eva"), "lo": of("lo")}),
	}
	d := testkit.NewDatabase(t, store.Options{})
	if err := demo.LoadLogins(t.Context(), d.Owner, s.staff.url); err != nil {
		t.Fatal(err)
	}
	s.url = s.serve(d)
	return s
}

// serve starts a server of its own, which has asked the providers nothing yet.
func (s *service) serve(d testkit.Database) string {
	s.t.Helper()
	trusted := []identity.Issuer{
		{URL: s.staff.url, Kind: session.Staff, Audience: audience, RequiredACR: []string{loa3}},
		{URL: s.citizen.url, Kind: session.Citizen, Audience: audience, RequiredACR: []string{loa3}, IdentifierClaims: map[string]string{number: identity.TypePersonnummer}},
	}
	quiet := slog.New(slog.DiscardHandler)
	v, err := identity.New(context.WithoutCancel(s.t.Context()), trusted, identity.Options{Now: func() time.Time { return time.Now().Add(time.Duration(s.ahead.Load())) }, Log: quiet})
	if err != nil {
		s.t.Fatal(err)
	}
	a, err := app.New(app.Options{
		Store: d.Store, Verifier: v, Now: func() time.Time { return civil.MustParse("2020-12-15").Start().Add(10 * time.Hour) }, Logger: quiet,
		BaseURL: audience, ValidateResponses: func(err error) { s.t.Error(err) },
	})
	if err != nil {
		s.t.Fatal(err)
	}
	h := httptest.NewServer(a.Server)
	s.t.Cleanup(h.Close)
	return h.URL
}

// get asks with a token.
func (s *service) get(path, token string) (int, string) {
	s.t.Helper()
	r, err := http.NewRequestWithContext(s.t.Context(), http.MethodGet, s.url+path, nil)
	if err != nil {
		s.t.Fatal(err)
	}
	r.Header.Set("Authorization", "Bearer "+token)
	res, err := http.DefaultClient.Do(r)
	if err != nil {
		s.t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	text, err := io.ReadAll(res.Body)
	if err != nil {
		s.t.Fatal(err)
	}
	return res.StatusCode, string(text)
}

func (s *service) want(what, path, token string, status int, shows string) {
	s.t.Helper()
	if got, text := s.get(path, token); got != status || !strings.Contains(text, shows) {
		s.t.Errorf("%s: want %d with %q, got %d %s", what, status, shows, got, text)
	}
}

// TestE2ESignIn signs people in with a certified OpenID provider that others made: code flow with PKCE, the level of assurance
// that is asked for and no lower, and one who has signed out must sign in anew.
func TestE2ESignIn(t *testing.T) {
	t.Parallel()
	s := newService(t)
	amir, karin := s.citizen.browser(), s.staff.browser()
	family, staff := amir.signIn("a-pairwise-subject", "loa3"), karin.signIn(demo.Find("karin").Subject(), "loa3")
	s.want("a guardian", "/v1/my/plans", family.access, 200, "Lo Haddad")
	s.want("a caseworker", "/v1/plans", staff.access, 200, "Lo Haddad")
	s.want("a guardian among staff", "/v1/plans", family.access, 403, "denied")
	s.want("an ID token", "/v1/my/plans", family.id, 401, "unauthenticated")
	low := s.citizen.browser().signIn("a-pairwise-subject", "loa1")
	s.want("a lower level", "/v1/my/plans", low.access, 401, "unauthenticated")

	silent := oauth2.SetAuthURLParam("prompt", "none")
	if _, _, _, got := amir.ask(silent); got.Get("code") == "" {
		t.Errorf("who is signed in is asked again: %v", got)
	}
	amir.signOut(family)
	if _, _, _, got := amir.ask(silent); got.Get("error") != "login_required" {
		t.Errorf("who has signed out is let in: %v", got)
	}
}

// TestE2EKeysChange: a provider changes its key; what the old one signed is worth nothing once it is gone, and the new one is
// fetched when it is first needed. While the provider is down, those who have signed in go on.
func TestE2EKeysChange(t *testing.T) {
	t.Parallel()
	s := newService(t)
	before := s.citizen.browser().signIn("a-pairwise-subject", "loa3")
	s.want("before", "/v1/my/plans", before.access, 200, "Lo Haddad")
	s.citizen.stop()
	s.want("while it is down", "/v1/my/plans", before.access, 200, "Lo Haddad")
	s.citizen.start("second")
	after := s.citizen.browser().signIn("a-pairwise-subject", "loa3")
	s.setAhead(3 * time.Second) // keys are fetched every other second at most
	s.want("the new key", "/v1/my/plans", after.access, 200, "Lo Haddad")
	s.want("the old key", "/v1/my/plans", before.access, 401, "unauthenticated")
}

// TestE2EAProviderIsDown: a service that has not met a provider yet lets nobody in while that is down, and says no more than
// that; when it is back everything works, without a restart.
func TestE2EAProviderIsDown(t *testing.T) {
	t.Parallel()
	s := newService(t)
	g := s.citizen.browser().signIn("a-pairwise-subject", "loa3")
	s.citizen.stop()
	s.want("down", "/v1/my/plans", g.access, 401, "unauthenticated")
	s.citizen.start("second")
	s.setAhead(3 * time.Second)
	s.want("back", "/v1/my/plans", s.citizen.browser().signIn("a-pairwise-subject", "loa3").access, 200, "Lo Haddad")
}

// TestE2EClocksDiffer: a provider's clock may be a minute ahead of ours, and no more.
func TestE2EClocksDiffer(t *testing.T) {
	t.Parallel()
	s := newService(t)
	s.citizen.stop()
	s.citizen.settings["skew"] = 90
	s.citizen.start("first")
	g := s.citizen.browser().signIn("a-pairwise-subject", "loa3")
	s.want("90 seconds ahead", "/v1/my/plans", g.access, 401, "unauthenticated")
	s.setAhead(50 * time.Second)
	s.want("40 seconds ahead", "/v1/my/plans", g.access, 200, "Lo Haddad")
}
