package identity_test

import (
	"context"
	"crypto/ed25519"
	"encoding/base64"
	"maps"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/go-jose/go-jose/v4"

	"samplan/internal/fault"
	"samplan/internal/identity"
	"samplan/internal/session"
)

func TestClientGetsTokens(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	a, err := o.ask(o.assertion("1"), nil)
	if err != nil || a.Type != "Bearer" || a.ExpiresIn != 300 || a.Scope != "" {
		t.Fatalf("%+v, %v", a, err)
	}
	who, err := o.clients.Verify(context.Background(), identity.Presented{Token: a.AccessToken})
	if err != nil || who.Kind != session.Client || who.Client != o.one || who.Scopes != 0 {
		t.Errorf("%+v, %v", who, err)
	}
	a, err = o.ask(o.assertion("2"), forAmir)
	if err != nil || a.Scope != "my-plans my-consents" || a.ExpiresIn != 120 || a.IssuedType == "" {
		t.Fatalf("%+v, %v", a, err)
	}
	who, err = o.clients.Verify(context.Background(), identity.Presented{Token: a.AccessToken})
	if err != nil || who.Kind != session.Citizen || who.Client != o.one || who.Identifier.Reveal() != number {
		t.Errorf("%+v, %v", who, err)
	}
	bearer := url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:jwt-bearer"}, "assertion": {"amir"}, "scope": {"my-plans"}}
	if a, err = o.ask(o.assertion("3"), bearer); err != nil || a.Scope != "my-plans" {
		t.Errorf("%+v, %v", a, err)
	}
	o.now = start.Add(3 * time.Minute)
	if _, err := o.clients.Verify(context.Background(), identity.Presented{Token: a.AccessToken}); !fault.Is(err, fault.Unauthenticated) {
		t.Errorf("a token outlives the one of the person: %v", err)
	}
}

func TestBadAssertionsAreRefused(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	change := func(name string, v any) string {
		c := o.claims("x")
		if c[name] = v; v == nil {
			delete(c, name)
		}
		return o.sign(seed("one"), jose.EdDSA, asK, c)
	}
	at := func(d time.Duration) int64 { return o.now.Add(d).Unix() }
	public, _ := seed("one").Public().(ed25519.PublicKey)
	none := base64.RawURLEncoding.EncodeToString([]byte(`{"alg":"none","kid":"k"}`)) + "." + strings.Split(o.assertion("x"), ".")[1] + "."
	for what, assertion := range map[string]string{
		"none at all": "", "not a token": "a.b", "no algorithm": none, "no algorithm, with something as signature": none + "AA",
		"the public key as a shared secret": o.sign([]byte(public), jose.HS256, asK, o.claims("x")),
		"expired":                           change("exp", at(0)), "no end": change("exp", nil), "ends too late": change("exp", at(time.Hour)),
		"end as text": change("exp", "never"), "from the future": change("iat", at(2*time.Minute)), "no beginning": change("iat", nil),
		"begun long ago": change("iat", at(-time.Hour)), "not valid yet": change("nbf", at(2*time.Minute)),
		"for another": change("aud", "https://other.example"), "for another too": change("aud", []string{here, "https://other.example"}),
		"for nobody": change("aud", nil), "for none": change("aud", []string{}), "no name": change("jti", nil), "empty name": change("jti", ""),
		"two names": change("sub", o.two), "no subject": change("sub", nil), "issuer is no client": change("iss", "portal"),
		"key of another client":   o.sign(seed("two"), jose.EdDSA, asK, o.claims("x")),
		"unknown key":             o.sign(seed("one"), jose.EdDSA, map[jose.HeaderKey]any{"kid": "gone"}, o.claims("x")),
		"no key named":            o.sign(seed("one"), jose.EdDSA, nil, o.claims("x")),
		"an access token":         o.sign(seed("one"), jose.EdDSA, map[jose.HeaderKey]any{"kid": "k", "typ": "at+jwt"}, o.claims("x")),
		"a key of its own":        o.sign(seed("one"), jose.EdDSA, map[jose.HeaderKey]any{"kid": "k", "jku": "https://x.example"}, o.claims("x")),
		"another kind of key":     o.sign(otherKey(), jose.RS256, asK, o.claims("x")),
		"a signature of nothing":  o.assertion("x")[:len(o.assertion("x"))-4] + "AAAA",
		"a claim spelt otherwise": change("ISS", o.two),
	} {
		_, err := o.ask(assertion, nil)
		o.refused(what, "invalid_client", err)
	}
	if _, err := o.ask(o.assertion("x"), nil); err != nil {
		t.Errorf("a name that was never taken: %v", err)
	}
	_, err := o.ask(o.assertion("x"), nil)
	o.refused("used before", "invalid_client", err)
	delete(o.registry.keys, o.one.String()+" k")
	_, err = o.ask(o.assertion("y"), nil)
	o.refused("a client that ended, or a key that is removed", "invalid_client", err)
}

func TestBadRequestsForTokensAreRefused(t *testing.T) {
	t.Parallel()
	o := newOffice(t)
	exchange := func(name, v string) url.Values {
		f := maps.Clone(forAmir)
		if f[name] = []string{v}; v == "" {
			delete(f, name)
		}
		return f
	}
	for what, c := range map[string]struct {
		form url.Values
		code string
	}{
		"a grant that is not": {url.Values{"grant_type": {"password"}}, "unsupported_grant_type"},
		"no grant":            {url.Values{"grant_type": {""}}, "invalid_request"},
		"twice":               {url.Values{"scope": {"my-plans", "my-plans"}}, "invalid_request"},
		"a secret":            {url.Values{"client_secret": {"a"}}, "invalid_client"},
		"another client":      {url.Values{"client_id": {o.two.String()}}, "invalid_client"},
		"scope of nobody":     {exchange("scope", "everything"), "invalid_scope"},
		"scope beyond":        {exchange("scope", "my-plans my-log"), "invalid_scope"},
		"scope of people":     {url.Values{"scope": {"my-plans"}}, "invalid_scope"},
		"person of another":   {exchange("subject_token", "bea"), "invalid_grant"},
		"no person":           {exchange("subject_token", ""), "invalid_request"},
		"given to another":    {exchange("subject_token", "amir to another"), "invalid_grant"},
		"azp of another":      {exchange("subject_token", "amir by azp to another"), "invalid_grant"},
		"half to another":     {exchange("subject_token", "amir half to another"), "invalid_grant"},
		"spelt otherwise":     {exchange("subject_token", "amir spelt otherwise"), "invalid_grant"},
		"to nobody named":     {exchange("subject_token", "amir unnamed"), "invalid_grant"},
		"lenient, to another": {exchange("subject_token", "amir lenient, to another"), "invalid_grant"},
		"bearer of another":   {url.Values{"grant_type": {"urn:ietf:params:oauth:grant-type:jwt-bearer"}, "assertion": {"amir to another"}}, "invalid_grant"},
		"an ID token":         {exchange("subject_token_type", "urn:ietf:params:oauth:token-type:id_token"), "invalid_request"},
		"for a refresh token": {exchange("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token"), "invalid_request"},
		"a chain of actors":   {exchange("actor_token", "bea"), "invalid_request"},
	} {
		_, err := o.ask(o.assertion(what), c.form)
		o.refused(what, c.code, err)
	}
	for _, token := range []string{"amir by azp", "amir by both", "amir of a lenient issuer"} {
		if _, err := o.ask(o.assertion(token), exchange("subject_token", token)); err != nil {
			t.Errorf("%s: %v", token, err)
		}
	}
	a, err := o.ask(o.assertion("alone"), nil)
	if err != nil {
		t.Fatal(err)
	}
	_, err = o.ask(o.assertion("chain"), exchange("subject_token", a.AccessToken))
	o.refused("a token of a client as a person's", "invalid_grant", err)
}
