package identity

import (
	"context"
	"crypto"
	"time"

	"github.com/coreos/go-oidc/v3/oidc"
)

// checkSignature finds the key that a token names and lets go-oidc verify the token with that one key. What the claims
// say was checked before; go-oidc checks issuer, audience and expiry once more. The key must be made for the token's
// algorithm: what kind of key it is decides, not the token.
func (t trusted) checkSignature(ctx context.Context, raw rawToken, h header, now time.Time) (publicKey, error) {
	key, err := t.keys.find(ctx, h.key)
	if err != nil {
		return publicKey{}, err
	}
	if !key.fits(h.algorithm) {
		return publicKey{}, errAlgorithm
	}
	verifier := oidc.NewVerifier(t.URL, &oidc.StaticKeySet{PublicKeys: []crypto.PublicKey{key.key}}, &oidc.Config{
		ClientID:             t.Audience,
		SupportedSigningAlgs: []string{h.algorithm},
		Now:                  func() time.Time { return now },
	})
	if _, err := verifier.Verify(ctx, raw.text); err != nil {
		return publicKey{}, errSignature // the error itself quotes the token
	}
	return key, nil
}
