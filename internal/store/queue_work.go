package store

import (
	"context"
	"log/slog"

	"github.com/riverqueue/river"

	"samplan/internal/job"
)

// workers gives River the handlers. What a handler says goes no further than its code: River keeps the text of an error
// with the job, and an error of a mail server quotes the address.
func (o QueueOptions) workers(h job.Handlers) *river.Workers {
	all := river.NewWorkers()
	river.AddWorker(all, river.WorkFunc(func(ctx context.Context, j *river.Job[job.Daily]) error {
		return guarded(ctx, o, j.Kind, j.ID, func() error { return h.Daily(ctx, j.Args) })
	}))
	river.AddWorker(all, river.WorkFunc(func(ctx context.Context, j *river.Job[job.Digest]) error {
		return guarded(ctx, o, j.Kind, j.ID, func() error { return h.Digest(ctx, j.Args) })
	}))
	river.AddWorker(all, river.WorkFunc(func(ctx context.Context, j *river.Job[job.Greeting]) error {
		return guarded(ctx, o, j.Kind, j.ID, func() error { return h.Greeting(ctx, j.Args) })
	}))
	river.AddWorker(all, river.WorkFunc(func(ctx context.Context, j *river.Job[job.Discard]) error {
		return guarded(ctx, o, j.Kind, j.ID, func() error { return h.Discard(ctx, j.Args) })
	}))
	return all
}

// guarded runs a handler. A panic is a failure like others, and its words are not kept either.
func guarded(ctx context.Context, o QueueOptions, kind string, number int64, work func() error) (err error) {
	defer func() {
		if recover() != nil {
			err = job.CodePanic
		}
		if err == nil {
			return
		}
		code := job.CodeOf(err)
		o.Logger.LogAttrs(ctx, slog.LevelWarn, "job failed", slog.String("kind", kind), slog.Int64("job", number), slog.String("code", code.Error()))
		if err = code; code == job.CodeRefused || code == job.CodeUnsent {
			err = river.JobCancel(code) // to try again would be wrong, or useless
		}
	}()
	return work()
}

// quiet keeps River's own log from telling errors: what it says is told, and what it would add to that is not.
type quiet struct{ slog.Handler }

// Enabled implements slog.Handler.
func (h quiet) Enabled(ctx context.Context, l slog.Level) bool {
	return l >= slog.LevelWarn && h.Handler.Enabled(ctx, l)
}

// Handle implements slog.Handler.
func (h quiet) Handle(ctx context.Context, r slog.Record) error {
	said := slog.NewRecord(r.Time, r.Level, "queue", r.PC)
	said.AddAttrs(slog.String("said", r.Message))
	return h.Handler.Handle(ctx, said)
}

// WithAttrs implements slog.Handler.
func (h quiet) WithAttrs([]slog.Attr) slog.Handler { return h }

// WithGroup implements slog.Handler.
func (h quiet) WithGroup(string) slog.Handler { return h }
