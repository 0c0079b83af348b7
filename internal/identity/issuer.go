package identity

import (
	"errors"
	"fmt"
	"net/netip"
	"net/url"
	"slices"
	"strings"

	"samplan/internal/session"
)

// Issuer is the configuration of one OpenID provider that we trust, and of how far.
type Issuer struct {
	URL              string            // as in the claim iss, to the letter
	Kind             session.Kind      // what its tokens yield: staff or citizen
	Audience         string            // the name of this API in the claim aud
	RequiredACR      []string          // the levels of assurance that are good enough; one at least
	IdentifierClaims map[string]string // citizen: claim name to identifier type, see the Type constants
	SubjectClaim     string            // staff: the claim that tells who; default sub
	ExchangeUnnamed  bool              // whether clients may exchange tokens that do not say for which client they are
	Algorithms       []string          // default RS256, ES256 and EdDSA
}

// The types of identifier that a citizen issuer may vouch for.
const (
	TypePersonnummer      = "personnummer"
	TypeSamordningsnummer = "samordningsnummer"
)

// algorithms are those that an issuer may be configured with. All are asymmetric: with HS256 a public key would be a
// shared secret.
var algorithms = []string{"RS256", "PS256", "ES256", "EdDSA"}

// withDefaults fills what may be left out and checks the rest.
func (i Issuer) withDefaults() (Issuer, error) {
	if len(i.Algorithms) == 0 {
		i.Algorithms = []string{"RS256", "ES256", "EdDSA"}
	}
	if i.Kind == session.Staff && i.SubjectClaim == "" {
		i.SubjectClaim = "sub"
	}
	if err := i.check(); err != nil {
		return Issuer{}, fmt.Errorf("issuer %q: %w", i.URL, err)
	}
	return i, nil
}

func (i Issuer) check() error {
	if !isSecure(i.URL) || strings.ContainsAny(i.URL, "?#") {
		return errors.New("the address is not https")
	}
	if i.Audience == "" {
		return errors.New("the audience is missing")
	}
	if len(i.RequiredACR) == 0 || slices.Contains(i.RequiredACR, "") {
		return errors.New("the levels of assurance that are good enough are missing")
	}
	for _, a := range i.Algorithms {
		if !slices.Contains(algorithms, a) {
			return fmt.Errorf("the algorithm %q is not allowed", a)
		}
	}
	return i.checkClaims()
}

func (i Issuer) checkClaims() error {
	switch i.Kind {
	case session.Staff:
		if len(i.IdentifierClaims) > 0 {
			return errors.New("a staff issuer has no identifier claims")
		}
	case session.Citizen:
		if len(i.IdentifierClaims) == 0 || i.SubjectClaim != "" {
			return errors.New("a citizen issuer has identifier claims and no subject claim")
		}
	default:
		return errors.New("the kind is neither staff nor citizen")
	}
	for name, kind := range i.IdentifierClaims {
		if name == "" || kind != TypePersonnummer && kind != TypeSamordningsnummer {
			return fmt.Errorf("the identifier claim %q has the unknown type %q", name, kind)
		}
	}
	return nil
}

// isSecure tells whether keys may be fetched from an address: over https, or from this machine itself.
func isSecure(address string) bool {
	u, err := url.Parse(address)
	if err != nil || u.Host == "" || u.User != nil {
		return false
	}
	return u.Scheme == "https" || u.Scheme == "http" && isLoopback(u.Hostname())
}

func isLoopback(host string) bool {
	a, err := netip.ParseAddr(host)
	return host == "localhost" || err == nil && a.IsLoopback()
}
