//go:build !release

package identity_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"strings"
	"testing"

	"samplan/internal/devissuer"
)

func TestTokensThatAreNotSignedByTheIssuer(t *testing.T) {
	t.Parallel()
	b := setup(t)
	right := b.citizen.token("amir")
	header, payload := opened(t, right)
	parts := strings.Split(right, ".")
	b64 := base64.RawURLEncoding.EncodeToString
	none := func(alg string) string {
		return b64([]byte(strings.Replace(header, "RS256", alg, 1))) + "." + parts[1] + "."
	}
	signature, err := base64.RawURLEncoding.DecodeString(parts[2])
	if err != nil {
		t.Fatal(err)
	}
	changed := b64([]byte(strings.Replace(payload, number, "198001019893", 1)))
	for _, c := range []struct{ name, token, reason string }{
		{"no algorithm, no signature", none("none"), "compact token"},
		{"no algorithm, some signature", none("none") + parts[2], "algorithm"},
		{"no algorithm, in capitals", none("NONE") + parts[2], "algorithm"},
		{"no algorithm, in mixed case", none("nOnE") + parts[2], "algorithm"},
		{"the public key as shared secret", withSecret(t, header, payload), "algorithm"},
		{"RS384", none("RS384") + parts[2], "algorithm"},
		{"PS256, which is not configured", none("PS256") + parts[2], "algorithm"},
		{"ES256 with an RSA key", none("ES256") + parts[2], "algorithm"},
		{"another key under the same id", craft(t, otherKey(), header, payload), "signature"},
		{"the staff issuer's key", craft(t, staffKey(), header, payload), "signature"},
		{"changed payload", parts[0] + "." + changed + "." + parts[2], "signature"},
		{"changed header", b64([]byte(header+" ")) + "." + parts[1] + "." + parts[2], "signature"},
		{"cut signature", parts[0] + "." + parts[1] + "." + b64(signature[:255]), "signature"},
		{"signature of zeros", parts[0] + "." + parts[1] + "." + b64(make([]byte, 256)), "signature"},
		{"signature of another token", parts[0] + "." + parts[1] + "." + strings.Split(b.citizen.token("eva"), ".")[2], "signature"},
	} {
		b.refuse(c.name, c.token, c.reason)
	}
	b.accept("the right one", right)
}

// withSecret signs with HS256 and the public key, as PEM, as secret.
func withSecret(t *testing.T, header, payload string) string {
	t.Helper()
	der, err := x509.MarshalPKIXPublicKey(citizenKey().Public())
	if err != nil {
		t.Fatal(err)
	}
	h := strings.Replace(header, "RS256", "HS256", 1)
	text := base64.RawURLEncoding.EncodeToString([]byte(h)) + "." + base64.RawURLEncoding.EncodeToString([]byte(payload))
	mac := hmac.New(sha256.New, pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: der}))
	mac.Write([]byte(text))
	return text + "." + base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
}

func TestTokensOfAWrongShape(t *testing.T) {
	t.Parallel()
	b := setup(t)
	right := b.citizen.token("amir")
	parts := strings.Split(right, ".")
	last := right[len(right)-1]
	other := map[byte]string{'A': "B", 'Q': "R", 'g': "h", 'w': "x"}[last] // the last of 342 characters has four spare bits
	if other == "" {
		t.Fatalf("unexpected last character %c", last)
	}
	for name, token := range map[string]string{
		"nothing":                  "",
		"dots":                     "..",
		"one part":                 parts[0],
		"two parts":                parts[0] + "." + parts[1],
		"four parts":               right + ".AAAA",
		"five parts (encrypted)":   right + ".AAAA.AAAA",
		"leading space":            " " + right,
		"trailing space":           right + " ",
		"trailing newline":         right + "\n",
		"newline inside":           right[:len(right)-8] + "\n" + right[len(right)-8:],
		"carriage return inside":   right[:len(right)-8] + "\r\n" + right[len(right)-8:],
		"newline between":          parts[0] + ".\n" + parts[1] + "." + parts[2],
		"tab":                      right + "\t",
		"NUL":                      right + "\x00",
		"padding":                  right + "==",
		"ordinary base64":          strings.ReplaceAll(right, "_", "/") + "+",
		"another spelling":         right[:len(right)-1] + other,
		"Bearer before it":         "Bearer " + right,
		"JSON serialisation":       `{"payload":"` + parts[1] + `","protected":"` + parts[0] + `","signature":"` + parts[2] + `"}`,
		"2 MB":                     parts[0] + "." + strings.Repeat("QUFB", 500_000) + "." + parts[2],
		"just over 8 kB":           parts[0] + "." + strings.Repeat("A", 8193-len(parts[0])-len(parts[2])-2) + "." + parts[2],
		"letters of other scripts": parts[0] + ".å." + parts[2],
	} {
		b.refuse(name, token, "compact token")
	}
	b.accept("the right one", right)
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	b := setup(t)
	right := b.citizen.token("amir")
	header, payload := opened(t, right)
	with := func(more string) string { return strings.TrimSuffix(header, "}") + "," + more + "}" }
	kid := strings.Split(strings.SplitAfter(header, `"kid":"`)[1], `"`)[0]
	stranger, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	x := base64.RawURLEncoding.EncodeToString(stranger.X.Bytes())
	for _, c := range []struct{ name, header, reason string }{
		{"unknown critical extension", with(`"crit":["https://example.se/x"],"https://example.se/x":1`), "header"},
		{"empty critical list", with(`"crit":[]`), "header"},
		{"known critical extension", with(`"crit":["b64"],"b64":true`), "header"},
		{"embedded key", with(`"jwk":{"kty":"EC","crv":"P-256","x":"` + x + `","y":"` + x + `"}`), "header"},
		{"key elsewhere", with(`"jku":"https://evil.example.se/keys"`), "header"},
		{"certificate elsewhere", with(`"x5u":"https://evil.example.se/cert"`), "header"},
		{"embedded certificate", with(`"x5c":["AAAA"]`), "header"},
		{"embedded key in capitals", with(`"JWK":{}`), "another spelling"},
		{"compressed", with(`"zip":"DEF"`), "header"},
		{"encrypted", with(`"enc":"A256GCM"`), "header"},
		{"algorithm twice", with(`"alg":"RS256"`), "strict JSON"},
		{"algorithm in another spelling", with(`"Alg":"none"`), "another spelling"},
		{"no key id", strings.Replace(header, `"kid"`, `"kod"`, 1), "unknown key"},
		{"key id as number", strings.Replace(header, `"`+kid+`"`, `1`, 1), "unknown key"},
		{"unknown key id", strings.Replace(header, kid, "k2", 1), "unknown key"},
		{"typ JWT", strings.Replace(header, "at+jwt", "JWT", 1), "wrong typ"},
		{"no typ", strings.Replace(header, `"typ":"at+jwt"`, `"x":1`, 1), "wrong typ"},
		{"logout token", strings.Replace(header, "at+jwt", "logout+jwt", 1), "wrong typ"},
		{"something after it", header + "{}", "strict JSON"},
		{"a list", "[" + header + "]", "strict JSON"},
		{"no JSON", "abc", "strict JSON"},
		{"invalid UTF-8", with("\"a\":\"\xff\""), "strict JSON"},
	} {
		b.refuse(c.name, craft(t, citizenKey(), c.header, payload), c.reason)
	}
	b.accept("the long form of typ", craft(t, citizenKey(), strings.Replace(header, "at+jwt", "application/at+jwt", 1), payload))
	b.accept("a header without a meaning", craft(t, citizenKey(), with(`"x5t":"AAAA"`), payload))
}

func TestClaimsInOtherSpellings(t *testing.T) {
	t.Parallel()
	b := setup(t)
	header, payload := opened(t, b.citizen.token("amir"))
	with := func(more string) string { return strings.TrimSuffix(payload, "}") + "," + more + "}" }
	for _, c := range []struct{ name, payload, reason string }{
		{"audience twice", with(`"aud":"` + api + `"`), "strict JSON"},
		{"number twice", with(`"` + devissuer.ClaimPersonnummer + `":"198001019893"`), "strict JSON"},
		{"unknown claim twice", with(`"a":1,"a":2`), "strict JSON"},
		{"twice deep inside", with(`"a":{"b":1,"b":2}`), "strict JSON"},
		{"twice by escape", with(`"\u0061ud":"x"`), "strict JSON"},
		{"subject in capitals beside", with(`"SUB":"other"`), "another spelling"},
		{"expiry in capitals beside", with(`"Exp":1`), "another spelling"},
		{"long s beside", with(`"ſub":"other"`), "another spelling"},
		{"number in capitals beside", with(`"` + strings.ToUpper(devissuer.ClaimPersonnummer) + `":"1"`), "another spelling"},
		{"unknown claims in two spellings", with(`"role":1,"Role":2`), "another spelling"},
		{"audience only in capitals", strings.Replace(payload, `"aud"`, `"AUD"`, 1), "another spelling"},
		{"nonce in capitals", with(`"Nonce":"n"`), "another spelling"},
		{"issuer only in capitals", strings.Replace(payload, `"iss"`, `"ISS"`, 1), "issuer"},
		{"something after it", payload + " {}", "strict JSON"},
		{"not closed", strings.TrimSuffix(payload, "}"), "strict JSON"},
		{"a list", "[" + payload + "]", "strict JSON"},
		{"null", "null", "strict JSON"},
		{"byte order mark", "\ufeff" + payload, "strict JSON"},
		{"lone surrogate", with(`"a":"\ud800"`), "strict JSON"},
	} {
		b.refuse(c.name, craft(t, citizenKey(), header, c.payload), c.reason)
	}
	b.accept("an unknown claim", craft(t, citizenKey(), header, with(`"role":"admin"`)))
	b.accept("space around", craft(t, citizenKey(), header, " \n"+payload+"\n"))
}
