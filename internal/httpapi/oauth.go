package httpapi

import (
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"mime"
	"net/http"
	"net/url"
	"strconv"

	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
	"samplan/internal/identity"
	"samplan/internal/session"

	"samplan/internal/access"
)

// issueToken is the name of a request for a token in the log. It is no operation of the contract: OAuth describes it.
const issueToken = "IssueToken"

// registerTokens adds the token endpoint, and where clients find it (RFC 8414).
func (s *Server) registerTokens() {
	s.echo.POST(identity.TokenPath, s.overload(s.issueToken))
	s.echo.GET("/.well-known/oauth-authorization-server", fixedAnswer(s, metadata(s.clients.Issuer()), http.Header{"Content-Type": {mediaJSON}}))
}

func metadata(issuer string) []byte {
	b, err := json.Marshal(map[string]any{
		"issuer": issuer, "token_endpoint": issuer + identity.TokenPath, "grant_types_supported": identity.GrantTypes,
		"response_types_supported":              []string{},
		"token_endpoint_auth_methods_supported": []string{"private_key_jwt"}, "scopes_supported": access.ScopeNames(),
		"token_endpoint_auth_signing_alg_values_supported": identity.Algorithms,
		"dpop_signing_alg_values_supported":                identity.Algorithms,
	})
	if err != nil { // texts alone
		panic(err)
	}
	return b
}

// issueToken gives a registered client a token (RFC 6749, 3.2). Every refusal is recorded, but for an address that keeps
// failing: that one is slowed down before it fills the record.
func (s *Server) issueToken(c echo.Context) error {
	k := caller(c)
	answer, err := s.tokenFor(k)
	if err == nil {
		return s.sendToken(k, http.StatusOK, answer)
	}
	var no *identity.TokenRefusal
	if !errors.As(err, &no) {
		return err
	}
	if tooMany := s.slowed(k, nil); tooMany != nil {
		return tooMany
	}
	s.log.LogAttrs(k.Request().Context(), slog.LevelInfo, "token refused",
		slog.String("requestId", k.id.String()), slog.String("code", no.Code), slog.String("cause", fmt.Sprint(errors.Unwrap(no))))
	r := k.request(s.now())
	r.Operation = issueToken
	if err := s.door.Refuse(k.Request().Context(), r, fault.New(fault.CodeUnauthenticated)); err != nil {
		return fault.Wrap(fault.CodeUnavailable, fmt.Errorf("record refusal: %w", err))
	}
	status := http.StatusBadRequest
	if no.Code == "invalid_client" {
		status = http.StatusUnauthorized
	}
	return s.sendToken(k, status, map[string]string{"error": no.Code})
}

// tokenFor reads the form and asks for a token.
func (s *Server) tokenFor(k *call) (identity.TokenAnswer, error) {
	r := k.Request()
	media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type"))
	if err != nil || media != "application/x-www-form-urlencoded" || len(r.Header.Values("Content-Encoding")) > 0 {
		return identity.TokenAnswer{}, fault.New(fault.CodeMediaType)
	}
	k.buffer = takeBuffer()
	defer k.release()
	if err := s.read(k, k.buffer); err != nil {
		k.Response().Header().Set("Connection", "close")
		return identity.TokenAnswer{}, err
	}
	form, err := url.ParseQuery(k.buffer.String())
	if err != nil {
		return identity.TokenAnswer{}, fault.New(fault.CodeMalformed)
	}
	answer, err := s.clients.Token(r.Context(), identity.TokenRequest{Form: form, Proofs: r.Header.Values("DPoP"), Request: k.id})
	if err != nil {
		return identity.TokenAnswer{}, err
	}
	return answer, s.clientRate(k, answer.Client, "small")
}

func (s *Server) sendToken(k *call, status int, body any) error {
	b, err := json.Marshal(body)
	if err != nil {
		return fault.Wrap(fault.CodeInternal, err)
	}
	h := http.Header{"Content-Type": {mediaJSON}, "Cache-Control": {"no-store"}, "Pragma": {"no-cache"}}
	if status == http.StatusUnauthorized {
		h.Set("WWW-Authenticate", "Bearer realm="+strconv.Quote("samplan"))
	}
	s.send(k, session.Answer{Status: status, Header: h, Body: b})
	return nil
}
