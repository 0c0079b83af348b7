package httpapi

import (
	"errors"
	"fmt"
	"log/slog"
	"maps"
	"net/http"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"github.com/labstack/echo/v4"

	"samplan/internal/fault"
)

const (
	traceHeader = "Traceparent"
	apiPolicy   = "default-src 'none'; frame-ancestors 'none'"
)

// safeHeaders go with every answer. The lists are shared between requests and only ever replaced.
var safeHeaders = http.Header{
	"Cache-Control":           {"no-store"},
	"X-Content-Type-Options":  {"nosniff"},
	"Referrer-Policy":         {"no-referrer"},
	"Content-Security-Policy": {apiPolicy},
}

var httpsAlone = []string{"max-age=31536000; includeSubDomains"}

// frame gives each request its id, never one that the client chose, its trace, and the headers that every answer carries.
func (s *Server) frame(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := &call{Context: c, began: time.Now(), trace: traceOf(c.Request().Header.Values(traceHeader))}
		fresh(&k.id)
		trace := []string{k.trace}
		c.Request().Header[traceHeader] = trace // a broken one is begun anew, not refused (W3C)
		h := c.Response().Header()
		h[traceHeader] = trace
		maps.Copy(h, safeHeaders)
		if len(c.Request().TransferEncoding) > 0 {
			h.Set("Connection", "close") // it may have had a length too, for a proxy to see another end (RFC 9112, 6.1)
		}
		if s.secure {
			h["Strict-Transport-Security"] = httpsAlone
		}
		return next(k)
	}
}

// accessLog writes one line per request. Its keys are a closed list; path, query and headers are not among them.
func (s *Server) accessLog(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		err := next(k)
		s.log.LogAttrs(c.Request().Context(), slog.LevelInfo, "request",
			slog.String("requestId", k.id.String()),
			slog.String("route", routeOf(k)),
			slog.String("method", methodOf(c.Request().Method)),
			slog.Int("status", c.Response().Status),
			slog.Float64("durationMs", float64(time.Since(k.began).Microseconds())/1000),
			slog.Int64("bytes", c.Response().Size),
			slog.String("trace", k.trace))
		return err
	}
}

// routeOf is the template of the route, never the path that was sent.
func routeOf(k *call) string {
	switch {
	case k.operation != nil:
		return k.operation.path
	case k.Path() != "":
		return k.Path()
	}
	return "none"
}

var knownMethods = []string{
	http.MethodGet, http.MethodHead, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete, http.MethodOptions,
}

// methodOf keeps words that a client made up out of the log.
func methodOf(m string) string {
	if slices.Contains(knownMethods, m) {
		return m
	}
	return "other"
}

// problems answers whatever the steps inside it refuse.
func (s *Server) problems(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		k := caller(c)
		err := s.guard(k, func() error { return next(k) })
		if err != nil && !c.Response().Committed {
			s.problem(k, err)
		}
		return nil
	}
}

var errPanic = errors.New("panic")

// guard runs f and turns a panic into an error. The panic's value may quote what was sent: unless the machinery itself
// raised it, only its type is told.
func (s *Server) guard(k *call, f func() error) (err error) {
	defer func() {
		v := recover()
		if v == nil {
			return
		}
		text := fmt.Sprintf("%T", v)
		if e, ok := v.(runtime.Error); ok {
			text = e.Error()
		}
		s.log.LogAttrs(k.Request().Context(), slog.LevelError, "panic",
			slog.String("requestId", k.id.String()), slog.String("stack", string(debug.Stack())))
		err = fault.Wrap(fault.CodeInternal, fmt.Errorf("%w: %s", errPanic, text))
	}()
	return f()
}

// addresses refuses what no route may see: escapes, parameters that swallow a slash, methods that the contract lacks.
func (s *Server) addresses(next echo.HandlerFunc) echo.HandlerFunc {
	return func(c echo.Context) error {
		hasSlash := func(v string) bool { return strings.Contains(v, "/") }
		if strings.Contains(c.Request().URL.EscapedPath(), "%") || slices.ContainsFunc(c.ParamValues(), hasSlash) {
			return fault.New(fault.CodeNotFound)
		}
		if allow, ok := c.Get(echo.ContextKeyHeaderAllow).(string); ok {
			c.Response().Header().Set("Allow", strings.TrimPrefix(allow, "OPTIONS, "))
			return fault.New(fault.CodeMethod)
		}
		return next(c)
	}
}
