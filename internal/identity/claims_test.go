//go:build !release

package identity_test

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"samplan/internal/devissuer"
	"samplan/internal/session"
)

func set(name string, v any) func(map[string]any) { return func(c map[string]any) { c[name] = v } }

func drop(names ...string) func(map[string]any) {
	return func(c map[string]any) {
		for _, n := range names {
			delete(c, n)
		}
	}
}

func at(d time.Duration) int64 { return start.Add(d).Unix() }

// refusedClaims are changes to Amir's token, each with the reason that the log gives.
var refusedClaims = []struct {
	name, reason string
	change       func(map[string]any)
}{
	{"expired a second ago", "expired", set("exp", at(-time.Second))},
	{"expired now", "expired", set("exp", at(0))},
	{"no exp", "claim", drop("exp")},
	{"exp as text", "claim", set("exp", "1750000300")},
	{"exp null", "claim", set("exp", nil)},
	{"exp in a million years", "claim", set("exp", json.RawMessage("1e18"))},
	{"exp beyond numbers", "claim", set("exp", json.RawMessage("1e400"))},
	{"exp negative", "claim", set("exp", -1)},
	{"exp in an hour", "lives too long", set("exp", at(time.Hour))},
	{"exp a second too far", "lives too long", set("exp", at(15*time.Minute+time.Second))},
	{"exp before iat", "lives too long", func(c map[string]any) { c["iat"], c["exp"] = at(30*time.Second), at(10*time.Second) }},
	{"no iat", "claim", drop("iat")},
	{"iat as text", "claim", set("iat", "1750000000")},
	{"iat 61 s ahead", "not valid yet", set("iat", at(61*time.Second))},
	{"iat long ago", "lives too long", set("iat", at(-time.Hour))},
	{"nbf 61 s ahead", "not valid yet", set("nbf", at(61*time.Second))},
	{"nbf 10 minutes ahead", "not valid yet", set("nbf", at(10*time.Minute))},
	{"nbf as text", "", set("nbf", "1")},
	{"other audience", "audience", set("aud", "https://other.example.se")},
	{"audience with slash", "audience", set("aud", api+"/")},
	{"no audience", "claim", drop("aud")},
	{"empty audience list", "audience", set("aud", []string{})},
	{"audience list with a number", "claim", set("aud", []any{api, 1})},
	{"audience object", "claim", set("aud", map[string]string{"a": api})},
	{"client as audience", "audience", set("aud", "web")},
	{"no issuer", "issuer", drop("iss")},
	{"unknown issuer", "issuer", set("iss", "https://evil.example.se")},
	{"issuer with slash", "issuer", func(c map[string]any) { c["iss"] = c["iss"].(string) + "/" }},
	{"issuer in capitals", "issuer", func(c map[string]any) { c["iss"] = strings.ToUpper(c["iss"].(string)) }},
	{"issuer list", "issuer", func(c map[string]any) { c["iss"] = []any{c["iss"]} }},
	{"no subject", "claim", drop("sub")},
	{"empty subject", "claim", set("sub", "")},
	{"subject as number", "claim", set("sub", 17)},
	{"subject with NUL", "claim", set("sub", "a\x00b")},
	{"subject with newline", "claim", set("sub", "a\nb")},
	{"long subject", "claim", set("sub", strings.Repeat("a", 256))},
	{"token id as number", "claim", set("jti", 1)},
	{"client as number", "claim", set("azp", 1)},
	{"client as list", "claim", set("client_id", []string{"web"})},
	{"empty client", "claim", set("azp", "")},
	{"nonce of an ID token", "nonce or events", set("nonce", "n")},
	{"nonce null", "nonce or events", set("nonce", nil)},
	{"events of a logout token", "nonce or events", set("events", map[string]any{"http://schemas.openid.net/event/backchannel-logout": map[string]any{}})},
	{"bound to a key", "bound to a key", set("cnf", map[string]string{"jkt": "abc"})},
	{"no level", "claim", drop("acr")},
	{"lower level", "level", set("acr", "http://id.elegnamnden.se/loa/1.0/loa1")},
	{"level list", "claim", set("acr", []string{loa3})},
	{"no number", "identifier", drop(devissuer.ClaimPersonnummer)},
	{"two numbers", "identifier", set(devissuer.ClaimSamordningsnummer, "198001619801")},
	{"number of 10 digits", "identifier", set(devissuer.ClaimPersonnummer, "8001019802")},
	{"number with hyphen", "identifier", set(devissuer.ClaimPersonnummer, "19800101-9802")},
	{"number with letters", "identifier", set(devissuer.ClaimPersonnummer, "19800101980x")},
	{"number as number", "identifier", set(devissuer.ClaimPersonnummer, 198001019802)},
}

func TestClaimsThatAreRefused(t *testing.T) {
	t.Parallel()
	b := setup(t)
	for _, c := range refusedClaims {
		b.refuse(c.name, b.citizen.token("amir", c.change), c.reason)
	}
}

func TestClaimsThatAreAccepted(t *testing.T) {
	t.Parallel()
	b := setup(t)
	for name, change := range map[string]func(map[string]any){
		"exp in a second":         set("exp", at(time.Second)),
		"exp with a fraction":     set("exp", float64(at(time.Minute))+0.5),
		"exp as far as allowed":   set("exp", at(15*time.Minute)),
		"iat a minute ahead":      set("iat", at(time.Minute)),
		"nbf a minute ahead":      set("nbf", at(time.Minute)),
		"nbf past":                set("nbf", at(-time.Minute)),
		"one audience of several": set("aud", []string{"other", api}),
		"no token id":             drop("jti"),
		"level 2":                 set("acr", loa2),
		"longest subject":         set("sub", strings.Repeat("a", 255)),
	} {
		b.accept(name, b.citizen.token("amir", change))
	}
}

func TestIssuerDecidesTheKindWhateverTheClaimsSay(t *testing.T) {
	t.Parallel()
	b := setup(t)
	staff := b.accept("Karin with a personal number", b.staff.token("karin", set(devissuer.ClaimPersonnummer, number), set("kind", "citizen")))
	if staff.Kind != session.Staff || staff.Subject != "s-karin" || !staff.Identifier.IsZero() || staff.IdentifierType != "" {
		t.Errorf("Karin became %+v", staff)
	}
	citizen := b.accept("Amir with an affiliation", b.citizen.token("amir", set(devissuer.ClaimOrgAffiliation, "amir@2120001355"), set("kind", "staff"), set("sub", "s-karin")))
	if citizen.Kind != session.Citizen || citizen.Subject != "" || citizen.Identifier.Reveal() != number {
		t.Errorf("Amir became %+v", citizen)
	}
	b.refuse("a citizen's token without number, with affiliation",
		b.citizen.token("amir", drop(devissuer.ClaimPersonnummer), set(devissuer.ClaimOrgAffiliation, "x@y")), "identifier")
	b.refuse("staff below their issuer's level, which is good enough for citizens", b.staff.token("karin", set("acr", loa2)), "level")
	b.refuse("a citizen's key in the staff issuer's name", b.citizen.token("amir", set("iss", b.staff.url)), "unknown key")
	b.refuse("a staff key in the citizen issuer's name", b.staff.token("karin", set("iss", b.citizen.url), set(devissuer.ClaimPersonnummer, number)), "unknown key")
}
