//go:build !release

package devissuer

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"errors"
	"fmt"
	"net/url"
	"time"

	"samplan/internal/session"
)

// Options tell which issuer a Provider is and whom it knows.
type Options struct {
	Issuer   string       // its address on this machine: scheme http, no trailing slash
	Kind     session.Kind // staff or citizen
	Audience string       // the API that the access tokens are for
	People   []Person
	Clients  []Client
	Now      func() time.Time // nil: the clock of the machine
	Key      *rsa.PrivateKey  // nil: a new one for this run
}

// Person is somebody who can sign in.
type Person struct {
	Key     string // short name, for the command line and the form
	Name    string
	Subject string
	ACR     string // level of assurance (tillitsnivå) of the person's sign-in
	Claims  map[string]any
}

// Client is a program that may send people here to sign in. Each of its keys may sign its assertions.
type Client struct {
	ID           string
	RedirectURIs []string
	Keys         []crypto.PublicKey
}

// Provider is one issuer.
type Provider struct {
	issuer, audience string
	kind             session.Kind
	path             string
	people           []Person
	clients          map[string]Client
	now              func() time.Time
	key              signingKey
	codes            onceStore[grant]
	assertions       onceStore[struct{}]
}

// New checks the options and makes the issuer. It refuses every address that is not the machine's own.
func New(o Options) (*Provider, error) {
	issuer, err := issuerURL(o.Issuer)
	if err != nil {
		return nil, fmt.Errorf("issuer address: %w", err)
	}
	if o.Kind != session.Staff && o.Kind != session.Citizen {
		return nil, errors.New("kind of issuer: neither staff nor citizen")
	}
	if o.Audience == "" {
		return nil, errors.New("audience: missing")
	}
	if err := checkPeople(o.Kind, o.People); err != nil {
		return nil, fmt.Errorf("people: %w", err)
	}
	clients, err := clientTable(o.Clients)
	if err != nil {
		return nil, fmt.Errorf("clients: %w", err)
	}
	key, err := newSigningKey(o.Key)
	if err != nil {
		return nil, fmt.Errorf("signing key: %w", err)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	return &Provider{
		issuer: o.Issuer, audience: o.Audience, kind: o.Kind, path: issuer.Path,
		people: o.People, clients: clients, now: o.Now, key: key,
	}, nil
}

// URL gives the issuer's address.
func (p *Provider) URL() string { return p.issuer }

func clientTable(all []Client) (map[string]Client, error) {
	table := make(map[string]Client, len(all))
	for _, c := range all {
		if _, twice := table[c.ID]; twice || c.ID == "" {
			return nil, fmt.Errorf("client %q: no id, or the same twice", c.ID)
		}
		for _, address := range c.RedirectURIs {
			u, err := url.Parse(address)
			if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Fragment != "" || !isLoopback(u.Hostname()) {
				return nil, fmt.Errorf("client %q: %q is no redirect address on this machine", c.ID, address)
			}
		}
		table[c.ID] = c
	}
	return table, nil
}

func newCode() string { return rand.Text() }
