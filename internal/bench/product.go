//go:build !release

package bench

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strconv"
	"sync/atomic"
	"time"

	"samplan/internal/app"
	"samplan/internal/devissuer"
	"samplan/internal/httpapi"
	"samplan/internal/identity"
	"samplan/internal/session"
	"samplan/internal/store"
)

const (
	audience  = "https://api.samplan.example"
	assurance = "http://id.elegnamnden.se/loa/1.0/loa3"
	noLimit   = 1e9 // of requests per second: the limiter works, but is not what is measured
)

// product is the whole server, served as in production, with an issuer that knows the caseworkers.
type product struct {
	url        string
	issuer     *devissuer.Provider
	store      *store.Store
	statements atomic.Int64 // SQL statements of all requests since it was last looked at
	requests   atomic.Int64
	end        context.CancelFunc
	served     chan error
	issuing    *http.Server
}

func newProduct(ctx context.Context, database string, l net.Listener, workers int) (*product, error) {
	p := &product{url: "http://" + l.Addr().String(), served: make(chan error, 1)}
	verifier, err := p.startIssuer(ctx, workers)
	if err != nil {
		return nil, err
	}
	p.store, err = store.Open(ctx, database, store.Options{MaxConnections: connections, Observe: func(_ string, n int) {
		p.statements.Add(int64(n))
		p.requests.Add(1)
	}})
	if err != nil {
		return nil, errors.Join(err, p.issuing.Close())
	}
	a, err := app.New(app.Options{
		Store: p.store, Verifier: verifier, Now: time.Now, Logger: slog.New(slog.DiscardHandler), BaseURL: p.url,
		Limits: httpapi.Limits{Rate: noLimit, Burst: noLimit},
	})
	if err != nil {
		return nil, errors.Join(err, p.store.Close(), p.issuing.Close())
	}
	running, end := context.WithCancel(context.WithoutCancel(ctx))
	p.end = end
	go func() { p.served <- a.Server.Serve(running, l) }()
	return p, nil
}

// startIssuer runs the provider that the tokens come from and trusts it.
func (p *product) startIssuer(ctx context.Context, workers int) (*identity.Verifier, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("listen: %w", err)
	}
	people := make([]devissuer.Person, workers)
	for w := range people {
		people[w] = devissuer.Person{Key: workerKey(w), Name: workerKey(w), Subject: workerKey(w) + "@samplan.example", ACR: assurance}
	}
	p.issuer, err = devissuer.New(devissuer.Options{
		Issuer: "http://" + l.Addr().String() + "/staff", Kind: session.Staff, Audience: audience, People: people,
	})
	if err != nil {
		return nil, fmt.Errorf("make issuer: %w", err)
	}
	p.issuing = &http.Server{Handler: p.issuer.Handler(), ReadHeaderTimeout: 5 * time.Second}
	go func() { _ = p.issuing.Serve(l) }() // it ends with close
	return identity.New(context.WithoutCancel(ctx), []identity.Issuer{
		{URL: p.issuer.URL(), Kind: session.Staff, Audience: audience, RequiredACR: []string{assurance}},
	}, identity.Options{})
}

func workerKey(w int) string { return "worker-" + strconv.Itoa(w) }

// tokens signs every caseworker in anew: a token lives a few minutes.
func (p *product) tokens(workers int) ([]string, error) {
	all := make([]string, workers)
	for w := range all {
		token, err := p.issuer.Token(workerKey(w))
		if err != nil {
			return nil, fmt.Errorf("sign in: %w", err)
		}
		all[w] = "Bearer " + token
	}
	return all, nil
}

// statementsPerRequest tells how many SQL statements a request took since the last look.
func (p *product) statementsPerRequest() float64 {
	requests := p.requests.Swap(0)
	return float64(p.statements.Swap(0)) / float64(max(1, requests))
}

func (p *product) close() error {
	p.end()
	err := <-p.served
	if errors.Is(err, http.ErrServerClosed) {
		err = nil
	}
	return errors.Join(err, p.store.Close(), p.issuing.Close())
}
