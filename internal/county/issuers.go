//go:build !release

package county

import (
	"context"
	"crypto/rand"
	"crypto/rsa"
	"fmt"
	"net/http"
	"sync"
	"time"

	"samplan/internal/demo"
	"samplan/internal/devissuer"
	"samplan/internal/identity"
	"samplan/internal/session"
)

const (
	audience  = "https://api.samplan.example"
	assurance = "http://id.elegnamnden.se/loa/1.0/loa3"
	number    = "https://id.oidc.se/claim/personalIdentityNumber"
)

// The issuers' keys are made once for a program: that takes longer than all else of an issuer.
var staffKey, citizenKey = sync.OnceValues(newKey), sync.OnceValues(newKey)

func newKey() (*rsa.PrivateKey, error) { return rsa.GenerateKey(rand.Reader, 2048) }

// issuers are the county's two OpenID providers, under one address: /staff and /citizen.
type issuers struct {
	staff, citizen *devissuer.Provider
	mux            *http.ServeMux
}

func newIssuers(base string, now func() time.Time) (issuers, error) {
	i := issuers{mux: http.NewServeMux()}
	var err error
	if i.staff, err = newIssuer(base+"/staff", session.Staff, demo.Staff, staffKey, now); err != nil {
		return i, err
	}
	if i.citizen, err = newIssuer(base+"/citizen", session.Citizen, demo.Citizens, citizenKey, now); err != nil {
		return i, err
	}
	i.mux.Handle("/staff/", i.staff.Handler())
	i.mux.Handle("/citizen/", i.citizen.Handler())
	return i, nil
}

func newIssuer(url string, kind session.Kind, people []demo.Person, key func() (*rsa.PrivateKey, error), now func() time.Time) (*devissuer.Provider, error) {
	signing, err := key()
	if err != nil {
		return nil, fmt.Errorf("make issuer: %w", err)
	}
	o := devissuer.Options{Issuer: url, Kind: kind, Audience: audience, Now: now, Key: signing}
	for _, p := range people {
		known := devissuer.Person{Key: p.Key, Name: p.Name, Subject: p.Subject(), ACR: assurance}
		if p.Number != "" {
			known.Claims = map[string]any{number: p.Number}
		}
		o.People = append(o.People, known)
	}
	provider, err := devissuer.New(o)
	if err != nil {
		return nil, fmt.Errorf("make issuer: %w", err)
	}
	return provider, nil
}

// verifier trusts the two, and nobody else.
func (i issuers) verifier(ctx context.Context, now func() time.Time) (*identity.Verifier, error) {
	return identity.New(ctx, []identity.Issuer{
		{URL: i.staff.URL(), Kind: session.Staff, Audience: audience, RequiredACR: []string{assurance}},
		{
			URL: i.citizen.URL(), Kind: session.Citizen, Audience: audience, RequiredACR: []string{assurance},
			IdentifierClaims: map[string]string{number: identity.TypePersonnummer},
		},
	}, identity.Options{Now: now})
}

// token mints an access token for a person of the county.
func (i issuers) token(key string) (string, error) {
	for _, p := range demo.Staff {
		if p.Key == key {
			return i.staff.Token(key)
		}
	}
	return i.citizen.Token(key)
}
