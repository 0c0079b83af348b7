package httpapi

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"time"

	"github.com/labstack/echo/v4"

	"samplan/internal/access"
	"samplan/internal/attachment"
	"samplan/internal/httpapi/wire"
	"samplan/internal/identity"
	"samplan/internal/session"
)

// Verifier finds out whose token it is.
type Verifier interface {
	Verify(ctx context.Context, raw string) (session.Credentials, error)
}

// Options are what the frame needs. All but Limits, Printer and ValidateResponses must be given.
type Options struct {
	Handlers   wire.StrictServerInterface
	Door       session.Door
	Verifier   Verifier
	Operations map[string]access.Operation                 // access.Operations
	May        func(a access.Actor, operation string) bool // (*access.Matrix).May
	Now        func() time.Time
	Logger     *slog.Logger
	Limits     Limits
	BaseURL    string            // where people reach the service, without a path: https://api.samplan.example
	Printer    Printer           // nil where no PDFs are made
	Vault      *attachment.Vault // takes files in and gives them out; without one there are none
	Clients    *identity.Clients // lets registered clients in; without it there are none
	// ValidateResponses, in tests, is told of every answer that breaks the contract.
	ValidateResponses func(error)
}

// Server is the API, its documentation and its health.
type Server struct {
	contract          *contract
	door              session.Door
	clients           *identity.Clients
	may               func(access.Actor, string) bool
	now               func() time.Time
	log               *slog.Logger
	limits            Limits
	secure            bool
	validateResponses func(error)
	printer           Printer

	echo      *echo.Echo
	inFlight  chan struct{}
	vault     *attachment.Vault
	arriving  chan struct{}     // files
	callers   *rates            // of those who are known
	strangers *rates            // of addresses whose sign-ins fail
	byClass   map[string]*rates // of clients, by their class
	ending    atomic.Bool
}

var errOptions = errors.New("httpapi: an option is missing")

// New builds the server and renders its documentation; nothing is looked up again later.
func New(o Options) (*Server, error) {
	if o.Handlers == nil || o.Door == nil || o.Verifier == nil || o.Operations == nil || o.May == nil ||
		o.Now == nil || o.Logger == nil || o.BaseURL == "" {
		return nil, errOptions
	}
	c, err := wholeContract()
	if err != nil {
		return nil, err
	}
	limits := o.Limits.withDefaults()
	if o.Clients == nil {
		o.Clients = identity.NewClients(nil, o.Verifier, o.BaseURL, o.Now)
	}
	s := &Server{
		contract: c.only(o.Operations), door: o.Door, clients: o.Clients, may: o.May, now: o.Now, log: o.Logger, limits: limits,
		secure: strings.HasPrefix(o.BaseURL, "https:"), validateResponses: o.ValidateResponses, printer: o.Printer,
		inFlight: make(chan struct{}, limits.InFlight),
		vault:    o.Vault, arriving: make(chan struct{}, limits.Files),
		callers:   newRates(limits.Rate, limits.Burst, limits.Callers),
		strangers: newRates(limits.RefusalRate, limits.RefusalBurst, limits.Callers),
		byClass:   newClientRates(limits),
	}
	s.echo = newRouter(s)
	s.register(o.Handlers)
	s.registerHealth()
	s.registerTokens()
	s.registerDocs()
	return s, nil
}

// newRouter is the router with the frame around all that it will answer.
func newRouter(s *Server) *echo.Echo {
	e := echo.New()
	e.Binder = unbinder{}
	e.HTTPErrorHandler = func(error, echo.Context) {} // problems has answered everything already
	e.Use(s.frame, s.accessLog, s.problems, s.addresses)
	return e
}

// ServeHTTP answers one request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.echo.ServeHTTP(w, r) }

// Serve answers on the listener until ctx ends, then lets running requests finish.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	h := &http.Server{
		Handler: s, ReadHeaderTimeout: s.limits.ReadHeader, ReadTimeout: s.limits.Read, WriteTimeout: s.limits.Write,
		IdleTimeout: s.limits.Idle, MaxHeaderBytes: s.limits.HeaderBytes,
		ErrorLog: slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
	failed := make(chan error, 1)
	go func() { failed <- h.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	s.ending.Store(true) // whoever asks for readiness sends no more requests here
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.limits.Shutdown)
	defer cancel()
	if err := h.Shutdown(grace); err != nil {
		return errors.Join(fmt.Errorf("end in time: %w", err), h.Close())
	}
	return nil
}
