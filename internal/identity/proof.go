package identity

import (
	"crypto/sha256"
	"net/url"
	"slices"
	"strings"
	"time"

	"samplan/internal/session"
)

// proofAge is how old a proof may be, and how far the clock of whoever made it may be ahead.
const proofAge = time.Minute

var (
	proofClaims  = spell([]string{"jti", "htm", "htu", "iat", "ath", "nonce"})
	proofHeaders = slices.DeleteFunc(slices.Clone(forbiddenHeaders), func(name string) bool { return name == "jwk" })
	// secretParts make a key private (RFC 7518, 6). Whoever sends one has given it away.
	secretParts = []string{"d", "p", "q", "dp", "dq", "qi", "oth", "k"}
)

// proof is a DPoP proof (RFC 9449, 4) that holds: whose key signed it, and its name, which is used once.
type proof struct {
	thumbprint string
	used       session.Once
}

// prove verifies the proof that comes with a request: signed by the key that it brings, of this method and address, fresh, and of
// this token when one is shown.
func prove(text, method, address, token string, now time.Time) (proof, error) {
	raw, err := split(text)
	if err != nil {
		return proof{}, err
	}
	head, alg, err := readSigned(raw.header, proofHeaders, "dpop+jwt")
	if err != nil {
		return proof{}, err
	}
	key, err := proofKey(head)
	if err != nil {
		return proof{}, err
	}
	if err := key.verify(text, alg); err != nil {
		return proof{}, err
	}
	o, err := readObject(raw.payload)
	if err != nil {
		return proof{}, err
	}
	if err := proofClaims.check(o); err != nil {
		return proof{}, err
	}
	p := proof{}
	if p.thumbprint, err = key.thumbprint(); err != nil {
		return proof{}, err
	}
	p.used, err = checkProof(o, p.thumbprint, method, address, token, now)
	return p, err
}

// proofKey reads the public key in the header of a proof.
func proofKey(head object) (publicKey, error) {
	inner, err := readObject(head["jwk"])
	if err != nil || slices.ContainsFunc(secretParts, inner.has) {
		return publicKey{}, errKey
	}
	return readKey(head["jwk"])
}

func checkProof(o object, thumbprint, method, address, token string, now time.Time) (session.Once, error) {
	htm, err := o.text("htm")
	if err != nil {
		return session.Once{}, err
	}
	htu, err := o.text("htu")
	if err != nil {
		return session.Once{}, err
	}
	if htm != method || !isSameAddress(htu, address) {
		return session.Once{}, errMethod
	}
	if token != "" {
		sum := sha256.Sum256([]byte(token))
		if ath, err := o.text("ath"); err != nil || ath != strict.EncodeToString(sum[:]) {
			return session.Once{}, errToken
		}
	}
	issued, err := o.time("iat")
	switch {
	case err != nil:
		return session.Once{}, err
	case issued.After(now.Add(proofAge)):
		return session.Once{}, errFuture
	case issued.Before(now.Add(-proofAge)):
		return session.Once{}, errExpired
	}
	jti, err := o.text("jti")
	if err != nil {
		return session.Once{}, err
	}
	return session.Once{Hash: once("proof", thumbprint, jti), Until: issued.Add(2 * proofAge)}, nil
}

// isSameAddress compares an address with that of a request, without query and fragment (RFC 9449, 4.3).
func isSameAddress(one, other string) bool {
	a, errA := url.Parse(one)
	b, errB := url.Parse(other)
	return errA == nil && errB == nil && a.User == nil && strings.EqualFold(a.Scheme, b.Scheme) && strings.EqualFold(a.Host, b.Host) &&
		a.EscapedPath() == b.EscapedPath()
}
