package identity

import (
	"context"
	"crypto"
	"crypto/sha256"
	"slices"
	"time"

	"github.com/go-jose/go-jose/v4"

	"samplan/internal/civil"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// assertionLife is how far ahead a client may set the end of its assertion, and how old it may be.
const assertionLife = 5 * time.Minute

var assertionClaims = spell([]string{"iss", "sub", "aud", "exp", "nbf", "iat", "jti"})

// assertion is what a client says of itself (private_key_jwt, RFC 7523, 3), proved.
type assertion struct {
	client id.Client
	key    session.ClientKey
	used   session.Once
}

// assert verifies the assertion of a client: it names itself twice, is meant for here alone, lives minutes, has a name of its
// own, and is signed with a key that counts. Whether its name was used is told when the token is kept.
func (c *Clients) assert(ctx context.Context, text string, now time.Time) (assertion, error) {
	raw, err := split(text)
	if err != nil {
		return assertion{}, err
	}
	head, alg, err := readSigned(raw.header, forbiddenHeaders, "", "JWT", "client-authentication+jwt")
	if err != nil {
		return assertion{}, err
	}
	kid, err := head.text("kid")
	if err != nil {
		return assertion{}, errKey
	}
	name, used, err := c.readAssertion(raw.payload, now)
	if err != nil {
		return assertion{}, err
	}
	key, err := c.keep.ClientKey(ctx, name, kid, civil.Of(now))
	if fault.Is(err, fault.NotFound) {
		return assertion{}, errKey
	}
	if err != nil {
		return assertion{}, err
	}
	public, err := readKey(key.JWK)
	if err != nil {
		return assertion{}, errKey
	}
	return assertion{name, key, used}, public.verify(text, alg)
}

func (c *Clients) readAssertion(payload []byte, now time.Time) (id.Client, session.Once, error) {
	o, err := readObject(payload)
	if err != nil {
		return id.Client{}, session.Once{}, err
	}
	if err := assertionClaims.check(o); err != nil {
		return id.Client{}, session.Once{}, err
	}
	issuer, err := o.text("iss")
	if err != nil {
		return id.Client{}, session.Once{}, err
	}
	if subject, err := o.text("sub"); err != nil || subject != issuer {
		return id.Client{}, session.Once{}, errTwoNames
	}
	var name id.Client
	if err := name.UnmarshalText([]byte(issuer)); err != nil {
		return id.Client{}, session.Once{}, errKey
	}
	until, err := c.checkTimes(o, now)
	if err != nil {
		return id.Client{}, session.Once{}, err
	}
	jti, err := o.text("jti")
	if err != nil {
		return id.Client{}, session.Once{}, err
	}
	return name, session.Once{Hash: once("assertion", name.String(), jti), Until: until}, nil
}

// checkTimes judges for whom an assertion is and when.
func (c *Clients) checkTimes(o object, now time.Time) (time.Time, error) {
	audience, err := o.texts("aud")
	if err != nil {
		return time.Time{}, err
	}
	// For somebody else beside us it could be shown here by that other one.
	if len(audience) != 1 || !slices.Contains([]string{c.issuer, c.issuer + TokenPath}, audience[0]) {
		return time.Time{}, errAudience
	}
	issued, err := o.time("iat")
	if err != nil {
		return time.Time{}, err
	}
	expires, err := o.time("exp")
	if err != nil {
		return time.Time{}, err
	}
	start := issued
	if o.has("nbf") {
		if start, err = o.time("nbf"); err != nil {
			return time.Time{}, err
		}
	}
	switch {
	case !now.Before(expires):
		return time.Time{}, errExpired
	case issued.After(now.Add(clockSkew)), start.After(now.Add(clockSkew)):
		return time.Time{}, errFuture
	case expires.After(now.Add(assertionLife + clockSkew)), expires.Sub(issued) > assertionLife:
		return time.Time{}, errLifetime
	}
	return expires, nil
}

// once names something that is used once, for whom and what for.
func once(what, whose, name string) [32]byte {
	return sha256.Sum256([]byte(what + "\x00" + whose + "\x00" + name))
}

// verify checks a signature by the one algorithm that its header names, if the key is made for it.
func (k publicKey) verify(text, algorithm string) error {
	if !k.fits(algorithm) {
		return errAlgorithm
	}
	signed, err := jose.ParseSignedCompact(text, []jose.SignatureAlgorithm{jose.SignatureAlgorithm(algorithm)})
	if err != nil {
		return errSignature // the error itself may quote
	}
	if _, err := signed.Verify(k.key); err != nil {
		return errSignature
	}
	return nil
}

// thumbprint names a key by itself (RFC 7638).
func (k publicKey) thumbprint() (string, error) {
	sum, err := (&jose.JSONWebKey{Key: k.key}).Thumbprint(crypto.SHA256)
	if err != nil {
		return "", errKey
	}
	return strict.EncodeToString(sum), nil
}
