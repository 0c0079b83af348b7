//go:build !release

package devissuer

import (
	"crypto"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/go-jose/go-jose/v4"
	"github.com/go-jose/go-jose/v4/jwt"
)

const (
	assertionType = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
	assertionLife = 5 * time.Minute // how far ahead a client may set the end of its assertion
)

var assertionAlgorithms = []jose.SignatureAlgorithm{jose.RS256, jose.PS256, jose.ES256, jose.EdDSA}

// authenticate finds out which client calls the token endpoint, by the one method private_key_jwt (RFC 7523).
func (p *Provider) authenticate(form url.Values) (Client, error) {
	if form.Get("client_assertion_type") != assertionType {
		return Client{}, errors.New("no client assertion")
	}
	token, err := jwt.ParseSigned(form.Get("client_assertion"), assertionAlgorithms)
	if err != nil {
		return Client{}, fmt.Errorf("read assertion: %w", err)
	}
	var claimed jwt.Claims
	if err := token.UnsafeClaimsWithoutVerification(&claimed); err != nil {
		return Client{}, fmt.Errorf("read claims: %w", err)
	}
	client, known := p.clients[claimed.Subject]
	if !known || form.Has("client_id") && form.Get("client_id") != client.ID {
		return Client{}, errors.New("unknown client")
	}
	claims, err := client.verify(token)
	if err != nil {
		return Client{}, err
	}
	return client, p.checkAssertion(client, claims)
}

// verify checks the assertion with each key of the client: two at most, while it changes keys.
func (c Client) verify(token *jwt.JSONWebToken) (jwt.Claims, error) {
	for _, key := range c.Keys {
		var claims jwt.Claims
		if token.Claims(key, &claims) == nil {
			return claims, nil
		}
	}
	return jwt.Claims{}, errors.New("no key of the client signed this")
}

func (p *Provider) checkAssertion(client Client, c jwt.Claims) error {
	now := p.now()
	if err := c.ValidateWithLeeway(jwt.Expected{Issuer: client.ID, Subject: client.ID, Time: now}, 0); err != nil {
		return fmt.Errorf("check claims: %w", err)
	}
	if !c.Audience.Contains(p.issuer) && !c.Audience.Contains(p.tokenEndpoint()) {
		return errors.New("the assertion is for somebody else")
	}
	if c.Expiry == nil || !now.Before(c.Expiry.Time()) || c.Expiry.Time().After(now.Add(assertionLife)) {
		return errors.New("exp is missing, past or too far ahead")
	}
	if c.ID == "" || !p.assertions.put(client.ID+" "+c.ID, struct{}{}, now, c.Expiry.Time()) {
		return errors.New("jti is missing or was used before")
	}
	return nil
}

// Assertion makes a client's private_key_jwt for this provider, for tests and for the development client.
func (p *Provider) Assertion(client string, alg string, key crypto.Signer) (string, error) {
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: jose.SignatureAlgorithm(alg), Key: key}, nil)
	if err != nil {
		return "", fmt.Errorf("make signer: %w", err)
	}
	now := p.now()
	return jwt.Signed(signer).Claims(jwt.Claims{
		Issuer: client, Subject: client, Audience: jwt.Audience{p.issuer}, ID: newCode(),
		IssuedAt: jwt.NewNumericDate(now), Expiry: jwt.NewNumericDate(now.Add(time.Minute)),
	}).Serialize()
}
