package httpapi

import (
	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
)

// overload refuses at once what would only wait: more work in flight makes every answer late and none faster.
func (s *Server) overload(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		select {
		case s.inFlight <- struct{}{}:
			defer func() { <-s.inFlight }()
			return next(c)
		default:
			return fault.New(fault.CodeUnavailable)
		}
	}
}
