package identity

import "slices"

// forbiddenHeaders name keys that the token brings along itself, extensions, or encodings. None has a place here.
var forbiddenHeaders = []string{"crit", "jwk", "jku", "x5u", "x5c", "b64", "enc", "zip"}

var headerNames = spell([]string{"alg", "typ", "kid"}, forbiddenHeaders)

type header struct{ algorithm, key string }

// readHeader checks that a token says it is an access token (RFC 9068, 4) and names its key.
func readHeader(raw []byte) (header, error) {
	o, alg, err := readSigned(raw, forbiddenHeaders, "at+jwt", "application/at+jwt")
	if err != nil {
		return header{}, err
	}
	kid, err := o.text("kid")
	if err != nil {
		return header{}, errKey
	}
	return header{alg, kid}, nil
}

// readSigned reads the header of something signed: of one of the types; "" stands for none.
func readSigned(raw []byte, forbidden []string, types ...string) (object, string, error) {
	o, err := readObject(raw)
	if err != nil {
		return nil, "", err
	}
	if err := headerNames.check(o); err != nil {
		return nil, "", err
	}
	if slices.ContainsFunc(forbidden, o.has) {
		return nil, "", errHeader
	}
	typ := ""
	if o.has("typ") {
		if typ, err = o.text("typ"); err != nil {
			return nil, "", errType
		}
	}
	if !slices.Contains(types, typ) {
		return nil, "", errType
	}
	alg, err := o.text("alg")
	if err != nil {
		return nil, "", errAlgorithm
	}
	return o, alg, nil
}
