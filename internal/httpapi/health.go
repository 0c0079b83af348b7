package httpapi

import (
	"context"
	"net/http"
	"time"

	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
	"samplan/internal/session"
)

// readiness is how long the database may take to say that it is there.
const readiness = 2 * time.Second

// registerHealth adds the addresses that the operator's machinery asks. They tell yes or no and never why.
func (s *Server) registerHealth() {
	s.echo.GET("/health/live", s.live)
	s.echo.GET("/health/ready", s.ready)
}

// live says that the process answers. It asks nobody else: a lost database is no reason to restart us.
func (s *Server) live(c echo.Context) error {
	return s.healthy(c)
}

// ready says that requests can be answered, which needs the database.
func (s *Server) ready(c echo.Context) error {
	if s.ending.Load() {
		return fault.New(fault.CodeUnavailable)
	}
	ctx, cancel := context.WithTimeout(c.Request().Context(), readiness)
	defer cancel()
	if err := s.door.Ready(ctx); err != nil {
		return fault.Wrap(fault.CodeUnavailable, err)
	}
	return s.healthy(c)
}

func (s *Server) healthy(c echo.Context) error {
	s.send(caller(c), session.Answer{
		Status: http.StatusOK, Header: http.Header{"Content-Type": {mediaJSON}}, Body: []byte(`{"status":"up"}`),
	})
	return nil
}
