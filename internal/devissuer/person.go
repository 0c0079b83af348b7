//go:build !release

package devissuer

import (
	"errors"
	"fmt"
	"maps"
	"slices"

	"samplan/internal/session"
)

// The claims of OIDC Sweden that say who somebody is. They go into the access token too; all other claims of a person
// are for the ID token alone.
const (
	ClaimPersonnummer      = "https://id.oidc.se/claim/personalIdentityNumber"
	ClaimSamordningsnummer = "https://id.oidc.se/claim/coordinationNumber"
	ClaimOrgAffiliation    = "https://id.oidc.se/claim/orgAffiliation"
)

// reserved claims are the provider's own to set.
var reserved = []string{
	"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "acr", "auth_time", "nonce", "client_id", "azp", "events", "name",
}

func checkPeople(kind session.Kind, people []Person) error {
	keys, subjects := map[string]bool{}, map[string]bool{}
	for _, p := range people {
		if keys[p.Key] || subjects[p.Subject] {
			return fmt.Errorf("%q: the same key or subject twice", p.Key)
		}
		keys[p.Key], subjects[p.Subject] = true, true
		if err := p.check(kind); err != nil {
			return fmt.Errorf("%q: %w", p.Key, err)
		}
	}
	return nil
}

func (p Person) check(kind session.Kind) error {
	if p.Key == "" || p.Name == "" || p.Subject == "" || p.ACR == "" {
		return errors.New("key, name, subject and acr are all needed")
	}
	for name := range p.Claims {
		if slices.Contains(reserved, name) {
			return fmt.Errorf("the claim %q is the provider's own", name)
		}
	}
	_, national := p.Claims[ClaimPersonnummer]
	_, coordination := p.Claims[ClaimSamordningsnummer]
	if kind == session.Citizen && national == coordination {
		return errors.New("a citizen has a personnummer or a samordningsnummer")
	}
	if kind == session.Staff && (national || coordination) {
		return errors.New("a staff issuer does not vouch for personal numbers")
	}
	return nil
}

// identity picks the claims that the access token carries.
func (p Person) identity() map[string]any {
	picked := map[string]any{}
	for _, name := range []string{ClaimPersonnummer, ClaimSamordningsnummer, ClaimOrgAffiliation} {
		if v, ok := p.Claims[name]; ok {
			picked[name] = v
		}
	}
	return picked
}

// full gives all claims about the person, for the ID token.
func (p Person) full() map[string]any {
	all := map[string]any{"name": p.Name}
	maps.Copy(all, p.Claims)
	return all
}

func (p *Provider) person(key string) (Person, bool) {
	i := slices.IndexFunc(p.people, func(x Person) bool { return x.Key == key })
	if i < 0 {
		return Person{}, false
	}
	return p.people[i], true
}

// levels lists the levels of assurance that anybody here can reach.
func (p *Provider) levels() []string {
	var all []string
	for _, x := range p.people {
		if !slices.Contains(all, x.ACR) {
			all = append(all, x.ACR)
		}
	}
	return all
}
