package identity_test

import (
	"context"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"maps"
	"net/url"
	"sync"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"samplan/internal/access"
	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/identity"
	"samplan/internal/session"
)

const here = "https://api.samplan.example"

// registry keeps clients in memory as the store keeps them.
type registry struct {
	mu     sync.Mutex
	keys   map[string]session.ClientKey // by client and kid
	used   map[[32]byte]bool
	tokens map[[32]byte]session.Token
}

func (r *registry) ClientKey(_ context.Context, c id.Client, kid string, _ civil.Date) (session.ClientKey, error) {
	k, ok := r.keys[c.String()+" "+kid]
	if !ok {
		return k, fault.New(fault.CodeNotFound)
	}
	return k, nil
}

func (r *registry) KeepToken(_ context.Context, t session.Token) (bool, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for _, o := range t.Used {
		if r.used[o.Hash] {
			return false, nil
		}
		r.used[o.Hash] = true
	}
	r.tokens[t.Hash] = t
	return true, nil
}

func (r *registry) UseToken(_ context.Context, s session.Shown) (session.Credentials, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	t, ok := r.tokens[s.Hash]
	if !ok || t.Thumbprint != s.Thumbprint || s.Thumbprint != "" && r.used[s.Proof.Hash] || !s.Now.Before(t.Expires) {
		return session.Credentials{}, fault.New(fault.CodeUnauthenticated)
	}
	r.used[s.Proof.Hash] = s.Thumbprint != ""
	who := t.Who
	who.Client, who.Scopes = t.Client, t.Scopes
	return who, nil
}

// signedIn are tokens of Amir, with the clients that they were given to.
var signedIn = map[string][2]string{
	"amir": {"", "web"}, "amir by azp": {"web", ""}, "amir by both": {"web", "app"}, "amir of a lenient issuer": {}, "amir unnamed": {},
	"amir to another": {"", "other"}, "amir by azp to another": {"other", ""}, "amir half to another": {"web", "other"}, "amir lenient, to another": {"other", ""},
	"amir spelt otherwise": {"", "WEB"},
}

// people believe those tokens.
type people struct{}

func (people) Verify(_ context.Context, token string) (session.Credentials, error) {
	given, found := signedIn[token]
	if !found {
		return session.Credentials{}, fault.New(fault.CodeUnauthenticated)
	}
	number, err := session.NewIdentifier(number)
	return session.Credentials{Kind: session.Citizen, IdentifierType: "personnummer", Identifier: number, Expires: start.Add(2 * time.Minute), Parties: given, MayBeUnnamed: token == "amir of a lenient issuer" || token == "amir lenient, to another"}, err
}

// office is a service with two clients.
type office struct {
	t        *testing.T
	registry *registry
	clients  *identity.Clients
	one, two id.Client
	now      time.Time
}

func seed(name string) ed25519.PrivateKey {
	sum := sha256.Sum256([]byte(name))
	return ed25519.NewKeyFromSeed(sum[:])
}

func newOffice(t *testing.T) *office {
	t.Helper()
	o := &office{t: t, one: id.NewClient(), two: id.NewClient(), now: start}
	o.registry = &registry{keys: map[string]session.ClientKey{}, used: map[[32]byte]bool{}, tokens: map[[32]byte]session.Token{}}
	scopes, err := access.ScopesNamed([]string{"my-plans", "my-consents"})
	if err != nil {
		t.Fatal(err)
	}
	for c, name := range map[id.Client]string{o.one: "one", o.two: "two"} {
		key := jose.JSONWebKey{Key: seed(name).Public(), KeyID: "k", Use: "sig"}
		text, err := key.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		o.registry.keys[c.String()+" k"] = session.ClientKey{ID: id.NewClientKey(), JWK: text, Scopes: scopes, SignIn: []string{"app", "web"}}
	}
	o.clients = identity.NewClients(o.registry, people{}, here, func() time.Time { return o.now })
	return o
}

// sign signs claims with a key.
func (o *office) sign(key any, alg jose.SignatureAlgorithm, header map[jose.HeaderKey]any, claims map[string]any) string {
	o.t.Helper()
	s, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: key}, &jose.SignerOptions{ExtraHeaders: header})
	if err != nil {
		o.t.Fatal(err)
	}
	text, err := json.Marshal(claims)
	if err != nil {
		o.t.Fatal(err)
	}
	signed, err := s.Sign(text)
	if err != nil {
		o.t.Fatal(err)
	}
	compact, err := signed.CompactSerialize()
	if err != nil {
		o.t.Fatal(err)
	}
	return compact
}

func (o *office) claims(jti string) map[string]any {
	return map[string]any{
		"iss": o.one, "sub": o.one, "aud": here, "iat": o.now.Unix(), "exp": o.now.Add(time.Minute).Unix(), "jti": jti,
	}
}

var asK = map[jose.HeaderKey]any{"kid": "k", "typ": "JWT"}

func (o *office) assertion(jti string) string {
	return o.sign(seed("one"), jose.EdDSA, asK, o.claims(jti))
}

func (o *office) ask(assertion string, more url.Values, proofs ...string) (identity.TokenAnswer, error) {
	form := url.Values{
		"grant_type": {"client_credentials"}, "client_assertion": {assertion},
		"client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
	}
	maps.Copy(form, more)
	return o.clients.Token(context.Background(), identity.TokenRequest{Form: form, Proofs: proofs, Request: id.NewRequest()})
}

func (o *office) refused(what, code string, err error) {
	o.t.Helper()
	var no *identity.TokenRefusal
	if !errors.As(err, &no) || no.Code != code {
		o.t.Errorf("%s: %v, want %s", what, err, code)
	}
}

var forAmir = url.Values{
	"grant_type": {"urn:ietf:params:oauth:grant-type:token-exchange"}, "subject_token": {"amir"},
	"subject_token_type": {"urn:ietf:params:oauth:token-type:access_token"},
}
