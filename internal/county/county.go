//go:build !release

package county

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	_ "github.com/jackc/pgx/v5/stdlib" // database/sql driver for the owner's connection

	"samplan/internal/app"
	"samplan/internal/audit"
	"samplan/internal/civil"
	"samplan/internal/demo"
	"samplan/internal/httpapi"
	"samplan/internal/postgres"
	"samplan/internal/printer"
	"samplan/internal/store"
)

// database is the county's own database on the private server.
const database = "samplan_dev"

// Options say where and when the county lives.
type Options struct {
	Dir      string           // data of the private Postgres
	Fresh    bool             // throw away what is there
	Hasty    bool             // tests: a server without fsync that is gone afterwards
	Address  string           // of the API: 127.0.0.1:0
	Today    civil.Date       // the day it begins on; none is today
	Now      func() time.Time // in place of that: a clock that whoever holds it moves through the years
	Mail     string           // mail server on this machine, host:port; without one nobody is mailed
	Progress io.Writer
	Logger   *slog.Logger
	Limits   httpapi.Limits
	// Undecided leaves the units where they were before the reorganisation, until somebody decides it.
	Undecided bool
	Empty     bool                                   // organisation and staff, but no children yet
	Observe   func(operation string, statements int) // see store.Options
	Validate  func(error)                            // see app.Options
	Chromium  string                                 // the browser that makes PDFs; looked for when empty
}

// County is a running county.
type County struct {
	BaseURL string // of the API, without /v1
	Staff   string // issuer of staff
	Citizen string // issuer of citizens
	App     *app.App

	dir     string // where the data lies
	issuers issuers
	server  *postgres.Server
	store   *store.Store
	sealer  *store.Sealer
	sealing *audit.Job
	work    *app.Work
	printer *printer.Printer // nil where there is no Chromium
	lists   []net.Listener
	owner   *sql.DB
	now     func() time.Time
	log     *slog.Logger
}

// Start starts everything and returns when the API can be called; Run then serves it.
func Start(ctx context.Context, o Options) (*County, error) {
	if err := o.check(); err != nil {
		return nil, err
	}
	c := &County{dir: o.Dir, now: o.clock(), log: o.Logger}
	if err := c.start(ctx, o); err != nil {
		return nil, errors.Join(err, c.Stop(context.WithoutCancel(ctx)))
	}
	return c, nil
}

func (c *County) start(ctx context.Context, o Options) error {
	// The addresses first: when one is taken, the data must not have been thrown away for nothing.
	for _, address := range []string{o.Address, "127.0.0.1:0"} {
		l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", address)
		if err != nil {
			return fmt.Errorf("listen: %w", err)
		}
		c.lists = append(c.lists, l)
	}
	if err := c.startDatabase(ctx, o); err != nil {
		return err
	}
	c.BaseURL = "http://" + c.lists[0].Addr().String()
	var err error
	if c.issuers, err = newIssuers("http://"+c.lists[1].Addr().String(), c.now); err != nil {
		return err
	}
	c.Staff, c.Citizen = c.issuers.staff.URL(), c.issuers.citizen.URL()
	return c.build(ctx, o)
}

func (c *County) startDatabase(ctx context.Context, o Options) (err error) {
	c.server, err = postgres.Start(ctx, postgres.Options{Dir: o.Dir, Fresh: o.Fresh, Throwaway: o.Hasty, Progress: o.Progress})
	if err != nil {
		return fmt.Errorf("start Postgres: %w", err)
	}
	if err := ensureDatabase(ctx, c.server, o.Fresh); err != nil {
		return err
	}
	if err := store.Migrate(ctx, c.server.URL("", database)); err != nil {
		return err
	}
	if c.owner, err = sql.Open("pgx", c.server.URL("", database)); err != nil {
		return fmt.Errorf("open database: %w", err)
	}
	c.store, err = store.Open(ctx, c.server.URL("samplan_app", database), store.Options{Observe: o.Observe})
	return err
}

func (c *County) build(ctx context.Context, o Options) error {
	verifier, err := c.issuers.verifier(ctx, c.now)
	if err != nil {
		return fmt.Errorf("trust issuers: %w", err)
	}
	if err := c.startSealing(ctx, o); err != nil {
		return err
	}
	if err := c.open(o, verifier); err != nil {
		return err
	}
	if err := c.startWork(ctx, o); err != nil {
		return err
	}
	organisation := demo.LoadOrganisation
	if o.Undecided {
		organisation = demo.LoadUndecided
	}
	if err := organisation(ctx, c.owner); err != nil {
		return err
	}
	if err := demo.LoadLogins(ctx, c.owner, c.Staff); err != nil {
		return err
	}
	if !o.Empty {
		w := demo.World{
			Door: c.store, Plans: c.App.Plans, Consents: c.App.Consents, Meetings: c.App.Meetings, Children: c.App.Children, Routines: c.App.Routines,
			Cards: c.App.Cards, StaffIssuer: c.Staff, CitizenIssuer: c.Citizen,
		}
		if err := demo.LoadStories(ctx, c.owner, w); err != nil {
			return err
		}
		if err := demo.LoadCards(ctx, c.owner, w, civil.Of(c.now())); err != nil {
			return err
		}
		if err := demo.LoadFormulations(ctx, c.owner, w, civil.Of(c.now())); err != nil {
			return err
		}
	}
	return markWhole(ctx, c.owner)
}

// open builds the server, with a printer where there is a Chromium.
func (c *County) open(o Options, verifier httpapi.Verifier) error {
	key, err := ownKey(o.Dir, documentKeyFile)
	if err != nil {
		return err
	}
	options := app.Options{
		Store: c.store, Verifier: verifier, Now: c.now, Logger: o.Logger, BaseURL: c.BaseURL, Limits: o.Limits, ValidateResponses: o.Validate,
		Sealing: c.sealing, DocumentKey: key, Webhooks: webhooks(),
	}
	if browser, err := printer.Find(o.Chromium); err == nil {
		c.printer = printer.New(browser, o.Logger, printer.Limits{})
		options.Browser = c.printer
	}
	if options.Vault, err = vaultIn(o.Dir); err != nil {
		return err
	}
	c.App, err = app.New(options)
	return err
}

// Run serves the API and the issuers until ctx ends.
func (c *County) Run(ctx context.Context) error {
	defer c.sealing.Start(ctx)()
	if c.work != nil {
		defer c.work.Beside(ctx, c.log)()
	}
	issuer := &http.Server{Handler: c.issuers.mux, ReadHeaderTimeout: 5 * time.Second}
	failed := make(chan error, 2)
	go func() { failed <- issuer.Serve(c.lists[1]) }()
	go func() { failed <- c.App.Serve(ctx, c.lists[0]) }()
	var err error
	select {
	case err = <-failed:
	case <-ctx.Done():
		err = <-failed
	}
	_ = issuer.Close() // nothing of a sign-in is worth waiting for
	if ctx.Err() != nil || errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return err
}

// Token mints an access token for a person of the county.
func (c *County) Token(key string) (string, error) { return c.issuers.token(key) }

// Stop ends everything in order.
func (c *County) Stop(ctx context.Context) error {
	var errs []error
	for _, l := range c.lists {
		_ = l.Close() // the servers may have closed it already
	}
	if c.work != nil {
		errs = append(errs, c.work.Close())
	}
	if c.printer != nil {
		c.printer.Close()
	}
	if c.store != nil {
		errs = append(errs, c.store.Close())
	}
	if c.sealer != nil {
		errs = append(errs, c.sealer.Close())
	}
	if c.owner != nil {
		errs = append(errs, c.owner.Close())
	}
	if c.server != nil {
		errs = append(errs, c.server.Stop(ctx))
	}
	return errors.Join(errs...)
}
