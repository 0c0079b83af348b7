package client

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/go-jose/go-jose/v4"
)

// TokenSource gives the token to call with, for each attempt anew.
type TokenSource interface {
	Token(ctx context.Context) (string, error)
}

// Bearer is a token that somebody got otherwise, such as a member of staff who has signed in.
func Bearer(token string) TokenSource { return bearer(token) }

type bearer string

func (b bearer) Token(context.Context) (string, error) { return string(b), nil }

// Credentials are a registered client's: who it is, and the private key that it signs with (private_key_jwt).
type Credentials struct {
	ClientID string
	Key      jose.JSONWebKey // private, with the kid under which its public part is registered
	HTTP     *http.Client    // as in Options
	Now      func() time.Time
}

var errPrivate = errors.New("the key must be a private one with a kid, for EdDSA, ES256 or RS256")

// OwnToken gives a registered client its tokens for itself (client credentials): one for as long as it lasts.
func OwnToken(address string, c Credentials) (TokenSource, error) {
	base, err := baseOf(address)
	if err != nil {
		return nil, err
	}
	alg, err := algorithmOf(c.Key)
	if err != nil {
		return nil, err
	}
	signer, err := jose.NewSigner(jose.SigningKey{Algorithm: alg, Key: c.Key}, (&jose.SignerOptions{}).WithType("JWT"))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errPrivate, err)
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return &ownToken{issuer: base, id: c.ClientID, signer: signer, http: Options{HTTP: c.HTTP}.http(), now: c.Now}, nil
}

func algorithmOf(key jose.JSONWebKey) (jose.SignatureAlgorithm, error) {
	if key.IsPublic() || key.KeyID == "" || !key.Valid() {
		return "", errPrivate
	}
	alg, ok := algorithms[fmt.Sprintf("%T", key.Key)]
	if !ok {
		return "", errPrivate
	}
	return alg, nil
}

var algorithms = map[string]jose.SignatureAlgorithm{
	"ed25519.PrivateKey": jose.EdDSA, "*ecdsa.PrivateKey": jose.ES256, "*rsa.PrivateKey": jose.RS256,
}

// ownToken keeps a token until shortly before it ends.
type ownToken struct {
	issuer, id string
	signer     jose.Signer
	http       *http.Client
	now        func() time.Time

	lock  sync.Mutex
	token string
	until time.Time
}

// early is how long before its end a token is no longer used, and assertionLife how long what asks for one is good.
const (
	early         = 30 * time.Second
	assertionLife = time.Minute
)

// Token gives the token, a new one where the old one is about to end.
func (o *ownToken) Token(ctx context.Context) (string, error) {
	o.lock.Lock()
	defer o.lock.Unlock()
	now := o.now()
	if o.token != "" && now.Before(o.until) {
		return o.token, nil
	}
	assertion, err := o.assertion(now)
	if err != nil {
		return "", err
	}
	token, life, err := o.ask(ctx, assertion)
	if err != nil {
		return "", err
	}
	o.token, o.until = token, now.Add(life-early)
	return token, nil
}

func (o *ownToken) assertion(now time.Time) (string, error) {
	text, err := json.Marshal(map[string]any{
		"iss": o.id, "sub": o.id, "aud": o.issuer, "jti": rand.Text(), "iat": now.Unix(), "exp": now.Add(assertionLife).Unix(),
	})
	if err != nil {
		return "", fmt.Errorf("sign: %w", err)
	}
	signed, err := o.signer.Sign(text)
	if err != nil {
		return "", fmt.Errorf("sign: %w", err)
	}
	return signed.CompactSerialize()
}

// TokenError is a refusal of the token endpoint (RFC 6749, 5.2). It never says why: that would help whoever guesses.
type TokenError struct{ Code string }

// Error tells the code.
func (e *TokenError) Error() string {
	return "the service gives no token: " + e.Code + " (is the client registered, and its key?)"
}

func (o *ownToken) ask(ctx context.Context, assertion string) (token string, life time.Duration, err error) {
	form := url.Values{
		"grant_type": {"client_credentials"}, "client_assertion": {assertion},
		"client_assertion_type": {"urn:ietf:params:oauth:client-assertion-type:jwt-bearer"},
	}
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, o.issuer+"/oauth/token", strings.NewReader(form.Encode()))
	if err != nil {
		return "", 0, fmt.Errorf("ask for a token: %w", err)
	}
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	answer, err := o.http.Do(r)
	if err != nil {
		return "", 0, fmt.Errorf("ask for a token: %w", err)
	}
	defer func() { _ = answer.Body.Close() }() // read as far as it is of use
	var got struct {
		AccessToken string `json:"access_token"`
		ExpiresIn   int    `json:"expires_in"`
		Error       string `json:"error"`
		Code        string `json:"code"` // of a problem document: too many requests, or unavailable
	}
	if err := json.NewDecoder(io.LimitReader(answer.Body, 1<<16)).Decode(&got); err != nil {
		return "", 0, fmt.Errorf("%w: %d", errAnswer, answer.StatusCode)
	}
	if got.AccessToken == "" {
		return "", 0, &TokenError{got.Error + got.Code}
	}
	return got.AccessToken, time.Duration(got.ExpiresIn) * time.Second, nil
}
