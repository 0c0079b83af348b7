package identity

import (
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"github.com/go-json-experiment/json/jsontext"
)

const (
	clockSkew = time.Minute // how far an issuer's clock may be ahead of ours
	maxText   = 255
	lastTime  = 253402300799 // the end of the year 9999; beyond it package time cannot be trusted to compare
)

// knownClaims are the claims that we or go-oidc read, so that no other spelling of them passes.
var knownClaims = []string{
	"iss", "sub", "aud", "exp", "nbf", "iat", "jti", "acr", "nonce", "events", "cnf", "act", "azp", "client_id",
	"at_hash", "_claim_names", "_claim_sources",
}

// claims are what every access token must tell.
type claims struct {
	object
	issuer, subject, id, level string
	audience                   []string
	issued, expires            time.Time
}

// readClaims reads the claims by their exact names and in their exact types. It judges nothing yet.
func readClaims(o object) (c claims, err error) {
	c.object = o
	for name, to := range map[string]*string{"iss": &c.issuer, "sub": &c.subject, "acr": &c.level} {
		if *to, err = o.text(name); err != nil {
			return claims{}, err
		}
	}
	if o.has("jti") {
		if c.id, err = o.text("jti"); err != nil {
			return claims{}, err
		}
	}
	if c.audience, err = o.texts("aud"); err != nil {
		return claims{}, err
	}
	if c.issued, err = o.time("iat"); err != nil {
		return claims{}, err
	}
	c.expires, err = o.time("exp")
	return c, err
}

// check judges what holds for every issuer.
func (c claims) check(audience string, now time.Time, longest time.Duration) error {
	if !slices.Contains(c.audience, audience) {
		return errAudience
	}
	if c.has("nonce") || c.has("events") {
		return errForeign // an ID token or a logout token
	}
	if c.has("cnf") {
		return errBound // a stolen one would work here as if it were not bound (RFC 9449, 7)
	}
	if c.has("act") {
		return errDelegated // a chain of actors ends here: who acts for a person is told by us alone
	}
	if !now.Before(c.expires) {
		return errExpired // without leeway: a token lives minutes, and the client has a new one
	}
	if life := c.expires.Sub(c.issued); life <= 0 || life > longest {
		return errLifetime
	}
	if c.issued.After(now.Add(clockSkew)) {
		return errFuture
	}
	if !c.has("nbf") {
		return nil
	}
	start, err := c.time("nbf")
	if err != nil {
		return err
	}
	if start.After(now.Add(clockSkew)) {
		return errFuture
	}
	return nil
}

// text reads a string of 1 to 255 bytes without control characters: it ends in queries and logs.
func (o object) text(name string) (string, error) {
	v := o[name]
	if v.Kind() != '"' {
		return "", errClaim
	}
	b, err := jsontext.AppendUnquote(nil, v)
	if err != nil || len(b) == 0 || len(b) > maxText || strings.ContainsFunc(string(b), unicode.IsControl) {
		return "", errClaim
	}
	return string(b), nil
}

// texts reads a string or a list of strings, as aud may be either.
func (o object) texts(name string) ([]string, error) {
	if o[name].Kind() != '[' {
		one, err := o.text(name)
		return []string{one}, err
	}
	var all []string
	d := jsontext.NewDecoder(strings.NewReader(string(o[name])))
	for _, err := d.ReadToken(); err == nil && d.PeekKind() != ']'; { // past the opening bracket, up to the closing one
		v, err := d.ReadValue()
		if err != nil {
			return nil, errClaim
		}
		one, err := object{name: v}.text(name)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// time reads a NumericDate (RFC 7519, 2). A number in quotes is none.
func (o object) time(name string) (time.Time, error) {
	v := o[name]
	if v.Kind() != '0' {
		return time.Time{}, errClaim
	}
	seconds, err := strconv.ParseFloat(string(v), 64)
	if err != nil || seconds < 0 || seconds > lastTime {
		return time.Time{}, errClaim
	}
	return time.Unix(int64(seconds), 0), nil
}
