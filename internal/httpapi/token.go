package httpapi

import (
	"net/http"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
)

// token finds out who asks. It looks at the header alone: an address with a token in it would end up in logs. Refused
// sign-ins are recorded like every refusal, but an address that keeps failing is slowed down before it fills the record.
func (s *Server) token(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		raw, err := bearer(c.Request().Header)
		if err == nil {
			k.who, err = s.verifier.Verify(c.Request().Context(), raw)
		}
		if err == nil {
			return next(k)
		}
		wait, ok := s.strangers.allow(addressOf(c), time.Now())
		if !ok {
			k.retryAfter = wait
			return fault.New(fault.CodeTooMany)
		}
		return err
	}
}

// bearer takes the token out of the one header Authorization (RFC 6750).
func bearer(h http.Header) (string, error) {
	all := h.Values("Authorization")
	if len(all) != 1 {
		return "", fault.New(fault.CodeUnauthenticated)
	}
	scheme, raw, found := strings.Cut(all[0], " ")
	if !found || raw == "" || !strings.EqualFold(scheme, "Bearer") {
		return "", fault.New(fault.CodeUnauthenticated)
	}
	return raw, nil
}
