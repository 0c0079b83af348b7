package identity

import "slices"

// forbiddenHeaders name keys that the token brings along itself, extensions, or encodings. None has a place here.
var forbiddenHeaders = []string{"crit", "jwk", "jku", "x5u", "x5c", "b64", "enc", "zip"}

var headerNames = spell([]string{"alg", "typ", "kid"}, forbiddenHeaders)

type header struct{ algorithm, key string }

// readHeader checks that a token says it is an access token (RFC 9068, 4) and names its key.
func readHeader(raw []byte) (header, error) {
	o, err := readObject(raw)
	if err != nil {
		return header{}, err
	}
	if err := headerNames.check(o); err != nil {
		return header{}, err
	}
	if slices.ContainsFunc(forbiddenHeaders, o.has) {
		return header{}, errHeader
	}
	typ, err := o.text("typ")
	if err != nil || typ != "at+jwt" && typ != "application/at+jwt" {
		return header{}, errType
	}
	alg, err := o.text("alg")
	if err != nil {
		return header{}, errAlgorithm
	}
	kid, err := o.text("kid")
	if err != nil {
		return header{}, errKey
	}
	return header{alg, kid}, nil
}
