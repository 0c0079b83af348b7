package identity

import (
	"encoding/base64"
	"slices"
	"strings"
)

const maxToken = 8 << 10

// strict refuses a last character whose spare bits are set: it would spell the same token in another way.
var strict = base64.RawURLEncoding.Strict()

// rawToken is a token taken apart, with nothing checked but its shape.
type rawToken struct {
	text            string
	header, payload []byte
}

// split takes a token of three parts. It looks at the length first: nothing is worth doing for a token of a megabyte.
func split(text string) (rawToken, error) {
	if len(text) > maxToken {
		return rawToken{}, errShape
	}
	parts := strings.Split(text, ".")
	if len(parts) != 3 || slices.Contains(parts, "") || strings.ContainsAny(text, "\r\n") {
		return rawToken{}, errShape // package base64 would skip line breaks
	}
	var decoded [3][]byte
	for i, p := range parts {
		b, err := strict.DecodeString(p)
		if err != nil {
			return rawToken{}, errShape
		}
		decoded[i] = b
	}
	return rawToken{text, decoded[0], decoded[1]}, nil
}
