package identity

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"slices"
	"time"

	"samplan/internal/access"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/session"
)

// The words of the token endpoint (RFC 6749, 7523, 8693).
const (
	assertionType  = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
	grantAlone     = "client_credentials"
	grantBearer    = "urn:ietf:params:oauth:grant-type:jwt-bearer" //nolint:gosec // G101: a name
	grantExchange  = "urn:ietf:params:oauth:grant-type:token-exchange"
	accessToken    = "urn:ietf:params:oauth:token-type:access_token" //nolint:gosec // G101: a name
	jwtToken       = "urn:ietf:params:oauth:token-type:jwt"          //nolint:gosec // G101: a name
	invalidRequest = "invalid_request"
	invalidGrant   = "invalid_grant"
)

// GrantTypes are what the token endpoint takes.
var GrantTypes = []string{grantAlone, grantBearer, grantExchange}

// Algorithms are the signatures that are taken of clients.
var Algorithms = append([]string(nil), algorithms...)

// TokenRequest is what was sent to the token endpoint.
type TokenRequest struct {
	Form    url.Values
	Proofs  []string // values of the header DPoP
	Request id.Request
}

// TokenAnswer is a token (RFC 6749, 5.1; RFC 8693, 2.2.1).
type TokenAnswer struct {
	AccessToken string    `json:"access_token"`
	IssuedType  string    `json:"issued_token_type,omitempty"`
	Type        string    `json:"token_type"`
	ExpiresIn   int       `json:"expires_in"`
	Scope       string    `json:"scope"`
	Client      id.Client `json:"-"`
}

// TokenRefusal is why there is none (RFC 6749, 5.2). Its cause is for the log.
type TokenRefusal struct {
	Code  string
	cause error
}

// Error gives the code.
func (r *TokenRefusal) Error() string { return r.Code }

// Unwrap gives the cause.
func (r *TokenRefusal) Unwrap() error { return r.cause }

func refused(code string, cause error) error {
	if fault.Is(cause, fault.Unavailable) || fault.Is(cause, fault.Internal) {
		return cause // ours, not the client's
	}
	return &TokenRefusal{code, cause}
}

var (
	errParameter = errors.New("a parameter is missing, given twice, or has no place here")
	errScopes    = errors.New("scopes that do not exist, or that are not the client's")
)

// Token gives a client a token, alone or for the person whose token it shows. The client proves who it is first.
func (c *Clients) Token(ctx context.Context, r TokenRequest) (TokenAnswer, error) {
	now, form := c.now(), r.Form
	for _, values := range form {
		if len(values) != 1 {
			return TokenAnswer{}, refused(invalidRequest, errParameter)
		}
	}
	if form.Get("client_assertion_type") != assertionType || form.Has("client_secret") {
		return TokenAnswer{}, refused("invalid_client", errParameter)
	}
	who, err := c.assert(ctx, form.Get("client_assertion"), now)
	if err == nil && form.Has("client_id") && form.Get("client_id") != who.client.String() {
		err = errTwoNames
	}
	if err != nil {
		return TokenAnswer{}, refused("invalid_client", err)
	}
	t := session.Token{Client: who.client, Key: who.key.ID, Expires: now.Add(clientLife), Used: []session.Once{who.used}, Request: r.Request, Now: now}
	if err := c.person(ctx, form, who.key.SignIn, &t); err != nil {
		return TokenAnswer{}, err
	}
	if t.Scopes, err = scopesFor(form, who.key.Scopes, t.Who.Kind == session.Client); err != nil {
		return TokenAnswer{}, refused("invalid_scope", err)
	}
	if err := c.bind(r.Proofs, &t); err != nil {
		return TokenAnswer{}, refused("invalid_dpop_proof", err)
	}
	return c.issue(ctx, t, form.Get("grant_type") == grantExchange)
}

// person finds out for whom the client acts.
func (c *Clients) person(ctx context.Context, form url.Values, signIn []string, t *session.Token) error {
	var shown string
	switch form.Get("grant_type") {
	case grantAlone:
		t.Who = session.Credentials{Kind: session.Client}
		return nil
	case grantBearer:
		shown = form.Get("assertion")
	case grantExchange:
		shown = form.Get("subject_token")
		kind, wanted := form.Get("subject_token_type"), form.Get("requested_token_type")
		// The client is the actor; another one would begin a chain.
		if kind != accessToken && kind != jwtToken || wanted != "" && wanted != accessToken || form.Has("actor_token") {
			return refused(invalidRequest, errParameter)
		}
	case "":
		return refused(invalidRequest, errParameter)
	default:
		return refused("unsupported_grant_type", errParameter)
	}
	if shown == "" {
		return refused(invalidRequest, errParameter)
	}
	who, err := c.people.Verify(ctx, shown)
	if err == nil && who.Kind != session.Staff && who.Kind != session.Citizen {
		err = errDelegated
	}
	if err == nil && !isFor(signIn, who) {
		err = errParty
	}
	if err != nil {
		return refused(invalidGrant, err)
	}
	t.Who = who
	if !who.Expires.IsZero() && who.Expires.Before(t.Expires) {
		t.Expires = who.Expires
	}
	return nil
}

// isFor tells whether a person's token was given to the client that shows it, under one of its names: a person who signed in
// elsewhere has not let this client act.
func isFor(signIn []string, who session.Credentials) bool {
	said := 0
	for _, party := range who.Parties {
		if party == "" {
			continue
		}
		if !slices.Contains(signIn, party) {
			return false
		}
		said++
	}
	return said > 0 || who.MayBeUnnamed
}

// scopesFor are the scopes that were asked for, or all that the client has.
func scopesFor(form url.Values, has access.Scopes, isAlone bool) (access.Scopes, error) {
	if isAlone {
		has &= access.SystemScopes
	}
	if !form.Has("scope") {
		return has, nil
	}
	wanted, err := access.ParseScopes(form.Get("scope"))
	if err != nil || wanted&^has != 0 {
		return 0, errScopes
	}
	return wanted, nil
}

// bind binds the token to the key of a proof, when there is one (RFC 9449, 5).
func (c *Clients) bind(proofs []string, t *session.Token) error {
	if len(proofs) == 0 {
		return nil
	}
	if len(proofs) > 1 {
		return errParameter
	}
	p, err := prove(proofs[0], http.MethodPost, c.issuer+TokenPath, "", t.Now)
	if err != nil {
		return err
	}
	t.Thumbprint, t.Used = p.thumbprint, append(t.Used, p.used)
	return nil
}

func (c *Clients) issue(ctx context.Context, t session.Token, isExchange bool) (TokenAnswer, error) {
	var token string
	token, t.Hash = newToken()
	isKept, err := c.keep.KeepToken(ctx, t)
	if err == nil && !isKept {
		err = errUsed
	}
	if err != nil {
		return TokenAnswer{}, refused("invalid_client", err)
	}
	a := TokenAnswer{AccessToken: token, Type: "Bearer", ExpiresIn: int(t.Expires.Sub(t.Now) / time.Second), Scope: t.Scopes.String(), Client: t.Client}
	if t.Thumbprint != "" {
		a.Type = "DPoP"
	}
	if isExchange {
		a.IssuedType = accessToken
	}
	return a, nil
}
