package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"time"

	"samplan/internal/app"
	"samplan/internal/audit"
	"samplan/internal/config"
	"samplan/internal/disposal"
	"samplan/internal/event"
	"samplan/internal/httpapi"
	"samplan/internal/identity"
	"samplan/internal/job"
	"samplan/internal/printer"
	"samplan/internal/session"
	"samplan/internal/store"
)

// serve runs the server until it is told to stop. It refuses a database that is older than itself.
func serve(ctx context.Context, args []string, _ io.Writer) error {
	if len(args) > 0 {
		return errors.New("usage: samplan serve (everything is set by the environment; samplan config check tells what)")
	}
	c, err := config.Load(os.Environ())
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	db, files, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // every answer has been committed
	if err := db.CheckSchema(ctx); err != nil {
		return err
	}
	sealer, err := store.OpenSealer(ctx, c.Log.SealerURL.Reveal())
	if err != nil {
		return err
	}
	defer func() { _ = sealer.Close() }() // its last pass is over
	sealing, err := sealingOf(c, sealer, log)
	if err != nil {
		return err
	}
	press, err := printerOf(c, log)
	if err != nil {
		return err
	}
	if press != nil {
		defer press.Close()
	}
	a, err := build(ctx, c, db, sealing, press, log)
	if err != nil {
		return err
	}
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	stop, err := workBeside(ctx, c, db, files, log)
	if err != nil {
		return err
	}
	defer stop()
	log.Info("serving", slog.String("address", l.Addr().String()))
	defer sealing.Start(ctx)() // until every request has been answered
	return a.Serve(ctx, l)
}

// workBeside works on the queue in the server itself, when the settings say so, until stop.
func workBeside(ctx context.Context, c config.Config, db *store.Store, files job.Files, log *slog.Logger) (stop func(), err error) {
	if !c.Jobs.InServer {
		return func() {}, nil
	}
	w, err := openWork(ctx, c, db, files, log)
	if err != nil {
		return nil, err
	}
	return w.Beside(ctx, log), nil
}

func sealingOf(c config.Config, sealer *store.Sealer, log *slog.Logger) (*audit.Job, error) {
	signer, err := audit.ReadSigner([]byte(c.Log.Key.Reveal()))
	if err != nil {
		return nil, fmt.Errorf("SAMPLAN_LOG_KEY_FILE: %w", err)
	}
	return audit.NewJob(audit.JobOptions{
		Book: sealer, Signer: signer, Origin: c.BaseURL, Every: c.Log.SealEvery, CheckpointEvery: c.Log.CheckpointEvery,
		Limit: c.Log.SealLimit, Now: time.Now, Logger: log,
	}), nil
}

// printerOf finds the browser that makes PDFs. None is fine, unless one is named.
func printerOf(c config.Config, log *slog.Logger) (*printer.Printer, error) {
	browser, err := printer.Find(c.Chromium)
	if err != nil && c.Chromium != "" {
		return nil, err
	}
	if err != nil {
		log.Warn("documents are given as HTML only", slog.String("cause", err.Error()))
		return nil, nil
	}
	return printer.New(browser, log, printer.Limits{}), nil
}

func build(ctx context.Context, c config.Config, db *store.Store, sealing *audit.Job, press *printer.Printer, log *slog.Logger) (*app.App, error) {
	key, err := audit.ReadSigner([]byte(c.Document.Key.Reveal()))
	if err != nil {
		return nil, fmt.Errorf("SAMPLAN_DOCUMENT_KEY_FILE: %w", err)
	}
	verifier, err := identity.New(ctx, issuers(c.Issuers), identity.Options{
		Log: log, CacheFor: c.Limits.TokenCache, MaxLifetime: c.Limits.TokenLife,
	})
	if err != nil {
		return nil, fmt.Errorf("trust issuers: %w", err)
	}
	o := app.Options{
		Store: db, Verifier: verifier, Now: time.Now, Logger: log, BaseURL: c.BaseURL, Sealing: sealing, DocumentKey: key, Vault: c.Attachments.Vault(), Webhooks: event.Options{Key: c.Events.Key},
		Limits: httpapi.Limits{
			InFlight: c.Limits.InFlight, BodyBytes: c.Limits.BodyBytes, RowsBytes: c.Limits.RowsBytes, Rate: c.Limits.Rate, Burst: c.Limits.Burst,
			Work: c.Limits.Work, Shutdown: c.Limits.Shutdown, Files: c.Attachments.AtOnce, FileTime: c.Attachments.Time,
		},
	}
	if c.Disposal.Certificates != "" {
		o.Certificates = &disposal.Book{Path: c.Disposal.Certificates, Keys: c.Disposal.Keys}
	}
	if press != nil { // a nil pointer in an interface would be somebody
		o.Browser = press
	}
	return app.New(o)
}

func issuers(set []config.Issuer) []identity.Issuer {
	trusted := make([]identity.Issuer, 0, len(set))
	for _, i := range set {
		kind := session.Staff
		if i.Kind == session.Citizen.String() {
			kind = session.Citizen
		}
		trusted = append(trusted, identity.Issuer{
			URL: i.URL, Kind: kind, Audience: i.Audience, RequiredACR: i.RequiredACR, IdentifierClaims: i.IdentifierClaims,
			ExchangeUnnamed: i.ExchangeUnnamed,
			SubjectClaim:    i.SubjectClaim, Algorithms: i.Algorithms,
		})
	}
	return trusted
}
