package demo

import (
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"net/url"
	"time"

	"samplan/internal/access"
	"samplan/internal/id"
)

// Client is a registered client of the county.
type Client struct {
	Key, Name, Principal string
	IsEnded              bool
	EventUnits           []string // as which it is told of events
}

// Clients lists them: an e-service, one that is no longer let in, and systems that are told of events as units of theirs.
var Clients = []Client{
	{Key: "portal", Name: "Min plan", Principal: "goteborg"},
	{Key: "old-portal", Name: "Samordning", Principal: "goteborg", IsEnded: true},
	{Key: "case-system", Name: "Verksamhetssystemet", Principal: "goteborg", EventUnits: []string{"bou1"}},
	{Key: "record-system", Name: "Journalsystemet", Principal: "vgr", EventUnits: []string{"bup"}},
}

// SignInIDs are the names of the county's clients at its sign-in providers; the last one stands for whoever signs in without a
// browser.
var SignInIDs = []string{"portal", "samplan-dev"}

// FindClient gives a client by key.
func FindClient(key string) (Client, bool) {
	for _, c := range Clients {
		if c.Key == key {
			return c, true
		}
	}
	return Client{}, false
}

// ID is the client_id.
func (c Client) ID() id.Client { return id.ClientOf(named("client", c.Key)) }

// Signer is the client's private key. It follows from the client's name, so that the county is the same every time; nobody
// registers the key of a demonstration anywhere else, and none of this is in a release.
func (c Client) Signer() ed25519.PrivateKey {
	seed := sha256.Sum256([]byte("samplan demonstration client " + c.Key))
	return ed25519.NewKeyFromSeed(seed[:])
}

// Kid names that key.
func (c Client) Kid() string { return c.Key + "-1" }

// JWK is its public part.
func (c Client) JWK() []byte {
	public, _ := c.Signer().Public().(ed25519.PublicKey) // always is
	text, err := json.Marshal(map[string]string{
		"kty": "OKP", "crv": "Ed25519", "use": "sig", "kid": c.Kid(), "x": base64.RawURLEncoding.EncodeToString(public),
	})
	if err != nil {
		panic(err) // texts alone
	}
	return text
}

// Assertion is what the client says of itself to the service at an address (private_key_jwt), under a name that serves once.
func (c Client) Assertion(address, name string, now time.Time) string {
	part := func(v any) string {
		text, err := json.Marshal(v)
		if err != nil {
			panic(err) // texts and numbers alone
		}
		return base64.RawURLEncoding.EncodeToString(text)
	}
	text := part(map[string]any{"alg": "EdDSA", "kid": c.Kid(), "typ": "JWT"}) + "." + part(map[string]any{
		"iss": c.ID(), "sub": c.ID(), "aud": address, "jti": name, "iat": now.Unix(), "exp": now.Add(time.Minute).Unix(),
	})
	return text + "." + base64.RawURLEncoding.EncodeToString(ed25519.Sign(c.Signer(), []byte(text)))
}

// TokenForm is what the client sends to the token endpoint: for itself, or for the person whose token it shows.
func (c Client) TokenForm(assertion, person string) url.Values {
	form := url.Values{
		"grant_type": {"client_credentials"}, "client_assertion": {assertion},
		"client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
	}
	if person != "" {
		form.Set("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange")
		form.Set("subject_token", person)
		form.Set("subject_token_type", "urn:ietf:params:oauth:token-type:access_token")
	}
	return form
}

func (l *loader) clients() {
	for _, c := range Clients {
		units := []string{}
		for _, u := range c.EventUnits {
			units = append(units, UnitID(u).String())
		}
		l.exec(`INSERT INTO client (id, principal_id, name, contact, scopes, rate_class, valid, ended_at, created_at, sign_in_ids, event_unit_ids)
		        VALUES ($1, $2, $3, 'it@samplan.example', $4::text[], 'standard', daterange($5::date, NULL), CASE WHEN $6 THEN $5::timestamptz END, $5::timestamptz, $7::text[], $8::uuid[])
		        ON CONFLICT DO NOTHING`,
			c.ID(), named("principal", c.Principal), c.Name, access.ScopeNames(), Began, c.IsEnded, SignInIDs, units)
		l.exec(`INSERT INTO client_key (id, client_id, kid, jwk, added_at) VALUES ($1, $2, $3, $4, $5::timestamptz) ON CONFLICT DO NOTHING`,
			named("client-key", c.Key), c.ID(), c.Kid(), string(c.JWK()), Began)
	}
}
