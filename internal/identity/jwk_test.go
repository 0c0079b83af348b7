package identity

import (
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
)

func TestReadKeysPassesOverWhatCannotServe(t *testing.T) {
	t.Parallel()
	bits := func(n int) string { // an odd number of n bits
		b := make([]byte, n/8)
		b[0], b[len(b)-1] = 0x80, 1
		return base64.RawURLEncoding.EncodeToString(b)
	}
	rsa := func(n, e, more string) string {
		return fmt.Sprintf(`{"kty":"RSA","kid":"k","n":"%s","e":"%s"%s}`, n, e, more)
	}
	for _, c := range []struct {
		name, key string
		want      string // the algorithms, or nothing
	}{
		{"RSA", rsa(bits(2048), "AQAB", ""), "RS256 PS256"},
		{"RSA for one algorithm", rsa(bits(2048), "AQAB", `,"alg":"PS256"`), "PS256"},
		{"RSA for signing", rsa(bits(4096), "Aw", `,"use":"sig","key_ops":["verify"]`), "RS256 PS256"},
		{"RSA for encryption", rsa(bits(2048), "AQAB", `,"use":"enc"`), ""},
		{"RSA for signing only", rsa(bits(2048), "AQAB", `,"key_ops":["sign"]`), ""},
		{"short RSA", rsa(bits(1024), "AQAB", ""), ""},
		{"endless RSA", rsa(bits(16384), "AQAB", ""), ""},
		{"RSA with exponent 1", rsa(bits(2048), "AQ", ""), ""},
		{"RSA with even exponent", rsa(bits(2048), "BA", ""), ""},
		{"RSA with large exponent", rsa(bits(2048), bits(64), ""), ""},
		{"RSA in the wrong alphabet", rsa("++//", "AQAB", ""), ""},
		{"RSA without modulus", rsa("", "AQAB", ""), ""},
		{"point off the curve", `{"kty":"EC","crv":"P-256","kid":"k","x":"` + bits(256) + `","y":"` + bits(256) + `"}`, ""},
		{"point of a wrong length", `{"kty":"EC","crv":"P-256","kid":"k","x":"AA","y":"AA"}`, ""},
		{"short Ed25519", `{"kty":"OKP","crv":"Ed25519","kid":"k","x":"AA"}`, ""},
		{"Ed25519", `{"kty":"OKP","crv":"Ed25519","kid":"k","x":"` + bits(256) + `"}`, "EdDSA"},
		{"shared secret", `{"kty":"oct","kid":"k","k":"AAAA"}`, ""},
		{"no id", strings.Replace(rsa(bits(2048), "AQAB", ""), `"kid":"k",`, "", 1), ""},
	} {
		keys, err := readKeys([]byte(`{"keys":[` + c.key + `]}`))
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
		}
		key, ok := keys["k"]
		if got := strings.Join(key.algorithms, " "); got != c.want || ok != (c.want != "") {
			t.Errorf("%s: algorithms %q, kept %v, want %q", c.name, got, ok, c.want)
		}
	}
	if _, err := readKeys([]byte("[]")); err == nil {
		t.Error("a list is no key set")
	}
}
