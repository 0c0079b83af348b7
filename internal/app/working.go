package app

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"samplan/internal/access"
	"samplan/internal/config"
	"samplan/internal/fault"
	"samplan/internal/id"
	"samplan/internal/job"
	"samplan/internal/mail"
	"samplan/internal/notice"
	"samplan/internal/plan"
	"samplan/internal/routine"
	"samplan/internal/store"
)

// Work is the queue and who works on it.
type Work struct {
	Handlers job.Handlers // what it does
	queue    *store.Queue
	inbox    inbox
}

// WorkOptions are what differs from one place to another.
type WorkOptions struct {
	URL    string // of the database, as samplan_worker
	Store  *store.Store
	Mailer job.Mailer
	Files  job.Files // the bucket of attachments, or nil
	Now    func() time.Time
	Logger *slog.Logger
	Queue  store.QueueOptions // what is usual, but for handlers, clock and log
}

// OpenWork connects to the queue.
func OpenWork(ctx context.Context, o WorkOptions) (*Work, error) {
	policy, err := access.Load()
	if err != nil {
		return nil, fmt.Errorf("load policy: %w", err)
	}
	routines, plans := routine.NewService(o.Store, policy, o.Now), plan.NewService(o.Store, o.Store, o.Store, policy, o.Now)
	w := &Work{inbox: inbox{o.Store, notice.NewService(o.Store, routines, plans, policy, o.Now)}}
	o.Queue.Now, o.Queue.Logger = o.Now, o.Logger
	o.Queue.Handlers = func(b job.Book) job.Handlers {
		w.Handlers = job.NewPost(b, w.inbox, o.Mailer, o.Files, o.Now).Handlers()
		return w.Handlers
	}
	w.queue, err = store.OpenQueue(ctx, o.URL, o.Queue)
	return w, err
}

// Mailer makes the mailer that the settings name.
func Mailer(m config.Mail) (job.Mailer, error) {
	return mail.New(mail.Options{
		Host: m.Host, Port: m.Port, From: m.From, TLS: m.TLS, Username: m.Username, Password: m.Password.Reveal(), Roots: m.Roots,
	})
}

// Book and Inbox are what the handlers work with.
func (w *Work) Book() job.Book { return w.queue }

// Inbox looks into somebody's inbox.
func (w *Work) Inbox() job.Inbox { return w.inbox }

// Run works until ctx ends, and gives running jobs time to finish.
func (w *Work) Run(ctx context.Context) error { return w.queue.Run(ctx) }

// Beside works in the background until ctx ends or stop is called, which waits for running jobs and closes.
func (w *Work) Beside(ctx context.Context, log *slog.Logger) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := w.Run(ctx); err != nil {
			log.Error("the queue is not worked on", slog.String("cause", err.Error()))
		}
	}()
	return func() {
		cancel()
		<-done
		_ = w.Close() // every job has ended
	}
}

// Close lets go of the connections.
func (w *Work) Close() error { return w.queue.Close() }

// inbox looks into the inbox of whoever an address belongs to.
type inbox struct {
	store   *store.Store
	notices *notice.Service
}

// Unread implements job.Inbox. Roles that are never told anything have nothing unread.
func (i inbox) Unread(ctx context.Context, a id.Address, now time.Time) ([]id.Notification, error) {
	var all []id.Notification
	err := i.store.StandIn(ctx, a, now, func(ctx context.Context, actor access.Actor) error {
		some, err := i.notices.Unread(ctx, actor)
		if fault.Is(err, fault.Denied) {
			return nil
		}
		all = append(all, some...)
		return err
	})
	if err != nil {
		return nil, errors.Join(job.CodeDatabase, err)
	}
	slices.SortFunc(all, func(a, b id.Notification) int { return strings.Compare(a.String(), b.String()) })
	return slices.Compact(all), nil
}
