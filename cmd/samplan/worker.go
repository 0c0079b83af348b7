package main

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"os"
	"time"

	"samplan/internal/app"
	"samplan/internal/config"
	"samplan/internal/event"
	"samplan/internal/job"
	"samplan/internal/store"
)

// worker works on the queue until it is told to stop. Several may run: each job is one worker's.
func worker(ctx context.Context, args []string, _ io.Writer) error {
	if len(args) > 0 {
		return errors.New("usage: samplan worker (everything is set by the environment; README.md tells what)")
	}
	c, err := config.LoadWorker(os.Environ())
	if err != nil {
		return err
	}
	log := slog.New(slog.NewJSONHandler(os.Stdout, nil))
	db, files, err := openStore(ctx, c)
	if err != nil {
		return err
	}
	defer func() { _ = db.Close() }() // nothing of it is written
	if err := db.CheckSchema(ctx); err != nil {
		return err
	}
	w, err := openWork(ctx, c, db, files, log)
	if err != nil {
		return err
	}
	defer func() { _ = w.Close() }() // every job has ended
	log.Info("working")
	return w.Run(ctx)
}

func openWork(ctx context.Context, c config.Config, db *store.Store, files job.Files, log *slog.Logger) (*app.Work, error) {
	mailer, err := app.Mailer(c.Mail)
	if err != nil {
		return nil, err
	}
	return app.OpenWork(ctx, app.WorkOptions{
		URL: c.Jobs.WorkerURL.Reveal(), Store: db, Mailer: mailer, Files: files, Now: time.Now, Logger: log,
		Webhooks: event.Options{Key: c.Events.Key}, BaseURL: c.BaseURL,
		Queue: store.QueueOptions{Workers: c.Jobs.Workers, Stop: c.Limits.Shutdown},
	})
}
