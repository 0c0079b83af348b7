package httpapi_test

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/testkit"
)

// portalOf is a client that signs for itself.
type portalOf struct {
	*testkit.API
	demo.Client
	t  *testing.T
	id string
}

func portal(t *testing.T, a *testkit.API, key string) *portalOf {
	t.Helper()
	c, found := demo.FindClient(key)
	if !found {
		t.Fatal("no such client")
	}
	return &portalOf{a, c, t, c.ID().String()}
}

func (p *portalOf) assertion(jti string) string {
	return p.Assertion("https://api.samplan.example", jti, p.Now())
}

// ask asks for a token, for a person of the county when one is named.
func (p *portalOf) ask(assertion, person string) (int, map[string]any) {
	form := p.TokenForm(assertion, person)
	r := httptest.NewRequestWithContext(p.t.Context(), http.MethodPost, "/oauth/token", strings.NewReader(form.Encode()))
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	w := httptest.NewRecorder()
	p.App.Server.ServeHTTP(w, r)
	var body map[string]any
	_ = json.Unmarshal(w.Body.Bytes(), &body) // what is no JSON has no fields
	return w.Code, body
}

// as is the client with a token of its own, or for a person.
func (p *portalOf) as(jti, person string) testkit.Client {
	p.t.Helper()
	status, body := p.ask(p.assertion(jti), person)
	token, _ := body["access_token"].(string)
	if status != http.StatusOK || token == "" {
		p.t.Fatalf("token for %q: %d %v", person, status, body)
	}
	return p.As(token)
}

// TestPortalActsForPeople: a client sees through a person what that person sees, within its scopes, and alone its registration;
// the log names both.
func TestPortalActsForPeople(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	p := portal(t, w.API, "portal")
	amir := p.as("1", "amir")
	if through, own := amir.Get(w.my).Want(200).Body, w.amir.Get(w.my).Want(200).Body; through != own {
		t.Errorf("through the portal\n%s\nalone\n%s", through, own)
	}
	amir.Get("/my/blocks").Refused(403, "denied") // in no scope
	p.as("2", "karin").Get(w.plan).Want(200)
	p.as("3", "mia").Get(w.my).Refused(404, "not-found")
	alone := p.as("4", "")
	alone.Get("/system/client").Want(200).Shows("Min plan")
	for _, path := range []string{"/me", "/plans", w.plan, w.my, "/my/plans", "/clients", "/principals"} {
		alone.Get(path).Refused(403, "denied")
	}
	w.karin.Get("/system/client").Refused(403, "denied")
	amir.Get("/system/client").Refused(403, "denied")
	w.amir.Get("/my/log-extract?limit=100").Want(200).Shows("Du läste, via e-tjänsten Min plan", "Läste planen, via e-tjänsten Min plan", `"client":"Min plan"`)
	var entries int
	err := w.Owner.QueryRowContext(t.Context(), `SELECT count(*) FROM audit_entry WHERE client_id = $1 AND operation = 'GetMyPlan' AND actor_kind = 'citizen'
	  AND person_id IS NOT NULL AND outcome = 'done'`, p.id).Scan(&entries)
	if err != nil || entries != 1 {
		t.Errorf("%d entries name both, %v", entries, err)
	}
}

// TestClientsStopAtOnce: a key that is removed, a client that has ended and a scope that is taken away count at the next request,
// whatever tokens there are.
func TestClientsStopAtOnce(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	p := portal(t, w.API, "portal")
	alone, amir := p.as("1", ""), p.as("2", "amir")
	only := alone.Get("/system/client").ID("keys", "kid", "portal-1")
	alone.Post("/system/client/keys/"+only+"/removals", object{}).Refused(409, "last-key")
	alone.Post("/system/client/keys", aKid("portal-1")).Refused(409, "duplicate")
	alone.Post("/system/client/keys", aKid("portal-2")).Want(200)
	alone.Post("/system/client/keys/"+madeUp+"/removals", object{}).Refused(404, "not-found")

	sam, at := w.As("sam"), "/clients/"+p.id
	change := aClient()
	change["scopes"], change["validFrom"] = []any{"my-requests"}, "2019-01-01"
	change["signInIds"] = demo.SignInIDs
	change["keys"] = []any{object{"kid": "portal-1", "kty": "OKP", "crv": "Ed25519", "use": "sig", "x": x(p.Signer())}, aKid("portal-2")}
	sam.Put(at, `"0-0"`, change).Refused(412, "stale-version")
	w.karin.Get(at).Refused(403, "denied")
	sam.Put(at, sam.Get(at).ETag(), change).Want(200)
	amir.Get(w.my).Refused(403, "denied")
	amir.Get("/my/plan-requests").Want(200)

	alone.Post("/system/client/keys/"+only+"/removals", object{}).Want(200)
	alone.Get("/system/client").Refused(401, "unauthenticated")
	amir.Get("/my/plan-requests").Refused(401, "unauthenticated")
	if status, body := p.ask(p.assertion("3"), ""); status != 401 || body["error"] != "invalid_client" {
		t.Errorf("a removed key: %d %v", status, body)
	}
	sam.Post(at+"/endings", object{}).Want(200).Shows("endedAt")
	sam.Post(at+"/endings", object{}).Refused(409, "already-ended")
	old := portal(t, w.API, "old-portal")
	if status, body := old.ask(old.assertion("4"), "amir"); status != 401 || body["error"] != "invalid_client" || len(body) != 1 {
		t.Errorf("a client that has ended: %d %v", status, body)
	}
}

func x(key ed25519.PrivateKey) string {
	public, _ := key.Public().(ed25519.PublicKey) // always is
	return base64.RawURLEncoding.EncodeToString(public)
}

// TestAnAssertionServesOnce: of requests at the same moment with one assertion, one gets a token.
func TestAnAssertionServesOnce(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	p := portal(t, w.API, "portal")
	signed := p.assertion("at once")
	var wait sync.WaitGroup
	var lock sync.Mutex
	got := map[int]int{}
	for range 4 {
		wait.Go(func() {
			status, _ := p.ask(signed, "amir")
			lock.Lock()
			defer lock.Unlock()
			got[status]++
		})
	}
	wait.Wait()
	if got[200] != 1 || got[401] != 3 {
		t.Errorf("statuses %v", got)
	}
	p.At(p.Now().Add(24 * time.Hour))
	if err := w.Store.Weed(t.Context(), civil.MustParse("2020-12-15")); err != nil {
		t.Fatal(err)
	}
	var left int
	if err := w.Owner.QueryRowContext(t.Context(), "SELECT (SELECT count(*) FROM used_once) + (SELECT count(*) FROM client_token)").Scan(&left); err != nil || left != 0 {
		t.Errorf("%d tokens and names are left, %v", left, err)
	}
}

// TestOtherPrincipalsDoNotLearnOfClients: an administrator of another principal gets what a made-up id gets.
func TestOtherPrincipalsDoNotLearnOfClients(t *testing.T) {
	t.Parallel()
	w := newGuarded(t)
	p := portal(t, w.API, "portal")
	other := w.As("rut")
	other.Get("/clients").Want(200).Hides(p.id, "Min plan")
	other.Get("/clients/"+p.id).Refused(404, "not-found")
	other.Post("/clients/"+p.id+"/endings", object{}).Refused(404, "not-found")
	other.Put("/clients/"+p.id, `"1-1"`, aClient()).Refused(404, "not-found")
}
