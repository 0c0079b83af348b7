package identity_test

import (
	"context"
	"testing"
	"time"

	"samplan/internal/identity"
	"samplan/internal/session"
)

func staffIssuer() identity.Issuer {
	return identity.Issuer{URL: "https://login.example.se", Kind: session.Staff, Audience: "api", RequiredACR: []string{"loa3"}}
}

func citizenIssuer() identity.Issuer {
	return identity.Issuer{
		URL: "https://eid.example.se/op", Kind: session.Citizen, Audience: "api", RequiredACR: []string{"loa3"},
		IdentifierClaims: map[string]string{"https://id.oidc.se/claim/personalIdentityNumber": identity.TypePersonnummer},
	}
}

func TestNewChecksTheConfiguration(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name   string
		issuer func() identity.Issuer
		change func(*identity.Issuer)
		want   bool
	}{
		{"staff as it is", staffIssuer, func(*identity.Issuer) {}, true},
		{"citizen as it is", citizenIssuer, func(*identity.Issuer) {}, true},
		{"own machine", staffIssuer, func(i *identity.Issuer) { i.URL = "http://127.0.0.1:8080/staff" }, true},
		{"own machine by name", staffIssuer, func(i *identity.Issuer) { i.URL = "http://localhost:8080" }, true},
		{"all algorithms", staffIssuer, func(i *identity.Issuer) { i.Algorithms = []string{"RS256", "PS256", "ES256", "EdDSA"} }, true},
		{"another subject claim", staffIssuer, func(i *identity.Issuer) { i.SubjectClaim = "https://id.oidc.se/claim/orgAffiliation" }, true},
		{"no address", staffIssuer, func(i *identity.Issuer) { i.URL = "" }, false},
		{"http elsewhere", staffIssuer, func(i *identity.Issuer) { i.URL = "http://login.example.se" }, false},
		{"http on a name that begins right", staffIssuer, func(i *identity.Issuer) { i.URL = "http://127.0.0.1.example.se" }, false},
		{"address with query", staffIssuer, func(i *identity.Issuer) { i.URL = "https://login.example.se?a=b" }, false},
		{"address with password", staffIssuer, func(i *identity.Issuer) { i.URL = "https://a:b@login.example.se" }, false},
		{"other scheme", staffIssuer, func(i *identity.Issuer) { i.URL = "file:///etc" }, false},
		{"no kind", staffIssuer, func(i *identity.Issuer) { i.Kind = session.Kind{} }, false},
		{"system", staffIssuer, func(i *identity.Issuer) { i.Kind = session.System }, false},
		{"no audience", staffIssuer, func(i *identity.Issuer) { i.Audience = "" }, false},
		{"no level", staffIssuer, func(i *identity.Issuer) { i.RequiredACR = nil }, false},
		{"empty level", staffIssuer, func(i *identity.Issuer) { i.RequiredACR = []string{"loa3", ""} }, false},
		{"no algorithm at all", staffIssuer, func(i *identity.Issuer) { i.Algorithms = []string{"none"} }, false},
		{"shared secret", staffIssuer, func(i *identity.Issuer) { i.Algorithms = []string{"RS256", "HS256"} }, false},
		{"empty algorithm", staffIssuer, func(i *identity.Issuer) { i.Algorithms = []string{""} }, false},
		{"staff with numbers", staffIssuer, func(i *identity.Issuer) { i.IdentifierClaims = citizenIssuer().IdentifierClaims }, false},
		{"citizens without numbers", citizenIssuer, func(i *identity.Issuer) { i.IdentifierClaims = nil }, false},
		{"citizens with a subject claim", citizenIssuer, func(i *identity.Issuer) { i.SubjectClaim = "sub" }, false},
		{"unknown type of number", citizenIssuer, func(i *identity.Issuer) { i.IdentifierClaims = map[string]string{"a": "passport"} }, false},
		{"nameless claim", citizenIssuer, func(i *identity.Issuer) { i.IdentifierClaims = map[string]string{"": identity.TypePersonnummer} }, false},
	} {
		i := c.issuer()
		c.change(&i)
		if _, err := identity.New(context.Background(), []identity.Issuer{i}, identity.Options{}); (err == nil) != c.want {
			t.Errorf("%s: error %v, want accepted %v", c.name, err, c.want)
		}
	}
	twice := []identity.Issuer{staffIssuer(), staffIssuer()}
	if _, err := identity.New(context.Background(), twice, identity.Options{}); err == nil {
		t.Error("one issuer twice: its kind would be a matter of chance")
	}
}

func TestNewChecksTheOptions(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		options identity.Options
		want    bool
	}{
		{identity.Options{}, true},
		{identity.Options{CacheSize: 1, CacheFor: time.Second, MaxLifetime: time.Hour}, true},
		{identity.Options{CacheSize: -1}, false},
		{identity.Options{CacheFor: -1}, false},
		{identity.Options{CacheFor: time.Minute + 1}, false},
		{identity.Options{MaxLifetime: -1}, false},
	} {
		if _, err := identity.New(context.Background(), []identity.Issuer{citizenIssuer()}, c.options); (err == nil) != c.want {
			t.Errorf("%+v: error %v, want accepted %v", c.options, err, c.want)
		}
	}
}
