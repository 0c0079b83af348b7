//go:build !release

package devissuer

import (
	"crypto"
	"crypto/rand"
	"crypto/rsa"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/go-jose/go-jose/v4"
)

const keyBits = 2048

// signingKey signs with RS256, the one algorithm that every OpenID client must know. Its id is its thumbprint (RFC
// 7638), so that a new key never hides behind an old name.
type signingKey struct {
	private *rsa.PrivateKey
	id      string
}

func newSigningKey(given *rsa.PrivateKey) (signingKey, error) {
	if given == nil {
		made, err := rsa.GenerateKey(rand.Reader, keyBits)
		if err != nil {
			return signingKey{}, fmt.Errorf("make: %w", err)
		}
		given = made
	}
	if given.N.BitLen() < keyBits {
		return signingKey{}, errors.New("shorter than 2048 bits")
	}
	sum, err := (&jose.JSONWebKey{Key: given.Public()}).Thumbprint(crypto.SHA256)
	if err != nil {
		return signingKey{}, fmt.Errorf("thumbprint: %w", err)
	}
	return signingKey{given, base64.RawURLEncoding.EncodeToString(sum)}, nil
}

func (k signingKey) public() jose.JSONWebKeySet {
	return jose.JSONWebKeySet{Keys: []jose.JSONWebKey{
		{Key: k.private.Public(), KeyID: k.id, Algorithm: string(jose.RS256), Use: "sig"},
	}}
}

func (k signingKey) sign(typ string, claims map[string]any) (string, error) {
	signer, err := jose.NewSigner(
		jose.SigningKey{Algorithm: jose.RS256, Key: jose.JSONWebKey{Key: k.private, KeyID: k.id}},
		(&jose.SignerOptions{}).WithType(jose.ContentType(typ)))
	if err != nil {
		return "", fmt.Errorf("make signer: %w", err)
	}
	payload, err := json.Marshal(claims)
	if err != nil {
		return "", fmt.Errorf("encode claims: %w", err)
	}
	signed, err := signer.Sign(payload)
	if err != nil {
		return "", fmt.Errorf("sign: %w", err)
	}
	return signed.CompactSerialize()
}
