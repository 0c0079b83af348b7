//go:build !release

package devissuer

import (
	"fmt"
	"maps"
	"time"
)

const (
	tokenLife  = 5 * time.Minute
	typeAccess = "at+jwt" // RFC 9068
	typeID     = "JWT"
	directly   = "samplan-dev" // the client_id of a token that no client asked for
)

// signIn is one act of signing in.
type signIn struct {
	person Person
	client string
	nonce  string
	at     time.Time
}

// Token makes an access token for a person without any sign-in, for scripts and tests.
func (p *Provider) Token(key string) (string, error) {
	return p.TokenWith(key, func(map[string]any) {})
}

// TokenWith is Token with the claims changed before they are signed, for tests of wrong tokens.
func (p *Provider) TokenWith(key string, change func(claims map[string]any)) (string, error) {
	person, ok := p.person(key)
	if !ok {
		return "", fmt.Errorf("nobody here has the key %q", key)
	}
	claims := p.accessClaims(signIn{person: person, client: directly, at: p.now()})
	change(claims)
	return p.Mint(typeAccess, claims)
}

// Mint signs whatever it is given under the header typ, for tests of wrong tokens.
func (p *Provider) Mint(typ string, claims map[string]any) (string, error) {
	token, err := p.key.sign(typ, claims)
	if err != nil {
		return "", fmt.Errorf("mint token: %w", err)
	}
	return token, nil
}

func (p *Provider) accessClaims(s signIn) map[string]any {
	claims := s.person.identity()
	maps.Copy(claims, p.commonClaims(s))
	claims["aud"] = p.audience
	claims["client_id"] = s.client
	claims["jti"] = newCode()
	return claims
}

func (p *Provider) idClaims(s signIn) map[string]any {
	claims := s.person.full()
	maps.Copy(claims, p.commonClaims(s))
	claims["aud"] = s.client
	if s.nonce != "" {
		claims["nonce"] = s.nonce
	}
	return claims
}

func (p *Provider) commonClaims(s signIn) map[string]any {
	now := p.now()
	return map[string]any{
		"iss": p.issuer, "sub": s.person.Subject, "acr": s.person.ACR, "auth_time": s.at.Unix(),
		"iat": now.Unix(), "exp": now.Add(tokenLife).Unix(),
	}
}
