package httpapi

import (
	"net/http"
	"strings"

	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
	"samplan/internal/identity"
)

// token finds out who asks. It looks at the header alone: an address with a token in it would end up in logs. Refused
// sign-ins are recorded like every refusal, but an address that keeps failing is slowed down before it fills the record.
func (s *Server) token(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		shown, err := s.presented(c.Request())
		if err == nil {
			k.who, err = s.clients.Verify(c.Request().Context(), shown)
		}
		if err == nil {
			return s.bounded(k, next)
		}
		return s.slowed(k, err)
	}
}

// bounded refuses what the scopes of the client through which somebody asks leave out, before an answer that was kept for a
// retry could be given. The actor carries the same bound (access).
func (s *Server) bounded(k *call, next echo.HandlerFunc) error {
	if !k.who.Client.IsZero() && !k.who.Scopes.Cover(k.operation.id) {
		return fault.New(fault.CodeDenied)
	}
	return next(k)
}

// presented takes the token out of the one header Authorization (RFC 6750, RFC 9449), with the proofs that come with it.
func (s *Server) presented(r *http.Request) (identity.Presented, error) {
	all := r.Header.Values("Authorization")
	if len(all) != 1 {
		return identity.Presented{}, fault.New(fault.CodeUnauthenticated)
	}
	scheme, raw, found := strings.Cut(all[0], " ")
	isDPoP := strings.EqualFold(scheme, "DPoP")
	if !found || raw == "" || !isDPoP && !strings.EqualFold(scheme, "Bearer") {
		return identity.Presented{}, fault.New(fault.CodeUnauthenticated)
	}
	return identity.Presented{
		Token: raw, IsDPoP: isDPoP, Proofs: r.Header.Values("DPoP"), Method: r.Method, Address: s.clients.Issuer() + r.URL.EscapedPath(),
	}, nil
}
